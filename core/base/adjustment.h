#pragma once

#include "core/base/result.h"

#include <span>
#include <string_view>
#include <vector>

namespace pathgan {

/// How p is adjusted for many tests; words are those of R's p.adjust.
enum class Adjustment { BenjaminiHochberg, Holm, Bonferroni, BenjaminiYekutieli, None };

const char *adjustmentWord(Adjustment adjustment); ///< "BH", "holm", "bonferroni", "BY", "none"
const char *adjustmentName(Adjustment adjustment); ///< "Benjamini-Hochberg", …; an English key
/// InvalidOption with the words there are.
Result<Adjustment> adjustmentFromWord(std::string_view word);
/// NaN p stay NaN and are not counted.
std::vector<double> adjusted(std::span<const double> p, Adjustment adjustment);

/// The least p that is written; a smaller one is a bound, "< 1e-300".
inline constexpr double leastP = 1e-300;
/// p, raised to leastP where it is smaller (isBound then; 0 is what floating point leaves of it); NaN stays.
double boundedP(double p, bool &isBound);

} // namespace pathgan
