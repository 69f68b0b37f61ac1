// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/fvaproblem_p.h"

#include <vector>

namespace pathgan {

/// One end of a flux's range.
struct FvaEnd
{
    double value = 0;
    SolutionStatus status = SolutionStatus::Stopped;
    bool isProven = true; ///< see LooplessEnd
};
struct FvaRange
{
    FvaEnd least, most;
};
struct FvaRanges
{
    std::vector<FvaRange> ranges; ///< by flux; those not asked for are left as they are
    double miss = 0;              ///< of the objective, greatest over all flux vectors used
};
/// The same bits for any number of threads.
FvaRanges fvaRanges(const FvaProblem &problem, const std::vector<int> &columns, const FvaOptions &options,
                    const TaskContext &context);

} // namespace pathgan
