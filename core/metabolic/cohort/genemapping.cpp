#include "core/base/text.h"
#include "core/metabolic/model/model.h"

#include <algorithm>
#include <optional>

namespace pathgan {

namespace {

/// Whether a rule names a gene at all: `0` stands for none known.
bool isPlaceholder(const ModelGene &gene)
{
    return gene.id.empty() || gene.id == "0";
}

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

bool hasSmallLetters(std::string_view symbol) // other than those of C1orf43
{
    for (std::size_t i = 0; i < symbol.size(); ++i) {
        if (symbol.substr(i).starts_with("orf"))
            i += 2;
        else if (symbol[i] >= 'a' && symbol[i] <= 'z')
            return true;
    }
    return false;
}

/// ENSMUSG…, ENSRNOG…: Ensembl genes of other animals have letters between ENS and G.
bool isForeignEnsembl(std::string_view id)
{
    if (!id.starts_with("ENS"))
        return false;
    const std::size_t digit = id.find_first_of("0123456789");
    return digit != std::string_view::npos && digit > 4 && id[digit - 1] == 'G';
}

enum class Origin { Unknown, Table, Foreign };

Origin originOf(const ModelGene &gene, const GeneTable &table)
{
    if (isPlaceholder(gene))
        return Origin::Unknown;
    if (isForeignEnsembl(gene.id) || gene.id.starts_with("MGI:") || gene.id.starts_with("RGD:"))
        return Origin::Foreign;
    if (gene.entrez > 0)
        return table.symbol(gene.entrez).empty() ? Origin::Foreign : Origin::Table;
    for (const std::string *name : {&gene.id, &gene.name}) {
        const std::optional<int> entrez = name->empty() ? std::nullopt : table.entrez(*name);
        if (!entrez)
            continue;
        return !hasSmallLetters(*name) || table.symbol(*entrez) == *name ? Origin::Table : Origin::Foreign;
    }
    return Origin::Unknown;
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

std::string geneName(const ModelGene &gene, const GeneTable &table)
{
    if (gene.entrez > 0)
        if (std::string symbol = table.symbol(gene.entrez); !symbol.empty())
            return symbol;
    if (!gene.name.empty())
        return gene.name;
    const std::optional<int> entrez = isPlaceholder(gene) ? std::nullopt : table.entrez(gene.id);
    const std::string symbol = entrez ? table.symbol(*entrez) : std::string();
    return symbol.empty() ? gene.id : symbol;
}

int entrezOf(const ModelGene &gene, const GeneTable &table)
{
    if (gene.entrez > 0 || isPlaceholder(gene))
        return gene.entrez;
    if (const std::optional<int> entrez = table.entrez(gene.id))
        return *entrez;
    return gene.name.empty() ? 0 : table.entrez(gene.name).value_or(0);
}

bool isOfTable(const MetabolicModel &model, const GeneTable &table)
{
    std::size_t own = 0, foreign = 0;
    for (const ModelGene &gene : model.genes) {
        const Origin origin = originOf(gene, table);
        own += origin == Origin::Table ? 1 : 0;
        foreign += origin == Origin::Foreign ? 1 : 0;
    }
    return own >= foreign;
}

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
