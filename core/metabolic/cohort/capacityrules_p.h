// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/capacityduals.h"
#include "core/metabolic/model/generule.h"

#include <vector>

namespace pathgan {

/// A rule that gives the score that evaluateRule gives, without genes that are not measured. genes: index
/// into CapacityDuals::genes by model gene, −1: unmeasured; geneOf: as in evaluateRule. Empty: nothing is
/// measured.
std::vector<RulePart> ruleParts(const GeneRule &rule, const std::vector<int> &genes,
                                const std::vector<int> &geneOf, OrRule orRule);

} // namespace pathgan
