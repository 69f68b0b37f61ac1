// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/cohort/cohortflux.h"
#include "core/metabolic/fba/fba.h"

#include <vector>

namespace pathgan {

/// What to optimise, in which medium; UnknownName, InvalidOption.
Result<FbaOptions> baseOptions(const MetabolicModel &model, const FluxOptions &options);
/// Model indices of the reported reactions.
Result<std::vector<int>> targetReactions(const MetabolicModel &model, const FluxOptions &options);

} // namespace pathgan
