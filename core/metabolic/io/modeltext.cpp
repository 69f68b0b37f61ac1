// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/modeltext_p.h"

#include "core/base/text.h"
#include "core/data/textsource.h"

#include <algorithm>

namespace pathgan {

namespace {

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
    if (!isMarked) // a short text has too few zeros to be known by
        bytes.insert(0, isBig ? "\xFE\xFF" : "\xFF\xFE");
    std::string text = cleanText(bytes);
    if (!isValidUtf8(text))
        return Error{ErrorCode::NotText, path + ": damaged UTF-16"};
    restateEncoding(text);
    return text;
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
