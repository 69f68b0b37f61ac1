// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/tablewriter.h"

#include "core/base/outputfile.h"
#include "core/base/text.h"

#include <cmath>
#include <string_view>

namespace pathgan {

namespace {

constexpr std::size_t flushSize = std::size_t{1} << 20;

char separatorOf(const std::filesystem::path &path)
{
    const std::string extension = path.extension().string();
    return toUpper(extension) == ".CSV" ? ',' : '\t';
}

/// RFC 4180: quoted when it holds the separator, a quote or a line end.
void appendField(std::string &out, std::string_view field, char separator)
{
    const char special[] = {separator, '"', '\r', '\n'};
    if (field.find_first_of(std::string_view(special, sizeof special)) == std::string_view::npos) {
        out += field;
        return;
    }
    out += '"';
    for (const char c : field) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

void appendNumber(std::string &out, double value)
{
    if (!std::isnan(value))
        out += formatNumber(value);
}

} // namespace

Table matrixTable(const std::string &corner, const std::vector<std::string> &rowNames,
                  const std::vector<std::string> &columnNames, const MatrixD &values)
{
    Table table;
    table.header.push_back(corner);
    table.header.insert(table.header.end(), columnNames.begin(), columnNames.end());
    for (std::size_t i = 0; i < rowNames.size(); ++i) {
        std::vector<Cell> row{rowNames[i]};
        for (std::size_t j = 0; j < columnNames.size(); ++j)
            row.emplace_back(values(static_cast<Index>(i), static_cast<Index>(j)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string cellText(const Cell &cell)
{
    if (const auto *text = std::get_if<std::string>(&cell))
        return *text;
    if (const auto *number = std::get_if<double>(&cell))
        return std::isnan(*number) ? std::string() : formatNumber(*number);
    return std::to_string(std::get<long long>(cell));
}

std::string tableText(const Table &table, char separator)
{
    std::string text;
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        if (i > 0)
            text += separator;
        appendField(text, table.header[i], separator);
    }
    text += '\n';
    for (const std::vector<Cell> &row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0)
                text += separator;
            appendField(text, cellText(row[i]), separator);
        }
        text += '\n';
    }
    return text;
}

Result<void> writeTable(const std::filesystem::path &path, const Table &table)
{
    return writeText(path, tableText(table, separatorOf(path)));
}

Result<void> writeMatrix(const std::filesystem::path &path, const std::string &corner,
                         const std::vector<std::string> &rowNames,
                         const std::vector<std::string> &columnNames, const MatrixD &values)
{
    if (static_cast<Index>(rowNames.size()) != values.rows() ||
        static_cast<Index>(columnNames.size()) != values.cols())
        return Error{ErrorCode::InvalidOption, path.string()};
    const char separator = separatorOf(path);
    Result<OutputFile> file = OutputFile::open(path);
    if (!file)
        return file.error();
    std::string text;
    appendField(text, corner, separator);
    for (const std::string &name : columnNames) {
        text += separator;
        appendField(text, name, separator);
    }
    text += '\n';
    for (Index row = 0; row < values.rows(); ++row) {
        appendField(text, rowNames[static_cast<std::size_t>(row)], separator);
        for (Index column = 0; column < values.cols(); ++column) {
            text += separator;
            appendNumber(text, values(row, column));
        }
        text += '\n';
        if (text.size() >= flushSize) {
            file->write(text);
            text.clear();
        }
    }
    file->write(text);
    return file->finish();
}

Result<void> writeText(const std::filesystem::path &path, const std::string &text)
{
    return writeFile(path, text);
}

} // namespace pathgan
