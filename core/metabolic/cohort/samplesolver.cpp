#include "core/metabolic/cohort/samplesolver_p.h"

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

namespace {

template <class Target>
void setAllBounds(Target &target, const ReducedNetwork::Bounds &bounds)
{
    for (std::size_t column = 0; column < bounds.lower.size(); ++column)
        target.setBounds(static_cast<int>(column), bounds.lower[column], bounds.upper[column]);
    for (std::size_t row = 0; row < bounds.rowLower.size(); ++row)
        target.setRowBounds(static_cast<int>(row), bounds.rowLower[row], bounds.rowUpper[row]);
}

} // namespace

void setBounds(Lp &lp, const ReducedNetwork::Bounds &bounds)
{
    setAllBounds(lp, bounds);
}

void setBounds(SampleLp &lp, const ReducedNetwork::Bounds &bounds)
{
    setAllBounds(lp, bounds);
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

SampleLp::SampleLp(const LpModel &problem, const ReferenceVertex &reference)
    : m_lp(problem), m_basis(reference.basis)
{
    if (!reference.start)
        return;
    m_search.emplace(reference.start);
    for (int column = 0; column < problem.size(); ++column)
        m_search->setBounds(column, problem.lower[static_cast<std::size_t>(column)],
                            problem.upper[static_cast<std::size_t>(column)]);
    for (int row = 0; row < problem.rows(); ++row)
        m_search->setRowBounds(row, problem.rowLower[static_cast<std::size_t>(row)],
                               problem.rowUpper[static_cast<std::size_t>(row)]);
}

void SampleLp::setBounds(int column, double low, double high)
{
    m_lp.setBounds(column, low, high);
    if (m_search)
        m_search->setBounds(column, low, high);
}

void SampleLp::setRowBounds(int row, double low, double high)
{
    m_lp.setRowBounds(row, low, high);
    if (m_search)
        m_search->setRowBounds(row, low, high);
}

SolutionStatus SampleLp::solve(const TaskContext &context)
{
    const std::optional<LpBasis> found = m_search ? m_search->solve(context) : std::nullopt;
    if (!found)
        return solveFrom(m_lp, m_basis, context);
    m_lp.setBasis(*found);
    return m_lp.solve(LpMethod::Primal, context);
}

} // namespace pathgan
