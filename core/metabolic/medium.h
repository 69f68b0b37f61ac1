#pragma once

#include "core/metabolic/fba.h"

#include <string>
#include <utility>
#include <vector>

namespace pathgan {

enum class MediumPreset {
    AsDistributed, ///< bounds as in the file
    Physiological, ///< only the nutrients of the model-R list may enter, at their distributed limits
};

/// What may enter: exchange reaction and largest uptake (> 0), mmol/gDW/h.
std::vector<std::pair<int, double>> medium(const MetabolicModel &model);
std::vector<BoundChange> mediumBounds(const MetabolicModel &model, MediumPreset preset);
/// Nutrient (BiGG metabolite id without compartment) and uptake limit of model R, mmol/gDW/h.
const std::vector<std::pair<std::string, double>> &modelRNutrients();

} // namespace pathgan
