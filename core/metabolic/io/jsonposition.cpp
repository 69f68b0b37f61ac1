// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/jsonposition_p.h"

namespace pathgan {

namespace {

/// One past the string that begins at `at`.
std::size_t stringEnd(std::string_view text, std::size_t at)
{
    for (++at; at < text.size() && text[at] != '"'; ++at)
        if (text[at] == '\\')
            ++at;
    return at + 1;
}

} // namespace

std::size_t jsonElementOffset(std::string_view text, std::string_view list, std::size_t index)
{
    std::size_t found = 0, count = 0;
    int depth = 0;
    bool isKey = false, isInList = false, isStart = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool isBlank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (isStart && !isBlank && count++ == index)
            found = at;
        isStart = isStart && isBlank;
        if (c == '"') {
            const std::size_t end = stringEnd(text, at);
            if (depth == 1 && isKey)
                isInList = text.substr(at + 1, end - at - 2) == list;
            isKey = false;
            at = end - 1;
        } else if (c == '{' || c == '[') {
            ++depth;
            isKey = depth == 1;
            isStart = isInList && depth == 2 && c == '[';
            count = isStart ? 0 : count;
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (c == ',') {
            isKey = depth == 1;
            isStart = isInList && depth == 2;
        }
    }
    return found;
}

} // namespace pathgan
