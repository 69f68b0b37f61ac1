// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/metabolic/lp/lpmodel_p.h"
#include "core/metabolic/lp/solutionstatus.h"

#include <optional>
#include <vector>

namespace pathgan {

/// Which bounds and rows of a problem count.
struct LpMembers
{
    std::vector<bool> lower, upper, rows;

    static LpMembers everything(const LpModel &problem); ///< infinite bounds are none
    std::size_t count() const;
};

/// Bounds and rows (all of them S v = 0) that contradict each other: the support of a vertex of Farkas'
/// system Sᵀy + λ − μ = 0, lᵀλ − uᵀμ = 1, λ, μ ≥ 0, which is irreducible (Gleeson & Ryan 1990); the one of
/// least Σ weight (λ + μ), so that few take part. weights: by column. None: the problem is feasible, or
/// status says what kept the solver from an answer.
std::optional<LpMembers> sparseCertificate(const LpModel &problem, const std::vector<double> &weights,
                                           SolutionStatus &status, const TaskContext &context);

} // namespace pathgan
