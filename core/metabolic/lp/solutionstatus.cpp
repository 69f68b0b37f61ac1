#include "core/metabolic/lp/solutionstatus.h"

namespace pathgan {

const char *statusName(SolutionStatus status)
{
    switch (status) {
    case SolutionStatus::Optimal:
        return "optimal";
    case SolutionStatus::Infeasible:
        return "infeasible";
    case SolutionStatus::Unbounded:
        return "unbounded";
    case SolutionStatus::Undefined:
        return "numerical difficulties";
    case SolutionStatus::Stopped:
        return "stopped";
    case SolutionStatus::TimeLimit:
        return "time limit";
    }
    return "numerical difficulties";
}

} // namespace pathgan
