// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/reactionedges.h"

#include "core/base/text.h"
#include "core/metabolic/model/modelgenes.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace pathgan {

namespace {

/// One number for all names of a gene: its Entrez id, else a negative number of its own.
class GeneKeys
{
public:
    GeneKeys(const GeneTable &table, bool isByName) : m_table(table), m_isByName(isByName) {}

    int of(const ModelGene &gene)
    {
        if (gene.entrez > 0)
            return m_isByName && !gene.name.empty() ? numbered(gene.name) : gene.entrez;
        if (m_isByName)
            return numbered(gene.name.empty() ? gene.id : gene.name);
        const int entrez = entrezOf(gene, m_table);
        return entrez > 0 ? entrez : numbered(gene.id);
    }
    int of(const std::string &name)
    {
        const std::optional<int> entrez = m_isByName ? std::nullopt : m_table.entrez(name);
        return entrez ? *entrez : numbered(name);
    }

private:
    int numbered(const std::string &name)
    {
        return m_unknown.try_emplace(toUpper(name), -1 - static_cast<int>(m_unknown.size())).first->second;
    }

    const GeneTable &m_table;
    bool m_isByName;
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

std::vector<std::pair<int, int>> reactionEdges(const MetabolicModel &model,
                                               const std::vector<std::string> &reactions,
                                               const InteractionNetwork &network, const GeneTable &table)
{
    GeneKeys keys(table, !isOfTable(model, table));
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
