// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/fba.h"
#include "core/metabolic/lp/lpmodel_p.h"

namespace pathgan {

/// Rows: metabolites, S v = 0; columns: reactions with their bounds; cost: the active objective.
LpModel networkProblem(const MetabolicModel &model);
/// The LP of the options: bounds, knock-outs and objective applied. Options are checked before.
LpModel fbaProblem(const MetabolicModel &model, const FbaOptions &options);

/// Least (maximising) or greatest (minimising) value of the objective that keeps `fraction` of the optimum.
/// Not fraction · optimum, which lies on the wrong side where the optimum is negative.
double keptObjective(double optimum, double fraction, bool maximise);

/// Fluxes below this are none: the solver's tolerance is 1e-7.
constexpr double noFlux = 1e-9;
/// What the solver cannot tell from 0 is 0; so is −0.
double withoutNoise(double value);
/// Within the solver's tolerance of a finite bound.
bool isAtBound(double flux, double bound);
/// Why there is no optimum.
Error solverError(SolutionStatus status);

/// Objective row of a second stage: c·v no worse than keptObjective.
void addObjectiveRow(LpModel &problem, double kept);

} // namespace pathgan
