// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/model/model.h"

#include <vector>

namespace pathgan {

/// New bounds of one reaction, mmol/gDW/h.
struct BoundChange
{
    int reaction = 0;
    double lower = 0, upper = 0;
};

/// Bounds of every reaction after changes, by reaction.
std::vector<BoundChange> changedBounds(const MetabolicModel &model, const std::vector<BoundChange> &changes);

} // namespace pathgan
