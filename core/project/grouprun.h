// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/groupcomparison.h"
#include "core/data/clinicalgroups.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pathgan {

/// Glutathione flux (or any reported reaction) between the groups of one clinical column.
struct GroupRun
{
    struct Entry
    {
        std::string source;   ///< "FBA" or "predicted"
        std::string reaction; ///< id, or "mean" over all reported reactions
        GroupComparison comparison;
    };
    std::string column;
    ComparisonOptions options;
    std::vector<ClinicalGroup> members; ///< of the cohort; "not reported" first where there is any
    std::vector<Entry> entries;
    std::vector<Confounder> confounders;
    std::string withinColumn;                          ///< the column of `within`; empty: none
    std::vector<std::pair<std::string, Entry>> within; ///< the same test inside each value of withinColumn

    const Entry *find(std::string_view source, std::string_view reaction) const;
};

} // namespace pathgan
