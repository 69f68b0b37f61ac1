// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/gan.h"
#include "core/metabolic/cohort/cohortflux.h"

#include <vector>

namespace pathgan {

/// Gives training the dual solutions of the fluxes, where they have some and input's expression is what set
/// their bounds (not of log ratios). fluxRows: row of each sample of
/// input in the fluxes. Call it when input has samples, genes and expression.
void addDuals(const FluxRun &flux, const std::vector<std::size_t> &fluxRows, GanInput &input);

/// Scores of the model's gene rules, each distinct one once, log2(score+1): least and greatest of the
/// expression of their genes. cohortRows: row of each sample of input in the cohort.
void addRuleScores(const MetabolicModel &model, const Cohort &cohort, const GeneTable &table,
                   const std::vector<std::size_t> &cohortRows, GanInput &input);

} // namespace pathgan
