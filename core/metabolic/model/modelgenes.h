// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/geneids.h"
#include "core/metabolic/model/model.h"

#include <string>
#include <vector>

namespace pathgan {

/// It stands for no gene that is known: `0`.
bool isPlaceholder(const ModelGene &gene);
/// The gene's symbol where its Entrez id is known, else the name that the model gives it, else the symbol of
/// its id; where there is none, its id.
std::string geneName(const ModelGene &gene, const GeneTable &table);
/// Whether the genes are those of the table: false when most look like another organism's (mouse Entrez or
/// Ensembl ids, MGI numbers, symbols with small letters that the table spells otherwise).
bool isOfTable(const MetabolicModel &model, const GeneTable &table);
/// Entrez id by annotation, id or name; 0: unknown.
int entrezOf(const ModelGene &gene, const GeneTable &table);
/// Indices of reactions that a set of absent genes stops.
std::vector<int> lostReactions(const MetabolicModel &model, const std::vector<int> &genes);

} // namespace pathgan
