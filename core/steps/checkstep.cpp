// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/checkstep.h"

namespace pathgan {

Result<ModelCheckRun> CheckStep::run(const Project &project, const ModelCheckOptions &options,
                                     const StepContext &context)
{
    if (const Result<void> ready = requireParts(project, facts.required); !ready)
        return ready.error();
    return checkModel(*project.model, project.genes(), options, context.task);
}

} // namespace pathgan
