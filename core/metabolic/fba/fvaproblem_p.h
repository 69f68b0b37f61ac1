// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/absoluteproblem_p.h"
#include "core/metabolic/fba/fva.h"
#include "core/metabolic/fba/reducednetwork_p.h"

#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace pathgan {

/// The flux vectors whose extremes a variability analysis seeks. Shared by all threads.
struct FvaProblem
{
    ReducedNetwork network;
    LpModel fluxes; ///< reduced columns, with the row that keeps the objective; no costs
    std::optional<AbsoluteProblem> absolute; ///< the same split by direction, where Σ|v| is limited
    LpBasis basis;                           ///< a feasible vertex of lp()
    std::vector<bool> isBoundary;            ///< by flux: joined with a boundary reaction
    std::vector<double> weights;             ///< by flux: what one unit adds to Σ|v|
    double optimum = 0;
    std::vector<double> objective; ///< by flux; empty: nothing is kept
    double kept = 0;               ///< least objective, or greatest where it is minimised
    bool maximise = true;
    /// Without loops, and where bounds are infinite: what stands for them, so that extremes that only loops
    /// make infinite have flux vectors to take the loops out of. 0: bounds are as they are.
    double endless = 0;

    /// So large that only what stands for infinite bounds ends it.
    bool isEndless(double value) const { return endless > 0 && std::abs(value) > endless / 30; }
    /// What is solved.
    const LpModel &lp() const { return absolute ? absolute->lp : fluxes; }
    /// One flux of lp's solution, and its cost.
    double flux(const Lp &solved, int column) const;
    /// How far lp's solution misses the objective to keep; 0: not at all.
    double miss(const Lp &solved) const;
    void setCost(Lp &target, int column, double cost) const;
    void setBounds(Lp &target, int column, double low, double high) const;
};

/// Solves for the objective, and for the least Σ|v| where the options limit that.
Result<FvaProblem> fvaProblem(const MetabolicModel &model, const FvaOptions &options,
                              const TaskContext &context);

} // namespace pathgan
