// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/genesetformat_p.h"

#include "core/base/marked.h"
#include "core/base/text.h"
#include "core/data/geneids.h"
#include "core/data/genelist.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace pathgan {

namespace {

bool isKnownGene(const std::string &field)
{
    const std::string_view name = trimmed(field);
    return !parseNumber(name) && GeneTable::builtIn().entrez(name.substr(0, name.find(','))).has_value();
}

using Fields = std::vector<std::string>;

/// The first row and the first column, each without its first two fields: genes in GMT and in GMX.
struct Edges
{
    Fields row, column;
};

Edges edgesOf(const std::vector<Record> &rows)
{
    Edges edges;
    const auto add = [](Fields &to, const std::string &field) {
        if (!trimmed(field).empty())
            to.push_back(toUpper(trimmed(field)));
    };
    for (std::size_t k = 2; k < rows.front().fields.size(); ++k)
        add(edges.row, rows.front().fields[k]);
    for (std::size_t i = 2; i < rows.size(); ++i)
        add(edges.column, rows[i].fields.front());
    return edges;
}

double share(const Fields &fields, const auto &test)
{
    if (fields.empty())
        return 0;
    const auto hits = std::count_if(fields.begin(), fields.end(), test);
    return static_cast<double>(hits) / static_cast<double>(fields.size());
}

/// A name without its digits and what follows them, to see what is made alike.
std::string stemOf(const std::string &name)
{
    return name.substr(0, name.find_first_of("0123456789"));
}

/// Positive: GMT; negative: GMX; 0: content leaves it open. Genes are known, or occur in several sets, or are
/// named alike and unlike the sets.
double evidence(const std::vector<Record> &rows)
{
    const Edges edges = edgesOf(rows);
    if (edges.column.empty())
        return 1; // one or two lines: as GMX they would hold no gene
    if (edges.row.empty())
        return rows.front().fields.size() < 3 && rows.size() > 3 ? -1 : 0;
    const double known = share(edges.row, isKnownGene) - share(edges.column, isKnownGene);
    if (std::abs(known) > 0.3)
        return known;
    std::map<std::string, int> occurrences;
    std::map<std::string, int> stems;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        for (std::size_t k = 1; k < rows[i].fields.size(); ++k) {
            const std::string name = toUpper(trimmed(rows[i].fields[k]));
            ++occurrences[name];
            if (i > 1 && k > 1)
                ++stems[stemOf(name)];
        }
    }
    const auto recurs = [&](const std::string &name) { return occurrences.contains(name); };
    const double repeated = share(edges.row, recurs) - share(edges.column, recurs);
    if (std::abs(repeated) > 0.1)
        return repeated;
    const auto likeMost = [&](const std::string &name) {
        const auto found = stems.find(stemOf(name));
        return found != stems.end() && !found->first.empty();
    };
    const double alike = share(edges.row, likeMost) - share(edges.column, likeMost);
    return std::abs(alike) > 0.5 ? alike : 0;
}

/// Descriptions say it too: the second field of a GMT line, the second line of GMX.
bool isDescription(const std::string &field)
{
    const std::string text = toUpper(trimmed(field));
    return text.empty() || text == "NA" || text == "N/A" || text == "NULL" || text == "> NA" ||
           text.starts_with("HTTP");
}

double descriptionEvidence(const std::vector<Record> &rows)
{
    std::size_t down = 0, across = 0, downAll = 0;
    for (const Record &row : rows) {
        if (row.fields.size() > 1) {
            ++downAll;
            down += isDescription(row.fields[1]) ? 1 : 0;
        }
    }
    for (const std::string &field : rows.size() > 1 ? rows[1].fields : Fields())
        across += isDescription(field) ? 1 : 0;
    const double first = downAll == 0 ? 0 : static_cast<double>(down) / static_cast<double>(downAll);
    const double second =
        rows.size() > 1 ? static_cast<double>(across) / static_cast<double>(rows[1].fields.size()) : 0;
    return std::abs(first - second) > 0.5 ? first - second : 0;
}

/// Lines of one length are GMX, ragged ones GMT.
double shapeEvidence(const std::vector<Record> &rows)
{
    const std::size_t width = rows.front().fields.size();
    const bool even =
        std::all_of(rows.begin(), rows.end(), [&](const Record &row) { return row.fields.size() == width; });
    if (rows.size() < 4 || width > 2 * rows.size())
        return 1;
    return even ? -1 : 1;
}

SetFormat byExtension(const std::string &extension, double content, const std::vector<Record> &rows)
{
    if (content == 0)
        content = descriptionEvidence(rows);
    if (content == 0 && extension == ".gmt")
        content = 1;
    if (content == 0 && extension == ".gmx")
        content = -1;
    if (content == 0)
        content = shapeEvidence(rows);
    return content > 0 ? SetFormat::Gmt : SetFormat::Gmx;
}

