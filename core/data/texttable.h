// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/readreport.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pathgan {

/// One record of a table, with the line on which it starts.
struct Record
{
    std::size_t line = 0;
    std::vector<std::string> fields;
};

/// Whether the first record names the columns.
enum class HeaderRule {
    Always,
    Never,
    IfWords, ///< where none of its fields is a number though others below are
};

/// The one idea of what a table is, for every reader. How fields are cut and which of them the header names
/// is found from all of the rows; a row that does not fit is a problem with its line, never a row with its
/// values moved.
struct TextTable
{
    char separator = '\t';           ///< '\t', ',', ';', '|' or ' ' (runs of blanks count once)
    bool decimalComma = false;       ///< numbers are written 1,5: only with semicolons
    bool hasHeader = true;           ///< without one the names are empty
    bool lacksCorner = false;        ///< the header has no name for the first column, as R writes row names
    std::size_t headerLine = 1;      ///< its line
    std::vector<std::string> header; ///< a name for each column; "" where it has none
    std::vector<Record> rows;        ///< as many fields as the header each
    std::size_t width() const { return header.size(); }

    /// A field as a number, by the table's decimal mark; nothing where it is none.
    std::optional<double> number(std::string_view field) const;
};

/// Where header and rows meet: found from the number of fields of each row.
struct TableFit
{
    std::size_t width = 0;    ///< columns
    std::size_t rowTail = 0;  ///< blank fields behind the last column, in rows
    bool lacksCorner = false; ///< rows have a field before the header's first
    bool isUnclear =
        false; ///< more than one reading fits: the header's first field decides it, and it does not
};
/// header: its fields; rows: of the table, or as many of them as are at hand.
TableFit fitHeader(const std::vector<std::string> &header, const std::vector<Record> &rows);

/// Reads plain, packed, UTF-8 or UTF-16 text; blank lines and lines of comment are left out. Ragged rows end
/// the reading with their line unless the rule says what to do; each is listed in `report` either way.
Result<TextTable> readTextTable(const std::filesystem::path &path, ReadReport &report,
                                HeaderRule headerRule = HeaderRule::Always,
                                ReadRules::Ragged ragged = ReadRules::Ragged::Error);
/// The same of text that was read by readCleanText.
Result<TextTable> parseTextTable(std::string_view text, const std::filesystem::path &path, ReadReport &report,
                                 HeaderRule headerRule = HeaderRule::Always,
                                 ReadRules::Ragged ragged = ReadRules::Ragged::Error);

/// A whole file as clean UTF-8 text. NotText for a binary one or another encoding, FileEmpty for a blank one.
/// UnknownFormat for a web page and for JSON that is no list.
Result<std::string> readCleanText(const std::filesystem::path &path);

/// Records of a text: blank lines and, if asked for, comments left out; in comma- and semicolon-separated
/// ones a quoted field may span lines (RFC 4180). A quote that is never closed ends with its line.
std::vector<Record> readRecords(std::string_view text, char separator, bool skipComments = false);
/// Splits a line at separators outside of double quotes and takes the quotes off (RFC 4180).
std::vector<std::string> splitRecord(std::string_view line, char separator);
/// Without quotes around it and doubled quotes in it.
std::string unquoted(std::string_view field);

/// The separator that cuts the first lines into rows of like width; ' ' where none is there.
char guessSeparator(const std::vector<std::string_view> &lines);
char guessSeparator(std::string_view line);
/// Lines of comment before the table: '#…' but GCT's "#1.2", and GEO's '!…'.
bool isCommentLine(std::string_view line);
/// The same between rows, where a '#' before a digit is a name.
bool isInnerComment(std::string_view line);
/// Whether the decimal mark of semicolon-separated fields is a comma: some are 1,5 and none 1.5.
bool hasDecimalCommas(const std::vector<Record> &rows, char separator);
/// A number with a decimal comma.
std::optional<double> parseCommaNumber(std::string_view text);

/// File name without folder, packing and its last extension.
std::string libraryName(const std::filesystem::path &path);
/// Last extension in lower case, not counting those of packing, e.g. ".gmt".
std::string contentExtension(const std::filesystem::path &path);

} // namespace pathgan
