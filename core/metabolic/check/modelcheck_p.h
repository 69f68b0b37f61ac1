// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/check/modelcheck.h"

#include <limits>
#include <string>
#include <utility>

namespace pathgan {

/// Fluxes below this are none: a model's bounds are of the order 1000, the solver's tolerance 1e-7.
constexpr double leastFlux = 1e-6; // mmol/gDW/h

/// A finding about a metabolite, reaction or gene.
template <class Item>
CheckFinding finding(CheckKind kind, const Item &item, std::string key = {}, std::string detail = {},
                     double value = std::numeric_limits<double>::quiet_NaN())
{
    return {kind, item.id, item.name, std::move(key), std::move(detail), value};
}

} // namespace pathgan
