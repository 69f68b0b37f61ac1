// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/model.h"

#include "core/base/marked.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <map>

namespace pathgan {

namespace {

int find(const std::unordered_map<std::string, int> &indexOf, std::string_view id)
{
    const auto it = indexOf.find(std::string(id));
    return it == indexOf.end() ? -1 : it->second;
}

bool isExternalName(std::string_view compartment)
{
    static constexpr std::array<std::string_view, 11> names = {"e",
                                                               "extracellular",
                                                               "extraorganism",
                                                               "out",
                                                               "extracellular space",
                                                               "extra organism",
                                                               "extra cellular",
                                                               "extra-organism",
                                                               "external",
                                                               "external medium"};
    return !compartment.empty() && std::find(names.begin(), names.end(), compartment) != names.end();
}

bool containsAny(std::string_view id, std::initializer_list<std::string_view> parts)
{
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return id.find(part) != std::string_view::npos; });
}

constexpr int sboBiomass = 629, sboPseudoReaction = 631;
constexpr int sboExchange = 627, sboDemand = 628, sboSink = 632;

/// The one compartment whose id says so, else the one with most boundary reactions (ties: the first met).
std::string findExternalCompartment(const MetabolicModel &model)
{
    const std::vector<std::string> &all = model.compartments;
    if (std::count_if(all.begin(), all.end(), isExternalName) == 1)
        return *std::find_if(all.begin(), all.end(), isExternalName);
    std::map<std::string, int> count;
    std::vector<std::string> met;
    for (std::size_t i = 0; i < model.reactions.size(); ++i) {
        if (!model.isBoundary(static_cast<int>(i)))
            continue;
        const auto metabolite = static_cast<std::size_t>(model.reactions[i].stoichiometry.front().first);
        const std::string &compartment = model.metabolites[metabolite].compartment;
        if (++count[compartment] == 1)
            met.push_back(compartment);
    }
    const auto most =
        std::max_element(met.begin(), met.end(),
                         [&](const std::string &a, const std::string &b) { return count[a] < count[b]; });
    return most == met.end() ? std::string() : *most;
}

std::string side(const MetabolicModel &model, const Stoichiometry &entries, double sign, bool withNames)
{
    std::string text;
    for (const auto &[index, coefficient] : entries) {
        const double amount = sign * coefficient;
        if (amount <= 0)
            continue;
        const Metabolite &metabolite = model.metabolites[static_cast<std::size_t>(index)];
        if (!text.empty())
            text += " + ";
        if (amount != 1)
            text += formatNumber(amount) + ' ';
        text += withNames && !metabolite.name.empty() ? metabolite.name + " [" + metabolite.compartment + ']'
                                                      : metabolite.id;
    }
    return text;
}

} // namespace

int MetabolicModel::reactionIndex(std::string_view reactionId) const
{
    return find(m_reactionOf, reactionId);
}

int MetabolicModel::metaboliteIndex(std::string_view metaboliteId) const
{
    return find(m_metaboliteOf, metaboliteId);
}

int MetabolicModel::geneIndex(std::string_view geneId) const
{
    return find(m_geneOf, geneId);
}

void MetabolicModel::buildIndex()
{
    const auto index = [](const auto &items, std::unordered_map<std::string, int> &indexOf) {
        indexOf.clear();
        indexOf.reserve(items.size());
        for (std::size_t i = 0; i < items.size(); ++i)
            indexOf.emplace(items[i].id, static_cast<int>(i));
    };
    index(reactions, m_reactionOf);
    index(metabolites, m_metaboliteOf);
    index(genes, m_geneOf);

    m_external = findExternalCompartment(*this);
    m_concepts = std::make_shared<const ModelConcepts>(*this);
}

const std::string &MetabolicModel::externalCompartment() const
{
    return m_external;
}

bool MetabolicModel::isBoundary(int reaction) const
{
    return reactions[static_cast<std::size_t>(reaction)].stoichiometry.size() == 1;
}

BoundaryKind MetabolicModel::boundaryKind(int index) const
{
    const Reaction &reaction = reactions[static_cast<std::size_t>(index)];
    switch (reaction.sboTerm) {
    case sboExchange:
        return BoundaryKind::Exchange;
    case sboDemand:
        return BoundaryKind::Demand;
    case sboSink:
        return BoundaryKind::Sink;
    default:
        break;
    }
    if (!isBoundary(index))
        return BoundaryKind::None;
    if (reaction.sboTerm == sboBiomass || reaction.sboTerm == sboPseudoReaction)
        return BoundaryKind::Other;
    const auto metabolite = static_cast<std::size_t>(reaction.stoichiometry.front().first);
    const bool isExternal = metabolites[metabolite].compartment == m_external;
    const bool isReversible = reaction.lower < 0 && reaction.upper > 0;
    if (isExternal) {
        const bool excluded = containsAny(reaction.id, {"demand", "DM_", "biosynthesis", "transcription",
                                                        "replication", "SN_", "SK_", "sink"});
        return excluded ? BoundaryKind::Other : BoundaryKind::Exchange;
    }
    if (!isReversible)
        return containsAny(reaction.id, {"SN_", "SK_", "sink", "EX_", "exchange"}) ? BoundaryKind::Other
                                                                                   : BoundaryKind::Demand;
    const bool excluded = containsAny(
        reaction.id, {"demand", "DM_", "biosynthesis", "transcription", "replication", "EX_", "exchange"});
    return excluded ? BoundaryKind::Other : BoundaryKind::Sink;
}

std::string MetabolicModel::equation(int index, bool withNames) const
{
    const Reaction &reaction = reactions[static_cast<std::size_t>(index)];
    const char *arrow = reaction.lower < 0 ? (reaction.upper > 0 ? " <=> " : " <-- ") : " --> ";
    const std::string text = side(*this, reaction.stoichiometry, -1, withNames) + arrow +
                             side(*this, reaction.stoichiometry, 1, withNames);
    return std::string(trimmed(text));
}

std::string MetabolicModel::objectiveName() const
{
    if (activeObjective < 0)
        return {};
    std::vector<std::string> names;
    for (const auto &term : objectives[static_cast<std::size_t>(activeObjective)].coefficients)
        names.push_back(reactions[static_cast<std::size_t>(term.first)].id);
    return join(names, " + ");
}

} // namespace pathgan
