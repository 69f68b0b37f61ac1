// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/lp/lp_p.h"

namespace pathgan {

/// Duals of the bounds of rows, then of columns, of a maximum just found: > 0 of an upper bound, < 0 of a
/// lower one. What the solver's tolerance leaves of the wrong sign is 0. Empty: they are lost.
std::vector<double> boundDuals(const Lp &lp);

/// How bounds of rows, then of columns, are to move.
struct BoundShift
{
    std::vector<double> lower, upper;
};

/// Of an optimal solution: whether a basic variable that lies at a bound (within 1e-9, relative above 1)
/// would leave it if the bounds moved and the basis stayed. (Another basis is then optimal in one direction,
/// with other duals unless costs are degenerate, too, which is not tested.) True where it cannot be told.
bool leavesBounds(const Lp &lp, const BoundShift &shift);

} // namespace pathgan
