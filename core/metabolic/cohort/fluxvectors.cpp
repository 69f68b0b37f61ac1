// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/fluxvectors_p.h"

#include "core/metabolic/cohort/samplelp_p.h"
#include "core/metabolic/fba/absoluteproblem_p.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/pfba_p.h"

#include <cmath>
#include <optional>

namespace pathgan {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

class VectorPlan final : public SamplePlan
{
public:
    VectorPlan(const SampleTask &task, const TaskContext &context);
    std::unique_ptr<SampleSolver> makeSolver() const override;
    bool isBlocked(std::size_t target) const override { return targets[target].column < 0; }

    ReducedNetwork network;
    LpModel problem; ///< reduced, with the objective
    std::vector<ReducedTarget> targets;
    ReferenceVertex reference;
    std::optional<AbsoluteProblem> second; ///< its last row is the objective
    ReferenceVertex secondReference;

    /// bounds are those of the reduced problem.
    template <class Target>
    void setSecondBounds(Target &target, const ReducedNetwork::Bounds &bounds, double optimum) const;

private:
    void prepareSecond(const SampleTask &task, const ReducedNetwork::Bounds &bounds,
                       const TaskContext &context);
};

VectorPlan::VectorPlan(const SampleTask &task, const TaskContext &context)
    : network(task.problem, {}, Reduction::Fluxes), problem(reducedProblem(network, task.problem)),
      targets(reducedTargets(network, task.targets))
{
    const ReducedNetwork::Bounds bounds = network.reduce(task.reference.lower, task.reference.upper);
    LpModel median = problem;
    setBounds(median, bounds);
    reference = ReferenceVertex::of(median, context);
    if (!task.weights.empty())
        prepareSecond(task, bounds, context);
}

void VectorPlan::prepareSecond(const SampleTask &task, const ReducedNetwork::Bounds &bounds,
                               const TaskContext &context)
{
    LpModel withRow = problem;
    addObjectiveRow(withRow, problem.maximise ? -infinity : infinity);
    second.emplace(withRow, network.reduceWeights(task.weights));
    if (reference.basis.empty())
        return;
    LpModel median = second->lp;
    setSecondBounds(median, bounds, reference.optimum);
    secondReference = ReferenceVertex::of(median, context);
}

template <class Target>
void VectorPlan::setSecondBounds(Target &target, const ReducedNetwork::Bounds &bounds, double optimum) const
{
    for (std::size_t column = 0; column < bounds.lower.size(); ++column)
        second->setBounds(target, static_cast<int>(column), bounds.lower[column], bounds.upper[column]);
    FbaOptions perturbed;
    perturbed.method = FbaMethod::PerturbedFba;
    const double kept = keptObjective(optimum, keptFraction(perturbed), problem.maximise);
    target.setRowBounds(second->lp.rows() - 1, problem.maximise ? kept : -infinity,
                        problem.maximise ? infinity : kept);
}

class VectorSolver final : public SampleSolver
{
public:
    explicit VectorSolver(const VectorPlan &plan) : m_plan(plan), m_first(plan.problem, plan.reference)
    {
        if (plan.second)
            m_second.emplace(plan.second->lp, plan.secondReference);
    }
    SampleFlux solve(ExpressionBounds::Bounds bounds, const TaskContext &context) override;

private:
    const VectorPlan &m_plan;
    SampleLp m_first;
    std::optional<SampleLp> m_second;
};

/// Every optimal solution has a variable with a reduced cost at the same bound.
bool isFixedByDuals(const Lp &lp, int column)
{
    constexpr double leastCost = 1e-6; // ten times the solver's tolerance
    return std::abs(lp.reducedCost(column)) > leastCost;
}

SampleFlux VectorSolver::solve(ExpressionBounds::Bounds bounds, const TaskContext &context)
{
    const ReducedNetwork::Bounds reduced =
        m_plan.network.reduce(std::move(bounds.lower), std::move(bounds.upper));
    SampleFlux result;
    if (reduced.isEmpty) {
        result.status = SolutionStatus::Infeasible;
        return result;
    }
    setBounds(m_first, reduced);
    result.status = m_first.solve(context);
    if (result.status != SolutionStatus::Optimal)
        return result;
    result.growth = m_first.lp().objective();
    if (m_second) {
        m_plan.setSecondBounds(*m_second, reduced, result.growth);
        result.status = m_second->solve(context);
    }
    if (result.status != SolutionStatus::Optimal)
        return result;
    for (const ReducedTarget &target : m_plan.targets) {
        double value = 0;
        if (target.column >= 0)
            value = m_second ? m_plan.second->flux(m_second->lp(), target.column)
                             : m_first.lp().value(target.column);
        result.values.push_back(target.factor * value);
        if (!m_second)
            result.isOpen.push_back(target.column >= 0 && !isFixedByDuals(m_first.lp(), target.column));
    }
    return result;
}

std::unique_ptr<SampleSolver> VectorPlan::makeSolver() const
{
    return std::make_unique<VectorSolver>(*this);
}

} // namespace

std::unique_ptr<SamplePlan> makeVectorPlan(const SampleTask &task, const TaskContext &context)
{
    return std::make_unique<VectorPlan>(task, context);
}

} // namespace pathgan
