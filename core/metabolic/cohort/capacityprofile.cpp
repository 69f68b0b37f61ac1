// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/capacityprofile_p.h"

#include "core/metabolic/cohort/samplelp_p.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/lp/lpduals_p.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace pathgan {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<int> keptColumns(const SampleTask &task)
{
    std::vector<int> kept = task.targets;
    for (std::size_t column = 0; column < task.problem.cost.size(); ++column)
        if (task.problem.cost[column] != 0)
            kept.push_back(static_cast<int>(column));
    return kept;
}

class CapacityPlan final : public SamplePlan
{
public:
    CapacityPlan(const SampleTask &task, const TaskContext &context);
    std::unique_ptr<SampleSolver> makeSolver() const override;
    bool isBlocked(std::size_t target) const override { return targets[target].column < 0; }

    ReducedNetwork network;
    LpModel problem; ///< the reduced one; its last row is the objective
    std::vector<ReducedTarget> targets;
    ReferenceVertex reference;
    double growthFraction;
    bool withMinima, withDuals;
};

CapacityPlan::CapacityPlan(const SampleTask &task, const TaskContext &context)
    : network(task.problem, keptColumns(task), Reduction::Optima),
      problem(reducedProblem(network, task.problem)), targets(reducedTargets(network, task.targets)),
      growthFraction(task.growthFraction), withMinima(task.withMinima),
      withDuals(task.withDuals && task.problem.maximise)
{
    addObjectiveRow(problem, problem.maximise ? -infinity : infinity);
    LpModel median = problem;
    setBounds(median, network.reduce(task.reference.lower, task.reference.upper));
    reference = ReferenceVertex::of(median, context);
}

/// One sample's bounds, of the network and of the reduced one.
struct SampleBounds
{
    ExpressionBounds::Bounds own;
    ReducedNetwork::Bounds reduced;
    ReducedNetwork::Bounds moved; ///< a step along the shift
    BoundShift shift;             ///< of the reduced bounds, see setShift
};

/// 1 to 2, of no simple proportions; equal for what is equal but for rounding and the sign.
double shareOf(double bound)
{
    const double turns = 1e3 * std::log(std::abs(bound));
    const double whole = std::round(1e5 * turns) * 0.618033988749895;
    return 1 + whole - std::floor(whole);
}

/// How the reduced bounds move when each of the network's moves by a share of itself: equal bounds by the
/// same, as they mostly come from the same genes, or from the medium.
void setShift(const ReducedNetwork &network, SampleBounds &bounds)
{
    constexpr double step = 1e-5;
    ExpressionBounds::Bounds moved = bounds.own;
    for (auto *side : {&moved.lower, &moved.upper})
        for (double &bound : *side)
            if (bound != 0 && std::isfinite(bound))
                bound *= 1 + step * shareOf(bound);
    bounds.moved = network.reduce(std::move(moved.lower), std::move(moved.upper));
    const ReducedNetwork::Bounds &from = bounds.reduced, &to = bounds.moved;
    const auto difference = [](std::vector<double> &shift, const std::vector<double> &a,
                               const std::vector<double> &b) {
        for (std::size_t i = 0; i < a.size(); ++i)
            shift.push_back(std::isfinite(a[i]) ? (b[i] - a[i]) / step : 0);
    };
    BoundShift &shift = bounds.shift;
    difference(shift.lower, from.rowLower, to.rowLower);
    difference(shift.upper, from.rowUpper, to.rowUpper);
    for (auto *side : {&shift.lower, &shift.upper})
        side->push_back(0); // the objective's row: set where growth is kept
    difference(shift.lower, from.lower, to.lower);
    difference(shift.upper, from.upper, to.upper);
}

class CapacitySolver final : public SampleSolver
{
public:
    explicit CapacitySolver(const CapacityPlan &plan) : m_plan(plan), m_lp(plan.problem, plan.reference) {}
    SampleFlux solve(ExpressionBounds::Bounds bounds, const TaskContext &context) override;

private:
    void prepare(const ReducedNetwork::Bounds &bounds);
    void setObjective(bool isOn);
    void keepGrowth(double growth);
    /// Of the maximum just found. keptGrowth: of the second stage.
    DualSolution duals(const SampleBounds &bounds, double keptGrowth) const;
    /// solved, if given, is called before the problem changes again.
    double extreme(const ReducedTarget &target, bool maximise, SolutionStatus &status,
                   const std::function<void()> &solved, const TaskContext &context);

    const CapacityPlan &m_plan;
    SampleLp m_lp;
};

