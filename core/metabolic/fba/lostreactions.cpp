// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/lostreactions_p.h"

#include "core/metabolic/model/modelgenes.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <unordered_map>

namespace pathgan {

namespace {

/// Of each gene, the first of its variants.
std::vector<int> firstVariants(const MetabolicModel &model)
{
    std::vector<int> result;
    std::unordered_map<int, int> ofEntrez;
    for (int gene = 0; gene < static_cast<int>(model.genes.size()); ++gene) {
        const int entrez = model.genes[static_cast<std::size_t>(gene)].entrez;
        result.push_back(entrez > 0 ? ofEntrez.emplace(entrez, gene).first->second : gene);
    }
    return result;
}

std::vector<int> united(const std::vector<int> &a, const std::vector<int> &b)
{
    std::vector<int> result;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
    return result;
}

} // namespace

std::vector<int> deletionTargets(const MetabolicModel &model, DeletionKind kind,
                                 const std::vector<int> &asked)
{
    std::vector<int> targets = asked;
    const std::size_t count = kind == DeletionKind::Genes ? model.genes.size() : model.reactions.size();
    if (targets.empty()) {
        targets.resize(count);
        std::iota(targets.begin(), targets.end(), 0);
    }
    if (kind == DeletionKind::Genes) {
        const std::vector<int> first = firstVariants(model);
        for (int &target : targets)
            target = first[static_cast<std::size_t>(target)];
    }
    std::vector<bool> seen(count, false);
    std::erase_if(targets, [&seen](int target) {
        const auto at = static_cast<std::size_t>(target);
        const bool isRepeated = seen[at];
        seen[at] = true;
        return isRepeated;
    });
    return targets;
}

LostReactions::LostReactions(const MetabolicModel &model, const DeletionOptions &options)
    : m_model(model), m_kind(options.kind), m_variants(model.genes.size()), m_ruled(model.genes.size()),
      m_absent(model.genes.size(), false), m_alreadyLost(model.reactions.size(), false)
{
    for (const int reaction : lostReactions(model, options.base.knockedOutGenes))
        m_alreadyLost[static_cast<std::size_t>(reaction)] = true;
    const std::vector<int> first = firstVariants(model);
    for (std::size_t gene = 0; gene < first.size(); ++gene)
        m_variants[static_cast<std::size_t>(first[gene])].push_back(static_cast<int>(gene));
    for (const int gene : options.base.knockedOutGenes)
        for (const int variant : m_variants[static_cast<std::size_t>(first[static_cast<std::size_t>(gene)])])
            m_absent[static_cast<std::size_t>(variant)] = true;
    for (std::size_t reaction = 0; reaction < model.reactions.size(); ++reaction) {
        for (const int gene : model.reactions[reaction].rule.genes()) {
            std::vector<int> &ruled =
                m_ruled[static_cast<std::size_t>(first[static_cast<std::size_t>(gene)])];
            if (ruled.empty() || ruled.back() != static_cast<int>(reaction))
                ruled.push_back(static_cast<int>(reaction));
        }
    }
}

bool LostReactions::isLost(int reaction, int first, int second) const
{
    const auto at = static_cast<std::size_t>(reaction);
    if (m_alreadyLost[at])
        return false;
    std::vector<bool> absent = m_absent;
    for (const int gene : {first, second})
        for (const int variant : m_variants[static_cast<std::size_t>(gene)])
            absent[static_cast<std::size_t>(variant)] = true;
    return !m_model.reactions[at].rule.isActive(absent);
}

std::vector<int> LostReactions::of(int target) const
{
    std::vector<int> result;
    if (m_kind == DeletionKind::Reactions) {
        if (!m_alreadyLost[static_cast<std::size_t>(target)])
            result.push_back(target);
        return result;
    }
    for (const int reaction : m_ruled[static_cast<std::size_t>(target)])
        if (isLost(reaction, target, target))
            result.push_back(reaction);
    return result;
}

/// A rule that neither gene alone stops may need one of the two: it names both then.
std::vector<int> LostReactions::of(int first, int second) const
{
    std::vector<int> result = united(of(first), of(second));
    if (m_kind == DeletionKind::Reactions)
        return result;
    const std::vector<int> &a = m_ruled[static_cast<std::size_t>(first)];
    const std::vector<int> &b = m_ruled[static_cast<std::size_t>(second)];
    std::vector<int> both, more;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    std::set_difference(both.begin(), both.end(), result.begin(), result.end(), std::back_inserter(more));
    std::erase_if(more, [this, first, second](int reaction) { return !isLost(reaction, first, second); });
    return united(result, more);
}

} // namespace pathgan