std::vector<Record> rowsOf(std::string_view text, char separator)
{
    std::vector<Record> rows;
    std::size_t line = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view one = text.substr(0, end);
        ++line;
        if (!trimmed(one).empty() && !one.starts_with('#')) {
            // Names of sets are taken byte for byte, but for the quotes of spreadsheets and R.
            const bool quoted = separator != '\t' || one.starts_with('"') || one.find("\t\"") != one.npos;
            rows.push_back({line, quoted ? splitRecord(one, separator) : split(one, '\t')});
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return rows;
}

bool hasTabs(const std::vector<Record> &rows)
{
    return std::any_of(rows.begin(), rows.end(), [](const Record &row) { return row.fields.size() > 1; });
}

/// Comma-separated sets: a name, a description and genes on most lines.
bool areLongLines(const std::vector<Record> &rows)
{
    const auto isLong =
        std::count_if(rows.begin(), rows.end(), [](const Record &row) { return row.fields.size() > 2; });
    return !rows.empty() && 2 * isLong > static_cast<std::ptrdiff_t>(rows.size());
}

} // namespace

bool areGenes(const std::vector<std::string> &names, const std::vector<std::string> &descriptions,
              const std::vector<std::string> &genes)
{
    for (std::size_t i = 0; i < descriptions.size(); ++i) {
        const std::string name = i < names.size() ? toUpper(names[i]) : std::string();
        const std::string description = toUpper(trimmed(descriptions[i]));
        if (isDescription(description) || name.find(description) != std::string::npos)
            return false; // a set may be described by the gene that it is named after
    }
    if (descriptions.empty() || genes.empty())
        return false;
    constexpr double nearlyAll = 0.9;
    if (share(descriptions, isKnownGene) >= nearlyAll)
        return true;
    std::map<std::string, std::size_t> stems;
    std::set<std::string> known;
    for (const std::string &gene : genes) {
        known.insert(toUpper(trimmed(gene)));
        ++stems[stemOf(toUpper(trimmed(gene)))];
    }
    const auto recurs = [&](const std::string &name) { return known.contains(toUpper(trimmed(name))); };
    if (descriptions.size() > 2 && share(descriptions, recurs) >= nearlyAll)
        return true;
    const auto most = std::max_element(stems.begin(), stems.end(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    const bool isSeries = !most->first.empty() &&
                          static_cast<double>(most->second) >= nearlyAll * static_cast<double>(genes.size());
    return isSeries && share(descriptions, [&](const std::string &name) {
                           const std::string upper = toUpper(trimmed(name));
                           return upper.size() > most->first.size() && stemOf(upper) == most->first;
                       }) >= nearlyAll;
}

bool isBlankSeparated(const SetFile &file)
{
    if (file.format != SetFormat::Grp || file.rows.size() < 2)
        return false;
    std::size_t isLong = 0, starts = 0;
    for (const Record &row : file.rows) {
        const std::vector<std::string> fields = splitRecord(trimmed(row.fields.front()), ' ');
        isLong += fields.size() > 2 ? 1 : 0;
        starts += isKnownGene(fields.front()) ? 1 : 0;
    }
    return 2 * isLong > file.rows.size() && 2 * starts < file.rows.size();
}

MemberColumns memberColumns(const std::vector<std::string> &header)
{
    static constexpr std::array names = {"GS_NAME", "TERM",          "SET",       "GENE_SET", "GENESET",
                                         "PATHWAY", "GENE_SET_NAME", "TERM_NAME", "SETNAME",  "PATHWAY_NAME"};
    static constexpr std::array best = {"GENE_SYMBOL", "SYMBOL", "GENE"};
    MemberColumns columns;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string name = toUpper(trimmed(header[i]));
        const bool isGene = isGeneHeader(name) && name != "NAMES" && name != "ID";
        const bool isBetter = std::find(best.begin(), best.end(), name) != best.end();
        if (columns.set < 0 && std::find(names.begin(), names.end(), name) != names.end())
            columns.set = static_cast<int>(i);
        else if (isGene && (columns.gene < 0 || isBetter))
            columns.gene = static_cast<int>(i);
    }
    return columns;
}

SetFile setFile(std::string_view text, const std::string &extension)
{
    SetFile file;
    file.rows = rowsOf(text, '\t');
    const bool tabs = hasTabs(file.rows);
    if (!tabs && !file.rows.empty()) {
        for (const char separator : {';', ','}) {
            std::vector<Record> rows = rowsOf(text, separator);
            const MemberColumns columns = memberColumns(rows.front().fields);
            const bool members = columns.set >= 0 && columns.gene >= 0;
            if (!members && !areLongLines(rows))
                continue;
            // A list of genes on several lines has known genes everywhere.
            if (!members && isKnownGene(rows.front().fields.front()))
                continue;
            file.rows = std::move(rows);
            break;
        }
    }
    if (file.rows.empty() || !hasTabs(file.rows)) {
        file.format = SetFormat::Grp;
        file.name = marked("Core", "GRP");
        return file;
    }
    const MemberColumns columns = memberColumns(file.rows.front().fields);
    if (columns.set >= 0 && columns.gene >= 0 && file.rows.size() > 1) {
        file.format = SetFormat::Members;
        file.name = "table of members";
        return file;
    }
    file.format = byExtension(extension, evidence(file.rows), file.rows);
    file.name = file.format == SetFormat::Gmt ? marked("Core", "GMT") : marked("Core", "GMX");
    return file;
}

} // namespace pathgan
