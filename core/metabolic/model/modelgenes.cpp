// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/modelgenes.h"

#include <optional>
#include <string_view>
#include <unordered_set>

namespace pathgan {

namespace {

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

} // namespace

bool isPlaceholder(const ModelGene &gene)
{
    return gene.id.empty() || gene.id == "0";
}

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

std::vector<int> lostReactions(const MetabolicModel &model, const std::vector<int> &genes)
{
    std::vector<int> lost;
    if (genes.empty())
        return lost;
    std::unordered_set<int> entrez;
    std::vector<bool> absent(model.genes.size(), false);
    for (const int gene : genes) {
        const auto at = static_cast<std::size_t>(gene);
        absent[at] = true;
        if (model.genes[at].entrez > 0)
            entrez.insert(model.genes[at].entrez);
    }
    for (std::size_t gene = 0; gene < model.genes.size(); ++gene)
        if (entrez.count(model.genes[gene].entrez) > 0)
            absent[gene] = true;
    for (std::size_t reaction = 0; reaction < model.reactions.size(); ++reaction) {
        const GeneRule &rule = model.reactions[reaction].rule;
        if (!rule.isEmpty() && !rule.isActive(absent))
            lost.push_back(static_cast<int>(reaction));
    }
    return lost;
}

} // namespace pathgan
