// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/annotation_p.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace pathgan {

namespace {

struct Alias
{
    std::string_view alias, database;
};
/// What files call a database, in lower case without blanks, and identifiers.org's name of it.
constexpr std::array<Alias, 39> aliases = {{{"kegg", "kegg.compound"},
                                            {"keggid", "kegg.compound"},
                                            {"kegg_id", "kegg.compound"},
                                            {"kegg.genes", "kegg.genes"},
                                            {"keggcompound", "kegg.compound"},
                                            {"obo.chebi", "chebi"},
                                            {"chebiid", "chebi"},
                                            {"metanetx", "metanetx.chemical"},
                                            {"metanetxid", "metanetx.chemical"},
                                            {"mnx", "metanetx.chemical"},
                                            {"mnxid", "metanetx.chemical"},
                                            {"inchistring", "inchi"},
                                            {"inchis", "inchi"},
                                            {"inchi_key", "inchikey"},
                                            {"inchi-key", "inchikey"},
                                            {"bigg", "bigg.metabolite"},
                                            {"biggid", "bigg.metabolite"},
                                            {"biggmetabolite", "bigg.metabolite"},
                                            {"hmdbid", "hmdb"},
                                            {"pubchem", "pubchem.compound"},
                                            {"pubchemid", "pubchem.compound"},
                                            {"pubchem.compoundid", "pubchem.compound"},
                                            {"pubchemcompound", "pubchem.compound"},
                                            {"seed", "seed.compound"},
                                            {"seedid", "seed.compound"},
                                            {"modelseed", "seed.compound"},
                                            {"modelseed.compound", "seed.compound"},
                                            {"seed_compound", "seed.compound"},
                                            {"lipidmapsid", "lipidmaps"},
                                            {"lipidmaps.compound", "lipidmaps"},
                                            {"slm", "slm"},
                                            {"swisslipids", "slm"},
                                            {"smile", "smiles"},
                                            {"casnumber", "cas"},
                                            {"sabiork", "sabiork.compound"},
                                            {"entrez", "ncbigene"},
                                            {"entrezid", "ncbigene"},
                                            {"entrezgene", "ncbigene"},
                                            {"ncbigeneid", "ncbigene"}}};

std::string lowered(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c != ' ')
            result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return result;
}

bool isDigits(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char upper = static_cast<char>(c & ~0x20);
    return upper >= 'A' && upper <= 'F' ? upper - 'A' + 10 : -1;
}

std::string withoutEscapes(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isEscape = text[at] == '%' && at + 2 < text.size() && hexValue(text[at + 1]) >= 0 &&
                              hexValue(text[at + 2]) >= 0;
        if (isEscape) {
            result += static_cast<char>(hexValue(text[at + 1]) * 16 + hexValue(text[at + 2]));
            at += 2;
        } else if (text.substr(at).starts_with("&amp;")) {
            result += '&';
            at += 4;
        } else {
            result += text[at];
        }
    }
    return result;
}

/// Of KEGG's compounds, glycans and drugs, the id tells which.
std::string keggDatabase(std::string_view id)
{
    if (id.size() != 6 || !isDigits(id.substr(1)))
        return {};
    return id[0] == 'C' ? "kegg.compound" : id[0] == 'G' ? "kegg.glycan" : id[0] == 'D' ? "kegg.drug" : "";
}

/// Several ids in one text; structures are one, whatever signs they contain.
std::vector<std::string> idsOf(std::string_view database, std::string_view text)
{
    std::vector<std::string> ids;
    if (database == "inchi" || database == "smiles") {
        ids.emplace_back(trimmed(text));
        return ids;
    }
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(";,| \t\n", at), text.size());
        if (end > at)
            ids.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return ids;
}

} // namespace

void addAnnotation(std::vector<Annotation> &annotations, std::string_view database, std::string_view text)
{
    std::string name = lowered(database);
    if (const auto it =
            std::find_if(aliases.begin(), aliases.end(), [&](const Alias &one) { return one.alias == name; });
        it != aliases.end())
        name = it->database;
    if (name.empty() || name == "sbo" || trimmed(text).empty())
        return;
    for (std::string &id : idsOf(name, text)) {
        static constexpr std::array<std::string_view, 7> nothing = {"none", "null", "nan", "na",
                                                                    "n/a",  "-",    "[]"};
        if (std::find(nothing.begin(), nothing.end(), lowered(id)) != nothing.end())
            continue;
        std::string of = name;
        if (name == "chebi") {
            const std::size_t digits = lowered(id).starts_with("chebi:") ? 6 : 0;
            id = isDigits(std::string_view(id).substr(digits)) ? "CHEBI:" + id.substr(digits) : "";
        } else if (name == "kegg.compound") {
            const std::size_t colon = id.find(':'); // cpd:C00051
            id.erase(0, colon == std::string::npos ? 0 : colon + 1);
            of = keggDatabase(id);
        } else if (name == "inchi" && !id.empty() && !id.starts_with("InChI=")) {
            id.insert(0, "InChI=");
        }
        const auto isSame = [&](const Annotation &one) { return one.database == of && one.id == id; };
        if (!of.empty() && !id.empty() && std::none_of(annotations.begin(), annotations.end(), isSame))
            annotations.push_back({of, id});
    }
}

Annotation annotationOfResource(std::string_view resource)
{
    const std::string text = withoutEscapes(trimmed(resource));
    std::string_view rest = text;
    const auto skip = [&](std::string_view part) {
        const std::size_t at = rest.find(part);
        if (at == std::string_view::npos)
            return false;
        rest.remove_prefix(at + part.size());
        return true;
    };
    if (skip("purl.obolibrary.org/obo/CHEBI_"))
        return {"chebi", std::string(rest)};
    if (skip("metanetx.org/chem_info/"))
        return {"metanetx.chemical", std::string(rest)};
    if (skip("urn:miriam:")) {
        const std::size_t colon = rest.find(':');
        if (colon == std::string_view::npos)
            return {};
        return {std::string(rest.substr(0, colon)), std::string(rest.substr(colon + 1))};
    }
    if (!skip("identifiers.org/"))
        return {};
    // database/id, database:id, or an id that begins with its database: CHEBI:16856
    const std::size_t sign = rest.find_first_of("/:");
    if (sign == std::string_view::npos)
        return {};
    return {std::string(rest.substr(0, sign)), std::string(rest.substr(sign + 1))};
}

} // namespace pathgan
