// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/genelist.h"

#include "core/base/text.h"
#include "core/data/clinical.h"
#include "core/data/damagednames.h"
#include "core/data/geneids.h"
#include "core/data/readreport_p.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace pathgan {

namespace {

bool isKnownGene(std::string_view name)
{
    return GeneTable::builtIn().entrez(name).has_value() && !parseNumber(name);
}

/// Collects names, each once.
class Collector
{
public:
    Collector(GeneNames &list, ReadReport &report) : m_list(list), m_report(report) {}

    void add(std::string_view name, std::size_t line, std::size_t column)
    {
        name = trimmed(name);
        if (name.empty() || isMissingToken(name))
            return;
        if (!m_seen.insert(toUpper(name)).second) {
            ++m_list.repeated;
            return;
        }
        reportDamagedName(name, line, column, m_report);
        m_list.genes.emplace_back(name);
    }

private:
    GeneNames &m_list;
    ReadReport &m_report;
    std::unordered_set<std::string> m_seen;
};

/// Share of a column's names that are known genes; −1 for a column of numbers.
double knownShare(const TextTable &table, std::size_t column)
{
    constexpr std::size_t enough = 500;
    std::size_t filled = 0, known = 0, numbers = 0;
    for (std::size_t i = 0; i < std::min(enough, table.rows.size()); ++i) {
        const std::string_view name = trimmed(table.rows[i].fields[column]);
        if (isMissingToken(name))
            continue;
        ++filled;
        known += isKnownGene(name) ? 1 : 0;
        numbers += table.number(name) ? 1 : 0;
    }
    if (filled == 0 || 2 * numbers > filled)
        return -1;
    return static_cast<double>(known) / static_cast<double>(filled);
}

/// What the fields of a file are.
struct Contents
{
    std::size_t fields = 0, known = 0, numbers = 0, widest = 0;
};

Contents contentsOf(const std::vector<Record> &records)
{
    Contents contents;
    for (const Record &record : records) {
        contents.widest = std::max(contents.widest, record.fields.size());
        for (const std::string &field : record.fields) {
            const std::string_view name = trimmed(field);
            if (name.empty())
                continue;
            ++contents.fields;
            contents.known += isKnownGene(name) ? 1 : 0;
            contents.numbers += parseNumber(name) ? 1 : 0;
        }
    }
    return contents;
}

/// A list, not a table: one name a line, or fields that are genes as far as any is known.
bool isList(const std::vector<Record> &records, char separator)
{
    const Contents contents = contentsOf(records);
    if (contents.widest < 2)
        return true;
    if (10 * contents.numbers > contents.fields)
        return false;
    if (records.size() == 1 || separator == ' ')
        return true;
    return separator != '\t' && 10 * contents.known >= 6 * contents.fields;
}

/// The column of genes of a table that has no header for it is left open where several could be that.
bool isOpen(const TextTable &table, std::size_t chosen)
{
    if (isGeneHeader(table.header[chosen]) || knownShare(table, chosen) >= 0.2)
        return false;
    std::size_t words = 0;
    for (std::size_t i = 0; i < table.width(); ++i) {
        const bool filled = std::any_of(table.rows.begin(), table.rows.end(),
                                        [&](const Record &row) { return !trimmed(row.fields[i]).empty(); });
        words += filled && knownShare(table, i) >= 0 ? 1 : 0;
    }
    return words > 1;
}

/// Whether the first name of a list is its header: a word for genes, or unknown in small letters above known
/// ones.
bool isListHeader(const std::vector<Record> &records)
{
    const std::string first = join(records.front().fields, " ");
    if (isGeneHeader(first) || toUpper(first) == "X")
        return true;
    const auto known = std::count_if(records.begin() + 1, records.end(), [](const Record &record) {
        return isKnownGene(trimmed(record.fields.front()));
    });
    const bool isWord = first.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos &&
                        first.find_first_of("0123456789") == std::string::npos;
    return records.size() > 4 && isWord && !isKnownGene(first) &&
           10 * known >= 9 * static_cast<std::ptrdiff_t>(records.size() - 1);
}

/// Names between marks, on one line or many.
GeneNames listOf(const std::vector<Record> &records, ReadReport &report)
{
    GeneNames list;
    Collector collector(list, report);
    const bool header = records.size() > 1 && isListHeader(records);
    if (header) {
        list.column = join(records.front().fields, " ");
        report.notes.push_back("header of the gene list: " + list.column);
    }
    for (std::size_t i = header ? 1 : 0; i < records.size(); ++i) {
        for (std::size_t k = 0; k < records[i].fields.size(); ++k)
            collector.add(records[i].fields[k], records[i].line, k + 1);
    }
    return list;
}

/// A separator of lists: whichever is there, in this order; 0: none.
char listSeparator(std::string_view text)
{
    for (const char separator : {'\t', ';', ','}) {
        if (text.find(separator) != std::string_view::npos)
            return separator;
    }
    return ' ';
}

std::string withoutComments(std::string_view text)
{
    std::string kept;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (!text.starts_with('#'))
            kept += text.substr(0, end);
        kept += '\n'; // lines keep their numbers
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return kept;
}

/// A JSON array or a vector of R, c(…): what stands in it, on one line.
std::string unwrapped(std::string content)
{
    const std::string_view inside = trimmed(content);
    const bool isArray = inside.starts_with('[') && inside.ends_with(']');
    const bool isVector = inside.starts_with("c(") && inside.ends_with(')');
    if (!isArray && !isVector)
        return content;
    const std::size_t first = isVector ? 2 : 1;
    std::string list(inside.substr(first, inside.size() - first - 1));
    std::replace(list.begin(), list.end(), '\n', ' ');
    return list;
}

} // namespace

