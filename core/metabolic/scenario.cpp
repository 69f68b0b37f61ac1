#include "core/metabolic/scenario.h"

#include "core/base/marked.h"
#include "core/base/text.h"

#include <cmath>

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

Result<void> addUptake(const MetabolicModel &model, const Scenario &scenario, FbaOptions &options)
{
    if (scenario.uptake.empty())
        return {};
    const std::vector<BoundChange> bounds = changedBounds(model, options.bounds);
    for (const auto &[id, uptake] : scenario.uptake) {
        const int reaction = model.reactionIndex(id);
        if (reaction < 0)
            return Error{ErrorCode::UnknownName, id};
        if (!model.isBoundary(reaction) || !(uptake >= 0))
            return Error{ErrorCode::InvalidOption, "uptake: " + id};
        options.bounds.push_back(withUptake(model, bounds[static_cast<std::size_t>(reaction)], uptake));
    }
    return {};
}

} // namespace

bool Scenario::isUnchanged() const
{
    Scenario plain;
    plain.name = name;
    return *this == plain;
}

Result<FbaOptions> scenarioOptions(const MetabolicModel &model, const Scenario &scenario)
{
    FbaOptions options;
    if (!scenario.objective.empty()) {
        options.objective = model.reactionIndex(scenario.objective);
        options.maximise = scenario.maximise;
        if (options.objective < 0)
            return Error{ErrorCode::UnknownName, scenario.objective};
    }
    options.bounds = mediumBounds(model, scenario.medium);
    if (const Result<void> added = addUptake(model, scenario, options); !added)
        return added.error();
    for (const auto &[id, bounds] : scenario.bounds) {
        const int reaction = model.reactionIndex(id);
        if (reaction < 0)
            return Error{ErrorCode::UnknownName, id};
        if (!(bounds.first <= bounds.second))
            return Error{ErrorCode::InvalidOption, "bounds: " + id};
        options.bounds.push_back({reaction, bounds.first, bounds.second});
    }
    for (const std::string &id : scenario.knockouts) {
        const int gene = model.geneIndex(id);
        if (gene < 0)
            return Error{ErrorCode::UnknownName, id};
        options.knockedOutGenes.push_back(gene);
    }
    return options;
}

std::vector<BoundChange> changedBounds(const MetabolicModel &model, const std::vector<BoundChange> &changes)
{
    std::vector<BoundChange> bounds;
    bounds.reserve(model.reactions.size());
    for (const Reaction &reaction : model.reactions)
        bounds.push_back({static_cast<int>(bounds.size()), reaction.lower, reaction.upper});
    for (const BoundChange &change : changes)
        bounds[static_cast<std::size_t>(change.reaction)] = change;
    return bounds;
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

const char *mediumName(MediumPreset preset)
{
    switch (preset) {
    case MediumPreset::AsDistributed:
        return marked("Core", "as distributed");
    case MediumPreset::Physiological:
        return marked("Core", "physiological");
    case MediumPreset::ModelR:
        return marked("Core", "model R");
    case MediumPreset::Closed:
        return marked("Core", "closed");
    }
    return marked("Core", "as distributed");
}

} // namespace pathgan
