// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/fvaproblem_p.h"

#include <limits>

namespace pathgan {

struct LooplessEnd
{
    double value = std::numeric_limits<double>::quiet_NaN();
    SolutionStatus status = SolutionStatus::Optimal; ///< Infeasible: bounds make loops run
    bool isProven = true; ///< false: the search was given up, there may be more beyond the value
};
/// The extreme of a flux over all flux vectors without loops. solved is at the one with loops, cost and
/// direction set; its basis is changed.
LooplessEnd looplessExtreme(const FvaProblem &problem, Lp &solved, int column, bool isMost,
                            const TaskContext &context);

} // namespace pathgan
