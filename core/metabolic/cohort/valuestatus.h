// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pathgan {

/// What is known of one value of a sample that was solved.
enum class ValueStatus : unsigned char {
    Unique,    ///< any solver finds it; between its bounds
    OnBound,   ///< unique, and at a bound ≠ 0 of the reaction itself
    Blocked,   ///< 0, as no steady state carries flux through the reaction
    NotUnique, ///< plain FBA: other optimal vertices have other values
    None,      ///< no value: see the sample's status
};
const char *valueStatusName(ValueStatus status); ///< "unique", "on a bound" …: English keys

} // namespace pathgan
