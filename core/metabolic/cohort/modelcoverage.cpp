// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/modelcoverage.h"

#include "core/base/text.h"
#include "core/metabolic/cohort/genemapping.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace pathgan {

namespace {

/// How the row that a model gene was given was found: by the first of its names that leads there.
GeneIndex::Found foundAs(const ModelGene &gene, Index row, const GeneIndex &index)
{
    if (row < 0)
        return {};
    for (const std::string &name : {gene.id, gene.name}) {
        const GeneIndex::Found found = name.empty() ? GeneIndex::Found{} : index.find(name);
        if (found.row == row && found.how != GeneMatch::Alias)
            return found;
    }
    return {row, GeneMatch::Alias};
}

std::string shownName(const ModelGene &gene)
{
    return gene.entrez > 0 ? std::to_string(gene.entrez) : gene.id;
}

/// Every name under which an interaction network may know a gene.
class NetworkNames
{
public:
    NetworkNames(const InteractionNetwork &network, const GeneTable &table) : m_table(table)
    {
        for (const std::string &gene : network.genes) {
            m_names.insert(toUpper(gene));
            if (const std::optional<int> entrez = table.entrez(gene))
                m_entrez.insert(*entrez);
        }
    }
    bool knows(const ModelGene &gene) const
    {
        if (gene.entrez > 0 && m_entrez.contains(gene.entrez))
            return true;
        const std::vector<std::string> all = names(gene);
        return std::any_of(all.begin(), all.end(), [this](const std::string &name) { return knows(name); });
    }

private:
    static std::vector<std::string> names(const ModelGene &gene) { return {gene.id, gene.name}; }
    bool knows(const std::string &name) const
    {
        if (name.empty())
            return false;
        const std::optional<int> entrez = m_table.entrez(name);
        return m_names.contains(toUpper(name)) || (entrez && m_entrez.contains(*entrez));
    }

    const GeneTable &m_table;
    std::unordered_set<std::string> m_names;
    std::unordered_set<int> m_entrez;
};

} // namespace

ModelCoverage modelCoverage(const MetabolicModel &model, const GeneIndex &index,
                            const std::vector<std::string> &rowNames)
{
    const GeneMapping mapping = mapModelGenes(model, index);
    ModelCoverage coverage;
    std::vector<bool> isUsed(model.genes.size());
    for (const Reaction &reaction : model.reactions) {
        const std::vector<int> genes = reaction.rule.genes();
        if (genes.empty())
            continue;
        ++coverage.rules;
        bool isScored = false;
        for (const int gene : genes) {
            isUsed[static_cast<std::size_t>(gene)] = true;
            isScored = isScored || mapping.rowOfGene[static_cast<std::size_t>(gene)] >= 0;
        }
        coverage.scored += isScored;
    }
    std::unordered_set<int> seen;
    for (std::size_t i = 0; i < model.genes.size(); ++i) {
        if (!isUsed[i] || !seen.insert(mapping.geneOf[i]).second)
            continue;
        const ModelGene &gene = model.genes[i];
        coverage.genes.add(shownName(gene), foundAs(gene, mapping.rowOfGene[i], index), rowNames);
    }
    return coverage;
}

Coverage interactionCoverage(const MetabolicModel &model, const std::vector<std::string> &reactions,
                             const InteractionNetwork &network, const GeneTable &table)
{
    std::set<int> genes;
    for (const std::string &id : reactions) {
        const int index = model.reactionIndex(id);
        if (index < 0)
            continue;
        for (const int gene : model.reactions[static_cast<std::size_t>(index)].rule.genes())
            genes.insert(gene);
    }
    const NetworkNames names(network, table);
    Coverage coverage;
    std::unordered_set<std::string> seen;
    for (const int index : genes) {
        const ModelGene &gene = model.genes[static_cast<std::size_t>(index)];
        if (gene.id == "0" || !seen.insert(shownName(gene)).second)
            continue;
        ++coverage.total;
        if (names.knows(gene))
            ++coverage.matched;
        else
            coverage.unmatched.push_back(shownName(gene));
    }
    return coverage;
}

} // namespace pathgan
