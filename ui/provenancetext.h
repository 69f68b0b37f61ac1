// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QString>

namespace pathgan {

/// When, how long, with which seed and by which version a part was computed, and its key, as HTML. Empty
/// where the project has no such part or does not know.
QString provenanceHtml(const Project &project, Part part);

} // namespace pathgan
