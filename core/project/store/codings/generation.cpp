// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/generate.h"

#include "core/project/store/codings/common_p.h"

namespace pathgan {

template <class Archive, Is<ReactionComparison> Value>
void describe(Archive &a, Value &one)
{
    a.fields(one, one.realMean, one.generatedMean, one.realSd, one.generatedSd, one.wasserstein,
             one.relativeWasserstein, one.coverage, one.inRange, one.noiseShift);
}
template <class Archive, Is<GenerateRun> Value>
void describe(Archive &a, Value &run)
{
    a.fields(run, run.options, run.noiseSize, run.isCapacity, run.isBatchCritic, run.pool, run.profiles,
             run.conditions, run.reactions, run.fluxes, run.realSamples, run.real, run.byReaction,
             run.density, run.coverage, run.expectedCoverage, run.critic, run.realCritic, run.nearest,
             run.nearestDistance, run.realNearestDistance, run.outside, run.unattainable, run.distance);
}
bool isSound(const GenerateRun &run)
{
    const std::size_t profiles = run.profiles.size(), reactions = run.reactions.size();
    return isOfShape(run.fluxes, profiles, reactions) &&
           isOfShape(run.real, run.realSamples.size(), reactions) && areOfSize(reactions, run.byReaction) &&
           areOfSizeOrEmpty(run.realSamples.size(), run.realCritic) &&
           areOfSize(profiles, run.nearest, run.nearestDistance) &&
           areOfSizeOrEmpty(profiles, run.conditions, run.critic, run.outside, run.unattainable,
                            run.distance);
}
PATHGAN_CODING(GenerateRun, "generation")

} // namespace pathgan
