// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/cohortgimme.h"

#include "core/base/marked.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/metabolic/cohort/dualtext_p.h"
#include "core/metabolic/cohort/reactionscores.h"
#include "core/metabolic/cohort/samplework_p.h"
#include "core/metabolic/fba/gimmesolver_p.h"
#include "core/metabolic/lp/lpkey_p.h"

#include <memory>

namespace pathgan {

namespace {

std::vector<double> scoresOf(const MatrixD &scores, std::size_t sample)
{
    const auto column = scores.col(static_cast<Index>(sample));
    return {column.begin(), column.end()};
}

/// What the scores are, then status, score, objective and fluxes. Threshold and penalised are made again.
std::string rowOf(const std::vector<double> &scores, const GimmeSolution &solution)
{
    std::string row = '\t' + numbersKey(scores) + '\t' + statusName(solution.status) +
                      numberField(solution.score) + numberField(solution.objectiveValue);
    for (const double flux : solution.fluxes)
        row += numberField(flux);
    return row;
}

bool readRow(const std::string &row, const std::vector<double> &scores, GimmeSolution &solution)
{
    const std::vector<std::string> fields = split(row, '\t');
    if (fields.size() < 5 || fields[1] != numbersKey(scores))
        return false;
    const std::optional<SolutionStatus> status = statusFromName(fields[2]);
    const std::optional<double> score = fieldNumber(fields[3]), objective = fieldNumber(fields[4]);
    const std::size_t fluxes = status == SolutionStatus::Optimal ? scores.size() : 0;
    if (!status || !score || !objective || fields.size() != 5 + fluxes)
        return false;
    for (std::size_t k = 5; k < fields.size(); ++k) {
        const std::optional<double> flux = parseNumber(fields[k]);
        if (!flux)
            return false;
        solution.fluxes.push_back(*flux);
    }
    solution.status = *status;
    solution.score = *score;
    solution.objectiveValue = *objective;
    return true;
}

std::string keyOf(const GimmePlan &plan, const GimmeOptions &options)
{
    return lpKey(plan.whole, {options.fractionOfOptimum, options.quantile, options.threshold});
}

} // namespace

Result<GimmeRun> gimme(const MetabolicModel &model, const Cohort &cohort, const GeneTable &table,
                       const GimmeOptions &options, const TaskContext &context, SampleKeeper *keeper)
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
    const Result<GimmePlan> plan = makeGimmePlan(model, options, context);
    if (!plan)
        return plan.error();
    const unsigned threads = threadCount(options.threads);
    std::vector<std::unique_ptr<GimmeSolver>> solvers(threads);
    std::vector<GimmeSolution> solutions(cohort.size());
    const auto start = [&](std::size_t sample) {
        std::vector<double> own = scoresOf(scores, sample);
        solutions[sample] = penalise(own, options);
        solutions[sample].optimum = plan->optimum;
        return own;
    };
    const SampleRows rows{
        keyOf(*plan, options), cohort.samples,
        [&](std::size_t sample) { return rowOf(scoresOf(scores, sample), solutions[sample]); },
        [&](const std::string &row, std::size_t sample) {
            return readRow(row, start(sample), solutions[sample]);
        }};
    const std::vector<std::size_t> finished =
        forEachSample(rows, threads, marked("Core", "Solving samples"), context, keeper,
                      [&](std::size_t sample, unsigned worker) {
                          if (!solvers[worker])
                              solvers[worker] = std::make_unique<GimmeSolver>(*plan);
                          const std::vector<double> own = start(sample);
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
