// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>
#include <cstddef>

namespace pathgan {

/// Okabe & Ito (2008), black first left out: orange, sky blue, bluish green, yellow, blue, vermilion, reddish
/// purple, in an order whose first ones are readable on white and on dark. Wraps around.
QColor categoryColour(std::size_t index);
/// The grey of "not reported" and of remainders.
QColor neutralColour();

/// t in [0, 1]; clipped. Blue – white – red (ColorBrewer RdBu, reversed), for z-scores.
QColor blueWhiteRed(double t);
/// matplotlib's viridis, for numbers that have no middle.
QColor viridis(double t);
/// shap's red_blue: low #008bfb … high #ff0051.
QColor shapColour(double t);

/// shap's bar and beeswarm colours.
QColor shapPositive();
QColor shapNegative();
/// Of its force plot: #FF0D57, #1E88E5.
QColor forcePositive();
QColor forceNegative();
QColor missingColour();  ///< #777777
QColor constantColour(); ///< of what does not vary: #d9cba3, on no colour map

} // namespace pathgan
