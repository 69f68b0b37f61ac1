// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/text.h"
#include "core/data/barcode.h"
#include "core/data/expressiontable_p.h"
#include "core/data/readreport_p.h"
#include "core/data/tablefit_p.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pathgan {

namespace {

constexpr std::size_t headSize = std::size_t{1} << 20;
constexpr std::size_t longestLine = std::size_t{1} << 28;
constexpr std::size_t longestName = 255; // Xena's limit

/// Lines one after the other, without their ends.
class Lines
{
public:
    explicit Lines(std::string_view text) : m_text(text) {}

    bool next(std::string_view &line)
    {
        if (m_position >= m_text.size())
            return false;
        const std::size_t end = std::min(m_text.find('\n', m_position), m_text.size());
        line = m_text.substr(m_position, end - m_position);
        m_position = std::min(end + 1, m_text.size());
        ++m_number;
        return true;
    }
    std::size_t number() const { return m_number; }
    std::size_t position() const { return m_position; }

private:
    std::string_view m_text;
    std::size_t m_position = 0, m_number = 0;
};

bool isBlank(std::string_view line)
{
    return trimmed(line).empty();
}

/// GCT: "#1.2", then rows and columns, then the header.
Result<bool> readGctStart(Lines &lines, std::string_view first, const std::filesystem::path &path,
                          TableLayout &layout)
{
    const std::string_view version = first.substr(0, first.find_first_of("\t, "));
    if (!version.starts_with("#1."))
        return false;
    if (version != "#1.2")
        return Error{ErrorCode::UnknownFormat, place(path, lines.number(), 1) + ": " + std::string(version)};
    std::string_view line;
    if (!lines.next(line))
        return Error{ErrorCode::FileEmpty, place(path, lines.number() + 1, 0)};
    const std::vector<std::string> sizes = splitRecord(line, guessSeparator(line));
    const auto sizeAt = [&](std::size_t i) {
        const double size = i < sizes.size() ? parseNumber(sizes[i]).value_or(-1) : -1;
        return size >= 0 && size < 1e12 ? static_cast<long long>(size) : -1;
    };
    layout.declaredRows = sizeAt(0);
    layout.declaredColumns = sizeAt(1);
    if (layout.declaredRows < 0 || layout.declaredColumns < 0)
        return Error{ErrorCode::BadHeader, place(path, lines.number(), 1)};
    return true;
}

/// A header of decimals is a row of values: the names are missing. Fields before `from` do not count.
bool looksLikeValues(const std::vector<std::string> &fields, std::size_t from = 0)
{
    const auto isDecimal = [](const std::string &name) {
        const std::optional<double> number = parseNumber(name);
        return number && (std::floor(*number) != *number || *number == 0);
    };
    const auto decimals =
        std::count_if(fields.begin() + static_cast<std::ptrdiff_t>(from), fields.end(), isDecimal);
    return decimals * 2 > static_cast<std::ptrdiff_t>(fields.size() - from);
}

/// Lines that are no comment and not blank, from where `lines` stands; the last may be cut.
std::vector<std::string_view> nextLines(Lines lines, std::size_t most)
{
    std::vector<std::string_view> found;
    std::string_view line;
    while (found.size() < most && lines.next(line)) {
        if (!isBlank(line) && !isCommentLine(line))
            found.push_back(line);
    }
    return found;
}

/// The rows of the head; the last is left out where it may be cut.
std::vector<Record> headRows(Lines lines, char separator, bool complete)
{
    std::vector<Record> rows;
    std::string_view line;
    while (lines.next(line)) {
        if (!isBlank(line) && !isInnerComment(line))
            rows.push_back({lines.number(), splitRecord(line, separator)});
    }
    if (!complete && rows.size() > 1)
        rows.pop_back();
    return rows;
}

/// What stands before the header.
struct Preamble
{
    bool gct = false;
    std::vector<Record> comments; ///< uncut
};

/// Comments, blank lines and GCT's first two; `lines` then stands before the first other one.
Result<Preamble> takePreamble(Lines &lines, const std::filesystem::path &path, TableLayout &layout)
{
    Preamble preamble;
    std::string_view line;
    bool first = true;
    for (Lines before = lines; lines.next(line); before = lines) {
        if (isBlank(line))
            continue;
        if (first) {
            const Result<bool> isGct = readGctStart(lines, line, path, layout);
            if (!isGct)
                return isGct.error();
            preamble.gct = *isGct;
            first = false;
            if (preamble.gct)
                continue;
        }
        if (!isCommentLine(line)) {
            lines = before;
            return preamble;
        }
        preamble.comments.push_back({lines.number(), {std::string(line)}});
    }
    return Error{ErrorCode::FileEmpty, path.string()};
}

/// The first line that is no comment; or the comment before it where that names the columns.
Result<std::vector<std::string>> findHeader(Lines &lines, const Preamble &preamble,
                                            const std::filesystem::path &path, TableLayout &layout)
{
    constexpr std::size_t enough = 20;
    const std::vector<std::string_view> start = nextLines(lines, enough);
    layout.separator = guessSeparator(start);
    std::vector<Record> records;
    for (const std::string_view line : start)
        records.push_back({0, splitRecord(line, layout.separator)});
    layout.decimalComma = hasDecimalCommas(records, layout.separator);
    const auto isNumber = [&](const std::string &field) {
        return (layout.decimalComma ? parseCommaNumber(trimmed(field)) : parseNumber(trimmed(field)))
            .has_value();
    };
    Record last;
    switch (headerPlace(preamble.comments, layout.separator, records, isNumber, last)) {
    case HeaderPlace::LastComment:
        layout.headerLine = last.line;
        return std::move(last.fields);
    case HeaderPlace::Unclear:
        return Error{ErrorCode::BadHeader, place(path, last.line, 1)};
    case HeaderPlace::FirstRecord:
        break;
    }
    std::string_view line;
    while (lines.next(line) && (isBlank(line) || isCommentLine(line))) {
    }
    layout.headerLine = lines.number();
    if (records.front().fields.size() < 2)
        return Error{ErrorCode::BadHeader, place(path, lines.number(), 1)};
    return std::move(records.front().fields);
}

/// Columns behind the first that annotate genes; at least one column is left for values.
std::size_t annotationsIn(const std::vector<std::string> &header)
{
    std::size_t count = 0;
    while (count + 2 < header.size() && isAnnotationColumn(header[count + 1]))
        ++count;
    return count;
}

void noteLayout(const TableLayout &layout, const TableFit &fit, bool gct, ReadReport &report)
{
    if (fit.lacksCorner)
        report.notes.push_back(marked("Core", "header has no name for its first column"));
    if (layout.rowTail > 0)
        report.notes.push_back(marked("Core", "every row ends in a separator too many"));
    if (layout.decimalComma)
        report.notes.push_back(marked("Core", "numbers have a decimal comma"));
    if (!gct && layout.nameFields == 2)
        report.notes.push_back(marked("Core", "second column annotates genes and holds no values"));
    else if (!gct && layout.nameFields > 2)
        report.notes.push_back(marked("Core", "columns behind the first annotate genes and hold no values"));
}

void checkNames(const TableLayout &layout, ReadReport &report)
{
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        const std::string &name = layout.columns[i];
        const std::size_t field = layout.headerField + i;
        if (!isValidUtf8(name))
            report.add(ProblemKind::NotUtf8, layout.headerLine, field, name);
        if (name.empty())
            report.add(ProblemKind::EmptyName, layout.headerLine, field, name);
        if (name.size() > longestName)
            report.add(ProblemKind::LongHeader, layout.headerLine, field, name);
    }
}

