// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store/contents.h"

namespace pathgan {

KeptRun keptRun(const Project &project, Part part)
{
    KeptRun run;
    run.part = part;
    forEachPart(project, [&](Part at, const auto &artifact) {
        if (at != part)
            return;
        run.value = artifact.value();
        run.provenance = artifact.provenance();
    });
    return run;
}

void putRun(Project &project, const KeptRun &run)
{
    forEachPart(project, [&]<class T>(Part at, Artifact<T> &artifact) {
        if (at == run.part)
            artifact = Artifact<T>(std::static_pointer_cast<const T>(run.value), run.provenance);
    });
}

bool isSameRun(const KeptRun &a, const KeptRun &b)
{
    if (a.part != b.part)
        return false;
    if (!a.id.empty() && !b.id.empty())
        return a.id == b.id;
    if (!a.provenance || !b.provenance)
        return !a.provenance && !b.provenance && a.value && a.value == b.value;
    return a.provenance == b.provenance ||
           (a.provenance->key == b.provenance->key && a.provenance->started == b.provenance->started);
}

std::vector<Part> pendingParts(const Project &project)
{
    std::vector<Part> parts;
    forEachPart(project, [&](Part part, const auto &artifact) {
        if (artifact.isPending())
            parts.push_back(part);
    });
    return parts;
}

} // namespace pathgan
