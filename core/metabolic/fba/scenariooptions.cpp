// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/scenariooptions.h"

namespace pathgan {

namespace {

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

} // namespace pathgan
