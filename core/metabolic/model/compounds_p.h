// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace pathgan {

/// A compound that analyses ask for, under the names by which models know it.
struct Compound
{
    const char *id;    ///< BiGG id without compartment
    const char *name;  ///< English
    const char *names; ///< with synonyms, joined with |
    const char *formula;
    int charge;      ///< of that formula, about pH 7
    const char *ids; ///< KEGG, ChEBI, MetaNetX, HMDB, ModelSEED, Human-GEM and InChIKey, joined with blanks
};
const std::vector<Compound> &compounds();

} // namespace pathgan
