// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/capacityduals.h"

#include <optional>
#include <string>

namespace pathgan {

/// A tab and the number, which reads back to the same bits; NaN: empty.
std::string numberField(double value);
std::optional<double> fieldNumber(const std::string &text);

/// A tab, then gap, dual of growth, whether it is degenerate, then number of the bound and dual of each term.
std::string solutionField(const DualSolution &solution);
/// bounds: there are so many.
std::optional<DualSolution> solutionOf(const std::string &text, std::size_t bounds);

} // namespace pathgan