std::string formatName(const TableLayout &layout, bool gct)
{
    if (gct)
        return marked("Core", "GCT 1.2");
    if (layout.separator == ',' || layout.separator == ';')
        return marked("Core", "CSV");
    if (layout.separator == ' ')
        return marked("Core", "blank-separated");
    if (layout.separator == '|')
        return "bar-separated";
    const bool barcodes = !layout.columns.empty() && parseBarcode(layout.columns.front());
    return barcodes && layout.nameFields == 1 ? marked("Core", "Xena TSV") : marked("Core", "TSV");
}

} // namespace

bool isAnnotationColumn(std::string_view name)
{
    static constexpr std::array names = {"DESCRIPTION",  "ENTREZ_GENE_ID", "ENTREZID", "ENTREZ",    "GENE_ID",
                                         "GENE_NAME",    "GENE_SYMBOL",    "SYMBOL",   "GENE_TYPE", "BIOTYPE",
                                         "GENE_BIOTYPE", "GENEID",         "GENENAME", "CHR",       "CHROM",
                                         "CHROMOSOME",   "START",          "END",      "STRAND",    "LENGTH",
                                         "GENE_LENGTH",  "CYTOBAND",       "LOCUS_ID", "LOCUS ID",  "ENSEMBL",
                                         "ENSEMBL_ID",   "ENSEMBL_GENE_ID"};
    const std::string upper = toUpper(trimmed(name));
    return std::find(names.begin(), names.end(), upper) != names.end();
}

