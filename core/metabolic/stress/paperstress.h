// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/cohort/cohortflux.h"

#include <string>
#include <vector>

namespace pathgan {

/// Model P, the paper's literal test: the exchange of GSSG fixed at the prediction, maximal growth.
struct PaperStressRun
{
    std::string exchange; ///< EX_gthox_e, or what the model calls it
    std::vector<std::string> samples;
    std::vector<double> predicted, growth; ///< mmol/gDW/h; 1/h, NaN where infeasible
    std::vector<SolutionStatus> status;
};
/// UnknownName when that exchange is not among the predicted reactions.
Result<PaperStressRun> simulatePaperStress(const MetabolicModel &model, const FluxRun &predicted,
                                           const TaskContext &context = {});

} // namespace pathgan
