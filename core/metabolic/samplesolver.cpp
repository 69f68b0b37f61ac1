#include "core/metabolic/samplesolver_p.h"

namespace pathgan {

std::vector<ReducedTarget> reducedTargets(const ReducedNetwork &network, const std::vector<int> &targets)
{
    std::vector<ReducedTarget> result;
    for (const int target : targets)
        result.push_back(ReducedTarget{network.columnOf(target), network.factorOf(target)});
    return result;
}

LpModel reducedProblem(const ReducedNetwork &network, const LpModel &problem)
{
    LpModel result = network.lp();
    result.maximise = problem.maximise;
    result.cost = network.reduceCosts(problem.cost);
    return result;
}

void setBounds(LpModel &problem, const ReducedNetwork::Bounds &bounds)
{
    problem.lower = bounds.lower;
    problem.upper = bounds.upper;
    std::copy(bounds.rowLower.begin(), bounds.rowLower.end(), problem.rowLower.begin());
    std::copy(bounds.rowUpper.begin(), bounds.rowUpper.end(), problem.rowUpper.begin());
}

void setBounds(Lp &lp, const ReducedNetwork::Bounds &bounds)
{
    for (std::size_t column = 0; column < bounds.lower.size(); ++column)
        lp.setBounds(static_cast<int>(column), bounds.lower[column], bounds.upper[column]);
    for (std::size_t row = 0; row < bounds.rowLower.size(); ++row)
        lp.setRowBounds(static_cast<int>(row), bounds.rowLower[row], bounds.rowUpper[row]);
}

LpBasis referenceBasis(const LpModel &problem, const TaskContext &context)
{
    Lp lp(problem);
    return lp.solveCold(context) == SolutionStatus::Optimal ? lp.basis() : LpBasis{};
}

SolutionStatus solveFrom(Lp &lp, const LpBasis &basis, const TaskContext &context)
{
    if (basis.empty())
        return lp.solveCold(context);
    lp.setBasis(basis);
    const SolutionStatus status = lp.solve(LpMethod::Dual, context);
    return status == SolutionStatus::Infeasible ? lp.solveCold(context) : status;
}

} // namespace pathgan
