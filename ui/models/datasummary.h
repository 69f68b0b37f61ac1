// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <string>
#include <utility>
#include <vector>

namespace pathgan {

/// What the Data panel shows of the inputs together: made in a worker from core functions.
struct DataSummary
{
    struct ClinicalColumnSummary
    {
        std::string name;
        ColumnType type = ColumnType::Empty;
        std::size_t reported = 0, distinct = 0;
        std::string values; ///< the most frequent with their counts, or the range
    };

    Coverage model, sets, network; ///< genes found in the expression matrix; total 0: not loaded
    std::vector<ClinicalColumnSummary> clinical;
    std::size_t clinicalRows = 0;
    std::vector<std::string> warnings; ///< of how little the inputs have in common: English keys
};

Result<DataSummary> summariseData(const Project &project, const TaskContext &context);

} // namespace pathgan
