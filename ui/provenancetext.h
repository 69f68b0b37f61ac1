// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QString>

#include <string>

namespace pathgan {

/// An ISO 8601 time of UTC as people here write it.
QString localTime(const std::string &utc);
/// "Computed 30.11.26 16:44 in 0.05 s, seed 1, PathGAN 0.1.0".
QString computedText(const Provenance &provenance);
/// When, how long, with which seed and by which version a part was computed, and its key, as HTML. Empty
/// where the project has no such part or does not know.
QString provenanceHtml(const Project &project, Part part);

} // namespace pathgan
