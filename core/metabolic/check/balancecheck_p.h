// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/check/modelcheck.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace pathgan {

/// Number of atoms by element. Groups such as R, X and FULLR count as elements; amounts may be fractions.
using Composition = std::map<std::string, double, std::less<>>;
/// C6H12O6, C10.5H20, (C2H4)3R; nothing where it is none.
std::optional<Composition> parseFormula(std::string_view formula);
void checkBalance(const MetabolicModel &model, ModelCheckRun &run);

} // namespace pathgan