Result<std::string> readHead(TextSource &source, const std::filesystem::path &path)
{
    std::string head;
    std::size_t lineEnds = 0;
    constexpr std::size_t enoughLines = 4; // of header and rows
    while (lineEnds < enoughLines || head.size() < headSize) {
        const std::size_t used = head.size();
        head.resize(used + headSize);
        const Result<std::size_t> count = source.read(head.data() + used, headSize);
        if (!count)
            return count.error();
        head.resize(used + *count);
        if (*count == 0)
            break;
        lineEnds += static_cast<std::size_t>(
            std::count(head.begin() + static_cast<std::ptrdiff_t>(used), head.end(), '\n'));
        if (head.size() > longestLine)
            return Error{ErrorCode::UnknownFormat, place(path, 1, 0)};
    }
    if (head.find('\0') != std::string::npos)
        return Error{ErrorCode::NotText, path.string()};
    if (isBlank(head))
        return Error{ErrorCode::FileEmpty, path.string()};
    return head;
}

Result<TableLayout> readLayout(const std::string &head, const std::filesystem::path &path, ReadReport &report)
{
    TableLayout layout;
    Lines lines(head);
    const Result<Preamble> preamble = takePreamble(lines, path, layout);
    if (!preamble)
        return preamble.error();
    const bool gct = preamble->gct;
    Result<std::vector<std::string>> found = findHeader(lines, *preamble, path, layout);
    if (!found)
        return found.error();
    std::vector<std::string> &header = *found;
    layout.rowsStart = lines.position();
    layout.rowsLine = lines.number() + 1;
    const std::vector<Record> rows = headRows(lines, layout.separator, head.size() < headSize);
    const TableFit fit = fitHeader(header, rows);
    if (fit.isUnclear || isSampleRow(header, rows))
        return Error{ErrorCode::BadHeader, place(path, layout.headerLine, 1) + ": " + header.front()};
    layout.rowTail = fit.rowTail;
    layout.decimalComma = hasDecimalCommas(rows, layout.separator);
    if (fit.lacksCorner)
        header.insert(header.begin(), std::string());
    header.resize(fit.width);
    layout.nameFields = gct ? 2 : 1 + annotationsIn(header);
    layout.headerField = layout.nameFields + (fit.lacksCorner ? 0 : 1);
    const auto names = static_cast<std::ptrdiff_t>(std::min(layout.nameFields, header.size()));
    layout.columns.assign(header.begin() + names, header.end());
    for (std::string &name : layout.columns)
        name = trimmed(name);
    noteLayout(layout, fit, gct, report);
    report.format = formatName(layout, gct);
    checkNames(layout, report);
    if (layout.columns.empty() || (!fit.lacksCorner && looksLikeValues(layout.columns)))
        return Error{ErrorCode::BadHeader, place(path, layout.headerLine, layout.headerField)};
    if (layout.declaredColumns >= 0 &&
        layout.declaredColumns != static_cast<long long>(layout.columns.size()))
        report.add(ProblemKind::BadHeader, layout.headerLine - 1, 2, std::to_string(layout.declaredColumns));
    return layout;
}

} // namespace pathgan
