// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

namespace pathgan {

/// OUT.unfinished: what an interrupted command keeps, and the same command goes on with.
std::filesystem::path unfinishedPath(const CommandLine &line);
/// --keep-every. kept: what the command keeps, for the help.
void addKeepOption(CommandLine &line, const char *kept);
/// Its seconds, 0 or more.
Result<double> keepSeconds(const CommandLine &line);
/// A file that stands there must begin so. Nothing is kept where --out is no file.
Result<void> mayKeepUnfinished(const CommandLine &line, const char *start);

} // namespace pathgan
