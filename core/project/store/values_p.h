// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optiontable.h"
#include "core/project/store/archive_p.h"

#include <limits>
#include <optional>
#include <utility>
#include <variant>

namespace pathgan {

// How optional values, variants, matrices, shared values and options travel.

template <class T>
Since<T> since(std::uint32_t version, T &field)
{
    return {version, field};
}
template <class T>
void describe(Encoder &a, const Since<const T> &later)
{
    a.value(later.field);
}
template <class T>
void describe(Decoder &a, const Since<T> &later)
{
    if (a.version() >= later.version)
        a.value(later.field);
}

template <class T>
void describe(Encoder &a, const std::optional<T> &some)
{
    a.value(some.has_value());
    if (some)
        a.value(*some);
}
template <class T>
void describe(Decoder &a, std::optional<T> &some)
{
    bool isThere = false;
    a.value(isThere);
    some.reset();
    if (isThere)
        a.value(some.emplace());
}

template <class... Types>
void describe(Encoder &a, const std::variant<Types...> &one)
{
    a.count(one.index());
    std::visit([&a](const auto &held) { a.value(held); }, one);
}
template <class... Types>
void describe(Decoder &a, std::variant<Types...> &one)
{
    const std::uint64_t index = a.count();
    a.require(index < sizeof...(Types));
    std::uint64_t at = 0;
    const auto take = [&]<class T>(T made) {
        if (at++ != index || !a.isFine())
            return;
        a.value(made);
        one = std::move(made);
    };
    (take(Types()), ...);
}

template <class Scalar, int rows, int columns, int options>
void describe(Encoder &a, const Eigen::Matrix<Scalar, rows, columns, options> &matrix)
{
    a.count(static_cast<std::uint64_t>(matrix.rows()));
    a.count(static_cast<std::uint64_t>(matrix.cols()));
    a.numbers(matrix.data(), static_cast<std::size_t>(matrix.size()));
}
template <class Scalar, int rows, int columns, int options>
void describe(Decoder &a, Eigen::Matrix<Scalar, rows, columns, options> &matrix)
{
    constexpr std::uint64_t most = std::numeric_limits<std::int32_t>::max();
    const std::uint64_t height = a.count(), width = a.count();
    a.require(height <= most && width <= most && (columns != 1 || width == 1) &&
              height * width <= a.left() / sizeof(Scalar));
    if (!a.isFine())
        return;
    matrix.resize(static_cast<Index>(height), static_cast<Index>(width));
    a.numbers(matrix.data(), static_cast<std::size_t>(matrix.size()));
}

template <class T>
void describe(Encoder &a, const std::shared_ptr<const T> &some)
{
    if (some)
        a.shared(some, codingOf<T>());
    else
        a.text({});
}
template <class T>
void describe(Decoder &a, std::shared_ptr<const T> &some)
{
    some = std::static_pointer_cast<const T>(a.shared(codingOf<T>()));
}

/// By key, whatever the order: an option that is new has its default, one that is gone is forgotten.
void encodeOptions(Encoder &to, const ConstOptionsRef &options);
void decodeOptions(Decoder &from, const OptionsRef &options);

} // namespace pathgan
