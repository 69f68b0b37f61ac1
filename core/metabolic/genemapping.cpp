#include "core/base/text.h"
#include "core/metabolic/model.h"

#include <algorithm>

namespace pathgan {

namespace {

/// Whether a rule names a gene at all: `0` stands for none known.
bool isPlaceholder(const ModelGene &gene)
{
    return gene.id.empty() || gene.id == "0";
}

Index rowOf(const ModelGene &gene, const GeneIndex &index)
{
    if (isPlaceholder(gene))
        return -1;
    if (gene.entrez > 0) {
        if (const Index row = index.rowOfEntrez(gene.entrez); row >= 0)
            return row;
    }
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

/// One number for all names of a gene: its Entrez id, else a negative number of its own.
class GeneKeys
{
public:
    explicit GeneKeys(const GeneTable &table) : m_table(table) {}

    int of(const ModelGene &gene)
    {
        if (gene.entrez > 0)
            return gene.entrez;
        if (const std::optional<int> entrez = m_table.entrez(gene.id))
            return *entrez;
        if (const std::optional<int> entrez = gene.name.empty() ? std::nullopt : m_table.entrez(gene.name))
            return *entrez;
        return numbered(gene.id);
    }
    int of(const std::string &name)
    {
        const std::optional<int> entrez = m_table.entrez(name);
        return entrez ? *entrez : numbered(name);
    }

private:
    int numbered(const std::string &name)
    {
        return m_unknown.try_emplace(toUpper(name), -1 - static_cast<int>(m_unknown.size())).first->second;
    }

    const GeneTable &m_table;
    std::unordered_map<std::string, int> m_unknown;
};

/// Symmetric relation between the first n numbers.
class PairSet
{
public:
    explicit PairSet(std::size_t n) : m_n(n), m_has(n * n) {}
    void add(int a, int b)
    {
        if (a != b)
            m_has[static_cast<std::size_t>(std::min(a, b)) * m_n + static_cast<std::size_t>(std::max(a, b))] =
                true;
    }
    std::vector<std::pair<int, int>> pairs() const
    {
        std::vector<std::pair<int, int>> result;
        for (std::size_t i = 0; i < m_n; ++i) {
            for (std::size_t j = i + 1; j < m_n; ++j) {
                if (m_has[i * m_n + j])
                    result.emplace_back(static_cast<int>(i), static_cast<int>(j));
            }
        }
        return result;
    }

private:
    std::size_t m_n;
    std::vector<bool> m_has;
};

} // namespace

std::string geneName(const ModelGene &gene, const GeneTable &table)
{
    const std::string name = gene.entrez > 0 ? table.symbol(gene.entrez) : gene.name;
    return name.empty() ? gene.id : name;
}

GeneMapping mapModelGenes(const MetabolicModel &model, const GeneIndex &index)
{
    GeneMapping mapping;
    std::unordered_map<std::string, int> numberOf;
    std::vector<bool> isCounted;
    const std::vector<bool> used = genesOfRules(model);
    for (std::size_t i = 0; i < model.genes.size(); ++i) {
        const ModelGene &gene = model.genes[i];
        const Index row = rowOf(gene, index);
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

std::vector<std::pair<int, int>> reactionEdges(const MetabolicModel &model,
                                               const std::vector<std::string> &reactions,
                                               const InteractionNetwork &network, const GeneTable &table)
{
    GeneKeys keys(table);
    std::unordered_map<int, std::vector<int>> reactionsOf;
    for (std::size_t i = 0; i < reactions.size(); ++i) {
        const int index = model.reactionIndex(reactions[i]);
        if (index < 0)
            continue;
        for (const int gene : model.reactions[static_cast<std::size_t>(index)].rule.genes()) {
            const ModelGene &modelGene = model.genes[static_cast<std::size_t>(gene)];
            std::vector<int> &list = reactionsOf[keys.of(modelGene)];
            if (!isPlaceholder(modelGene) && (list.empty() || list.back() != static_cast<int>(i)))
                list.push_back(static_cast<int>(i));
        }
    }
    PairSet joined(reactions.size());
    const auto join = [&](const std::vector<int> &a, const std::vector<int> &b) {
        for (const int i : a) {
            for (const int j : b)
                joined.add(i, j);
        }
    };
    for (const auto &[key, list] : reactionsOf)
        join(list, list);
    std::vector<int> keyOf;
    for (const std::string &gene : network.genes)
        keyOf.push_back(keys.of(gene));
    for (const auto &[first, second] : network.edges) {
        const auto a = reactionsOf.find(keyOf[static_cast<std::size_t>(first)]);
        const auto b = reactionsOf.find(keyOf[static_cast<std::size_t>(second)]);
        if (a != reactionsOf.end() && b != reactionsOf.end())
            join(a->second, b->second);
    }
    return joined.pairs();
}

} // namespace pathgan
