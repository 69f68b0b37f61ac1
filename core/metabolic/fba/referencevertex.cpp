// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/referencevertex_p.h"

namespace pathgan {

LpBasis referenceBasis(const LpModel &problem, const TaskContext &context)
{
    Lp lp(problem);
    return lp.solveCold(context) == SolutionStatus::Optimal ? lp.basis() : LpBasis{};
}

SolutionStatus solveWarm(Lp &lp, LpMethod method, const TaskContext &context)
{
    const SolutionStatus status = lp.solve(method, context);
    return status == SolutionStatus::Infeasible ? lp.solveCold(context) : status;
}

SolutionStatus solveFrom(Lp &lp, const LpBasis &basis, const TaskContext &context)
{
    if (basis.empty())
        return lp.solveCold(context);
    lp.setBasis(basis);
    return solveWarm(lp, LpMethod::Dual, context);
}

ReferenceVertex ReferenceVertex::of(const LpModel &problem, const TaskContext &context)
{
    ReferenceVertex result;
    Lp lp(problem);
    if (lp.solveCold(context) != SolutionStatus::Optimal)
        return result;
    result.optimum = lp.objective();
    result.basis = lp.basis();
    result.start = DualStart::make(problem, result.basis);
    return result;
}

} // namespace pathgan
