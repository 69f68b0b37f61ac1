// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/model/boundchange.h"

#include <string>
#include <utility>
#include <vector>

namespace pathgan {

enum class MediumPreset {
    AsDistributed, ///< bounds as in the file
    Physiological, ///< only the nutrients of the model-R list may enter, at their distributed limits
    ModelR,        ///< only these nutrients, at model R's limits
    Closed,        ///< nothing may enter
};

const char *mediumName(MediumPreset preset); ///< English key: "as distributed", "physiological" …

/// Largest uptake that the bounds of a boundary reaction allow, mmol/gDW/h; ≤ 0: none (negative: must leave).
double uptakeLimit(const MetabolicModel &model, const BoundChange &bounds);
/// Bounds with the uptake limited to `uptake`; what may leave stays.
BoundChange withUptake(const MetabolicModel &model, const BoundChange &bounds, double uptake);

/// What may enter: exchange reaction and largest uptake (> 0), mmol/gDW/h.
std::vector<std::pair<int, double>> medium(const MetabolicModel &model);
/// Physiological closes the import of every boundary reaction but the nutrients' (and vitamins') exchanges. A
/// model with none of these (see nutrientExchanges) is left with nothing to live on: callers should say so.
std::vector<BoundChange> mediumBounds(const MetabolicModel &model, MediumPreset preset);
/// Nutrient (BiGG metabolite id without compartment) and uptake limit of model R, mmol/gDW/h.
const std::vector<std::pair<std::string, double>> &modelRNutrients();
/// Vitamins that enter besides, and their limits, where the biomass asks for such (see needsVitamins).
const std::vector<std::pair<std::string, double>> &modelRVitamins();
/// The reaction of growth, and those that make the pools that go into it (Human-GEM's cofactors).
std::vector<int> biomassReactions(const MetabolicModel &model);
/// Whether the biomass, or a pool that goes into it, has lipoate or a cobalamin: so in Human-GEM and its
/// like.
bool needsVitamins(const MetabolicModel &model);
/// Exchange reaction of each of modelRNutrients(), see exchangeOf(); −1: the model has none.
std::vector<int> nutrientExchanges(const MetabolicModel &model);
/// Model R's medium: imports closed, then the nutrients at model R's limits, whatever the file allows.
std::vector<BoundChange> modelRMediumBounds(const MetabolicModel &model);

} // namespace pathgan
