// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/scenario.h"

#include "core/base/marked.h"
#include "core/base/text.h"

namespace pathgan {

namespace {

std::string boundsText(const std::pair<double, double> &bounds)
{
    return '[' + formatNumber(bounds.first) + ", " + formatNumber(bounds.second) + ']';
}

std::string objectiveText(const Scenario &scenario)
{
    return scenario.objective.empty() ? std::string()
                                      : (scenario.maximise ? "max " : "min ") + scenario.objective;
}

/// Entries that are not the same in both maps.
template <class Value, class Text>
void compareMaps(ScenarioDifference::Kind kind, const std::map<std::string, Value> &before,
                 const std::map<std::string, Value> &after, Text text, std::vector<ScenarioDifference> &found)
{
    std::set<std::string> ids;
    for (const auto &entry : before)
        ids.insert(entry.first);
    for (const auto &entry : after)
        ids.insert(entry.first);
    for (const std::string &id : ids) {
        const auto old = before.find(id), now = after.find(id);
        if (old != before.end() && now != after.end() && old->second == now->second)
            continue;
        found.push_back({kind, id, old == before.end() ? std::string() : text(old->second),
                         now == after.end() ? std::string() : text(now->second)});
    }
}

} // namespace

bool Scenario::isUnchanged() const
{
    Scenario plain;
    plain.name = name;
    return *this == plain;
}

std::vector<ScenarioDifference> scenarioDifferences(const Scenario &before, const Scenario &after)
{
    using Kind = ScenarioDifference::Kind;
    std::vector<ScenarioDifference> found;
    if (objectiveText(before) != objectiveText(after))
        found.push_back({Kind::Objective, {}, objectiveText(before), objectiveText(after)});
    if (before.medium != after.medium)
        found.push_back({Kind::Medium, {}, mediumName(before.medium), mediumName(after.medium)});
    const auto number = [](double value) { return formatNumber(value); };
    compareMaps(Kind::Uptake, before.uptake, after.uptake, number, found);
    compareMaps(Kind::Bounds, before.bounds, after.bounds, boundsText, found);
    std::map<std::string, bool> lostBefore, lostAfter;
    for (const std::string &gene : before.knockouts)
        lostBefore.emplace(gene, true);
    for (const std::string &gene : after.knockouts)
        lostAfter.emplace(gene, true);
    compareMaps(
        Kind::Knockout, lostBefore, lostAfter,
        [](bool) { return std::string(marked("Core", "knocked out")); }, found);
    return found;
}

} // namespace pathgan
