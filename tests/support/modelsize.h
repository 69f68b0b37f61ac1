// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pathgan {

/// Entries of the stoichiometric matrix.
inline std::size_t nonZeros(const MetabolicModel &model)
{
    std::size_t count = 0;
    for (const Reaction &reaction : model.reactions)
        count += reaction.stoichiometry.size();
    return count;
}

} // namespace pathgan
