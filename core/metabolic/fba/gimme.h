// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/fba.h"

#include <limits>
#include <string>
#include <vector>

namespace pathgan {

struct GimmeOptions
{
    FbaOptions base;                ///< objective, bounds and knock-outs; its method is not used
    double fractionOfOptimum = 0.9; ///< share of the objective that the fluxes must reach
    double quantile = 0.25;         ///< of the scores: the threshold
    double threshold =
        std::numeric_limits<double>::quiet_NaN(); ///< instead of a quantile, on the scores' scale
    OrRule orRule = OrRule::Maximum;
    bool logScores = false; ///< scores on log2(x+1) instead of the linear scale
    unsigned threads = 0;

    Result<void> check(const MetabolicModel &model) const;
};

/// Of one score vector. The score, an optimum, is unique; many flux vectors may have it. Of those this is the
/// one of least total flux with perturbed pFBA's weights, which makes it unique, too.
struct GimmeSolution
{
    SolutionStatus status = SolutionStatus::Undefined;
    double optimum = std::numeric_limits<double>::quiet_NaN(); ///< of the objective, without expression
    double threshold = std::numeric_limits<double>::quiet_NaN();
    double score =
        std::numeric_limits<double>::quiet_NaN(); ///< Σ (threshold − s_j)|v_j| over s_j < threshold
    double objectiveValue = std::numeric_limits<double>::quiet_NaN(); ///< c·v of these fluxes
    std::vector<int> penalised;                                       ///< reactions below the threshold
    std::vector<double> fluxes; ///< by reaction, mmol/gDW/h; empty unless Optimal
};

/// Gene inactivity moderated by metabolism and expression: fluxes that reach the objective and use reactions
/// of low expression least (Becker & Palsson 2008). scores: by reaction; NaN: not penalised. Infeasible,
/// Unbounded, SolverFailed: of the model without expression.
Result<GimmeSolution> gimme(const MetabolicModel &model, const std::vector<double> &scores,
                            const GimmeOptions &options, const TaskContext &context = {});

} // namespace pathgan
