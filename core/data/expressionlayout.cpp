#include "core/base/text.h"
#include "core/data/barcode.h"
#include "core/data/expressiontable_p.h"
#include "core/data/readreport_p.h"
#include "core/data/texttable_p.h"

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
        if (line.ends_with('\r'))
            line.remove_suffix(1);
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

/// A line of the head that holds the column names; its fields.
struct Header
{
    std::vector<std::string> fields;
    std::string_view line;
};

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

/// Leading comment lines have one field only.
Result<Header> findHeader(Lines &lines, const std::filesystem::path &path, TableLayout &layout, bool &gct)
{
    std::string_view line;
    bool first = true;
    while (lines.next(line)) {
        if (isBlank(line))
            continue;
        if (first) {
            const Result<bool> isGct = readGctStart(lines, line, path, layout);
            if (!isGct)
                return isGct.error();
            gct = *isGct;
            first = false;
            if (gct)
                continue;
        }
        layout.separator = guessSeparator(line);
        std::vector<std::string> fields = splitRecord(line, layout.separator);
        if (line.front() == '#' && (layout.separator == ' ' || fields.size() == 1))
            continue;
        layout.headerLine = lines.number();
        if (fields.size() < 2)
            return Error{ErrorCode::BadHeader, place(path, lines.number(), 1)};
        return Header{std::move(fields), line};
    }
    return Error{ErrorCode::FileEmpty, path.string()};
}

/// Second columns that annotate genes, in files of cBioPortal, GDC and GCT.
bool isAnnotation(std::string_view name)
{
    static constexpr std::array names = {"DESCRIPTION", "ENTREZ_GENE_ID", "ENTREZID",    "ENTREZ",
                                         "GENE_ID",     "GENE_NAME",      "GENE_SYMBOL", "SYMBOL"};
    const std::string upper = toUpper(trimmed(name));
    return std::find(names.begin(), names.end(), upper) != names.end();
}

/// Whether every one of the first rows has one field more than the header, as R writes row names.
bool lacksCorner(Lines lines, const TableLayout &layout, std::size_t headerFields)
{
    std::string_view line;
    std::size_t rows = 0;
    while (rows < 10 && lines.next(line)) {
        if (isBlank(line))
            continue;
        if (splitRecord(line, layout.separator).size() != headerFields + 1)
            return false;
        ++rows;
    }
    return rows > 0;
}

/// A header of decimals is a row of values: the names are missing.
bool looksLikeValues(const std::vector<std::string> &columns)
{
    const auto isDecimal = [](const std::string &name) {
        const std::optional<double> number = parseNumber(name);
        return number && (std::floor(*number) != *number || *number == 0);
    };
    const auto decimals = std::count_if(columns.begin(), columns.end(), isDecimal);
    return decimals * 2 > static_cast<std::ptrdiff_t>(columns.size());
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
        return "GCT 1.2";
    if (layout.separator == ',' || layout.separator == ';')
        return "CSV";
    if (layout.separator == ' ')
        return "blank-separated";
    const bool barcodes = !layout.columns.empty() && parseBarcode(layout.columns.front());
    return barcodes && layout.nameFields == 1 ? "Xena TSV" : "TSV";
}

} // namespace

Result<std::string> readHead(TextSource &source, const std::filesystem::path &path)
{
    std::string head;
    std::size_t lineEnds = 0;
    while (lineEnds < 2 || head.size() < headSize) {
        const std::size_t used = head.size();
        head.resize(used + headSize);
        const Result<std::size_t> count = source.read(head.data() + used, headSize);
        if (!count)
            return count.error();
        head.resize(used + *count);
        if (*count == 0)
            break;
        lineEnds += static_cast<std::size_t>(std::count_if(head.begin() + static_cast<std::ptrdiff_t>(used),
                                                           head.end(),
                                                           [](char c) { return c == '\n' || c == '\r'; }));
        if (head.size() > longestLine)
            return Error{ErrorCode::UnknownFormat, place(path, 1, 0)};
    }
    if (head.find('\0') != std::string::npos || head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))
        return Error{ErrorCode::NotText, path.string()};
    if (isBlank(head))
        return Error{ErrorCode::FileEmpty, path.string()};
    return head;
}

Result<TableLayout> readLayout(std::string &head, const std::filesystem::path &path, ReadReport &report)
{
    TableLayout layout;
    layout.macLineEnds = head.find('\n') == std::string::npos && head.find('\r') != std::string::npos;
    if (layout.macLineEnds)
        std::replace(head.begin(), head.end(), '\r', '\n');
    if (head.starts_with("\xEF\xBB\xBF"))
        head.erase(0, 3);
    Lines lines(head);
    bool gct = false;
    Result<Header> header = findHeader(lines, path, layout, gct);
    if (!header)
        return header.error();
    std::vector<std::string> &fields = header->fields;
    layout.rowsStart = lines.position();
    layout.rowsLine = lines.number() + 1;
    const bool annotated = isAnnotation(fields[1]) && fields.size() > 2;
    layout.nameFields = annotated || gct ? 2 : 1;
    if (!annotated && lacksCorner(lines, layout, fields.size())) {
        layout.headerField = 1;
        report.notes.push_back("header has no name for its first column");
    } else {
        layout.headerField = layout.nameFields + 1;
        fields.erase(fields.begin(), fields.begin() + static_cast<std::ptrdiff_t>(
                                                          std::min(layout.nameFields, fields.size())));
    }
    layout.columns = std::move(fields);
    for (std::string &name : layout.columns)
        name = trimmed(name);
    if (annotated && !gct)
        report.notes.push_back("second column annotates genes and holds no values");
    report.format = formatName(layout, gct);
    checkNames(layout, report);
    if (layout.columns.empty() || (layout.headerField != 1 && looksLikeValues(layout.columns)))
        return Error{ErrorCode::BadHeader, place(path, layout.headerLine, layout.headerField)};
    if (layout.declaredColumns >= 0 &&
        layout.declaredColumns != static_cast<long long>(layout.columns.size()))
        report.add(ProblemKind::BadHeader, layout.headerLine - 1, 2, std::to_string(layout.declaredColumns));
    return layout;
}

std::string unquoted(std::string_view field)
{
    if (field.size() < 2 || field.front() != '"' || field.back() != '"')
        return std::string(field);
    field = field.substr(1, field.size() - 2);
    std::string text;
    text.reserve(field.size());
    for (std::size_t i = 0; i < field.size(); ++i) {
        text += field[i];
        if (field[i] == '"' && i + 1 < field.size() && field[i + 1] == '"')
            ++i;
    }
    return text;
}

std::vector<std::string> splitRecord(std::string_view line, char separator)
{
    std::vector<std::string> fields;
    std::size_t start = 0;
    for (;;) {
        std::size_t from = start;
        if (start < line.size() && line[start] == '"') {
            // Behind the closing quote, if there is one.
            std::size_t quote = line.find('"', start + 1);
            while (quote != std::string_view::npos && quote + 1 < line.size() && line[quote + 1] == '"')
                quote = line.find('"', quote + 2);
            from = quote == std::string_view::npos ? start : quote;
        }
        const std::size_t end = std::min(line.find(separator, from), line.size());
        fields.push_back(unquoted(line.substr(start, end - start)));
        if (end == line.size())
            return fields;
        start = end + 1;
    }
}

} // namespace pathgan
