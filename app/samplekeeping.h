// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/unfinished.h"
#include "core/data/keptsamples.h"

#include <functional>

namespace pathgan {

/// --keep-every and what may stand in the place of OUT.unfinished, of a command that works on samples.
void addSampleKeeping(CommandLine &line);
Result<void> mayKeepSamples(const CommandLine &line);

/// Goes on with what an interrupted command of the same --out left behind, and leaves such when interrupted.
/// compute is given null where --out is no file.
Result<void> keepingSamples(const CommandLine &line,
                            const std::function<Result<void>(SampleKeeper *)> &compute);

} // namespace pathgan