std::string headerLetters(std::string_view name)
{
    std::string letters;
    for (const char c : toUpper(name)) {
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            letters += c;
    }
    return letters;
}

bool isGeneHeader(std::string_view name)
{
    static constexpr std::array names = {"GENE",
                                         "GENES",
                                         "SYMBOL",
                                         "SYMBOLS",
                                         "GENESYMBOL",
                                         "GENESYMBOLS",
                                         "GENENAME",
                                         "GENENAMES",
                                         "GENEID",
                                         "HGNC",
                                         "HGNCSYMBOL",
                                         "HUGO",
                                         "HUGOSYMBOL",
                                         "EXTERNALGENENAME",
                                         "ENSEMBL",
                                         "ENSEMBLID",
                                         "ENSEMBLGENEID",
                                         "ENTREZ",
                                         "ENTREZID",
                                         "ENTREZGENEID",
                                         "HUMANGENESYMBOL",
                                         "GENELIST",
                                         "APPROVEDSYMBOL",
                                         "FEATURE",
                                         "NAMES",
                                         "ID",
                                         "GENEIDS",
                                         "MGISYMBOL",
                                         "TARGET",
                                         "GENEASSIGNMENT",
                                         "GENESYM"};
    const std::string letters = headerLetters(name);
    return std::find(names.begin(), names.end(), letters) != names.end();
}

void takeGeneHeader(TextTable &table)
{
    if (table.hasHeader || table.rows.empty())
        return;
    const std::vector<std::string> &first = table.rows.front().fields;
    if (std::none_of(first.begin(), first.end(),
                     [](const std::string &field) { return isGeneHeader(field); }))
        return;
    table.header = first;
    table.hasHeader = true;
    table.rows.erase(table.rows.begin());
}

int geneColumn(const TextTable &table)
{
    if (table.width() == 0)
        return -1;
    int named = -1, best = -1, firstText = -1;
    double bestShare = 0;
    for (std::size_t i = 0; i < table.width(); ++i) {
        const double share = knownShare(table, i);
        if (share < 0 && !isGeneHeader(table.header[i]))
            continue;
        const auto column = static_cast<int>(i);
        if (named < 0 && isGeneHeader(table.header[i]))
            named = column;
        if (firstText < 0 && share >= 0)
            firstText = column;
        if (share > bestShare + 0.2) {
            best = column;
            bestShare = share;
        }
    }
    // A header `id` over row numbers says less than a column of known genes.
    if (named >= 0 && (best < 0 || knownShare(table, static_cast<std::size_t>(named)) >= 0.2))
        return named;
    return best >= 0 && bestShare >= 0.2 ? best : named >= 0 ? named : firstText;
}

Result<GeneNames> parseGeneList(std::string_view text, const std::filesystem::path &path, ReadReport &report)
{
    if (!isValidUtf8(text))
        return Error{ErrorCode::NotText, path.string()};
    const std::string content = unwrapped(withoutComments(text));
    const char separator = listSeparator(content);
    const std::vector<Record> records = readRecords(content, separator);
    if (records.empty())
        return Error{ErrorCode::FileEmpty, path.string()};
    GeneNames list;
    if (isList(records, separator)) {
        list = listOf(records, report);
    } else {
        Result<TextTable> table = parseTextTable(content, path, report, HeaderRule::IfWords);
        if (!table)
            return table.error();
        TextTable &named = *table;
        takeGeneHeader(named);
        const int column = geneColumn(named);
        const auto at = static_cast<std::size_t>(std::max(column, 0));
        if (column < 0 || isOpen(named, at))
            return Error{ErrorCode::UnknownFormat, path.string() + ": which column holds the genes?"};
        Collector collector(list, report);
        for (const Record &row : named.rows)
            collector.add(row.fields[at], row.line, at + 1);
        list.column = named.header[at].empty() ? "column " + std::to_string(at + 1) : named.header[at];
        report.notes.push_back("genes from the column " + list.column);
    }
    if (list.genes.empty())
        return Error{ErrorCode::FileEmpty, path.string()};
    return list;
}

Result<GeneNames> readGeneList(const std::filesystem::path &path, ReadReport &report)
{
    report = {};
    const Result<std::string> text = readCleanText(path);
    if (!text)
        return text.error();
    report.format = "gene list";
    return parseGeneList(*text, path, report);
}

} // namespace pathgan
