// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace pathgan {

/// How the solution of a linear program ended.
enum class SolutionStatus {
    Optimal,
    Infeasible,
    Unbounded,
    Undefined, ///< numerical difficulties: no solution that can be proven
    Stopped,   ///< by request
    TimeLimit, ///< one linear program took more processor time than allowed
};
const char *statusName(SolutionStatus status); ///< "optimal", "infeasible" …
std::optional<SolutionStatus> statusFromName(std::string_view name);

} // namespace pathgan
