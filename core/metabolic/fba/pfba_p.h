// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/fba.h"
#include "core/metabolic/lp/lpmodel_p.h"

#include <string>
#include <vector>

namespace pathgan {

/// 1 + 1e-3·(CRC-32(id) mod 100003)/100003: makes the parsimonious optimum unique.
double perturbedWeight(const std::string &reactionId);
std::vector<double> perturbedWeights(const MetabolicModel &model); ///< by reaction
/// Share of the optimum that the second stage of a method keeps.
double keptFraction(const FbaOptions &options);

/// Second stage of parsimonious FBA; replaces the fluxes of a solved first stage.
Result<void> minimiseTotalFlux(const MetabolicModel &model, const FbaOptions &options, LpModel problem,
                               FluxSolution &solution, const TaskContext &context);

} // namespace pathgan
