// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/cohort/cohortflux.h"
#include "core/metabolic/cohort/sampleduals_p.h"

#include <vector>

namespace pathgan {

/// Rows of `finished` samples only; duals stay as they are.
void keepFinished(const std::vector<unsigned char> &finished, FluxRun &run);
/// Takes the samples of an earlier run of the same key; says which. duals, if there are to be any: what lacks
/// them is not taken.
std::vector<unsigned char> takeFinished(const FluxRun *earlier, FluxRun &run, DualCollection *duals);
/// The finished samples of a run that others are still written into.
FluxRun finishedPart(const FluxRun &run, const std::vector<unsigned char> &finished,
                     const DualCollection *duals);

} // namespace pathgan
