// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/geneids.h"
#include "core/data/interactions.h"
#include "core/metabolic/model/model.h"

#include <string>
#include <utility>
#include <vector>

namespace pathgan {

/// Reactions joined because genes of their rules interact or are the same; indices into `reactions`.
std::vector<std::pair<int, int>> reactionEdges(const MetabolicModel &model,
                                               const std::vector<std::string> &reactions,
                                               const InteractionNetwork &network, const GeneTable &table);

} // namespace pathgan
