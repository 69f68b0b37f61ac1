// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/task.h"
#include "core/data/expression.h"
#include "core/data/readreport.h"
#include "core/data/textsource.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pathgan {

/// What the first lines of an expression file say about the rest.
struct TableLayout
{
    char separator = '\t';
    bool decimalComma = false;        ///< 1,5
    std::size_t headerLine = 1;       ///< line of the column names
    std::size_t rowsStart = 0;        ///< byte of the first row in the head
    std::size_t rowsLine = 2;         ///< line of the first row
    std::size_t nameFields = 1;       ///< fields before the first value in a row
    std::size_t rowTail = 0;          ///< blank fields behind the last value in a row
    std::size_t headerField = 2;      ///< field number of the first column name in the header
    std::vector<std::string> columns; ///< names of the value columns
    long long declaredRows = -1, declaredColumns = -1; ///< GCT's second line
};

/// The start of the file: long enough for the header and some rows.
Result<std::string> readHead(TextSource &source, const std::filesystem::path &path);
Result<TableLayout> readLayout(const std::string &head, const std::filesystem::path &path,
                               ReadReport &report);
/// Columns beside the names that describe genes and hold no values, e.g. Description, Entrez_Gene_Id, Length.
bool isAnnotationColumn(std::string_view name);

/// Rows of a part of the file, in its order.
struct TableChunk
{
    std::vector<std::string> names;
    std::vector<std::size_t> lines; ///< of each row; from 1 in the part, later in the file
    std::vector<bool> ragged;
    std::vector<float> values; ///< rows × columns
    std::size_t lineCount = 0;
    ReadReport report;
};
/// text: whole lines, the last one ended.
TableChunk parseChunk(std::string_view text, const TableLayout &layout);

/// Reads and parses the rest of the source side by side; chunks also holds what was read before a failure.
Result<void> readChunks(TextSource &source, const std::filesystem::path &path, std::string head,
                        const TableLayout &layout, std::vector<TableChunk> &chunks,
                        const TaskContext &context);

/// Puts the chunks together (and empties them): orientation, duplicates and missing values.
Result<ExpressionMatrix> assemble(std::vector<TableChunk> &chunks, const TableLayout &layout,
                                  const ReadRules &rules, const std::filesystem::path &path,
                                  ReadReport &report);

} // namespace pathgan
