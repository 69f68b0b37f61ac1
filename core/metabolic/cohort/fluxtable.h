// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readreport.h"
#include "core/metabolic/cohort/cohortflux.h"

#include <filesystem>

namespace pathgan {

/// A flux table as computeFlux's is written: samples in rows, first column `sample`.
Result<FluxRun> readFluxTable(const std::filesystem::path &path,
                              ReadRules::Ragged ragged = ReadRules::Ragged::Error);

} // namespace pathgan
