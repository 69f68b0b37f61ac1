// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pathgan {

/// Marks an English text of the core that the window shows in the user's language, by coreText() of
/// ui/coretext.h. lupdate reads it as QT_TRANSLATE_NOOP: two literals, the first always "Core".
constexpr const char *marked(const char * /*context*/, const char *text)
{
    return text;
}

/// "key: detail", e.g. ids or a second marked text; coreText() translates the keys alone.
inline std::string withDetail(const char *key, std::string_view detail)
{
    return std::string(key).append(": ").append(detail);
}

} // namespace pathgan
