#include "core/steps/cohortstep.h"

namespace pathgan {

Result<Cohort> CohortStep::run(const Project &project, const CohortOptions &options, const StepContext &)
{
    if (!project.expression)
        return missingPart(Part::Expression);
    return makeCohort(project.expression, project.clinical, options);
}

} // namespace pathgan
