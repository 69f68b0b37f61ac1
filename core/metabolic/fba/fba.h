// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/metabolic/lp/solutionstatus.h"
#include "core/metabolic/model/boundchange.h"

#include <limits>
#include <string>
#include <vector>

namespace pathgan {

enum class FbaMethod { Fba, ParsimoniousFba, PerturbedFba };

struct FbaOptions
{
    FbaMethod method = FbaMethod::Fba;
    int objective = -1;               ///< reaction to optimise; −1: the model's own objective
    bool maximise = true;             ///< used when objective ≥ 0; else the model's direction
    std::vector<BoundChange> bounds;  ///< applied in order
    std::vector<int> knockedOutGenes; ///< model genes; every variant of the same Entrez gene goes with them
    double fractionOfOptimum = 1.0;   ///< pFBA: share of the optimum to keep
    /// Processor seconds of the solving thread, for each linear program; results within it do not change.
    double timeLimit = noTimeLimit;

    static constexpr double noTimeLimit = std::numeric_limits<double>::infinity();
    /// BadModel names a reaction whose bounds or coefficients are no numbers.
    Result<void> check(const MetabolicModel &model) const;
    /// BadModel where nothing is optimised: for what compares with an optimum.
    Result<void> checkObjective(const MetabolicModel &model) const;
};

/// Values only where status is Optimal, else empty. Of parsimonious methods, reduced costs and shadow prices
/// are those of the objective itself, not of Σ|v|.
struct FluxSolution
{
    SolutionStatus status = SolutionStatus::Undefined;
    double objectiveValue = 0;        ///< of the objective (also for pFBA); NaN unless optimal
    double totalFlux = 0;             ///< Σ|v|
    std::vector<double> fluxes;       ///< mmol/gDW/h
    std::vector<double> reducedCosts; ///< d_j = c_j − Σ S_ij y_i
    std::vector<double> shadowPrices; ///< d objective / d net production, by metabolite
};

/// Flux balance analysis: maximise c·v, S v = 0, bounds (Orth et al. 2010). Perturbed pFBA: unique fluxes.
Result<FluxSolution> fba(const MetabolicModel &model, const FbaOptions &options,
                         const TaskContext &context = {});

} // namespace pathgan
