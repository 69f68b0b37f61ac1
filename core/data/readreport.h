// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optiontable.h"
#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pathgan {

enum class ProblemKind {
    RaggedRow,
    NotANumber,
    MissingValue,
    DuplicateName,
    EmptyName,
    NotUtf8,
    BadHeader,
    LongHeader,
    DamagedName,   ///< a spreadsheet made a date or a number of it
    RepeatedHeader ///< a row like the header, as where tables were joined; it is left out
};

/// One thing wrong in a file. line and column count from 1; column counts fields, 0: the whole line.
struct Problem
{
    ProblemKind kind{};
    std::size_t line = 0, column = 0;
    std::string value; ///< offending text, shortened to 60 bytes
};

/// What was met in reading a table: filled also when reading fails, so that every problem can be listed.
struct ReadReport
{
    static constexpr std::size_t maxListed = 10'000; ///< a kind; the counts go on

    std::string format;      ///< e.g. "Xena TSV", "GCT 1.2"
    bool transposed = false; ///< samples were in rows
    std::vector<Problem> problems;
    std::size_t raggedRows = 0, notNumbers = 0, missingValues = 0, duplicateNames = 0, damagedNames = 0,
                otherProblems = 0;
    std::vector<std::string> notes; ///< why format, orientation and scale were chosen; English keys

    void add(ProblemKind kind, std::size_t line, std::size_t column, std::string_view value);
};

/// What to do about problems where there is a choice.
struct ReadRules
{
    enum class Ragged { Error, DropRow, FillMissing };
    enum class NotNumber { Error, Missing };
    enum class Missing { Keep, Zero, GeneMedian, DropGene }; ///< Keep: unmeasured there, never taken as zero
    enum class Duplicate { First, Mean, Maximum, Error };    ///< First: as Xena does

    Ragged ragged = Ragged::Error;
    NotNumber notNumber = NotNumber::Error;
    Missing missing = Missing::Keep;
    Duplicate duplicate = Duplicate::First;

    static const OptionTable &table();
};

} // namespace pathgan
