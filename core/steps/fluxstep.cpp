// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/fluxstep.h"

#include "core/project/inputmatch.h"

namespace pathgan {

Result<FluxRun> fluxStep(const FluxInput &input, const FluxOptions &options, const StepContext &context)
{
    const Result<void> shared =
        requireModelGenes(input.model, input.cohort.expression->genes, input.genes, input.allowLowCoverage);
    if (!shared)
        return shared.error();
    FluxRun alone;
    FluxRun &kept = context.unfinishedFlux ? *context.unfinishedFlux : alone;
    if (input.earlier && input.earlier->stoppedEarly && kept.samples.size() < input.earlier->samples.size())
        kept = *input.earlier;
    return computeFlux(input.model, input.cohort, input.genes, options, context.task, &kept, context.keeper);
}

Result<FluxRun> FluxStep::run(const Project &project, const FluxOptions &options, const StepContext &context)
{
    if (const Result<void> ready = requireParts(project, facts.required); !ready)
        return ready.error();
    return fluxStep({*project.model, *project.cohort, project.genes(), project.options.allowLowCoverage,
                     project.flux.get()},
                    options, context);
}

} // namespace pathgan
