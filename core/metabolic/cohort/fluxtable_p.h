// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/cohort/cohortflux.h"

namespace pathgan {

/// Fills varyingReactions and effectiveRank from the values.
void describeVariation(FluxRun &run);

} // namespace pathgan
