// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/onesample_p.h"

#include "core/metabolic/cohort/fluxvectors_p.h"
#include "core/metabolic/cohort/samplesolver_p.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/pfba_p.h"
#include "core/metabolic/fba/referencevertex_p.h"
#include "core/metabolic/lp/lpduals_p.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double leastDual = 1e-7; ///< the solver's tolerance

/// Adds factor · reduced costs to the duals of the bounds that they belong to.
void addDuals(const std::vector<double> &reducedCosts, bool maximise, double factor, OneFlux &flux)
{
    flux.lowerDual.resize(reducedCosts.size());
    flux.upperDual.resize(reducedCosts.size());
    for (std::size_t j = 0; j < reducedCosts.size(); ++j) {
        if (std::abs(reducedCosts[j]) <= leastDual)
            continue;
        const bool isUpper = (reducedCosts[j] > 0) == maximise;
        (isUpper ? flux.upperDual : flux.lowerDual)[j] += factor * reducedCosts[j];
    }
}

std::vector<double> reducedCostsOf(const Lp &lp)
{
    std::vector<double> costs(static_cast<std::size_t>(lp.size()));
    for (std::size_t j = 0; j < costs.size(); ++j)
        costs[j] = lp.reducedCost(static_cast<int>(j));
    return costs;
}

/// Of the maximum just found; the last row is the objective's.
DualSolution solutionOf(const Lp &lp, const ExpressionBounds::Bounds &bounds, double keptGrowth)
{
    const std::vector<double> all = boundDuals(lp);
    if (all.empty())
        return SampleDuals::none();
    const auto columns = all.begin() + lp.rows();
    return dualSolution({columns, all.end()}, bounds, *(columns - 1), keptGrowth, lp.objective());
}

class CapacityOfOne final : public OneSampleSolver
{
public:
    CapacityOfOne(LpModel problem, double fraction, int target)
        : m_problem(withObjectiveRow(std::move(problem))), m_lp(m_problem), m_fraction(fraction),
          m_target(target)
    {}
    OneFlux solve(const ExpressionBounds::Bounds &bounds, const TaskContext &context) override;

private:
    static LpModel withObjectiveRow(LpModel problem)
    {
        addObjectiveRow(problem, problem.maximise ? -infinity : infinity);
        return problem;
    }
    void prepare(const ExpressionBounds::Bounds &bounds);
    void keepGrowth(double growth);
    /// d kept growth / d growth, see keptObjective.
    double keptSlope(double growth) const
    {
        return (growth >= 0) == m_problem.maximise ? m_fraction : 2 - m_fraction;
    }

    LpModel m_problem; ///< its last row is the objective
    Lp m_lp;
    LpBasis m_basis; ///< of the first solution
    double m_fraction;
    int m_target;
};

void CapacityOfOne::prepare(const ExpressionBounds::Bounds &bounds)
{
    for (int column = 0; column < m_lp.size(); ++column) {
        const auto at = static_cast<std::size_t>(column);
        m_lp.setBounds(column, bounds.lower[at], bounds.upper[at]);
        m_lp.setCost(column, m_problem.cost[at]);
    }
    m_lp.setRowBounds(m_lp.rows() - 1, -infinity, infinity);
    m_lp.setMaximise(m_problem.maximise);
}

void CapacityOfOne::keepGrowth(double growth)
{
    const double kept = keptObjective(growth, m_fraction, m_problem.maximise);
    m_lp.setRowBounds(m_lp.rows() - 1, m_problem.maximise ? kept : -infinity,
                      m_problem.maximise ? infinity : kept);
    m_lp.clearCosts();
    m_lp.setCost(m_target, 1);
    m_lp.setMaximise(true);
}

