// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/gimmesolver_p.h"

#include "core/base/statistics.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/pfba_p.h"
#include "core/metabolic/fba/reducedproblem_p.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace pathgan {

Result<GimmePlan> makeGimmePlan(const MetabolicModel &model, const GimmeOptions &options,
                                const TaskContext &context)
{
    LpModel whole = fbaProblem(model, options.base);
    ReducedNetwork network(whole, {}, Reduction::Fluxes);
    LpModel problem = reducedProblem(network, whole);
    if (network.reduce(whole.lower, whole.upper).isEmpty)
        return Error{ErrorCode::Infeasible, {}};
    double optimum = 0;
    {
        Lp lp(problem);
        if (const SolutionStatus status = lp.solveCold(context); status != SolutionStatus::Optimal)
            return solverError(status);
        optimum = lp.objective();
    }
    addObjectiveRow(problem, keptObjective(optimum, options.fractionOfOptimum, problem.maximise));
    AbsoluteProblem absolute(problem, network.reduceWeights(perturbedWeights(model)));
    Lp lp(absolute.lp);
    if (const SolutionStatus status = lp.solveCold(context); status != SolutionStatus::Optimal)
        return solverError(status);
    LpBasis basis = lp.basis();
    return GimmePlan{std::move(network), std::move(whole), std::move(absolute), std::move(basis), optimum};
}

void GimmeSolver::setCosts(const std::vector<double> &weights)
{
    for (std::size_t column = 0; column < weights.size(); ++column) {
        const SplitColumn &split = m_plan.absolute.columns[column];
        for (const int half : {split.forward, split.backward})
            if (half >= 0)
                m_lp.setCost(half, weights[column]);
    }
}

void GimmeSolver::restoreBounds()
{
    const LpModel &lp = m_plan.absolute.lp;
    for (int column = 0; column < m_lp.size(); ++column)
        m_lp.setBounds(column, lp.lower[static_cast<std::size_t>(column)],
                       lp.upper[static_cast<std::size_t>(column)]);
    for (int row = 0; row < m_lp.rows(); ++row)
        m_lp.setRowBounds(row, lp.rowLower[static_cast<std::size_t>(row)],
                          lp.rowUpper[static_cast<std::size_t>(row)]);
}

void GimmeSolver::takeFluxes(const std::vector<double> &scores, GimmeSolution &solution) const
{
    const std::vector<double> reduced = m_plan.absolute.fluxes(m_lp);
    solution.objectiveValue = 0;
    solution.score = 0;
    for (std::size_t reaction = 0; reaction < scores.size(); ++reaction) {
        const int column = m_plan.network.columnOf(static_cast<int>(reaction));
        const double flux = column < 0 ? 0
                                       : withoutNoise(m_plan.network.factorOf(static_cast<int>(reaction)) *
                                                      reduced[static_cast<std::size_t>(column)]);
        solution.fluxes.push_back(flux);
        solution.objectiveValue += m_plan.whole.cost[reaction] * flux;
    }
    for (const int reaction : solution.penalised) {
        const auto at = static_cast<std::size_t>(reaction);
        solution.score += (solution.threshold - scores[at]) * std::abs(solution.fluxes[at]);
    }
}

void GimmeSolver::solve(const std::vector<double> &scores, GimmeSolution &solution,
                        const TaskContext &context)
{
    std::vector<double> weights(scores.size(), 0.0);
    double greatest = 0;
    for (const int reaction : solution.penalised) {
        weights[static_cast<std::size_t>(reaction)] =
            solution.threshold - scores[static_cast<std::size_t>(reaction)];
        greatest = std::max(greatest, weights[static_cast<std::size_t>(reaction)]);
    }
    for (double &weight : weights) // at most 1, for the solver
        weight = greatest > 0 ? weight / greatest : 0;
    setCosts(m_plan.network.reduceWeights(weights));
    m_lp.setBasis(m_plan.basis);
    solution.status = m_lp.solve(LpMethod::Primal, context);
    if (solution.status == SolutionStatus::Optimal) {
        m_lp.optimalFace().fix(m_lp); // all fluxes of this score, the row of the objective too
        for (int column = 0; column < m_lp.size(); ++column)
            m_lp.setCost(column, m_plan.absolute.lp.cost[static_cast<std::size_t>(column)]);
        solution.status = m_lp.solve(LpMethod::Primal, context);
    }
    if (solution.status == SolutionStatus::Optimal)
        takeFluxes(scores, solution);
    restoreBounds();
}

GimmeSolution penalise(const std::vector<double> &scores, const GimmeOptions &options)
{
    GimmeSolution solution;
    solution.threshold = options.threshold;
    if (std::isnan(solution.threshold)) {
        std::vector<double> known;
        std::copy_if(scores.begin(), scores.end(), std::back_inserter(known),
                     [](double score) { return !std::isnan(score); });
        if (known.empty())
            return solution;
        solution.threshold = quantile(known, options.quantile);
    }
    for (std::size_t reaction = 0; reaction < scores.size(); ++reaction)
        if (scores[reaction] < solution.threshold) // not NaN
            solution.penalised.push_back(static_cast<int>(reaction));
    return solution;
}

} // namespace pathgan
