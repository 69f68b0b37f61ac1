#include "core/metabolic/gimme.h"

#include "core/base/marked.h"
#include "core/base/parallel.h"
#include "core/base/statistics.h"
#include "core/metabolic/cohortflux.h"
#include "core/metabolic/fbaproblem_p.h"
#include "core/metabolic/samplesolver_p.h"
#include "core/metabolic/samplework_p.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace pathgan {

namespace {

/// What all samples share: only costs differ between them.
struct GimmePlan
{
    ReducedNetwork network;
    LpModel whole;            ///< the model's own problem
    AbsoluteProblem absolute; ///< reduced; its last row keeps the objective; costs: perturbed weights
    LpBasis basis;            ///< its optimum
    double optimum = 0;
};

Result<GimmePlan> makePlan(const MetabolicModel &model, const GimmeOptions &options,
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

/// One after another, each from the same vertex. One a thread.
class GimmeSolver
{
public:
    explicit GimmeSolver(const GimmePlan &plan) : m_plan(plan), m_lp(plan.absolute.lp) {}
    void solve(const std::vector<double> &scores, GimmeSolution &solution, const TaskContext &context);

private:
    void setCosts(const std::vector<double> &weights);
    void restoreBounds();
    void takeFluxes(const std::vector<double> &scores, GimmeSolution &solution) const;

    const GimmePlan &m_plan;
    Lp m_lp;
};

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

/// Threshold of a score vector and what lies below it.
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

} // namespace

Result<void> GimmeOptions::check(const MetabolicModel &model) const
{
    if (Result<void> checked = base.check(model); !checked)
        return checked;
    if (!(fractionOfOptimum >= 0 && fractionOfOptimum <= 1))
        return Error{ErrorCode::InvalidOption, "fractionOfOptimum"};
    if (Result<void> checked = base.checkObjective(model); fractionOfOptimum > 0 && !checked)
        return checked;
    if (!(quantile >= 0 && quantile <= 1))
        return Error{ErrorCode::InvalidOption, "quantile"};
    if (std::isinf(threshold))
        return Error{ErrorCode::InvalidOption, "threshold"};
    return {};
}

Result<GimmeSolution> gimme(const MetabolicModel &model, const std::vector<double> &scores,
                            const GimmeOptions &options, const TaskContext &context)
{
    if (const Result<void> checked = options.check(model); !checked)
        return checked.error();
    if (scores.size() != model.reactions.size())
        return Error{ErrorCode::InvalidOption, "scores"};
    const Result<GimmePlan> plan = makePlan(model, options, context);
    if (!plan)
        return plan.error();
    GimmeSolution solution = penalise(scores, options);
    solution.optimum = plan->optimum;
    GimmeSolver(*plan).solve(scores, solution, context);
    if (solution.status == SolutionStatus::Stopped)
        return Error{ErrorCode::Cancelled, {}};
    return solution;
}

Result<GimmeRun> gimme(const MetabolicModel &model, const Cohort &cohort, const GeneTable &table,
                       const GimmeOptions &options, const TaskContext &context)
{
    if (const Result<void> checked = options.check(model); !checked)
        return checked.error();
    if (!cohort.expression || cohort.size() == 0)
        return Error{ErrorCode::TooFewSamples, "expression"};
    context.report(marked("Core", "Scoring reactions"), 0, 0);
    const GeneMapping mapping = mapModelGenes(model, GeneIndex(cohort.expression->genes, table));
    if (mapping.coverage.matched == 0)
        return Error{ErrorCode::NoOverlap, "genes"};
    const MatrixD scores = reactionScores(model, cohort, mapping, options.orRule, options.logScores);
    const Result<GimmePlan> plan = makePlan(model, options, context);
    if (!plan)
        return plan.error();
    const unsigned threads = threadCount(options.threads);
    std::vector<std::unique_ptr<GimmeSolver>> solvers(threads);
    std::vector<GimmeSolution> solutions(cohort.size());
    const std::vector<std::size_t> finished =
        forEachSample(cohort.size(), threads, marked("Core", "Solving samples"), context,
                      [&](std::size_t sample, unsigned worker) {
                          if (!solvers[worker])
                              solvers[worker] = std::make_unique<GimmeSolver>(*plan);
                          const auto column = scores.col(static_cast<Index>(sample));
                          const std::vector<double> own(column.begin(), column.end());
                          solutions[sample] = penalise(own, options);
                          solutions[sample].optimum = plan->optimum;
                          solvers[worker]->solve(own, solutions[sample], context);
                          const SolutionStatus status = solutions[sample].status;
                          if (losesProblems(status))
                              solvers[worker].reset();
                          return status != SolutionStatus::Stopped;
                      });
    if (context.isCancelled() || finished.empty())
        return Error{ErrorCode::Cancelled, {}};
    GimmeRun run;
    run.optimum = plan->optimum;
    run.samples = entriesOf(cohort.samples, finished);
    run.solutions = entriesOf(solutions, finished);
    run.genes = mapping.coverage;
    run.stoppedEarly = finished.size() < cohort.size();
    return run;
}

} // namespace pathgan
