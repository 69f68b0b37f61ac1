// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "core/project/store/lists_p.h"
#include "core/project/store/values_p.h"

#include <concepts>
#include <limits>
#include <type_traits>
#include <utility>

namespace pathgan {

// How a type is described, once for both directions, in a source of codings/. fields: every one, in the order
// of the bytes. isSound, if anything: sizes that must agree, ranges of indices. finish, if anything: what is
// made from sound fields. scoresOf, if anything: what tells runs apart in a list. PATHGAN_CODING: of what is
// a blob of its own, as parts and shared values are.
//
//     template <class Archive, Is<FluxRun> Value>
//     void describe(Archive &a, Value &run)
//     {
//         a.fields(run, run.options, run.objective, …);
//     }
//     bool isSound(const FluxRun &run);
//     void finish(FluxRun &run);
//     Scores scoresOf(const FluxRun &run);
//     PATHGAN_CODING(FluxRun, "flux")
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
concept IsWhole = std::integral<T> && !std::same_as<T, bool>;

/// Parts travel as words: their order changes with every new step. In parts.cpp.
void encodePart(Encoder &to, Part part);
Part decodePart(Decoder &from);

} // namespace pathgan

#include "core/project/store/value_p.h" // last: it needs all that was said here
