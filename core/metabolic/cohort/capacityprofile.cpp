#include "core/metabolic/cohort/capacityprofile_p.h"

#include "core/metabolic/cohort/samplelp_p.h"
#include "core/metabolic/fba/fbaproblem_p.h"

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
    bool withMinima;
};

CapacityPlan::CapacityPlan(const SampleTask &task, const TaskContext &context)
    : network(task.problem, keptColumns(task), Reduction::Optima),
      problem(reducedProblem(network, task.problem)), targets(reducedTargets(network, task.targets)),
      growthFraction(task.growthFraction), withMinima(task.withMinima)
{
    addObjectiveRow(problem, problem.maximise ? -infinity : infinity);
    LpModel median = problem;
    setBounds(median, network.reduce(task.reference.lower, task.reference.upper));
    reference = ReferenceVertex::of(median, context);
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
    double extreme(const ReducedTarget &target, bool maximise, SolutionStatus &status,
                   const TaskContext &context);

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

double CapacitySolver::extreme(const ReducedTarget &target, bool maximise, SolutionStatus &status,
                               const TaskContext &context)
{
    if (target.column < 0 || status != SolutionStatus::Optimal)
        return 0;
    m_lp.lp().setMaximise(maximise);
    m_lp.lp().setCost(target.column, target.factor);
    status = m_lp.lp().solve(LpMethod::Primal, context);
    if (status == SolutionStatus::Infeasible) // the optimum of growth is a feasible point
        status = m_lp.lp().solveCold(context);
    if (status == SolutionStatus::Infeasible)
        status = SolutionStatus::Undefined;
    const double value = m_lp.lp().objective();
    m_lp.lp().setCost(target.column, 0);
    return value;
}

SampleFlux CapacitySolver::solve(ExpressionBounds::Bounds bounds, const TaskContext &context)
{
    const ReducedNetwork::Bounds reduced =
        m_plan.network.reduce(std::move(bounds.lower), std::move(bounds.upper));
    SampleFlux result;
    if (reduced.isEmpty) {
        result.status = SolutionStatus::Infeasible;
        return result;
    }
    prepare(reduced);
    result.status = m_lp.solve(context);
    if (result.status != SolutionStatus::Optimal)
        return result;
    result.growth = m_lp.lp().objective();
    keepGrowth(result.growth);
    for (const ReducedTarget &target : m_plan.targets) {
        result.values.push_back(extreme(target, true, result.status, context));
        if (m_plan.withMinima)
            result.minima.push_back(extreme(target, false, result.status, context));
    }
    if (result.status != SolutionStatus::Optimal) {
        result.values.clear();
        result.minima.clear();
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
