// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/data/readreport.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pathgan {

enum class ColumnType { Empty, Category, Number, Text };

/// One clinical column; rows as in the table.
struct ClinicalColumn
{
    std::string name;
    ColumnType type = ColumnType::Empty;
    std::vector<std::string> values; ///< as written; a missing token stays as it is
    std::vector<double> numbers;     ///< NaN where missing; empty unless type is Number
};

struct ClinicalTable
{
    std::vector<std::string> ids; ///< first column, as written
    std::vector<ClinicalColumn> columns;
    std::string path, sha256;
    std::string idName; ///< what the header calls the ids; may be empty

    /// −1 when there is none of that name.
    int columnIndex(std::string_view name) const;
    /// What each row is called in that column; −1: its id.
    const std::vector<std::string> &idsIn(int column) const;
};

/// Xena clinicalMatrix, cBioPortal's or any other table with samples or patients in rows. Of the rules only
/// the one on ragged rows is used.
Result<ClinicalTable> readClinical(const std::filesystem::path &path, ReadReport &report,
                                   const TaskContext &context = {}, const ReadRules &rules = {});

/// Blank, NA, null, None, Unknown, -, ., [Not Available], [Not Applicable], [Unknown], [Discrepancy], [Not
/// Evaluated] …; without regard to case.
bool isMissingToken(std::string_view text);

} // namespace pathgan
