// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/boundchange.h"

namespace pathgan {

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

} // namespace pathgan
