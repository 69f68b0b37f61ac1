// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/model/compounds_p.h"

#include <optional>
#include <string>
#include <string_view>

namespace pathgan {

/// Index in compounds() of a BiGG or VMH id without compartment; −1: none of them.
int compoundIndex(std::string_view id);
/// The same, of a name, its spelling evened out; −1: none.
int compoundOfName(std::string_view name);
/// The same, of an identifier of a database, as databaseId() writes it; −1: none.
int compoundOfDatabaseId(const std::string &id);

/// One spelling of an identifier in an annotation: CHEBI:16856, HMDB0000125, C00051, the first two blocks of
/// an InChIKey (computed of an InChI). Empty: the database is none of those known.
std::string databaseId(std::string_view database, std::string_view id);

/// How a metabolite's formula and charge go with a compound's.
enum class FormulaFit {
    Unknown, ///< no formula, or one with groups
    Other,   ///< another substance
    Near,    ///< the same but for hydrogen and charge
    Same,    ///< the same, any degree of protonation
};
FormulaFit formulaFit(const Compound &compound, const std::string &formula, std::optional<int> charge);

} // namespace pathgan
