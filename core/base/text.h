// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pathgan {

/// Shortest text that reads back as the same number; "nan", "inf", "-inf" spelled so. Always with '.'.
std::string formatNumber(double value);
std::string formatNumber(float value);
/// The whole of text as a number ('.' decimal, no thousands separators); empty when it is none.
std::optional<double> parseNumber(std::string_view text);
/// Without blanks at both ends, those of the two functions below among them.
std::string_view trimmed(std::string_view text);
/// Bytes of a no-break space that the UTF-8 text starts with; 0: with none.
std::size_t otherBlankAt(std::string_view text);
/// Likewise of a mark that nobody sees: zero-width space, non-joiner, joiner, byte order mark.
std::size_t widthlessAt(std::string_view text);
/// ASCII only, as gene symbols are.
std::string toUpper(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string> &parts, std::string_view separator);
bool isValidUtf8(std::string_view text);

} // namespace pathgan
