#pragma once

#include <optional>
#include <string>
#include <string_view>
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

/// Standard InChIKey of a standard InChI; empty for what is none.
std::string inchiKey(std::string_view inchi);

} // namespace pathgan
