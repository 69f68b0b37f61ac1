// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/fba.h"
#include "core/metabolic/model/scenario.h"

namespace pathgan {

/// The scenario on a model. UnknownName: the id it does not have; InvalidOption: bounds or uptake of an id.
Result<FbaOptions> scenarioOptions(const MetabolicModel &model, const Scenario &scenario);

} // namespace pathgan
