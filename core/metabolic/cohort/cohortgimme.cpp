// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/cohortgimme.h"

#include "core/base/marked.h"
#include "core/base/parallel.h"
#include "core/metabolic/cohort/reactionscores.h"
#include "core/metabolic/cohort/samplework_p.h"
#include "core/metabolic/fba/gimmesolver_p.h"

#include <memory>

namespace pathgan {

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
    const Result<GimmePlan> plan = makeGimmePlan(model, options, context);
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