void CapacitySolver::prepare(const ReducedNetwork::Bounds &bounds)
{
    setBounds(m_lp, bounds);
    m_lp.setRowBounds(m_plan.problem.rows() - 1, -infinity, infinity);
    setObjective(true);
    m_lp.lp().setMaximise(m_plan.problem.maximise);
}

void CapacitySolver::setObjective(bool isOn)
{
    for (std::size_t column = 0; column < m_plan.problem.cost.size(); ++column)
        m_lp.lp().setCost(static_cast<int>(column), isOn ? m_plan.problem.cost[column] : 0.0);
}

void CapacitySolver::keepGrowth(double growth)
{
    const bool maximise = m_plan.problem.maximise;
    const double kept = keptObjective(growth, m_plan.growthFraction, maximise);
    m_lp.lp().setRowBounds(m_plan.problem.rows() - 1, maximise ? kept : -infinity,
                           maximise ? infinity : kept);
    setObjective(false);
}

DualSolution CapacitySolver::duals(const SampleBounds &bounds, double keptGrowth) const
{
    const Lp &lp = m_lp.lp();
    const std::vector<double> all = boundDuals(lp);
    if (all.empty())
        return SampleDuals::none();
    const auto columns = all.begin() + lp.rows();
    const ReducedNetwork::Duals reduced{{columns, all.end()}, {all.begin(), columns}};
    DualSolution solution = dualSolution(m_plan.network.expand(reduced, bounds.reduced), bounds.own,
                                         reduced.rows.back(), keptGrowth, lp.objective());
    solution.isDegenerate =
        leavesBounds(lp, bounds.shift) || m_plan.network.isTied(reduced, bounds.reduced, bounds.moved);
    return solution;
}

double CapacitySolver::extreme(const ReducedTarget &target, bool maximise, SolutionStatus &status,
                               const std::function<void()> &solved, const TaskContext &context)
{
    if (target.column < 0 || status != SolutionStatus::Optimal)
        return 0;
    m_lp.lp().setMaximise(maximise);
    m_lp.lp().setCost(target.column, target.factor);
    status = solveWarm(m_lp.lp(), LpMethod::Primal, context);
    if (status == SolutionStatus::Infeasible) // the optimum of growth is a feasible point
        status = SolutionStatus::Undefined;
    const double value = m_lp.lp().objective();
    if (solved && status == SolutionStatus::Optimal)
        solved();
    m_lp.lp().setCost(target.column, 0);
    return value;
}

SampleFlux CapacitySolver::solve(ExpressionBounds::Bounds own, const TaskContext &context)
{
    SampleBounds bounds{std::move(own), {}, {}, {}};
    bounds.reduced = m_plan.network.reduce(bounds.own.lower, bounds.own.upper);
    SampleFlux result;
    if (bounds.reduced.isEmpty) {
        result.status = SolutionStatus::Infeasible;
        return result;
    }
    if (m_plan.withDuals)
        setShift(m_plan.network, bounds);
    prepare(bounds.reduced);
    result.status = m_lp.solve(context);
    if (result.status != SolutionStatus::Optimal)
        return result;
    result.growth = m_lp.lp().objective();
    if (m_plan.withDuals)
        result.duals.growth = duals(bounds, 0);
    keepGrowth(result.growth);
    const double kept = m_plan.growthFraction * result.growth; // as CapacityDuals has it
    if (m_plan.withDuals)
        bounds.shift.lower[bounds.reduced.rowLower.size()] = kept * shareOf(kept);
    for (const ReducedTarget &target : m_plan.targets) {
        DualSolution ofValue; // of what carries no flux: 0
        const auto keepDuals = [&] { ofValue = duals(bounds, kept); };
        result.values.push_back(extreme(target, true, result.status,
                                        m_plan.withDuals ? keepDuals : std::function<void()>(), context));
        if (m_plan.withDuals)
            result.duals.values.push_back(std::move(ofValue));
        if (m_plan.withMinima)
            result.minima.push_back(extreme(target, false, result.status, {}, context));
    }
    if (result.status != SolutionStatus::Optimal) {
        result.values.clear();
        result.minima.clear();
        result.duals = {};
    }
    return result;
}

std::unique_ptr<SampleSolver> CapacityPlan::makeSolver() const
{
    return std::make_unique<CapacitySolver>(*this);
}

} // namespace

std::unique_ptr<SamplePlan> makeCapacityPlan(const SampleTask &task, const TaskContext &context)
{
    return std::make_unique<CapacityPlan>(task, context);
}

} // namespace pathgan
