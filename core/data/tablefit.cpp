// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/tablefit_p.h"

#include "core/base/text.h"
#include "core/data/barcode.h"

#include <algorithm>
#include <array>
#include <map>

namespace pathgan {

namespace {

bool isBlank(const std::string &field)
{
    return trimmed(field).empty();
}

/// The number of fields that most records have; of equals `preferred`, else the larger.
std::size_t commonWidth(const std::vector<Record> &records, std::size_t preferred = 0)
{
    std::map<std::size_t, std::size_t> counts;
    for (const Record &record : records)
        ++counts[record.fields.size()];
    std::size_t width = 0, most = 0;
    for (const auto &[fields, count] : counts) {
        if (count > most || (count == most && width != preferred)) {
            most = count;
            width = fields;
        }
    }
    return width;
}

/// Columns at the end that are blank in every row of this width.
std::size_t blankTail(const std::vector<Record> &rows, std::size_t width)
{
    std::size_t tail = width;
    for (const Record &row : rows) {
        if (row.fields.size() != width)
            continue;
        std::size_t blanks = 0;
        while (blanks < tail && isBlank(row.fields[width - 1 - blanks]))
            ++blanks;
        tail = blanks;
    }
    return tail;
}

/// A name with its digits taken together, to see what names are made alike.
std::string shapeOf(std::string_view name)
{
    std::string shape;
    for (const char c : trimmed(name)) {
        const char mark = c >= '0' && c <= '9' ? '0' : c;
        if (mark != '0' || !shape.ends_with('0'))
            shape += mark;
    }
    return shape;
}

enum class Corner { Names, IsAColumn, Unclear };

/// Whether the first field of a header stands above the names of the rows, as far as it alone can tell.
Corner cornerOf(const std::vector<std::string> &header)
{
    static constexpr std::array starts = {"SAMPLE",  "GENES",       "GENE_",  "GENEI",   "GENEN", "PATIENT",
                                          "SYMBOL",  "BARCODE",     "PROBE",  "NAME",    "CASE_", "SUBMITTER",
                                          "ENSEMBL", "ENTREZ",      "HUGO",   "FEATURE", "INDEX", "ROWNAME",
                                          "UNNAMED", "PARTICIPANT", "SUBJECT"};
    const std::string first = toUpper(trimmed(header.front()));
    const bool isId = first.empty() || first == "GENE" || first == "ID" || first == "IDS" || first == "X" ||
                      first.ends_with("_ID") || first.ends_with(".ID") || first.ends_with(" ID") ||
                      first == "CASEID";
    if (isId ||
        std::any_of(starts.begin(), starts.end(), [&](const char *s) { return first.starts_with(s); }))
        return Corner::Names;
    if (header.size() < 2)
        return Corner::Unclear;
    const bool firstIsSample = parseBarcode(header[0]).has_value();
    if (firstIsSample || shapeOf(header[0]) == shapeOf(header[1]))
        return Corner::IsAColumn;
    const bool othersAreSamples = std::all_of(header.begin() + 1, header.end(), [](const std::string &name) {
        return isBlank(name) || parseBarcode(name).has_value();
    });
    return othersAreSamples ? Corner::Names : Corner::Unclear;
}

/// How well a separator cuts the lines: the share of rows of the commonest width.
struct Cut
{
    char separator = ' ';
    double share = 0;
    bool fitsHeader = false;
};

Cut cutBy(char separator, const std::vector<std::string_view> &lines)
{
    Cut cut{separator};
    std::vector<Record> rows;
    for (const std::string_view line : lines)
        rows.push_back({0, splitRecord(line, separator)});
    const std::size_t header = rows.front().fields.size();
    if (rows.size() > 1)
        rows.erase(rows.begin());
    const std::size_t width = commonWidth(rows);
    if (width < 2)
        return cut;
    const auto alike = std::count_if(rows.begin(), rows.end(),
                                     [&](const Record &row) { return row.fields.size() == width; });
    cut.share = static_cast<double>(alike) / static_cast<double>(rows.size());
    cut.fitsHeader = header + 2 >= width && width + 2 >= header;
    return cut;
}

/// An unsigned number with a comma before its decimals.
bool isCommaDecimal(std::string_view text)
{
    const std::size_t comma = text.find(',');
    return comma != std::string_view::npos && comma > 0 && parseCommaNumber(text).has_value();
}

} // namespace

TableFit fitHeader(const std::vector<std::string> &header, const std::vector<Record> &rows)
{
    std::size_t named = header.size();
    while (named > 1 && isBlank(header[named - 1]))
        --named;
    const std::size_t fields = rows.empty() ? header.size() : commonWidth(rows, header.size());
    const std::size_t tail = std::min(blankTail(rows, fields), fields - std::min<std::size_t>(fields, 1));
    TableFit fit;
    // Separators too many stand behind every row, the header, or both.
    const bool plain = fields == header.size() || (fields >= named && fields - named <= tail);
    const std::size_t spare = fields == header.size() ? std::min(tail, header.size() - named)
                              : fields >= named       ? fields - named
                                                      : 0;
    const std::size_t corners = named + 1;
    const bool cornerless = (fields != header.size() || tail == 0) && named < fields && fields >= corners &&
                            fields - corners <= tail;
    fit.width = header.size();
    if (plain && cornerless) {
        const Corner corner = cornerOf(header);
        fit.isUnclear = corner == Corner::Unclear;
        fit.lacksCorner = corner == Corner::IsAColumn;
    } else {
        fit.lacksCorner = cornerless;
    }
    if (fit.lacksCorner) {
        fit.width = corners;
        fit.rowTail = fields - corners;
    } else if (plain) {
        fit.width = fields - spare;
        fit.rowTail = spare;
    }
    return fit;
}

bool isHeaderOf(const std::vector<std::string> &fields, const std::vector<Record> &records, std::size_t from,
                const NumberTest &isNumber)
{
    if (from >= records.size() || std::any_of(fields.begin(), fields.end(), isNumber))
        return false;
    std::vector<std::size_t> numbers, filled;
    std::size_t rows = 0;
    for (std::size_t i = from; i < records.size() && rows < 200; ++i) {
        const std::vector<std::string> &row = records[i].fields;
        if (row.size() != fields.size() && row.size() != fields.size() + 1)
            continue;
        ++rows;
        numbers.resize(std::max(numbers.size(), row.size()));
        filled.resize(numbers.size());
        for (std::size_t k = 0; k < row.size(); ++k) {
            filled[k] += isBlank(row[k]) ? 0 : 1;
            numbers[k] += isNumber(row[k]) ? 1 : 0;
        }
    }
    for (std::size_t k = 0; k < numbers.size(); ++k) {
        if (numbers[k] > 0 && 2 * numbers[k] >= filled[k])
            return true;
    }
    return false;
}

namespace {

/// Some separators too many or a corner too few do not matter.
bool hasWidthOf(const std::vector<std::string> &comment, std::size_t width)
{
    constexpr std::size_t most = 2;
    return comment.size() > 1 && comment.size() + most >= width && comment.size() <= width + most;
}

/// Whether the first record is one of the rows below it: it shares words with them, or starts with a sample.
bool looksLikeRow(const std::vector<Record> &records)
{
    const std::vector<std::string> &first = records.front().fields;
    if (parseBarcode(first.front()))
        return true;
    for (std::size_t k = 1; k < first.size(); ++k) {
        const bool recurs = std::any_of(records.begin() + 1, records.end(), [&](const Record &record) {
            return k < record.fields.size() && !isBlank(first[k]) && record.fields[k] == first[k];
        });
        if (recurs)
            return true;
    }
    return false;
}

} // namespace

HeaderPlace headerPlace(const std::vector<Record> &comments, char separator,
                        const std::vector<Record> &records, const NumberTest &isNumber, Record &comment)
{
    const std::size_t width = commonest(records).size();
    std::size_t wide = 0;
    for (const Record &line : comments) {
        std::vector<std::string> fields = splitRecord(line.fields.front().substr(1), separator);
        if (!hasWidthOf(fields, width))
            continue;
        ++wide;
        comment = {line.line, std::move(fields)};
    }
    if (wide == 0 || records.size() < 2)
        return HeaderPlace::FirstRecord;
    if (isHeaderOf(records[0].fields, records, 1, isNumber))
        return HeaderPlace::FirstRecord;
    const bool isRow =
        looksLikeRow(records) || std::any_of(records[0].fields.begin(), records[0].fields.end(), isNumber);
    if (isRow)
        return HeaderPlace::LastComment;
    return wide > 1 ? HeaderPlace::FirstRecord : HeaderPlace::Unclear;
}

bool isSampleRow(const std::vector<std::string> &header, const std::vector<Record> &rows)
{
    if (header.empty() || !parseBarcode(header.front()))
        return false;
    const auto samples = std::count_if(rows.begin(), rows.end(), [](const Record &row) {
        return parseBarcode(row.fields.front()).has_value();
    });
    return 2 * samples > static_cast<std::ptrdiff_t>(rows.size());
}

const std::vector<std::string> &commonest(const std::vector<Record> &records)
{
    const std::size_t width = commonWidth(records);
    const auto found = std::find_if(records.begin(), records.end(),
                                    [&](const Record &record) { return record.fields.size() == width; });
    return found->fields;
}

char guessSeparator(const std::vector<std::string_view> &lines)
{
    if (lines.empty())
        return ' ';
    Cut best;
    for (const char separator : {'\t', ';', ',', '|'}) {
        const Cut cut = cutBy(separator, lines);
        if (cut.share == 0)
            continue;
        if (separator == '\t' && cut.share >= 0.5)
            return '\t'; // text between tabs holds any other mark
        const bool better = cut.fitsHeader != best.fitsHeader ? cut.fitsHeader : cut.share > best.share;
        if (best.share == 0 || better)
            best = cut;
    }
    return best.separator;
}

char guessSeparator(std::string_view line)
{
    for (const char separator : {'\t', ',', ';'}) {
        if (line.find(separator) != std::string_view::npos)
            return separator;
    }
    return ' ';
}

bool isCommentLine(std::string_view line)
{
    if (line.starts_with('#'))
        return !line.starts_with("#1.");
    return line.starts_with("!Series_") || line.starts_with("!Sample_") ||
           line.starts_with("!series_matrix_table");
}

bool isInnerComment(std::string_view line)
{
    return isCommentLine(line) && !(line.size() > 1 && line[0] == '#' && line[1] >= '0' && line[1] <= '9');
}

bool hasDecimalCommas(const std::vector<Record> &rows, char separator)
{
    if (separator != ';')
        return false;
    bool commas = false;
    for (const Record &row : rows) {
        for (const std::string &field : row.fields) {
            const std::string_view text = trimmed(field);
            if (text.find('.') != std::string_view::npos && parseNumber(text))
                return false;
            commas = commas || isCommaDecimal(text);
        }
    }
    return commas;
}

std::optional<double> parseCommaNumber(std::string_view text)
{
    if (text.find('.') != std::string_view::npos)
        return std::nullopt;
    std::string point(text);
    const std::size_t comma = point.find(',');
    if (comma != std::string::npos)
        point[comma] = '.';
    return parseNumber(point);
}

} // namespace pathgan
