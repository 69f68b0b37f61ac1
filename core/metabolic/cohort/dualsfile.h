// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/cohort/cohortflux.h"

#include <filesystem>

namespace pathgan {

constexpr const char *dualsFileStart = "PathGAN dual solutions 1\n"; ///< of such a file

/// The dual solutions of a run, whole: what a flux table leaves out. MissingInput where it has none.
Result<void> writeDuals(const FluxRun &run, const std::filesystem::path &path);
/// Gives a run that was read as a table the dual solutions in the file. UnknownFormat with the line of what
/// is damaged; NoOverlap names the first sample or reaction of the run that is not in it.
Result<void> readDuals(const std::filesystem::path &path, FluxRun &run);

} // namespace pathgan
