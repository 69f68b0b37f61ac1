// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/modeltext_p.h"

#include <algorithm>
#include <optional>

namespace pathgan {

namespace {

void append(std::string &text, char32_t c)
{
    const auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) {
        add(c);
        return;
    }
    const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static constexpr char32_t heads[] = {0, 0xC0, 0xE0, 0xF0};
    add(heads[more] | c >> (6 * more));
    for (int i = more - 1; i >= 0; --i)
        add(0x80 | (c >> (6 * i) & 0x3F));
}

/// The units of UTF-16 as UTF-8; nothing where a pair is broken or a byte is left.
std::optional<std::string> fromUtf16(std::string_view bytes, bool isBig)
{
    if (bytes.size() % 2 != 0)
        return std::nullopt;
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]),
                   second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(isBig ? first << 8 | second : second << 8 | first);
    };
    std::string text;
    text.reserve(bytes.size() / 2);
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        char32_t c = unit(at);
        if (c >= 0xD800 && c < 0xE000) {
            const char32_t low = c < 0xDC00 && at + 2 < bytes.size() ? unit(at + 2) : 0;
            if (low < 0xDC00 || low >= 0xE000)
                return std::nullopt;
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        append(text, c);
    }
    return text;
}

/// The text is UTF-8 now, whatever its XML declaration says.
void restateEncoding(std::string &text)
{
    const std::size_t end = text.starts_with("<?xml") ? text.find("?>") : std::string::npos;
    const std::size_t at = end == std::string::npos ? end : text.find("encoding", 0);
    if (at == std::string::npos || at > end)
        return;
    const std::size_t open = text.find_first_of("\"'", at);
    const std::size_t close = open < end ? text.find(text[open], open + 1) : std::string::npos;
    if (close >= end)
        return;
    std::string stated = "encoding=\"UTF-8\"";
    stated.resize(std::max(stated.size(), close + 1 - at), ' '); // columns stay as they are
    text.replace(at, close + 1 - at, stated);
}

} // namespace

Result<std::string> asUtf8(std::string bytes, const std::string &path)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.erase(0, 3);
        return bytes;
    }
    const std::string_view start = std::string_view(bytes).substr(0, 2);
    const bool isMarked = start == "\xFF\xFE" || start == "\xFE\xFF";
    const bool isBig =
        isMarked ? start[0] == '\xFE' : start.size() == 2 && start[0] == '\0' && start[1] != '\0';
    const bool isLittle = isMarked ? !isBig : start.size() == 2 && start[0] != '\0' && start[1] == '\0';
    if (!isBig && !isLittle)
        return bytes;
    std::optional<std::string> text = fromUtf16(std::string_view(bytes).substr(isMarked ? 2 : 0), isBig);
    if (!text)
        return Error{ErrorCode::NotText, path + ": damaged UTF-16"};
    restateEncoding(*text);
    return *std::move(text);
}

std::string textPosition(std::string_view text, std::size_t offset, const std::string &path)
{
    const std::string_view before = text.substr(0, offset);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t lineStart = before.rfind('\n');
    const std::size_t column =
        lineStart == std::string_view::npos ? before.size() + 1 : before.size() - lineStart;
    return path + ":" + std::to_string(line) + ":" + std::to_string(column);
}

} // namespace pathgan
