// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <cstddef>
#include <vector>

namespace pathgan {

/// A run over samples that was stopped, and kept what was finished.
struct PartialRun
{
    Part part{};
    std::size_t finished = 0, asked = 0; ///< samples
};

/// The stopped runs that a result rests on, its own first. Of inputs that are other ones now nothing is
/// known.
std::vector<PartialRun> partialRuns(const Project &project, Part part);

} // namespace pathgan
