// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/model/modelgenes.h"

#include <vector>

namespace pathgan {

/// Expression row of each model gene (−1: unmeasured) and what was covered, by distinct Entrez gene.
struct GeneMapping
{
    std::vector<Index> rowOfGene; ///< by model gene
    std::vector<int> geneOf;      ///< by model gene: a number shared by its transcript variants
    Coverage coverage;            ///< distinct genes of the rules
    bool isByName = false;        ///< not the table's organism: by exact id, then exact name, without case
};
/// By exact id; of the table's organism then by Entrez id, what the table knows of the id, and of the name.
GeneMapping mapModelGenes(const MetabolicModel &model, const GeneIndex &index);

} // namespace pathgan
