// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/compoundnames_p.h"

#include "core/base/text.h"
#include "core/metabolic/model/inchikey_p.h"
#include "core/metabolic/model/metaboliteid_p.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <unordered_map>

namespace pathgan {

namespace {

using Index = std::unordered_map<std::string, int>;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool areDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

/// Case, blanks, brackets and hyphens inside a name do not count; signs at its end do.
std::string evenName(std::string_view name)
{
    std::string result;
    const std::string upper = toUpper(trimmed(name));
    for (std::size_t i = 0; i < upper.size(); ++i) {
        const char c = upper[i];
        const bool isSign = c == '+' || (c == '-' && i > 0 && (i + 1 == upper.size() || upper[i + 1] == ')'));
        if (isSign || std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 128)
            result += c;
    }
    return result;
}

Index makeIdIndex()
{
    Index index;
    for (std::size_t i = 0; i < compounds().size(); ++i)
        index.emplace(comparableName(compounds()[i].id), static_cast<int>(i));
    return index;
}

Index makeNameIndex()
{
    Index index;
    for (std::size_t i = 0; i < compounds().size(); ++i)
        for (const std::string &name : split(compounds()[i].names, '|'))
            index.emplace(evenName(name), static_cast<int>(i));
    return index;
}

/// The first two blocks: the third letter group is the degree of protonation.
std::string unprotonated(std::string_view key)
{
    const std::size_t last = key.rfind('-');
    return last == std::string_view::npos ? std::string(key) : std::string(key.substr(0, last));
}

Index makeDatabaseIndex()
{
    Index index;
    for (std::size_t i = 0; i < compounds().size(); ++i)
        for (const std::string &id : split(compounds()[i].ids, ' ')) {
            if (id.empty())
                continue;
            const bool isKey = id.size() == 27 && id[14] == '-';
            index.emplace(isKey ? unprotonated(id) : toUpper(id), static_cast<int>(i));
        }
    return index;
}

int found(const Index &index, const std::string &key)
{
    const auto it = index.find(key);
    return it == index.end() ? -1 : it->second;
}

using Elements = std::map<std::string, double>;

/// Nothing for what is no plain sum of elements.
std::optional<Elements> elementsOf(std::string_view formula)
{
    Elements elements;
    for (std::size_t at = 0; at < formula.size();) {
        if (formula[at] < 'A' || formula[at] > 'Z')
            return {};
        std::string symbol(1, formula[at++]);
        while (at < formula.size() && formula[at] >= 'a' && formula[at] <= 'z')
            symbol += formula[at++];
        const std::size_t start = at;
        while (at < formula.size() && (isDigit(formula[at]) || formula[at] == '.'))
            ++at;
        const double count =
            at == start ? 1 : parseNumber(formula.substr(start, at - start)).value_or(std::nan(""));
        if (symbol == "R" || symbol == "X" || std::isnan(count))
            return {};
        elements[symbol] += count;
    }
    std::erase_if(elements, [](const auto &entry) { return entry.second == 0; });
    return elements.empty() ? std::nullopt : std::optional(elements);
}

double takeHydrogen(Elements &elements)
{
    const auto it = elements.find("H");
    if (it == elements.end())
        return 0;
    const double count = it->second;
    elements.erase(it);
    return count;
}

} // namespace

int compoundIndex(std::string_view id)
{
    static const Index index = makeIdIndex();
    std::string even = comparableName(id);
    if (const std::size_t dash = even.find("_DASH_"); dash != std::string::npos)
        even.replace(dash, 6, "_");
    std::replace(even.begin(), even.end(), '-', '_');
    return found(index, even);
}

int compoundOfName(std::string_view name)
{
    static const Index index = makeNameIndex();
    return found(index, evenName(name));
}

int compoundOfDatabaseId(const std::string &id)
{
    static const Index index = makeDatabaseIndex();
    return found(index, id);
}

std::string databaseId(std::string_view database, std::string_view id)
{
    const std::string from = toUpper(database);
    if (from.find("INCHI") != std::string::npos && id.starts_with("InChI="))
        return unprotonated(inchiKey(id));
    if (const std::size_t slash = id.rfind('/'); slash != std::string_view::npos)
        id.remove_prefix(slash + 1);
    std::string upper = toUpper(trimmed(id));
    const std::size_t colon = upper.rfind(':');
    const std::string bare = colon == std::string::npos ? upper : upper.substr(colon + 1);
    if (from.find("INCHI") != std::string::npos)
        return bare.size() == 27 ? unprotonated(bare) : std::string();
    if (from.find("CHEBI") != std::string::npos)
        return areDigits(bare) ? "CHEBI:" + bare : std::string();
    if (from.find("HMDB") != std::string::npos) {
        const std::string digits = bare.starts_with("HMDB") ? bare.substr(4) : bare;
        if (!areDigits(digits) || digits.size() > 7)
            return {};
        return "HMDB" + std::string(7 - digits.size(), '0') + digits;
    }
    if (from.find("KEGG") != std::string::npos || from.find("METANETX") != std::string::npos ||
        from.find("SEED") != std::string::npos)
        return bare;
    return {};
}

FormulaFit formulaFit(const Compound &compound, const std::string &formula, std::optional<int> charge)
{
    std::optional<Elements> own = elementsOf(formula), wanted = elementsOf(compound.formula);
    if (!own || !wanted)
        return FormulaFit::Unknown;
    const double hydrogen = takeHydrogen(*own), hydrogenWanted = takeHydrogen(*wanted);
    if (*own != *wanted)
        return FormulaFit::Other;
    // Hydrogen less charge does not change with protonation.
    const double neutral = hydrogenWanted - compound.charge;
    if (charge && hydrogen - *charge == neutral)
        return FormulaFit::Same;
    const auto [least, most] = std::minmax(hydrogenWanted, neutral);
    const bool isCharged = charge && *charge != 0; // 0 is also what files without charges say
    if (!isCharged && hydrogen >= least && hydrogen <= most)
        return FormulaFit::Same;
    return isCharged && std::abs(hydrogen - *charge - neutral) > 1 ? FormulaFit::Other : FormulaFit::Near;
}

} // namespace pathgan
