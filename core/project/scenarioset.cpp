// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/scenarioset.h"

#include <utility>

namespace pathgan {

void ScenarioSet::edit(std::string name, ScenarioList after)
{
    edits.resize(position);
    if (saved && *saved > position)
        saved.reset();
    edits.push_back({std::move(name), std::make_shared<const ScenarioList>(list),
                     std::make_shared<const ScenarioList>(after)});
    if (edits.size() > mostEdits) {
        edits.erase(edits.begin());
        saved = saved && *saved > 0 ? std::optional(*saved - 1) : std::nullopt;
    }
    position = edits.size();
    list = std::move(after);
}

void ScenarioSet::undo()
{
    if (canUndo())
        list = *edits[--position].before;
}

void ScenarioSet::redo()
{
    if (canRedo())
        list = *edits[position++].after;
}

} // namespace pathgan
