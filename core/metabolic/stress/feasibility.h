// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/cohort/cohortflux.h"

#include <cstddef>
#include <string>
#include <vector>

namespace pathgan {

/// How far predictions are from what the network can do in the medium of the targets, without expression
/// bounds. By sample; a part that does not fit the targets is empty.
struct FeasibilityRun
{
    std::vector<std::string> samples;
    /// Capacity targets: predictions outside [0, wild-type capacity]. True capacities can be outside: a
    /// tumour that grows less keeps less of its growth. Empty where the wild type is not known (a table was
    /// read).
    std::vector<std::size_t> outside;
    /// Capacity targets: predictions outside [0, largest flux when no growth is asked for], which no flux
    /// vector can reach.
    std::vector<std::size_t> unattainable;
    std::vector<double> distance; ///< flux-vector targets: least Σ|v − ŷ| / ‖ŷ‖₁
};
Result<FeasibilityRun> checkFeasibility(const MetabolicModel &model, const FluxRun &targets,
                                        const MatrixD &predicted, const TaskContext &context = {});

} // namespace pathgan