OneFlux CapacityOfOne::solve(const ExpressionBounds::Bounds &bounds, const TaskContext &context)
{
    OneFlux flux;
    prepare(bounds);
    flux.status = solveFrom(m_lp, m_basis, context);
    if (flux.status != SolutionStatus::Optimal)
        return flux;
    if (m_basis.empty())
        m_basis = m_lp.basis();
    flux.growth = m_lp.objective();
    const std::vector<double> ofGrowth = reducedCostsOf(m_lp);
    if (m_problem.maximise)
        flux.duals.growth = solutionOf(m_lp, bounds, 0);
    keepGrowth(flux.growth);
    flux.status = solveWarm(m_lp, LpMethod::Primal, context);
    if (flux.status != SolutionStatus::Optimal)
        return flux;
    flux.value = m_lp.objective();
    if (m_problem.maximise)
        flux.duals.values = {solutionOf(m_lp, bounds, m_fraction * flux.growth)};
    addDuals(reducedCostsOf(m_lp), true, 1, flux);
    const double perGrowth = m_lp.shadowPrice(m_lp.rows() - 1) * keptSlope(flux.growth);
    if (std::abs(perGrowth) > leastDual)
        addDuals(ofGrowth, m_problem.maximise, perGrowth, flux);
    return flux;
}

class VectorOfOne final : public OneSampleSolver
{
public:
    /// weights: of the second stage; empty: plain FBA.
    VectorOfOne(LpModel problem, std::vector<double> weights, int target)
    {
        m_task.problem = std::move(problem);
        m_task.weights = std::move(weights);
        m_task.targets = {target};
    }
    OneFlux solve(const ExpressionBounds::Bounds &bounds, const TaskContext &context) override;

private:
    void addGrowthDuals(const ExpressionBounds::Bounds &bounds, OneFlux &flux, const TaskContext &context);
    void makePlan(const ExpressionBounds::Bounds &bounds, const TaskContext &context);

    SampleTask m_task;
    std::unique_ptr<SamplePlan> m_plan; ///< its reference are the bounds asked for first
    std::unique_ptr<SampleSolver> m_solver;
};

void VectorOfOne::addGrowthDuals(const ExpressionBounds::Bounds &bounds, OneFlux &flux,
                                 const TaskContext &context)
{
    LpModel problem = m_task.problem;
    problem.lower = bounds.lower;
    problem.upper = bounds.upper;
    Lp lp(problem);
    if (lp.solveCold(context) == SolutionStatus::Optimal)
        addDuals(reducedCostsOf(lp), problem.maximise, 1, flux);
}

void VectorOfOne::makePlan(const ExpressionBounds::Bounds &bounds, const TaskContext &context)
{
    m_task.reference = bounds;
    for (std::size_t j = 0; j < bounds.lower.size(); ++j) { // the widest that will be asked for
        m_task.problem.lower[j] = std::min(m_task.problem.lower[j], bounds.lower[j]);
        m_task.problem.upper[j] = std::max(m_task.problem.upper[j], bounds.upper[j]);
    }
    m_plan = makeVectorPlan(m_task, context);
    m_solver = m_plan->makeSolver();
}

OneFlux VectorOfOne::solve(const ExpressionBounds::Bounds &bounds, const TaskContext &context)
{
    const bool isFirst = !m_plan;
    if (isFirst)
        makePlan(bounds, context);
    const SampleFlux sample = m_solver->solve(bounds, context);
    OneFlux flux;
    flux.status = sample.status;
    if (flux.status != SolutionStatus::Optimal)
        return flux;
    flux.growth = sample.growth;
    flux.value = sample.values.front();
    flux.isOpen = !sample.isOpen.empty() && sample.isOpen.front();
    if (isFirst)
        addGrowthDuals(bounds, flux, context);
    return flux;
}

} // namespace

std::unique_ptr<OneSampleSolver> makeOneSampleSolver(const MetabolicModel &model, const FbaOptions &base,
                                                     const FluxOptions &options, int target)
{
    LpModel problem = fbaProblem(model, base);
    if (options.quantity == FluxQuantity::Capacity || options.quantity == FluxQuantity::CapacityRange)
        return std::make_unique<CapacityOfOne>(std::move(problem), options.growthFraction, target);
    std::vector<double> weights;
    if (options.quantity == FluxQuantity::PerturbedFba)
        weights = perturbedWeights(model);
    return std::make_unique<VectorOfOne>(std::move(problem), std::move(weights), target);
}

} // namespace pathgan
