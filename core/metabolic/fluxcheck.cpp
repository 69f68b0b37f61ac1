#include "core/metabolic/modelcheck_p.h"

namespace pathgan {

Result<void> checkBlocked(const MetabolicModel &, unsigned, ModelCheckRun &, const TaskContext &)
{
    return Error{ErrorCode::SolverFailed, {}};
}
Result<void> checkLoops(const MetabolicModel &, unsigned, ModelCheckRun &, const TaskContext &)
{
    return Error{ErrorCode::SolverFailed, {}};
}
Result<void> checkEnergy(const MetabolicModel &, ModelCheckRun &, const TaskContext &)
{
    return Error{ErrorCode::SolverFailed, {}};
}

} // namespace pathgan
