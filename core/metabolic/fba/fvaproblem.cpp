// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/fvaproblem_p.h"

#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/reducedproblem_p.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pathgan {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
/// Share of the optimum: a thousandth of what it is proven by, a hundredth of the solver's tolerance.
constexpr double faceSlack = 1e-9;

/// Adds the row Σ weight |v| ≤ limit to a problem split by direction.
void addTotalRow(LpModel &split, double limit)
{
    const int row = split.addRow(-infinity, limit);
    for (std::size_t column = 0; column < split.columns.size(); ++column)
        split.columns[column].emplace_back(row, split.cost[column]);
}

/// Puts finite bounds, far beyond all others, in the place of infinite ones.
void closeEndless(FvaProblem &problem)
{
    LpModel &fluxes = problem.fluxes;
    double largest = 1;
    bool isEndless = false;
    for (const std::vector<double> *bounds : {&fluxes.lower, &fluxes.upper})
        for (const double bound : *bounds) {
            isEndless = isEndless || std::isinf(bound);
            if (std::isfinite(bound))
                largest = std::max(largest, std::abs(bound));
        }
    if (!isEndless)
        return;
    problem.endless = 1000 * largest;
    for (std::size_t column = 0; column < fluxes.columns.size(); ++column) {
        fluxes.lower[column] = std::max(fluxes.lower[column], -problem.endless);
        fluxes.upper[column] = std::min(fluxes.upper[column], problem.endless);
    }
}

/// Takes the bounds that the face of least total flux leaves.
void narrow(LpModel &fluxes, const AbsoluteProblem &absolute)
{
    for (std::size_t column = 0; column < fluxes.columns.size(); ++column) {
        const auto bound = [&](int half, const std::vector<double> &bounds) {
            return half < 0 ? 0.0 : bounds[static_cast<std::size_t>(half)];
        };
        const auto &[forward, backward] = absolute.columns[column];
        const double low = bound(forward, absolute.lp.lower) - bound(backward, absolute.lp.upper);
        const double high = bound(forward, absolute.lp.upper) - bound(backward, absolute.lp.lower);
        fluxes.lower[column] = std::max(fluxes.lower[column], low);
        fluxes.upper[column] = std::min(fluxes.upper[column], high);
    }
}

Result<void> limitTotal(FvaProblem &problem, double factor, const TaskContext &context)
{
    AbsoluteProblem absolute(problem.fluxes, problem.weights);
    Lp lp(absolute.lp);
    const SolutionStatus status = lp.solveCold(context);
    if (status != SolutionStatus::Optimal)
        return solverError(status);
    problem.basis = lp.basis();
    problem.basis.insert(problem.basis.begin() + lp.rows(), Lp::basicStatus);
    if (factor == 1) {
        lp.optimalFace().fix(absolute.lp);
        narrow(problem.fluxes, absolute);
        factor += faceSlack;
    }
    addTotalRow(absolute.lp, factor * lp.objective());
    std::fill(absolute.lp.cost.begin(), absolute.lp.cost.end(), 0.0);
    problem.absolute = std::move(absolute);
    return {};
}

void describeColumns(const MetabolicModel &model, FvaProblem &problem)
{
    const auto count = static_cast<std::size_t>(problem.fluxes.size());
    problem.weights = problem.network.reduceWeights(std::vector<double>(model.reactions.size(), 1.0));
    problem.isBoundary.assign(count, false);
    for (int reaction = 0; reaction < static_cast<int>(model.reactions.size()); ++reaction) {
        const int column = problem.network.columnOf(reaction);
        if (column >= 0 && model.isBoundary(reaction))
            problem.isBoundary[static_cast<std::size_t>(column)] = true;
    }
}

} // namespace

double FvaProblem::flux(const Lp &solved, int column) const
{
    return absolute ? absolute->flux(solved, column) : solved.value(column);
}

double FvaProblem::miss(const Lp &solved) const
{
    if (objective.empty())
        return 0;
    double reached = 0;
    for (std::size_t column = 0; column < objective.size(); ++column)
        if (objective[column] != 0)
            reached += objective[column] * flux(solved, static_cast<int>(column));
    return std::max(0.0, maximise ? kept - reached : reached - kept);
}

void FvaProblem::setCost(Lp &target, int column, double cost) const
{
    if (!absolute) {
        target.setCost(column, cost);
        return;
    }
    const SplitColumn &both = absolute->columns[static_cast<std::size_t>(column)];
    if (both.forward >= 0)
        target.setCost(both.forward, cost);
    if (both.backward >= 0)
        target.setCost(both.backward, -cost);
}

void FvaProblem::setBounds(Lp &target, int column, double low, double high) const
{
    if (absolute)
        absolute->setBounds(target, column, low, high);
    else
        target.setBounds(column, low, high);
}

Result<FvaProblem> fvaProblem(const MetabolicModel &model, const FvaOptions &options,
                              const TaskContext &context)
{
    const LpModel whole = fbaProblem(model, options.base);
    FvaProblem problem{ReducedNetwork(whole, {}, Reduction::Fluxes), {}, {}, {}, {}, {}, 0, {}, 0, true, 0};
    LpModel &fluxes = problem.fluxes;
    fluxes = reducedProblem(problem.network, whole);
    if (problem.network.reduce(whole.lower, whole.upper).isEmpty)
        return Error{ErrorCode::Infeasible, {}};
    Lp lp(fluxes);
    const SolutionStatus status = lp.solveCold(context);
    if (status != SolutionStatus::Optimal)
        return solverError(status);
    problem.optimum = lp.objective();
    problem.maximise = fluxes.maximise;
    problem.basis = lp.basis();
    if (std::any_of(fluxes.cost.begin(), fluxes.cost.end(), [](double cost) { return cost != 0; })) {
        double fraction = options.fractionOfOptimum;
        if (fraction == 1) { // the optimal face has no room but rounding
            lp.optimalFace().fix(fluxes);
            fraction -= faceSlack;
        }
        problem.objective = fluxes.cost;
        problem.kept = keptObjective(problem.optimum, options.fractionOfOptimum, fluxes.maximise);
        addObjectiveRow(fluxes, keptObjective(problem.optimum, fraction, fluxes.maximise));
        problem.basis.insert(problem.basis.begin() + lp.rows(), Lp::basicStatus);
        std::fill(fluxes.cost.begin(), fluxes.cost.end(), 0.0);
    }
    if (options.loopless)
        closeEndless(problem);
    describeColumns(model, problem);
    if (options.pfbaFactor > 0)
        if (const Result<void> limited = limitTotal(problem, options.pfbaFactor, context); !limited)
            return limited.error();
    return problem;
}

} // namespace pathgan
