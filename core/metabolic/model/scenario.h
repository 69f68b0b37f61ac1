// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/model/medium.h"

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

} // namespace pathgan
