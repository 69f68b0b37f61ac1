// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/partial.h"

#include <algorithm>

namespace pathgan {

namespace {

/// Of a part itself; finished 0: it is whole, or not there.
PartialRun ownRun(const Project &project, Part part)
{
    const std::size_t all = project.cohort ? project.cohort->size() : 0;
    if (part == Part::Flux && project.flux && project.flux->stoppedEarly) {
        const auto &named = project.flux->options.samples;
        return {part, project.flux->samples.size(), named.empty() ? all : named.size()};
    }
    if (part == Part::Stress && project.stress)
        for (const auto &run : {project.stress->expression, project.stress->predicted})
            if (run && run->stoppedEarly)
                return {part, run->samples.size(), all};
    return {};
}

void addRuns(const Project &project, Part part, std::vector<PartialRun> &runs)
{
    const PartialRun own = ownRun(project, part);
    const bool isKnown =
        std::any_of(runs.begin(), runs.end(), [part](const PartialRun &known) { return known.part == part; });
    if (own.finished > 0 && !isKnown)
        runs.push_back(own);
    const auto provenance = project.provenance(part);
    if (!provenance)
        return;
    for (const InputKey &input : provenance->inputs) {
        const auto now = project.provenance(input.part);
        if (now && now->key == input.key)
            addRuns(project, input.part, runs);
    }
}

} // namespace

std::vector<PartialRun> partialRuns(const Project &project, Part part)
{
    std::vector<PartialRun> runs;
    addRuns(project, part, runs);
    return runs;
}

} // namespace pathgan
