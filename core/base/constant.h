// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace pathgan {

/// Whether values are one value but for what a solver leaves as noise. The only rule for that in the program:
/// group tests, screens, training targets, correlations, effective ranks and figures all ask it.
///
/// Constant: largest − smallest ≤ max(1e-9 × largest magnitude, 1e-9). The first is a thousand times the
/// rounding left by pivoting on a basis of some thousand rows (the 61 reactions of a model solved sample by
/// sample differ by 1e-12); the second, in mmol/gDW/h, is the tolerance within which a solver calls a flux
/// zero, where a relative one would compare noise with noise. NaN are left out; true for fewer than two
/// numbers.
bool isConstant(std::span<const double> values);

/// The same values, those closer to each other than that made equal (to the smallest of them), so that noise
/// breaks no tie between ranks. Constant values become all equal. NaN stay.
std::vector<double> withoutNoise(std::span<const double> values);

} // namespace pathgan
