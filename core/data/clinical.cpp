// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/clinical.h"

#include "core/base/hash.h"
#include "core/base/marked.h"
#include "core/base/text.h"
#include "core/data/clinicalgroups.h"
#include "core/data/readreport_p.h"
#include "core/data/texttable.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>
#include <unordered_set>

namespace pathgan {

namespace {

constexpr std::size_t mostNumericCategories = 8; ///< whole numbers of more values than this are a Number
constexpr std::size_t mostCategories = 40;       ///< words of more values than this are free text

bool isWholeNumber(double number)
{
    return number == static_cast<double>(static_cast<long long>(std::clamp(number, -9e15, 9e15)));
}

/// Words of few values, or few small whole numbers (stages, grades): Category; other numbers: Number.
void setType(ClinicalColumn &column)
{
    std::set<std::string> distinct; // groups: 0 and 0.0 are one
    bool allNumbers = true, allWhole = true;
    std::size_t reported = 0;
    std::vector<double> numbers(column.values.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t row = 0; row < column.values.size(); ++row) {
        const std::string_view value = trimmed(column.values[row]);
        if (isMissingToken(value))
            continue;
        ++reported;
        if (distinct.size() <= mostCategories)
            distinct.insert(groupKey(value));
        const std::optional<double> number = parseNumber(value);
        allNumbers = allNumbers && number;
        allWhole = allWhole && number && isWholeNumber(*number);
        if (number)
            numbers[row] = *number;
    }
    // Fewer rows than 2 a value say nothing about groups.
    const bool few =
        distinct.size() <= mostCategories && (distinct.size() * 2 <= reported || distinct.size() <= 2);
    if (reported == 0) {
        column.type = ColumnType::Empty;
    } else if (allNumbers && !(allWhole && distinct.size() <= mostNumericCategories && few)) {
        column.type = ColumnType::Number;
        column.numbers = std::move(numbers);
    } else {
        column.type = few ? ColumnType::Category : ColumnType::Text;
    }
}

/// Numbers with a decimal comma become what every later step reads.
void writeWithPoints(ClinicalColumn &column)
{
    for (std::string &value : column.values) {
        if (value.find(',') == std::string::npos || !parseCommaNumber(trimmed(value)))
            continue;
        std::replace(value.begin(), value.end(), ',', '.');
    }
}

/// An infinite age is a fault of the table: in a column of numbers it is listed and becomes blank.
void blankInfinite(TextTable &source, ReadReport &report)
{
    for (std::size_t column = 1; column < source.width(); ++column) {
        bool someFinite = false, allNumbers = true;
        std::vector<Record *> infinite;
        for (Record &row : source.rows) {
            const std::string &field = row.fields[column];
            if (isMissingToken(field))
                continue;
            const std::optional<double> number = source.number(field);
            allNumbers = allNumbers && number;
            someFinite = someFinite || (number && std::isfinite(*number));
            if (number && !std::isfinite(*number))
                infinite.push_back(&row);
        }
        if (!allNumbers || !someFinite)
            continue;
        for (Record *row : infinite) {
            report.add(ProblemKind::NotANumber, row->line, column + 1, row->fields[column]);
            row->fields[column].clear();
        }
    }
}

/// Blank ids and fields that are no UTF-8 are listed.
void addRow(ClinicalTable &table, Record &record, ReadReport &report)
{
    std::vector<std::string> &fields = record.fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!isValidUtf8(fields[i]))
            report.add(ProblemKind::NotUtf8, record.line, i + 1, fields[i]);
    }
    if (trimmed(fields[0]).empty()) {
        report.add(ProblemKind::EmptyName, record.line, 1, "");
        return;
    }
    table.ids.emplace_back(trimmed(fields[0]));
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        table.columns[i].values.push_back(std::move(fields[i + 1]));
}

/// A number above numbers: the first row stands where the names should be.
bool isValue(const TextTable &source, std::size_t column)
{
    return source.number(source.header[column]) &&
           std::any_of(source.rows.begin(), source.rows.end(),
                       [&](const Record &row) { return source.number(row.fields[column]).has_value(); });
}

