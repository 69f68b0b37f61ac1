// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/lp/dualstart_p.h"

#include <limits>
#include <memory>

namespace pathgan {

/// Basis of the solved problem; empty where that failed: solvers then start from nothing.
LpBasis referenceBasis(const LpModel &problem, const TaskContext &context);
/// From the current basis. What is infeasible by less than the solver's tolerance depends on where it starts:
/// a warm start's infeasible is solved again from nothing.
SolutionStatus solveWarm(Lp &lp, LpMethod method, const TaskContext &context);
/// The same by dual simplex from the basis given.
SolutionStatus solveFrom(Lp &lp, const LpBasis &basis, const TaskContext &context);

/// An optimal vertex that samples start from.
struct ReferenceVertex
{
    LpBasis basis;                          ///< empty: there is none
    std::shared_ptr<const DualStart> start; ///< null: there is none
    double optimum = std::numeric_limits<double>::quiet_NaN();

    /// Solves the problem.
    static ReferenceVertex of(const LpModel &problem, const TaskContext &context);
};

} // namespace pathgan
