// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <span>
#include <system_error>

namespace pathgan {

namespace {

/// Fixed notation between 1e-4 and 1e16, scientific outside, as Python's repr and R print numbers.
template <class Number>
std::string shortest(Number value)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value > 0 ? "inf" : "-inf";
    if (value == 0)
        return "0";
    const double size = std::fabs(static_cast<double>(value));
    const bool fixed = size >= 1e-4 && size < 1e16;
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value,
                                   fixed ? std::chars_format::fixed : std::chars_format::scientific);
    return std::string(buffer, end.ptr);
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

// What web pages and spreadsheets leave around names: no-break spaces; zero-width space, non-joiner, joiner
// and byte order mark.
constexpr std::array<std::string_view, 2> otherBlanks = {"\xC2\xA0", "\xE2\x80\xAF"};
constexpr std::array<std::string_view, 4> widthless = {"\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D",
                                                       "\xEF\xBB\xBF"};

/// Length of the one of them at that end.
std::size_t lengthAt(std::string_view text, std::span<const std::string_view> marks, bool atStart)
{
    if (text.empty() || static_cast<unsigned char>(atStart ? text.front() : text.back()) < 0x80)
        return 0;
    for (const std::string_view mark : marks)
        if (atStart ? text.starts_with(mark) : text.ends_with(mark))
            return mark.size();
    return 0;
}

std::size_t unseenAt(std::string_view text, bool atStart)
{
    return lengthAt(text, otherBlanks, atStart) + lengthAt(text, widthless, atStart);
}

/// Whether a number that does not fit a double is too small, not too large: its decimal exponent decides.
bool underflows(std::string_view text)
{
    const std::size_t e = text.find_first_of("eE");
    if (e != std::string_view::npos)
        return e + 1 < text.size() && text[e + 1] == '-';
    const std::size_t first = text.find_first_not_of("-0");
    return first != std::string_view::npos && text[first] == '.';
}

/// Length of the UTF-8 sequence at text[i], 0 when it is malformed (overlong, surrogate, beyond U+10FFFF).
std::size_t sequenceLength(std::string_view text, std::size_t i)
{
    const auto byte = [&](std::size_t k) {
        return k < text.size() ? static_cast<unsigned char>(text[k]) : std::uint8_t{0};
    };
    const auto continues = [&](std::size_t k) { return (byte(k) & 0xC0) == 0x80; };
    const unsigned a = byte(i);
    const unsigned b = byte(i + 1);
    if (a < 0x80)
        return 1;
    if (a >= 0xC2 && a <= 0xDF)
        return continues(i + 1) ? 2 : 0;
    if (a >= 0xE0 && a <= 0xEF) {
        if (!continues(i + 1) || !continues(i + 2) || (a == 0xE0 && b < 0xA0) || (a == 0xED && b > 0x9F))
            return 0;
        return 3;
    }
    if (a >= 0xF0 && a <= 0xF4) {
        if (!continues(i + 1) || !continues(i + 2) || !continues(i + 3) || (a == 0xF0 && b < 0x90) ||
            (a == 0xF4 && b > 0x8F))
            return 0;
        return 4;
    }
    return 0;
}

} // namespace

std::string formatNumber(double value)
{
    return shortest(value);
}

std::string formatNumber(float value)
{
    return shortest(value);
}

std::optional<double> parseNumber(std::string_view text)
{
    if (text.size() > 1 && text[0] == '+' && text[1] != '-' && text[1] != '+')
        text.remove_prefix(1);
    if (text.empty() || text.back() == ')') // from_chars would take nan(…)
        return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size() || error == std::errc::invalid_argument)
        return std::nullopt;
    if (error == std::errc::result_out_of_range)
        return underflows(text) ? std::optional<double>(0.0) : std::nullopt;
    return value;
}

std::size_t otherBlankAt(std::string_view text)
{
    return lengthAt(text, otherBlanks, true);
}

std::size_t widthlessAt(std::string_view text)
{
    return lengthAt(text, widthless, true);
}

std::string_view trimmed(std::string_view text)
{
    for (;;) {
        if (text.empty())
            return text;
        const std::size_t first = isSpace(text.front()) ? 1 : unseenAt(text, true);
        text.remove_prefix(first);
        if (text.empty())
            return text;
        const std::size_t last = isSpace(text.back()) ? 1 : unseenAt(text, false);
        text.remove_suffix(last);
        if (first + last == 0)
            return text;
    }
}

std::string toUpper(std::string_view text)
{
    std::string upper(text);
    for (char &c : upper) {
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    }
    return upper;
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    std::size_t start = 0;
    for (std::size_t end; (end = text.find(separator, start)) != std::string_view::npos; start = end + 1)
        parts.emplace_back(text.substr(start, end - start));
    parts.emplace_back(text.substr(start));
    return parts;
}

std::string join(const std::vector<std::string> &parts, std::string_view separator)
{
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            text += separator;
        text += parts[i];
    }
    return text;
}

bool isValidUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = sequenceLength(text, i);
        if (length == 0)
            return false;
        i += length;
    }
    return true;
}

} // namespace pathgan
