// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/texttable.h"

#include "core/base/marked.h"
#include "core/base/text.h"
#include "core/data/readreport_p.h"
#include "core/data/tablefit_p.h"
#include "core/data/textsource.h"

#include <algorithm>
#include <array>

namespace pathgan {

namespace {

bool hasOpenQuote(std::string_view record)
{
    return std::count(record.begin(), record.end(), '"') % 2 == 1;
}

std::filesystem::path withoutPacking(const std::filesystem::path &path)
{
    static constexpr std::array packings = {".GZ", ".BZ2", ".XZ", ".ZIP"};
    std::filesystem::path name = path.filename();
    const std::string extension = toUpper(name.extension().string());
    if (std::find(packings.begin(), packings.end(), extension) != packings.end())
        name.replace_extension();
    return name;
}

/// Splits at runs of blanks and tabs.
std::vector<std::string> splitBlanks(std::string_view line)
{
    std::vector<std::string> fields;
    line = trimmed(line);
    while (!line.empty()) {
        std::size_t end = 0;
        if (line.front() == '"') {
            const std::size_t quote = line.find('"', 1);
            end = quote == std::string_view::npos ? 0 : quote;
        }
        end = std::min(line.find_first_of(" \t", end), line.size());
        fields.push_back(unquoted(line.substr(0, end)));
        line = trimmed(line.substr(end));
    }
    return fields;
}

/// Takes the first line off a text.
std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

/// What stands before the table: comments, and Excel's `sep=;`.
struct Preamble
{
    std::size_t lines = 0;
    std::vector<Record> comments; ///< lines that start with '#', uncut
    char separator = 0;           ///< 0: not given
};

Preamble takePreamble(std::string_view &text)
{
    Preamble preamble;
    while (!text.empty()) {
        std::string_view rest = text;
        const std::string_view line = takeLine(rest);
        const bool names = preamble.lines == 0 && line.size() == 5 && toUpper(line.substr(0, 4)) == "SEP=";
        if (names)
            preamble.separator = line[4];
        else if (isCommentLine(line))
            preamble.comments.push_back({preamble.lines + 1, {std::string(line)}});
        else if (!trimmed(line).empty())
            break;
        ++preamble.lines;
        text = rest;
    }
    return preamble;
}

char separatorOf(std::string_view text, const Preamble &preamble)
{
    constexpr std::size_t enough = 50;
    if (preamble.separator != 0)
        return preamble.separator;
    std::vector<std::string_view> lines;
    while (!text.empty() && lines.size() < enough) {
        const std::string_view line = takeLine(text);
        if (!trimmed(line).empty() && !isCommentLine(line))
            lines.push_back(line);
    }
    return guessSeparator(lines);
}

/// Lets the header go where it is none, or takes the comment that is it. False: left open.
bool chooseHeader(TextTable &table, std::vector<Record> &records, HeaderRule rule, const Preamble &preamble)
{
    const auto number = [&](const std::string &field) { return table.number(field).has_value(); };
    Record last;
    switch (headerPlace(preamble.comments, table.separator, records, number, last)) {
    case HeaderPlace::LastComment:
        last.fields.front() = trimmed(last.fields.front());
        records.insert(records.begin(), std::move(last));
        return true;
    case HeaderPlace::Unclear:
        return rule != HeaderRule::Always;
    case HeaderPlace::FirstRecord:
        break;
    }
    table.hasHeader = rule == HeaderRule::Always ||
                      (rule == HeaderRule::IfWords && isHeaderOf(records[0].fields, records, 1, number));
    return true;
}

/// Cuts every row to the table's width; those that do not fit by the rule.
/// As where tables were joined one below the other.
bool isHeaderAgain(const TextTable &table, const Record &record)
{
    return table.width() > 1 &&
           std::equal(record.fields.begin(), record.fields.end(), table.header.begin(), table.header.end(),
                      [](const std::string &field, const auto &name) { return trimmed(field) == name; });
}

Result<void> fitRows(TextTable &table, std::vector<Record> &records, const TableFit &fit,
                     ReadRules::Ragged rule, const std::filesystem::path &path, ReadReport &report)
{
    const std::size_t expected = fit.width + fit.rowTail;
    std::optional<Error> first;
    table.rows.reserve(records.size());
    for (Record &record : records) {
        const std::size_t count = record.fields.size();
        const bool fits =
            count == expected &&
            std::all_of(record.fields.begin() + static_cast<std::ptrdiff_t>(fit.width), record.fields.end(),
                        [](const std::string &field) { return trimmed(field).empty(); });
        if (!fits) {
            report.add(ProblemKind::RaggedRow, record.line, 0, std::to_string(count));
            if (!first)
                first =
                    Error{ErrorCode::RaggedRow, place(path, record.line, 0) + ": " + std::to_string(count) +
                                                    " of " + std::to_string(expected)};
            if (rule != ReadRules::Ragged::FillMissing)
                continue;
        }
        record.fields.resize(fit.width);
        if (table.hasHeader && isHeaderAgain(table, record)) {
            report.add(ProblemKind::RepeatedHeader, record.line, 0, record.fields.front());
            continue;
        }
        table.rows.push_back(std::move(record));
    }
    if (first && rule == ReadRules::Ragged::Error)
        return *first;
    return {};
}

} // namespace

std::optional<double> TextTable::number(std::string_view field) const
{
    field = trimmed(field);
    return decimalComma ? parseCommaNumber(field) : parseNumber(field);
}

Result<TextTable> readTextTable(const std::filesystem::path &path, ReadReport &report, HeaderRule headerRule,
                                ReadRules::Ragged ragged)
{
    const Result<std::string> text = readCleanText(path);
    if (!text)
        return text.error();
    return parseTextTable(*text, path, report, headerRule, ragged);
}

Result<TextTable> parseTextTable(std::string_view text, const std::filesystem::path &path, ReadReport &report,
                                 HeaderRule headerRule, ReadRules::Ragged ragged)
{
    const Preamble preamble = takePreamble(text);
    TextTable table;
    table.separator = separatorOf(text, preamble);
    std::vector<Record> records = readRecords(text, table.separator, true);
    for (Record &record : records)
        record.line += preamble.lines;
    if (records.empty())
        return Error{ErrorCode::FileEmpty, path.string()};
    table.decimalComma = hasDecimalCommas(records, table.separator);
    if (table.decimalComma)
        report.notes.emplace_back(marked("Core", "numbers have a decimal comma"));
    if (!chooseHeader(table, records, headerRule, preamble))
        return Error{ErrorCode::BadHeader, place(path, preamble.comments.back().line, 1)};
    std::vector<std::string> header;
    table.headerLine = records.front().line;
    if (table.hasHeader) {
        header = std::move(records.front().fields);
        records.erase(records.begin());
    }
    const TableFit fit = fitHeader(table.hasHeader ? header : commonest(records), records);
    if (fit.isUnclear || (table.hasHeader && isSampleRow(header, records)))
        return Error{ErrorCode::BadHeader, place(path, table.headerLine, 1) + ": " + header.front()};
    table.lacksCorner = fit.lacksCorner;
    if (fit.lacksCorner) {
        header.insert(header.begin(), std::string());
        report.notes.emplace_back(marked("Core", "header has no name for its first column"));
    }
    if (fit.rowTail > 0)
        report.notes.emplace_back(marked("Core", "every row ends in a separator too many"));
    header.resize(fit.width);
    for (std::string &name : header)
        name = trimmed(name);
    table.header = std::move(header);
    if (const Result<void> fits = fitRows(table, records, fit, ragged, path, report); !fits)
        return fits.error();
    return table;
}

Result<std::string> readCleanText(const std::filesystem::path &path)
{
    Result<std::string> text = readWholeText(path, Content::Text);
    if (!text)
        return text;
    if (text->find('\0') != std::string::npos)
        return Error{ErrorCode::NotText, path.string()};
    const std::string_view content = trimmed(*text);
    if (content.empty())
        return Error{ErrorCode::FileEmpty, path.string()};
    const std::string start = toUpper(content.substr(0, 9));
    if (start == "<!DOCTYPE" || start.starts_with("<HTML") || start.starts_with("<?XML"))
        return Error{ErrorCode::UnknownFormat, path.string() + ": a web page or XML"};
    if (start.starts_with('{'))
        return Error{ErrorCode::UnknownFormat, path.string() + ": JSON or RTF, not a table or list"};
    return text;
}

std::vector<Record> readRecords(std::string_view text, char separator, bool skipComments)
{
    std::vector<Record> records;
    std::size_t line = 0;
    const bool spansLines = separator == ',' || separator == ';';
    constexpr std::size_t mostLines = 200; // of one field: more is a stray quote
    while (!text.empty()) {
        std::size_t end = std::min(text.find('\n'), text.size());
        std::size_t lines = 1;
        if (spansLines && hasOpenQuote(text.substr(0, end))) {
            std::size_t longer = end;
            for (std::size_t more = 1; more < mostLines && longer < text.size(); ++more) {
                longer = std::min(text.find('\n', longer + 1), text.size());
                if (!hasOpenQuote(text.substr(0, longer))) {
                    end = longer;
                    lines += more;
                    break;
                }
            }
        }
        const std::string_view record = text.substr(0, end);
        if (!trimmed(record).empty() && !(skipComments && isInnerComment(record)))
            records.push_back({line + 1, splitRecord(record, separator)});
        line += lines;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return records;
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
    if (separator == ' ')
        return splitBlanks(line);
    std::vector<std::string> fields;
    std::size_t start = 0;
    for (;;) {
        std::size_t from = start;
        const std::size_t open = std::min(line.find_first_not_of(' ', start), line.size());
        const bool quoted = open < line.size() && line[open] == '"';
        if (quoted) {
            // Behind the closing quote, if there is one.
            std::size_t quote = line.find('"', open + 1);
            while (quote != std::string_view::npos && quote + 1 < line.size() && line[quote + 1] == '"')
                quote = line.find('"', quote + 2);
            from = quote == std::string_view::npos ? start : quote;
        }
        const std::size_t end = std::min(line.find(separator, from), line.size());
        const std::string_view field = line.substr(start, end - start);
        fields.push_back(unquoted(quoted ? trimmed(field) : field));
        if (end == line.size())
            return fields;
        start = end + 1;
    }
}

std::string libraryName(const std::filesystem::path &path)
{
    return withoutPacking(path).stem().string();
}

std::string contentExtension(const std::filesystem::path &path)
{
    std::string extension = withoutPacking(path).extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return extension;
}

} // namespace pathgan
