#include "core/steps/checkstep.h"

namespace pathgan {

Result<ModelCheckRun> CheckStep::run(const Project &project, const ModelCheckOptions &options,
                                     const StepContext &context)
{
    if (!project.model)
        return missingPart(Part::Model);
    return checkModel(*project.model, project.genes(), options, context.task);
}

} // namespace pathgan
