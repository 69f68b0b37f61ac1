#pragma once

#include "core/metabolic/fba/fba.h"
#include "core/metabolic/model/medium.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace pathgan {

/// What is asked of a model, apart from the model: by ids, so that it can be saved and used on another
/// release.
struct Scenario
{
    std::string name;
    std::string objective; ///< reaction; empty: the model's own objective
    bool maximise = true;  ///< used with an objective
    MediumPreset medium = MediumPreset::AsDistributed;
    /// Uptake limit by boundary reaction, mmol/gDW/h, ≥ 0, in place of the preset's.
    std::map<std::string, double> uptake;
    /// Lower and upper bound by reaction, mmol/gDW/h, whatever medium and uptake say.
    std::map<std::string, std::pair<double, double>> bounds;
    std::set<std::string> knockouts; ///< genes; every variant of the same Entrez gene goes with them

    bool operator==(const Scenario &) const = default;
    /// Nothing but the name differs from the model as distributed.
    bool isUnchanged() const;
};

/// The scenario on a model. UnknownName: the id it does not have; InvalidOption: bounds or uptake of an id.
Result<FbaOptions> scenarioOptions(const MetabolicModel &model, const Scenario &scenario);
/// Bounds of every reaction after changes, by reaction.
std::vector<BoundChange> changedBounds(const MetabolicModel &model, const std::vector<BoundChange> &changes);

/// One thing that two scenarios hold differently. before, after: as text, empty where a scenario says
/// nothing.
struct ScenarioDifference
{
    enum class Kind { Objective, Medium, Uptake, Bounds, Knockout };
    Kind kind = Kind::Bounds;
    std::string id; ///< reaction or gene; empty for Objective and Medium
    std::string before, after;
};
/// In the order of the kinds, then of the ids; names are not compared.
std::vector<ScenarioDifference> scenarioDifferences(const Scenario &before, const Scenario &after);

const char *mediumName(MediumPreset preset); ///< English key: "as distributed", "physiological" …

/// A small JSON file. UnknownFormat, InvalidOption, UnknownName, DuplicateName with file:line:column.
Result<Scenario> readScenario(const std::filesystem::path &path);
Result<Scenario> parseScenario(const std::string &text, const std::string &path);
std::string scenarioText(const Scenario &scenario);
Result<void> writeScenario(const std::filesystem::path &path, const Scenario &scenario);

} // namespace pathgan
