// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/model/scenario.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pathgan {

/// Scenarios, and the one that is edited.
struct ScenarioList
{
    std::vector<Scenario> scenarios;
    std::size_t current = 0;

    bool operator==(const ScenarioList &) const = default;
};

/// The scenarios as they were before an edit and as they were after it.
struct ScenarioEdit
{
    std::string name; ///< in the language of the window
    std::shared_ptr<const ScenarioList> before, after;
};

/// The scenarios of a project and the edits of them that can be undone. Copies share what the edits hold.
struct ScenarioSet
{
    static constexpr std::size_t mostEdits = 200; ///< older ones are forgotten

    ScenarioList list; ///< none: nobody has looked at them yet
    std::vector<ScenarioEdit> edits;
    std::size_t position = 0; ///< edits done; those after it were undone
    /// Position at which they were last saved; none: no edit leads back there.
    std::optional<std::size_t> saved = 0;

    /// Forgets the edits that were undone.
    void edit(std::string name, ScenarioList after);
    bool canUndo() const { return position > 0; }
    bool canRedo() const { return position < edits.size(); }
    void undo();
    void redo();
    bool isSaved() const { return saved == position; }
};

} // namespace pathgan
