// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/store/describe_p.h"

namespace pathgan {

// One value of any type: what Encoder::value() and Decoder::value() do.

template <class T>
void Encoder::value(const T &given)
{
    if constexpr (std::same_as<T, Part>) {
        encodePart(*this, given);
    } else if constexpr (std::same_as<T, bool>) {
        count(given ? 1 : 0);
    } else if constexpr (std::is_enum_v<T>) {
        if (given > lastOf(given))
            fail({ErrorCode::Internal, "a value of an enumeration that has none"});
        count(static_cast<std::uint64_t>(given));
    } else if constexpr (IsWhole<T> && std::is_signed_v<T>) {
        integer(given);
    } else if constexpr (IsWhole<T>) {
        count(given);
    } else if constexpr (IsReal<T>) {
        number(given);
    } else if constexpr (IsText<T>) {
        text(given);
    } else if constexpr (HasTable<T>) {
        encodeOptions(*this, given);
    } else {
        describe(*this, given);
    }
}

template <class T>
void Decoder::value(T &given)
{
    if constexpr (std::same_as<T, Part>) {
        given = decodePart(*this);
    } else if constexpr (std::same_as<T, bool>) {
        const std::uint64_t read = count();
        require(read <= 1);
        given = read == 1;
    } else if constexpr (std::is_enum_v<T>) {
        const std::uint64_t read = count();
        require(read <= static_cast<std::uint64_t>(lastOf(T())));
        given = isFine() ? static_cast<T>(read) : T();
    } else if constexpr (IsWhole<T> && std::is_signed_v<T>) {
        const std::int64_t read = integer();
        require(read >= std::numeric_limits<T>::min() && read <= std::numeric_limits<T>::max());
        given = isFine() ? static_cast<T>(read) : T();
    } else if constexpr (IsWhole<T>) {
        const std::uint64_t read = count();
        require(read <= std::numeric_limits<T>::max());
        given = isFine() ? static_cast<T>(read) : T();
    } else if constexpr (std::same_as<T, float>) {
        given = numberF();
    } else if constexpr (std::same_as<T, double>) {
        given = number();
    } else if constexpr (IsText<T>) {
        given = text();
    } else if constexpr (HasTable<T>) {
        decodeOptions(*this, given);
    } else {
        describe(*this, given);
        if constexpr (requires { isSound(given); })
            require(isFine() && isSound(given));
        if constexpr (requires { finish(given); })
            if (isFine())
                finish(given);
    }
}

} // namespace pathgan
