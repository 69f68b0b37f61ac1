// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/genemapping.h"

#include <unordered_map>

namespace pathgan {

namespace {

Index rowOf(const ModelGene &gene, const GeneIndex &index, bool isByName)
{
    if (isPlaceholder(gene))
        return -1;
    if (const Index row = index.rowNamed(gene.id); row >= 0)
        return row;
    if (gene.entrez > 0) {
        if (const Index row = index.rowOfEntrez(gene.entrez); row >= 0)
            return row;
        if (const Index row = index.rowNamed(std::to_string(gene.entrez)); row >= 0)
            return row;
    }
    if (isByName)
        return gene.name.empty() ? -1 : index.rowNamed(gene.name);
    if (const Index row = index.row(gene.id); row >= 0)
        return row;
    return gene.name.empty() ? -1 : index.row(gene.name);
}

std::vector<bool> genesOfRules(const MetabolicModel &model)
{
    std::vector<bool> used(model.genes.size());
    for (const Reaction &reaction : model.reactions) {
        for (const int gene : reaction.rule.genes())
            used[static_cast<std::size_t>(gene)] = true;
    }
    return used;
}

} // namespace

GeneMapping mapModelGenes(const MetabolicModel &model, const GeneIndex &index)
{
    GeneMapping mapping;
    mapping.isByName = !index.table() || !isOfTable(model, *index.table());
    std::unordered_map<std::string, int> numberOf;
    std::vector<bool> isCounted;
    const std::vector<bool> used = genesOfRules(model);
    for (std::size_t i = 0; i < model.genes.size(); ++i) {
        const ModelGene &gene = model.genes[i];
        const Index row = rowOf(gene, index, mapping.isByName);
        mapping.rowOfGene.push_back(row);
        // Variants share their row, else their Entrez id.
        const std::string key = row >= 0          ? "row " + std::to_string(row)
                                : gene.entrez > 0 ? "entrez " + std::to_string(gene.entrez)
                                                  : "id " + gene.id;
        const int number = numberOf.try_emplace(key, static_cast<int>(numberOf.size())).first->second;
        mapping.geneOf.push_back(number);
        isCounted.resize(numberOf.size());
        if (!used[i] || isCounted[static_cast<std::size_t>(number)])
            continue;
        isCounted[static_cast<std::size_t>(number)] = true;
        ++mapping.coverage.total;
        if (row >= 0)
            ++mapping.coverage.matched;
        else
            mapping.coverage.unmatched.push_back(gene.entrez > 0 ? std::to_string(gene.entrez) : gene.id);
    }
    return mapping;
}

} // namespace pathgan
