// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readreport.h"
#include "core/metabolic/cohort/cohortflux.h"

#include <filesystem>

namespace pathgan {

/// A flux table as computeFlux's is written: samples in rows, first column `sample`. report: filled also when
/// reading fails.
Result<FluxRun> readFluxTable(const std::filesystem::path &path, ReadReport &report,
                              ReadRules::Ragged ragged = ReadRules::Ragged::Error);
Result<FluxRun> readFluxTable(const std::filesystem::path &path);

} // namespace pathgan
