// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/cohortstep.h"

namespace pathgan {

Result<Cohort> CohortStep::run(const Project &project, const CohortOptions &options, const StepContext &)
{
    if (const Result<void> ready = requireParts(project, facts.required); !ready)
        return ready.error();
    return makeCohort(project.expression, project.clinical, options);
}

} // namespace pathgan
