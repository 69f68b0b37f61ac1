// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/model/modelparts.h"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pathgan {

/// Ids in SBML: __N__ decoded, then one leading prefix clipped.
std::string decodeSbmlId(std::string_view id, std::string_view prefix, bool isGene = false);

/// A bound pair that no analysis could use: NaN, lower above upper, or an infinite bound on the wrong side.
bool areBoundsUsable(double lower, double upper);
/// Why a bound pair is not usable: "lower bound 5 above upper bound 3"; empty: it is.
std::string boundsProblem(double lower, double upper);

/// Entrez id of `8639`, `8639_AT1` or `8639.1`; 0 for anything else.
int entrezOfGeneId(std::string_view id);

/// Gene ids to indices; genes that no list names are added in the order in which rules use them.
class GeneList
{
public:
    explicit GeneList(std::vector<ModelGene> &genes);
    int indexOf(std::string_view id);
    std::size_t size() const { return m_genes.size(); }
    void shrinkTo(std::size_t count); ///< forgets the genes added last

private:
    std::vector<ModelGene> &m_genes;
    std::unordered_map<std::string, int> m_indexOf;
};

/// Reads the rule of a reaction; one that does not parse is kept out, with a warning, and its genes
/// forgotten.
void readRule(std::string_view text, Reaction &reaction, GeneList &genes, std::vector<std::string> &warnings,
              const std::function<int(std::string_view)> &geneIndex);

/// "SBO:0000627" → 627; −1: none.
int sboTermOf(std::string_view text);

/// Net stoichiometry: entries of one metabolite summed, zeros dropped, ascending.
Stoichiometry netStoichiometry(Stoichiometry entries);

} // namespace pathgan
