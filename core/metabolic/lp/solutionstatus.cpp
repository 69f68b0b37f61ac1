// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/lp/solutionstatus.h"

#include "core/base/marked.h"

namespace pathgan {

const char *statusName(SolutionStatus status)
{
    switch (status) {
    case SolutionStatus::Optimal:
        return marked("Core", "optimal");
    case SolutionStatus::Infeasible:
        return marked("Core", "infeasible");
    case SolutionStatus::Unbounded:
        return marked("Core", "unbounded");
    case SolutionStatus::Undefined:
        return marked("Core", "numerical difficulties");
    case SolutionStatus::Stopped:
        return marked("Core", "stopped");
    case SolutionStatus::TimeLimit:
        return marked("Core", "time limit");
    }
    return marked("Core", "numerical difficulties");
}

std::optional<SolutionStatus> statusFromName(std::string_view name)
{
    using S = SolutionStatus;
    for (const S status : {S::Optimal, S::Infeasible, S::Unbounded, S::Undefined, S::Stopped, S::TimeLimit})
        if (name == statusName(status))
            return status;
    return {};
}

} // namespace pathgan
