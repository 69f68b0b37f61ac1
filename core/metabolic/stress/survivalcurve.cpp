// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/stress/survivalcurve_p.h"

#include "core/metabolic/fba/reducedproblem_p.h"
#include "core/metabolic/fba/referencevertex_p.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double accuracy = 1e-8;    ///< of growth, relative to μ0
constexpr int mostEvaluations = 200; ///< a curve has about a dozen breakpoints
constexpr double noLoad = 1e-9;      ///< below what the solver can tell from nothing

LpModel withWidest(const StressModel &model, const std::vector<double> &widest)
{
    LpModel problem = model.problem;
    problem.upper[static_cast<std::size_t>(model.load)] = largestLoad;
    for (std::size_t k = 0; k < widest.size(); ++k) {
        double &upper = problem.upper[static_cast<std::size_t>(model.capacities[k].reaction)];
        upper = std::max(upper, widest[k]);
    }
    return problem;
}

std::vector<int> keptColumns(const StressModel &model)
{
    std::vector<int> kept{model.load};
    for (const RedoxCapacity &entry : model.capacities)
        kept.push_back(entry.reaction);
    for (std::size_t column = 0; column < model.problem.cost.size(); ++column) {
        if (model.problem.cost[column] != 0)
            kept.push_back(static_cast<int>(column));
    }
    return kept;
}

} // namespace

// Curve
// -------------------------------------------------------------------------------------------------------

double SurvivalCurve::growthAt(double load) const
{
    if (load > maximumLoad() * (1 + 1e-9) + noLoad)
        return 0;
    const auto right = std::lower_bound(points.begin(), points.end(), load,
                                        [](const Point &point, double value) { return point.load < value; });
    if (right == points.begin())
        return points.front().growth;
    if (right == points.end())
        return points.back().growth;
    const auto left = right - 1;
    const double share = (load - left->load) / (right->load - left->load);
    return left->growth + share * (right->growth - left->growth);
}

double SurvivalCurve::tolerance(double fraction) const
{
    const double wanted = fraction * growth();
    for (std::size_t i = points.size(); i-- > 0;) {
        if (points[i].growth < wanted)
            continue;
        if (i + 1 == points.size())
            return points[i].load;
        const Point &left = points[i], &right = points[i + 1];
        return left.load + (right.load - left.load) * (left.growth - wanted) / (left.growth - right.growth);
    }
    return 0;
}

// Plan
// --------------------------------------------------------------------------------------------------------

StressPlan::StressPlan(const StressModel &model, const std::vector<double> &widest,
                       const TaskContext &context)
    : m_model(model), m_network(withWidest(model, widest), keptColumns(model), Reduction::Optima)
{
    m_lp = reducedProblem(m_network, model.problem);
    const ReducedNetwork::Bounds bounds = m_network.reduce(model.problem.lower, model.problem.upper);
    setBounds(m_lp, bounds);
    std::vector<double> load(model.problem.cost.size());
    load[static_cast<std::size_t>(model.load)] = 1;
    m_loadCosts = m_network.reduceCosts(load);
    if (bounds.isEmpty) {
        m_status = SolutionStatus::Infeasible;
        return;
    }
    Lp lp(m_lp);
    m_status = lp.solveCold(context);
    if (m_status == SolutionStatus::Optimal) {
        m_growth = lp.objective();
        m_basis = lp.basis();
    }
}

// Solver
// --------------------------------------------------------------------------------------------------------

StressSolver::StressSolver(const StressPlan &plan)
    : m_plan(plan), m_lp(plan.m_lp), m_lower(plan.m_model.problem.lower), m_upper(plan.m_model.problem.upper)
{}

void StressSolver::setLoad(double low, double high)
{
    m_lower[static_cast<std::size_t>(m_plan.m_model.load)] = low;
    m_upper[static_cast<std::size_t>(m_plan.m_model.load)] = high;
    setBounds(m_lp, m_plan.m_network.reduce(m_lower, m_upper));
}

void StressSolver::setCosts(const std::vector<double> &costs)
{
    for (std::size_t column = 0; column < costs.size(); ++column)
        m_lp.setCost(static_cast<int>(column), costs[column]);
}

