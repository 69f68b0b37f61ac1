// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/interactions.h"
#include "core/metabolic/model/model.h"

#include <string>
#include <vector>

namespace pathgan {

/// How much of a model an expression matrix speaks of.
struct ModelCoverage
{
    Coverage genes;         ///< distinct genes of the rules
    std::size_t rules = 0;  ///< reactions with a rule
    std::size_t scored = 0; ///< of them: at least one gene of the rule is measured
};

/// rowNames: of the matrix that index was made of.
ModelCoverage modelCoverage(const MetabolicModel &model, const GeneIndex &index,
                            const std::vector<std::string> &rowNames);

/// Distinct genes of the reactions' rules that an interaction network has. Reactions not in the model do not
/// count.
Coverage interactionCoverage(const MetabolicModel &model, const std::vector<std::string> &reactions,
                             const InteractionNetwork &network, const GeneTable &table);

} // namespace pathgan
