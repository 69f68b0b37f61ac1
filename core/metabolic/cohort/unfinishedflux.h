// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/cohort/cohortflux.h"

#include <filesystem>

namespace pathgan {

constexpr const char *unfinishedFluxStart = "PathGAN unfinished fluxes 1\n"; ///< of such a file
/// Samples of a stopped run, for a later one to go on with; values keep every bit.
Result<void> writeUnfinishedFlux(const FluxRun &run, const std::filesystem::path &path);
/// Anything but a whole file of that kind is an error.
Result<FluxRun> readUnfinishedFlux(const std::filesystem::path &path);

} // namespace pathgan
