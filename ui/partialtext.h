// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QString>

namespace pathgan {

/// "Partial: 22 of 304 samples, the run was stopped." or, of what rests on such a run, "From 22 of 304
/// samples: fluxes were stopped."; empty: the result is whole.
QString partialText(const Project &project, Part part);
/// Printed in the corner of a figure of that part: example data, partial. Empty: neither.
QString figureMark(const Project &project, Part part);

} // namespace pathgan
