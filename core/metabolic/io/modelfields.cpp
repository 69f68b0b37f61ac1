// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/modelfields_p.h"

#include "core/base/marked.h"
#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

namespace pathgan {

std::string decodeSbmlId(std::string_view id, std::string_view prefix, bool isGene)
{
    static constexpr std::string_view dot = "__SBML_DOT__";
    std::string result;
    for (std::size_t at = 0; at < id.size();) {
        if (isGene && id.substr(at).starts_with(dot)) {
            result += '.';
            at += dot.size();
            continue;
        }
        unsigned code = 0;
        const char *digits = id.data() + at + 2;
        const char *last = id.data() + id.size();
        if (id.substr(at).starts_with("__") && digits < last && *digits >= '0' && *digits <= '9') {
            const auto [end, error] = std::from_chars(digits, last, code);
            if (error == std::errc() && code > 0 && code < 128 && last - end >= 2 && end[0] == '_' &&
                end[1] == '_') {
                result += static_cast<char>(code);
                at = static_cast<std::size_t>(end - id.data()) + 2;
                continue;
            }
        }
        result += id[at++];
    }
    if (result.starts_with(prefix))
        result.erase(0, prefix.size());
    return result;
}

bool areBoundsUsable(double lower, double upper)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    return lower <= upper && lower < infinity && upper > -infinity;
}

std::string boundsProblem(double lower, double upper)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (std::isnan(lower) || std::isnan(upper))
        return std::string(std::isnan(lower) ? "lower" : "upper") + " bound is not a number";
    if (lower > upper)
        return "lower bound " + formatNumber(lower) + " above upper bound " + formatNumber(upper);
    if (lower == infinity)
        return "lower bound infinite";
    return upper == -infinity ? "upper bound minus infinite" : std::string();
}

void readRule(std::string_view text, Reaction &reaction, GeneList &genes, std::vector<std::string> &warnings,
              const std::function<int(std::string_view)> &geneIndex)
{
    const std::size_t genesBefore = genes.size();
    Result<GeneRule> rule = GeneRule::parse(text, geneIndex);
    if (rule) {
        reaction.rule = std::move(*rule);
        return;
    }
    warnings.push_back(
        withDetail(marked("Core", "gene rule not understood"), reaction.id + ": " + rule.error().detail));
    genes.shrinkTo(genesBefore);
}

int sboTermOf(std::string_view text)
{
    if (!text.starts_with("SBO:"))
        return -1;
    const std::optional<double> number = parseNumber(text.substr(4));
    return number && *number >= 0 && *number < 1e7 ? static_cast<int>(*number) : -1;
}

int entrezOfGeneId(std::string_view id)
{
    int value = 0;
    const char *last = id.data() + id.size();
    const auto [end, error] = std::from_chars(id.data(), last, value);
    if (error != std::errc() || value <= 0 || id.front() == '0')
        return 0;
    std::string_view rest(end, static_cast<std::size_t>(last - end));
    if (rest.empty())
        return value;
    if (rest.starts_with("_AT"))
        rest.remove_prefix(3);
    else if (rest.front() == '.')
        rest.remove_prefix(1);
    else
        return 0;
    const bool isVariant =
        !rest.empty() && std::all_of(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isVariant ? value : 0;
}

GeneList::GeneList(std::vector<ModelGene> &genes) : m_genes(genes)
{
    for (std::size_t i = 0; i < genes.size(); ++i)
        m_indexOf.emplace(genes[i].id, static_cast<int>(i));
}

int GeneList::indexOf(std::string_view id)
{
    const auto [it, isNew] = m_indexOf.try_emplace(std::string(id), static_cast<int>(m_genes.size()));
    if (isNew)
        m_genes.push_back({std::string(id), {}, entrezOfGeneId(id)});
    return it->second;
}

void GeneList::shrinkTo(std::size_t count)
{
    for (; m_genes.size() > count; m_genes.pop_back())
        m_indexOf.erase(m_genes.back().id);
}

Stoichiometry netStoichiometry(Stoichiometry entries)
{
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    Stoichiometry net;
    for (const auto &[index, coefficient] : entries) {
        if (!net.empty() && net.back().first == index)
            net.back().second += coefficient;
        else
            net.emplace_back(index, coefficient);
    }
    std::erase_if(net, [](const auto &entry) { return entry.second == 0; });
    return net;
}

} // namespace pathgan
