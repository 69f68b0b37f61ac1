// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/model/scenario.h"

#include <cstddef>
#include <vector>

namespace pathgan {

/// Scenarios, and the one that is edited.
struct ScenarioList
{
    std::vector<Scenario> scenarios;
    std::size_t current = 0;

    bool operator==(const ScenarioList &) const = default;
};

/// The scenarios of a project, and as they were last saved to files.
struct ScenarioSet
{
    ScenarioList list; ///< none: nobody has looked at them yet
    std::vector<Scenario> saved = {};

    bool isSaved() const { return saved == list.scenarios; }
};

} // namespace pathgan
