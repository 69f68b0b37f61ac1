// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/fluxstep.h"

#include "core/metabolic/cohort/unfinishedflux.h"
#include "core/project/inputmatch.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace pathgan {

namespace {

/// What an earlier command left of fluxes, if it is not damaged.
FluxRun earlierFlux(const SampleKeeper &keeper)
{
    for (const KeptSamples &kept : keeper.runs)
        if (std::optional<FluxRun> run = isFlux(kept) ? fluxOf(kept) : std::nullopt)
            return *std::move(run);
    return {};
}

FluxKeeper keeperInto(SampleKeeper &keeper)
{
    if (!keeper.write)
        return {};
    return {[&keeper](const FluxRun &part) {
                keeper.put(keptFlux(part));
                keeper.write(keeper.runs);
            },
            keeper.seconds};
}

/// Tells the keeper what became of a run. earlier: what it went on with; unfinished: what it left.
void tellKeeper(SampleKeeper &keeper, const Result<FluxRun> &run, const FluxRun &earlier,
                const FluxRun &unfinished)
{
    if (!run) {
        if (run.error().code == ErrorCode::Cancelled && !unfinished.samples.empty())
            keeper.put(keptFlux(unfinished));
        return;
    }
    SampleKeeper::Asked asked{run->key, run->samples, 0, run->samples.size()};
    const std::unordered_set<std::string> names(earlier.samples.begin(), earlier.samples.end());
    if (earlier.key == run->key)
        asked.taken = static_cast<std::size_t>(
            std::count_if(run->samples.begin(), run->samples.end(),
                          [&](const std::string &sample) { return names.count(sample) > 0; }));
    keeper.asked.push_back(std::move(asked));
}

} // namespace

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
    if (!context.samples)
        return computeFlux(input.model, input.cohort, input.genes, options, context.task, &kept);
    kept = earlierFlux(*context.samples);
    const FluxRun earlier = kept;
    Result<FluxRun> run = computeFlux(input.model, input.cohort, input.genes, options, context.task, &kept,
                                      keeperInto(*context.samples));
    tellKeeper(*context.samples, run, earlier, kept);
    return run;
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
