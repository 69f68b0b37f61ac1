// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/stressstep.h"

#include "core/metabolic/model/conceptreactions.h"
#include "core/project/inputmatch.h"

#include <algorithm>

namespace pathgan {

namespace {

/// Predictions as the flux run they stand for.
FluxRun predictedFlux(const GanRun &training, const FluxRun *targets)
{
    FluxRun run;
    if (targets) {
        run.options = targets->options;
        run.objective = targets->objective;
        run.wildTypeGrowth = targets->wildTypeGrowth;
        if (targets->reactions == training.reactions)
            run.wildTypeValues = targets->wildTypeValues;
    }
    run.samples = training.samples;
    run.reactions = training.reactions;
    run.values = training.predicted;
    run.status.assign(run.samples.size(), SolutionStatus::Optimal);
    return run;
}

} // namespace

Result<StressResults> stressStep(const StressInput &input, const StressOptions &options,
                                 const StepContext &context)
{
    const Result<void> shared =
        requireModelGenes(input.model, input.cohort.expression->genes, input.genes, input.allowLowCoverage);
    if (!shared)
        return shared.error();
    StressResults results;
    Result<StressRun> measured = simulateStress(input.model, input.cohort, input.genes, nullptr, options,
                                                context.task, context.samples);
    if (!measured)
        return measured.error();
    results.expression = std::make_shared<const StressRun>(*std::move(measured));
    if (!input.training)
        return results;

    const FluxRun predicted = predictedFlux(*input.training, input.flux);
    Result<StressRun> fedBack = simulateStress(input.model, input.cohort, input.genes, &predicted, options,
                                               context.task, context.samples);
    if (!fedBack)
        return fedBack.error();
    results.predicted = std::make_shared<const StressRun>(*std::move(fedBack));
    if (!input.training->network)
        return results;

    const int exchange = exchangeOf(input.model, "gthox").reaction;
    if (exchange >= 0 && std::find(predicted.reactions.begin(), predicted.reactions.end(),
                                   input.model.reactions[static_cast<std::size_t>(exchange)].id) !=
                             predicted.reactions.end()) {
        Result<PaperStressRun> paper = simulatePaperStress(input.model, predicted, context.task);
        if (!paper)
            return paper.error();
        results.paper = std::make_shared<const PaperStressRun>(*std::move(paper));
    }
    if (input.flux && input.flux->reactions == predicted.reactions) {
        Result<FeasibilityRun> feasibility =
            checkFeasibility(input.model, predicted, predicted.values, context.task);
        if (!feasibility)
            return feasibility.error();
        results.feasibility = std::make_shared<const FeasibilityRun>(*std::move(feasibility));
    }
    return results;
}

Result<StressResults> StressStep::run(const Project &project, const StressOptions &options,
                                      const StepContext &context)
{
    if (const Result<void> ready = requireParts(project, facts.required); !ready)
        return ready.error();
    return stressStep({*project.model, *project.cohort, project.genes(), project.training.get(),
                       project.flux.get(), project.options.allowLowCoverage},
                      options, context);
}

} // namespace pathgan
