// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <utility>

namespace pathgan {

namespace aggregate {

template <class T>
constexpr bool isOptional = false;
template <class T>
constexpr bool isOptional<std::optional<T>> = true;

/// Stands for a value of any type in an aggregate.
struct Any
{
    template <class T>
    requires(!isOptional<T>) // which takes it as its value
    operator T() const;      // NOLINT: that is its purpose
};

template <class T, std::size_t... indices>
constexpr bool takes(std::index_sequence<indices...>)
{
    return requires
    {
        T{(static_cast<void>(indices), Any{})...};
    };
}

} // namespace aggregate

/// Fields of an aggregate, at most `most`; a base, and a field that is an aggregate itself, counts one.
template <class T, std::size_t most = 48>
constexpr std::size_t fieldCount()
{
    if constexpr (most == 0 || aggregate::takes<T>(std::make_index_sequence<most>{}))
        return most;
    else
        return fieldCount<T, most - 1>();
}

} // namespace pathgan
