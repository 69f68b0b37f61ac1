// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/keptsamples.h"
#include "core/metabolic/cohort/cohortflux.h"

#include <optional>

namespace pathgan {

/// The samples of a run as text, which keeps every bit of their values.
KeptSamples keptFlux(const FluxRun &run);
/// Whether they were made by keptFlux.
bool isFlux(const KeptSamples &kept);
/// A run that was stopped early; none: they are damaged.
std::optional<FluxRun> fluxOf(const KeptSamples &kept);

} // namespace pathgan
