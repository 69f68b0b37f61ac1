// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "core/steps/step.h"

#include <string>
#include <vector>

namespace pathgan {

/// Writes what a command computed into the folder of an option: its tables, the figures of these parts, and
/// manifest.json, in the layout of `run`. Names of tables and figures.
Result<std::vector<std::string>> writeFolder(const CommandLine &line, const QString &option,
                                             const Project &project, const std::vector<NamedTable> &tables,
                                             const std::vector<Part> &figures = {});

} // namespace pathgan
