// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/lp/lpmodel_p.h"

#include <string>
#include <vector>

namespace pathgan {

/// SHA-256 of a problem, and of numbers that its solution depends on besides.
std::string lpKey(const LpModel &problem, const std::vector<double> &numbers);
/// SHA-256 of their bits.
std::string numbersKey(const std::vector<double> &numbers);

} // namespace pathgan
