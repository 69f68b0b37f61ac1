// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/geneids.h"
#include "core/metabolic/check/modelcheck.h"

namespace pathgan {

// What the network's structure tells.
void checkMetabolites(const MetabolicModel &model, ModelCheckRun &run);
void checkGenes(const MetabolicModel &model, const GeneTable &genes, ModelCheckRun &run);
void checkExchanges(const MetabolicModel &model, ModelCheckRun &run);
void checkRules(const MetabolicModel &model, ModelCheckRun &run);
void checkDuplicates(const MetabolicModel &model, ModelCheckRun &run);

} // namespace pathgan
