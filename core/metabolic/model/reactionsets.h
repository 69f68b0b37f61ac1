// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/model/model.h"

#include <vector>

namespace pathgan {

/// Reactions that touch glutathione, reduced or oxidised, wherever.
std::vector<int> glutathioneReactions(const MetabolicModel &model);
/// Those that are neither boundary nor transport: the default of the capacity profile (31 in Recon3D).
std::vector<int> coreGlutathioneReactions(const MetabolicModel &model);

} // namespace pathgan
