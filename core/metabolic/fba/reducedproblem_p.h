// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/reducednetwork_p.h"

#include <cstddef>
#include <vector>

namespace pathgan {

/// Reduced column that carries a reported reaction; −1: it carries no flux.
struct ReducedTarget
{
    int column = -1;
    double factor = 1;
};
std::vector<ReducedTarget> reducedTargets(const ReducedNetwork &network, const std::vector<int> &targets);
/// The reduced problem with the task's objective.
LpModel reducedProblem(const ReducedNetwork &network, const LpModel &problem);
/// Sets all bounds but those of rows added since. Target: a problem, or what solves it.
template <class Target>
void setBounds(Target &target, const ReducedNetwork::Bounds &bounds)
{
    for (std::size_t column = 0; column < bounds.lower.size(); ++column)
        target.setBounds(static_cast<int>(column), bounds.lower[column], bounds.upper[column]);
    for (std::size_t row = 0; row < bounds.rowLower.size(); ++row)
        target.setRowBounds(static_cast<int>(row), bounds.rowLower[row], bounds.rowUpper[row]);
}

} // namespace pathgan
