// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace pathgan {

/// One field: text, a real number (shortest form that reads back; NaN writes an empty field) or an integer.
using Cell = std::variant<std::string, double, long long>;

/// A small table in memory: what is behind a figure, or a result to be written.
struct Table
{
    std::vector<std::string> header;
    std::vector<std::vector<Cell>> rows;
};

/// Rows × columns of numbers with a first column of row names, headed `corner`.
Table matrixTable(const std::string &corner, const std::vector<std::string> &rowNames,
                  const std::vector<std::string> &columnNames, const MatrixD &values);
std::string cellText(const Cell &cell);
/// Extension .csv: comma with RFC 4180 quotes; anything else: tab. Written to a temporary file, then renamed.
Result<void> writeTable(const std::filesystem::path &path, const Table &table);
std::string tableText(const Table &table, char separator);
/// Rows × columns of numbers with a first column of row names, headed `corner`.
Result<void> writeMatrix(const std::filesystem::path &path, const std::string &corner,
                         const std::vector<std::string> &rowNames,
                         const std::vector<std::string> &columnNames, const MatrixD &values);
/// Whole text to a file, by way of a temporary file.
Result<void> writeText(const std::filesystem::path &path, const std::string &text);

} // namespace pathgan