SolutionStatus StressSolver::growthAt(double load, LpMethod method, Tangent &tangent,
                                      const TaskContext &context)
{
    setLoad(load, load);
    const SolutionStatus status = m_lp.solve(method, context);
    if (status != SolutionStatus::Optimal)
        return status;
    const int column = m_plan.m_network.columnOf(m_plan.m_model.load);
    const double factor = m_plan.m_network.factorOf(m_plan.m_model.load);
    tangent = {load, m_lp.objective(), column < 0 ? 0 : m_lp.reducedCost(column) / factor};
    return status;
}

/// The largest load, by changing the objective, and growth under it, by changing back: both keep the vertex.
SolutionStatus StressSolver::largest(Tangent &tangent, const TaskContext &context)
{
    setLoad(0, largestLoad);
    setCosts(m_plan.m_loadCosts);
    SolutionStatus status = m_lp.solve(LpMethod::Primal, context);
    const double load = m_lp.objective();
    setCosts(m_plan.m_lp.cost);
    if (status != SolutionStatus::Optimal)
        return status;
    if (load < noLoad)
        return SolutionStatus::Optimal;
    // The vertex is on the edge of feasibility: rounding may put it outside.
    for (const double shrink : {0.0, 1e-10, 1e-8}) {
        status = growthAt(load * (1 - shrink), LpMethod::Primal, tangent, context);
        if (status != SolutionStatus::Infeasible)
            break;
    }
    tangent.load = load;
    return status;
}

/// Breakpoints between two points: where their tangents meet is the only breakpoint, or lies above a point
/// whose tangent parts the interval (Eisner & Severance 1976).
SolutionStatus StressSolver::refine(Tangent first, Tangent last, std::vector<SurvivalCurve::Point> &points,
                                    const TaskContext &context)
{
    const double tolerated = accuracy * m_scale;
    std::vector<Tangent> pending{last}; // right ends, nearest last
    Tangent left = first;
    points.push_back({left.load, left.growth});
    for (int evaluations = 0; !pending.empty();) {
        const Tangent right = pending.back();
        const bool isLinear =
            left.at(right.load) - right.growth <= tolerated || right.at(left.load) - left.growth <= tolerated;
        const double meeting =
            (right.growth - left.growth + left.slope * left.load - right.slope * right.load) /
            (left.slope - right.slope);
        const double margin = 1e-9 * (right.load - left.load);
        Tangent between;
        if (!isLinear && evaluations < mostEvaluations && meeting > left.load + margin &&
            meeting < right.load - margin) {
            ++evaluations;
            const SolutionStatus status = growthAt(meeting, LpMethod::Dual, between, context);
            if (losesProblems(status))
                return status;
            if (status == SolutionStatus::Optimal) {
                const bool isBreakpoint = left.at(meeting) - between.growth <= tolerated;
                if (!isBreakpoint) {
                    pending.push_back(between);
                    continue;
                }
                points.push_back({meeting, between.growth});
            }
        }
        points.push_back({right.load, right.growth});
        left = right;
        pending.pop_back();
    }
    return SolutionStatus::Optimal;
}

SurvivalCurve StressSolver::solve(const std::vector<double> &upper, const TaskContext &context)
{
    const StressModel &model = m_plan.m_model;
    for (std::size_t k = 0; k < upper.size(); ++k)
        m_upper[static_cast<std::size_t>(model.capacities[k].reaction)] = upper[k];
    SurvivalCurve curve;
    Tangent unloaded, most;
    setCosts(m_plan.m_lp.cost);
    setLoad(0, 0);
    curve.status = solveFrom(m_lp, m_plan.m_basis, context);
    if (curve.status != SolutionStatus::Optimal)
        return curve;
    curve.status = growthAt(0, LpMethod::Dual, unloaded, context);
    m_scale = unloaded.growth;
    if (curve.status == SolutionStatus::Optimal)
        curve.status = largest(most, context);
    if (curve.status == SolutionStatus::Optimal && most.load < noLoad)
        curve.points = {{0, unloaded.growth}};
    else if (curve.status == SolutionStatus::Optimal)
        curve.status = refine(unloaded, most, curve.points, context);
    if (curve.status != SolutionStatus::Optimal)
        curve.points.clear();
    for (SurvivalCurve::Point &point : curve.points)
        point.growth = std::abs(point.growth) <= accuracy * m_scale ? 0 : point.growth;
    return curve;
}

} // namespace pathgan
