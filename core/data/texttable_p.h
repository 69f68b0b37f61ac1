#pragma once

#include "core/base/result.h"

#include <filesystem>
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

/// A whole decompressed file as text: UTF-8 mark taken off, CR LF and CR made LF. NotText for a binary one,
/// FileEmpty for a blank one.
Result<std::string> readCleanText(const std::filesystem::path &path);

/// Records of a text: blank lines left out; in comma-separated ones a quoted field may span lines (RFC 4180).
/// A quote that is never closed ends with its line.
std::vector<Record> readRecords(std::string_view text, char separator);

/// '\t', ',' or ';', whichever comes first in that order; else ' '.
char guessSeparator(std::string_view line);
/// The first line that is not blank.
std::string_view firstLine(std::string_view text);
/// File name without folder, .gz, .bz2 and its last extension.
std::string libraryName(const std::filesystem::path &path);
/// Last extension in lower case, not counting .gz and .bz2, e.g. ".gmt".
std::string contentExtension(const std::filesystem::path &path);

} // namespace pathgan
