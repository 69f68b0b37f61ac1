// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pathgan {

/// A metabolite id without its compartment: gthrd of gthrd_c and of gthrd[c].
inline std::string_view baseMetaboliteId(std::string_view id)
{
    const std::size_t bracket = id.rfind('[');
    if (bracket != std::string_view::npos && id.ends_with(']'))
        return id.substr(0, bracket);
    const std::size_t underscore = id.rfind('_');
    return underscore == std::string_view::npos ? id : id.substr(0, underscore);
}

/// glc__D (BiGG) and glc_D (VMH) are one name.
inline std::string comparableName(std::string_view name)
{
    std::string result;
    for (const char c : name) {
        if (c != '_' || !result.ends_with('_'))
            result += c;
    }
    return result;
}

} // namespace pathgan
