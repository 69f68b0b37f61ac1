// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/fba.h"

#include <cstddef>
#include <vector>

namespace pathgan {

struct FvaOptions
{
    std::vector<int> reactions; ///< empty: all
    /// Share of the optimum to keep; 1: the ranges are those of the optimal fluxes themselves.
    double fractionOfOptimum = 1;
    double pfbaFactor = 0; ///< ≥ 1: also Σ|v| ≤ pfbaFactor · its least value; 0: any Σ|v|
    /// Ranges of the flux vectors without thermodynamically infeasible loops (Schellenberger et al. 2011), by
    /// branch and bound over the directions of loops.
    bool loopless = false;
    FbaOptions base; ///< objective and bounds
    unsigned threads = 0;

    Result<void> check(const MetabolicModel &model) const;
};

/// Least and largest flux of each reaction that keeps the objective (Mahadevan & Schilling 2003).
struct FvaRun
{
    double objectiveValue = 0;
    std::vector<int> reactions;
    std::vector<double> minimum, maximum; ///< mmol/gDW/h; infinite where unbounded; NaN: see status
    std::vector<SolutionStatus> status;   ///< by reaction: Optimal, Unbounded, or why a value is missing
    bool stoppedEarly = false;            ///< only the reactions finished before a Keep request
    std::size_t unproven = 0;             ///< loopless: ranges that may be wider, as the search was given up
    /// Share of the optimum by which the flux vectors that the ranges come from miss the objective that is to
    /// be kept, at most; 0: none misses it by more than rounding.
    double slack = 0;
};
Result<FvaRun> fva(const MetabolicModel &model, const FvaOptions &options, const TaskContext &context = {});

} // namespace pathgan
