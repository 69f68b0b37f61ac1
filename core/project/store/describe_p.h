// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optiontable.h"
#include "core/project/project.h"
#include "core/project/store/archive_p.h"

#include <array>
#include <concepts>
#include <limits>
#include <map>
#include <set>
#include <type_traits>
#include <utility>
#include <variant>

namespace pathgan {

// How a type is described, once for both directions, in a source of codings/:
//
//     template <class Archive, Is<FluxRun> Value>
//     void describe(Archive &a, Value &run)
//     {
//         a.fields(run, run.options, run.objective, …);   // every field, in the order of the bytes
//     }
//     bool isSound(const FluxRun &run);                    // if anything: sizes that must agree, ranges of
//     indices void finish(FluxRun &run);                           // if anything: what is made from sound
//     fields Scores scoresOf(const FluxRun &run);                 // if anything: what tells runs apart in a
//     list PATHGAN_CODING(FluxRun, "flux")                      // of what is a blob of its own: parts,
//     shared values
//
// Options need no description: their table is one. An enumeration needs its last value: PATHGAN_LAST.

template <class Value, class T>
concept Is = std::same_as<std::remove_const_t<Value>, T>;

/// last and its number: a value that is put between others changes what is in files.
#define PATHGAN_LAST(Enum, last, number)                                                                     \
    constexpr auto lastOf(Enum)                                                                              \
    {                                                                                                        \
        static_assert(static_cast<int>(Enum::last) == (number), "raise codingVersion");                      \
        return Enum::last;                                                                                   \
    }

#define PATHGAN_CODING(Type, word)                                                                           \
    template <>                                                                                              \
    const Coding &codingOf<Type>()                                                                           \
    {                                                                                                        \
        static const Coding coding = codingBy<Type>(word);                                                   \
        return coding;                                                                                       \
    }

using Scores = std::vector<std::pair<std::string, double>>;

template <class T>
Coding codingBy(const char *word)
{
    Coding coding{word, [](Encoder &to, const void *value) { to.value(*static_cast<const T *>(value)); },
                  [](Decoder &from) -> std::shared_ptr<const void> {
                      auto made = std::make_shared<T>();
                      from.value(*made);
                      return from.isAtEnd() ? made : nullptr;
                  },
                  nullptr};
    if constexpr (requires(const T &value) { scoresOf(value); })
        coding.scores = [](const void *value) { return scoresOf(*static_cast<const T *>(value)); };
    return coding;
}

template <class T>
concept HasTable = requires
{
    T::table();
};
template <class T>
concept IsText = std::same_as<T, std::string>;
template <class T>
concept IsReal = std::same_as<T, double> || std::same_as<T, float>;
template <class T>
concept IsWhole = std::integral<T> && !std::same_as<T, bool>;

/// Parts travel as words: their order changes with every new step. In parts.cpp.
void encodePart(Encoder &to, Part part);
Part decodePart(Decoder &from);

// Lists and the like
// ------------------------------------------------------------------------------------------

template <class T>
void describe(Encoder &a, const std::vector<T> &list)
{
    a.count(list.size());
    if constexpr (IsReal<T>)
        a.numbers(list.data(), list.size());
    else
        for (const T &item : list)
            a.value(item);
}

template <class T>
void describe(Decoder &a, std::vector<T> &list)
{
    list.clear();
    if constexpr (IsReal<T>) {
        const std::size_t size = a.length(sizeof(T));
        list.resize(size);
        a.numbers(list.data(), size);
    } else {
        constexpr std::size_t trusted = 4096; // more only as they turn out to be there
        const std::size_t size = a.length(1);
        list.reserve(std::min(size, trusted));
        for (std::size_t i = 0; i < size && a.isFine(); ++i)
            a.value(list.emplace_back());
    }
}

template <class T, std::size_t size>
void describe(Encoder &a, const std::array<T, size> &items)
{
    for (const T &item : items)
        a.value(item);
}
template <class T, std::size_t size>
void describe(Decoder &a, std::array<T, size> &items)
{
    for (T &item : items)
        a.value(item);
}

template <class A, class B>
void describe(Encoder &a, const std::pair<A, B> &two)
{
    a.value(two.first);
    a.value(two.second);
}
template <class A, class B>
void describe(Decoder &a, std::pair<A, B> &two)
{
    a.value(two.first);
    a.value(two.second);
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

template <class Key, class T>
void describe(Encoder &a, const std::map<Key, T> &map)
{
    a.count(map.size());
    for (const auto &entry : map)
        a.value(entry);
}
template <class Key, class T>
void describe(Decoder &a, std::map<Key, T> &map)
{
    map.clear();
    for (std::size_t left = a.length(2); left > 0 && a.isFine(); --left) {
        std::pair<Key, T> entry;
        a.value(entry);
        a.require(map.empty() || map.rbegin()->first < entry.first);
        map.insert(map.end(), std::move(entry));
    }
}

template <class Key>
void describe(Encoder &a, const std::set<Key> &set)
{
    a.count(set.size());
    for (const Key &key : set)
        a.value(key);
}
template <class Key>
void describe(Decoder &a, std::set<Key> &set)
{
    set.clear();
    for (std::size_t left = a.length(1); left > 0 && a.isFine(); --left) {
        Key key;
        a.value(key);
        a.require(set.empty() || *set.rbegin() < key);
        set.insert(set.end(), std::move(key));
    }
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

// Matrices
// ----------------------------------------------------------------------------------------------------

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

// What is shared
// ----------------------------------------------------------------------------------------------

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

// Options
// -----------------------------------------------------------------------------------------------------

/// By key, whatever the order: an option that is new has its default, one that is gone is forgotten.
void encodeOptions(Encoder &to, const ConstOptionsRef &options);
void decodeOptions(Decoder &from, const OptionsRef &options);

// One value
// ---------------------------------------------------------------------------------------------------

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
