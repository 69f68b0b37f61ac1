// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/compute.h"

#include "core/base/hash.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/project/versions.h"

namespace pathgan {

void describeRun(Provenance &provenance, const StepFacts &facts)
{
    provenance.threads = 1;
    for (const OptionSetting &setting : provenance.options) {
        const auto *whole = std::get_if<std::uint64_t>(&setting.value);
        if (whole && (setting.key == "seed" || setting.key.ends_with("_seed")))
            provenance.seed = *whole;
        if (whole && setting.key.ends_with("_threads"))
            provenance.threads = threadCount(static_cast<unsigned>(*whole));
    }
    provenance.versions = versions(facts.part == Part::Training || facts.part == Part::Explanation);
}

void markStoppedEarly(Provenance &provenance)
{
    provenance.key =
        sha256(provenance.asked + " stopped " + provenance.started + ' ' + formatNumber(provenance.seconds));
}

std::vector<Part> partsToRun(const Project &project)
{
    std::vector<Part> parts;
    for (const StepFacts &facts : allSteps()) {
        const bool hasGroups = facts.part != Part::Groups || project.knows(Part::Clinical);
        if (facts.inRunAll && hasGroups && (!project.knows(facts.part) || isStale(project, facts.part)))
            parts.push_back(facts.part);
    }
    return parts;
}

} // namespace pathgan
