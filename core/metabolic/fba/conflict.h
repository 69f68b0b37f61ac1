// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/fba.h"

#include <utility>
#include <vector>

namespace pathgan {

/// One bound of a reaction: v ≥ value (lower) or v ≤ value.
struct BoundSide
{
    int reaction = 0;
    bool isLower = true;
    double value = 0; ///< mmol/gDW/h
};

/// Why a model is infeasible: bounds and metabolite balances that no flux vector satisfies together, while
/// without any one of them the rest can be satisfied (an irreducible infeasible subset; a model may have
/// several).
struct Conflict
{
    std::vector<BoundSide> bounds; ///< those that the options set first, those of 0 last
    std::vector<int> metabolites;  ///< whose balances (production = use) take part

    bool isEmpty() const { return bounds.empty(); }
};

/// By a sparse Farkas certificate and, where it is small, a deletion filter (Chinneck & Dravnieks 1991). Of
/// bounds, those that force a flux or limit exchange are kept rather than others. Empty: the model is
/// feasible within the solver's tolerance.
Result<Conflict> findConflict(const MetabolicModel &model, const FbaOptions &options,
                              const TaskContext &context = {});

/// Why an objective is unbounded: fluxes that may be added any number of times, raising it (or lowering,
/// where it is minimised) by 1 each time, of least Σ|v|. Empty: there is no such direction.
Result<std::vector<std::pair<int, double>>> findRay(const MetabolicModel &model, const FbaOptions &options,
                                                    const TaskContext &context = {});

} // namespace pathgan
