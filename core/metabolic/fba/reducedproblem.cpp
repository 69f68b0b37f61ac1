// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/reducedproblem_p.h"

namespace pathgan {

std::vector<ReducedTarget> reducedTargets(const ReducedNetwork &network, const std::vector<int> &targets)
{
    std::vector<ReducedTarget> result;
    for (const int target : targets)
        result.push_back(ReducedTarget{network.columnOf(target), network.factorOf(target)});
    return result;
}

LpModel reducedProblem(const ReducedNetwork &network, const LpModel &problem)
{
    LpModel result = network.lp();
    result.maximise = problem.maximise;
    result.cost = network.reduceCosts(problem.cost);
    return result;
}

} // namespace pathgan
