// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/gimme.h"

#include "core/metabolic/fba/gimmesolver_p.h"

#include <cmath>

namespace pathgan {

Result<void> GimmeOptions::check(const MetabolicModel &model) const
{
    if (Result<void> checked = base.check(model); !checked)
        return checked;
    if (!(fractionOfOptimum >= 0 && fractionOfOptimum <= 1))
        return Error{ErrorCode::InvalidOption, "fractionOfOptimum"};
    if (Result<void> checked = base.checkObjective(model); fractionOfOptimum > 0 && !checked)
        return checked;
    if (!(quantile >= 0 && quantile <= 1))
        return Error{ErrorCode::InvalidOption, "quantile"};
    if (std::isinf(threshold))
        return Error{ErrorCode::InvalidOption, "threshold"};
    return {};
}

Result<GimmeSolution> gimme(const MetabolicModel &model, const std::vector<double> &scores,
                            const GimmeOptions &options, const TaskContext &context)
{
    if (const Result<void> checked = options.check(model); !checked)
        return checked.error();
    if (scores.size() != model.reactions.size())
        return Error{ErrorCode::InvalidOption, "scores"};
    const Result<GimmePlan> plan = makeGimmePlan(model, options, context);
    if (!plan)
        return plan.error();
    GimmeSolution solution = penalise(scores, options);
    solution.optimum = plan->optimum;
    GimmeSolver(*plan).solve(scores, solution, context);
    if (solution.status == SolutionStatus::Stopped)
        return Error{ErrorCode::Cancelled, {}};
    return solution;
}

} // namespace pathgan
