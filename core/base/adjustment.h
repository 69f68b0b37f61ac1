// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optionfield.h"

#include <span>
#include <string_view>
#include <vector>

namespace pathgan {

/// How p is adjusted for many tests; words are those of R's p.adjust.
enum class Adjustment { BenjaminiHochberg, Holm, Bonferroni, BenjaminiYekutieli, None };
inline constexpr EnumWord<Adjustment> adjustmentWords[] = {{Adjustment::BenjaminiHochberg, "BH"},
                                                           {Adjustment::Holm, "holm"},
                                                           {Adjustment::Bonferroni, "bonferroni"},
                                                           {Adjustment::BenjaminiYekutieli, "BY"},
                                                           {Adjustment::None, "none"}};

const char *adjustmentWord(Adjustment adjustment); ///< "BH", "holm", "bonferroni", "BY", "none"
const char *adjustmentName(Adjustment adjustment); ///< "Benjamini-Hochberg", …; an English key
/// NaN p stay NaN and are not counted.
std::vector<double> adjusted(std::span<const double> p, Adjustment adjustment);

/// The least p that is written; a smaller one is a bound, "< 1e-300".
inline constexpr double leastP = 1e-300;
/// p, raised to leastP where it is smaller (isBound then; 0 is what floating point leaves of it); NaN stays.
double boundedP(double p, bool &isBound);

} // namespace pathgan
