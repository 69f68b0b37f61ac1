// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <optional>

namespace pathgan {

/// How long steps take on this machine, as their last runs told; kept in the user's settings.
class LearntTimes
{
public:
    /// Seconds, for what the project holds and asks for now; nothing: no such run was seen yet.
    static std::optional<double> expected(const Project &project, Part part);
    /// From the result that was just computed here; nothing of one that is out of date, or was stopped.
    static void learn(const Project &project, Part part);
};

} // namespace pathgan
