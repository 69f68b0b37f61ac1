// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <string>

namespace pathgan {

/// How much there is to do for a step with the options of now, in units of its own: the time it takes is
/// about proportional to it. 0: not known.
double workOf(const Project &project, Part part);
/// How much of it the result took: a training may have ended before its last epoch.
double shareDone(const Project &project, Part part);
/// What changes the time of a unit: the part, and its words and switches as `key=value`.
std::string kindOfWork(const Project &project, Part part);

} // namespace pathgan