Result<void> readHeader(ClinicalTable &table, const TextTable &source, const std::filesystem::path &path,
                        ReadReport &report)
{
    const std::vector<std::string> &header = source.header;
    if (header.size() < 2)
        return Error{ErrorCode::BadHeader, place(path, source.headerLine, 1)};
    // Where the header has no field for the ids, its fields stand one further left than the columns.
    const std::size_t first = source.lacksCorner ? 0 : 1;
    table.idName = header[0];
    std::unordered_set<std::string> names;
    for (std::size_t i = 1; i < header.size(); ++i) {
        ClinicalColumn column;
        column.name = header[i];
        if (isValue(source, i))
            return Error{ErrorCode::BadHeader, place(path, source.headerLine, i + first) + ": " + header[i]};
        if (!isValidUtf8(column.name))
            report.add(ProblemKind::NotUtf8, source.headerLine, i + first, column.name);
        else if (column.name.empty())
            report.add(ProblemKind::EmptyName, source.headerLine, i + first, "");
        else if (!names.insert(column.name).second)
            report.add(ProblemKind::DuplicateName, source.headerLine, i + first, column.name);
        table.columns.push_back(std::move(column));
    }
    return {};
}

} // namespace

int ClinicalTable::columnIndex(std::string_view name) const
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == name)
            return static_cast<int>(i);
    }
    return -1;
}

const std::vector<std::string> &ClinicalTable::idsIn(int column) const
{
    return column < 0 ? ids : columns[static_cast<std::size_t>(column)].values;
}

Result<ClinicalTable> readClinical(const std::filesystem::path &path, ReadReport &report,
                                   const TaskContext &context, const ReadRules &rules)
{
    report = {};
    Result<TextTable> source = readTextTable(path, report, HeaderRule::Always, rules.ragged);
    if (!source)
        return source.error();
    ClinicalTable table;
    if (const Result<void> header = readHeader(table, *source, path, report); !header)
        return header.error();
    blankInfinite(*source, report);
    std::unordered_set<std::string> ids;
    for (std::size_t i = 0; i < source->rows.size(); ++i) {
        if (i % 1024 == 0) {
            context.report(marked("Core", "Reading clinical table"), static_cast<double>(i),
                           static_cast<double>(source->rows.size()));
            if (context.shouldStop())
                return Error{ErrorCode::Cancelled, path.string()};
        }
        const std::size_t before = table.ids.size();
        addRow(table, source->rows[i], report);
        if (table.ids.size() > before && !ids.insert(table.ids.back()).second)
            report.add(ProblemKind::DuplicateName, source->rows[i].line, 1, table.ids.back());
    }
    if (const Problem *problem = firstProblem(report, ProblemKind::NotUtf8))
        return problemError(ErrorCode::NotText, path, *problem);
    if (table.ids.empty())
        return Error{ErrorCode::FileEmpty, place(path, source->headerLine + 1, 0)};
    for (ClinicalColumn &column : table.columns) {
        if (source->decimalComma)
            writeWithPoints(column);
        setType(column);
    }
    report.format = source->separator == '\t'  ? marked("Core", "TSV")
                    : source->separator == ' ' ? marked("Core", "blank-separated")
                                               : marked("Core", "CSV");
    table.path = path.string();
    Result<std::string> hash = sha256File(path);
    if (!hash)
        return hash.error();
    table.sha256 = std::move(*hash);
    return table;
}

bool isMissingToken(std::string_view text)
{
    static constexpr std::array tokens = {"",
                                          "NA",
                                          "N/A",
                                          "N.A.",
                                          "#N/A",
                                          "<NA>",
                                          "NAN",
                                          "NULL",
                                          "NONE",
                                          "-",
                                          "--",
                                          "---",
                                          "'--",
                                          ".",
                                          "?",
                                          "UNKNOWN",
                                          "[NOT AVAILABLE]",
                                          "[NOT APPLICABLE]",
                                          "[NOT EVALUATED]",
                                          "[NOT REPORTED]",
                                          "[UNKNOWN]",
                                          "[DISCREPANCY]",
                                          "[COMPLETED]",
                                          "NOT AVAILABLE",
                                          "NOT APPLICABLE",
                                          "NOT EVALUATED",
                                          "NOT REPORTED"};
    text = trimmed(text);
    if (text.size() > 16)
        return false;
    const std::string upper = toUpper(text);
    return std::find(tokens.begin(), tokens.end(), upper) != tokens.end();
}

} // namespace pathgan
