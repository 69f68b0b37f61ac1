#include "core/data/clinical.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/data/readreport_p.h"
#include "core/data/texttable_p.h"

#include <algorithm>
#include <array>
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
    std::set<std::string_view> distinct;
    bool allNumbers = true, allWhole = true;
    std::size_t reported = 0;
    std::vector<double> numbers(column.values.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t row = 0; row < column.values.size(); ++row) {
        const std::string_view value = trimmed(column.values[row]);
        if (isMissingToken(value))
            continue;
        ++reported;
        if (distinct.size() <= mostCategories)
            distinct.insert(value);
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

/// Blank ids and fields that are no UTF-8 are listed; a row of the wrong length is listed and filled or cut.
void addRow(ClinicalTable &table, Record &record, ReadReport &report)
{
    std::vector<std::string> &fields = record.fields;
    const std::size_t columns = table.columns.size();
    if (fields.size() != columns + 1)
        report.add(ProblemKind::RaggedRow, record.line, 0, std::to_string(fields.size()));
    fields.resize(columns + 1);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!isValidUtf8(fields[i]))
            report.add(ProblemKind::NotUtf8, record.line, i + 1, fields[i]);
    }
    if (trimmed(fields[0]).empty()) {
        report.add(ProblemKind::EmptyName, record.line, 1, "");
        return;
    }
    table.ids.emplace_back(trimmed(fields[0]));
    for (std::size_t i = 0; i < columns; ++i)
        table.columns[i].values.push_back(std::move(fields[i + 1]));
}

Result<void> readHeader(ClinicalTable &table, const Record &header, const std::filesystem::path &path,
                        ReadReport &report)
{
    if (header.fields.size() < 2)
        return Error{ErrorCode::BadHeader, place(path, header.line, 1)};
    table.idName = trimmed(header.fields[0]);
    std::unordered_set<std::string> names;
    for (std::size_t i = 1; i < header.fields.size(); ++i) {
        ClinicalColumn column;
        column.name = trimmed(header.fields[i]);
        if (!isValidUtf8(column.name))
            report.add(ProblemKind::NotUtf8, header.line, i + 1, column.name);
        else if (column.name.empty())
            report.add(ProblemKind::EmptyName, header.line, i + 1, "");
        else if (!names.insert(column.name).second)
            report.add(ProblemKind::DuplicateName, header.line, i + 1, column.name);
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
                                   const TaskContext &context)
{
    report = {};
    const Result<std::string> text = readCleanText(path);
    if (!text)
        return text.error();
    const char separator = guessSeparator(firstLine(*text));
    std::vector<Record> records = readRecords(*text, separator);
    ClinicalTable table;
    if (const Result<void> header = readHeader(table, records.front(), path, report); !header)
        return header.error();
    std::unordered_set<std::string> ids;
    for (std::size_t i = 1; i < records.size(); ++i) {
        if (i % 1024 == 1) {
            context.report("Reading clinical table", static_cast<double>(i),
                           static_cast<double>(records.size()));
            if (context.shouldStop())
                return Error{ErrorCode::Cancelled, path.string()};
        }
        const std::size_t before = table.ids.size();
        addRow(table, records[i], report);
        if (table.ids.size() > before && !ids.insert(table.ids.back()).second)
            report.add(ProblemKind::DuplicateName, records[i].line, 1, table.ids.back());
    }
    if (const Problem *problem = firstProblem(report, ProblemKind::NotUtf8))
        return problemError(ErrorCode::NotText, path, *problem);
    if (table.ids.empty())
        return Error{ErrorCode::FileEmpty, place(path, records.front().line + 1, 0)};
    for (ClinicalColumn &column : table.columns)
        setType(column);
    report.format = separator == '\t' ? "TSV" : "CSV";
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
                                          "#N/A",
                                          "NAN",
                                          "NULL",
                                          "NONE",
                                          "--",
                                          "'--",
                                          "[NOT AVAILABLE]",
                                          "[NOT APPLICABLE]",
                                          "[NOT EVALUATED]",
                                          "[NOT REPORTED]",
                                          "[UNKNOWN]",
                                          "[DISCREPANCY]",
                                          "[COMPLETED]",
                                          "NOT REPORTED"};
    text = trimmed(text);
    if (text.size() > 16)
        return false;
    const std::string upper = toUpper(text);
    return std::find(tokens.begin(), tokens.end(), upper) != tokens.end();
}

} // namespace pathgan
