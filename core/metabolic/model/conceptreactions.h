// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/model/model.h"

#include <string>
#include <string_view>
#include <vector>

namespace pathgan {

/// A reaction that does what an analysis asks for.
struct ConceptReaction
{
    int reaction = -1; ///< −1: the model has none
    FoundBy by = FoundBy::Nothing;
};
/// Boundary reaction of a compound outside the cell: EX_<id>_e where there are several, else one that lets it
/// enter, else the first.
ConceptReaction exchangeOf(const MetabolicModel &model, std::string_view compound);
/// Hydrolysis of ATP in the cytosol that stands for maintenance: ATPM, DM_atp_c_, else a reaction without
/// genes of that stoichiometry.
ConceptReaction maintenanceReaction(const MetabolicModel &model);
/// The reaction that stands for growth: of the objective, else by SBO term 629, id or name.
ConceptReaction biomassReaction(const MetabolicModel &model);
/// What grows where the model names no objective: its biomass. −1: it names one, or has none.
int assumedObjective(const MetabolicModel &model);

/// An antioxidant reaction of the stress model.
enum class RedoxKind { Catalase, Peroxidase, Peroxiredoxin, Reductase };
struct RedoxReaction
{
    std::string topic; ///< "catalase (mitochondrion)": its name in the table
    RedoxKind kind{};
    CompartmentKind compartment{};
    ConceptReaction found;
    bool isReversed = false; ///< the model writes it from right to left
};
/// All of them, those the model lacks too.
std::vector<RedoxReaction> redoxReactions(const MetabolicModel &model);

} // namespace pathgan
