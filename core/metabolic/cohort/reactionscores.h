// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/cohort.h"
#include "core/metabolic/cohort/genemapping.h"

#include <vector>

namespace pathgan {

/// Of a row of the matrix in one sample, on the linear or the log2(x+1) scale.
double expressionOf(const Cohort &cohort, Index row, Index sample, bool logScale);
/// Expression of every model gene in one sample, on the linear or the log2(x+1) scale; NaN: unmeasured.
std::vector<double> geneValues(const Cohort &cohort, const GeneMapping &mapping, Index sample, bool logScale);
/// Expression scores of reactions: reactions × samples, NaN where a rule has no measured gene.
MatrixD reactionScores(const MetabolicModel &model, const Cohort &cohort, const GeneMapping &mapping,
                       OrRule orRule, bool logScale);

} // namespace pathgan
