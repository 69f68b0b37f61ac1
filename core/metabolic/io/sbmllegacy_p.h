// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/io/sbmlelement_p.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace pathgan {

// SBML without the fbc package: bounds in kinetic laws, everything else in notes

/// `<p>KEY: value</p>` paragraphs (any prefix on p) of an element's notes; empty values dropped.
using SbmlNotes = std::unordered_map<std::string, std::string>;
SbmlNotes sbmlNotes(const sbml::SBase &element);
/// Value of a key; empty when there is none.
std::string_view noteValue(const SbmlNotes &notes, const char *key);

/// LOWER_BOUND, UPPER_BOUND, OBJECTIVE_COEFFICIENT … of a reaction's kinetic law; fallback when absent.
double kineticParameter(const sbml::Reaction &reaction, const char *id, double fallback);

} // namespace pathgan
