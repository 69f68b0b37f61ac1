// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

namespace pathgan {

/// The float nearest to the plain decimal (no exponent, at most 15 digits) that starts at p. Returns where it
/// ends, or null where it needs the slow way. The text must end in something that is no digit.
/// Exact quotients of exact operands are rounded once (Clinger 1990); a double that falls in the middle
/// between two floats is left to the slow way, as a second rounding might go wrong.
inline const char *parsePlainFloat(const char *p, float &value)
{
    static constexpr float floatPower[] = {1e0F, 1e1F, 1e2F, 1e3F, 1e4F, 1e5F, 1e6F, 1e7F, 1e8F, 1e9F, 1e10F};
    static constexpr double doublePower[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                             1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const auto digit = [](char c) { return static_cast<unsigned>(c) - '0'; };
    const bool negative = *p == '-';
    p += negative ? 1 : 0;
    const char *start = p;
    std::uint64_t mantissa = 0;
    while (digit(*p) < 10)
        mantissa = mantissa * 10 + digit(*p++);
    auto digits = p - start;
    int decimals = 0;
    if (*p == '.') {
        const char *fraction = ++p;
        while (digit(*p) < 10)
            mantissa = mantissa * 10 + digit(*p++);
        decimals = static_cast<int>(p - fraction);
        digits += decimals;
    }
    if (digits == 0 || digits > 15)
        return nullptr;
    float size = 0;
    if (mantissa <= (1U << 24) && decimals <= 10) {
        size = static_cast<float>(mantissa) / floatPower[decimals];
    } else {
        const double quotient = static_cast<double>(mantissa) / doublePower[decimals];
        constexpr std::uint64_t lost = (std::uint64_t{1} << 29) - 1;
        if ((std::bit_cast<std::uint64_t>(quotient) & lost) == (lost + 1) / 2)
            return nullptr;
        size = static_cast<float>(quotient);
    }
    value = negative ? -size : size;
    return p;
}

} // namespace pathgan
