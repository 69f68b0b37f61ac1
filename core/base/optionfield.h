// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace pathgan {

/// Value of an option, whatever its type; an enumeration's is its word.
using OptionValue = std::variant<bool, std::uint64_t, double, std::string, std::vector<std::string>>;

enum class OptionKind { Flag, Integer, Number, Word, Text, Names };

struct IntegerRange
{
    std::uint64_t least = 0, most = std::numeric_limits<std::uint64_t>::max();
};

inline constexpr std::uint64_t mostThreads = 1024;

struct NumberRange
{
    double least = 0, most = std::numeric_limits<double>::max();
    bool isOpen = false; ///< least itself is none
};

/// A value of an enumeration and the one word that stands for it in files and on the command line.
template <class Enum>
struct EnumWord
{
    Enum value;
    const char *word;
};

template <class Enum, std::size_t count>
constexpr const char *wordOf(const EnumWord<Enum> (&words)[count], Enum value)
{
    for (const EnumWord<Enum> &word : words)
        if (word.value == value)
            return word.word;
    return "";
}

/// InvalidOption with the words there are.
template <class Enum, std::size_t count>
Result<Enum> fromWord(const EnumWord<Enum> (&words)[count], std::string_view text)
{
    std::string known;
    for (const EnumWord<Enum> &word : words) {
        if (text == word.word)
            return word.value;
        known += (known.empty() ? "" : "|") + std::string(word.word);
    }
    return Error{ErrorCode::InvalidOption, std::string(text) + ", not " + known};
}

/// All that is known of one field of an options struct but its value.
struct OptionField
{
    std::string key; ///< e.g. growth_fraction; in flags --growth-fraction
    OptionKind kind{};
    std::string help; ///< an English key
    std::string unit = {};
    std::string what = {};               ///< Text: what it names, e.g. "reaction id"
    std::vector<std::string> words = {}; ///< Word
    NumberRange range = {};              ///< Number
    IntegerRange integers = {};          ///< Integer
    bool matters = true;                 ///< to the result
    std::function<OptionValue(const void *)> get = {};
    std::function<void(void *, const OptionValue &)> set = {}; ///< of a value that is accepted

    std::string type() const; ///< what it may be: "integer from 1 to 64", "maximum|sum"
    bool accepts(const OptionValue &value) const;
    /// Of a text as on a command line; names are separated by commas. InvalidOption.
    Result<OptionValue> parsed(std::string_view text) const;
};

/// As text that parsed() reads back.
std::string optionText(const OptionValue &value);

/// `key=value` as a line of what identifies a result: numbers in full, equal for equal values only.
std::string identityLine(const std::string &key, const OptionValue &value);

/// get and set of a member that is stored as it is.
template <class Options, class Value>
void bindField(OptionField &field, Value Options::*member)
{
    using Stored =
        std::conditional_t<std::is_integral_v<Value> && !std::is_same_v<Value, bool>, std::uint64_t, Value>;
    field.get = [member](const void *options) {
        return OptionValue(static_cast<Stored>(static_cast<const Options *>(options)->*member));
    };
    field.set = [member](void *options, const OptionValue &value) {
        static_cast<Options *>(options)->*member = static_cast<Value>(std::get<Stored>(value));
    };
}

} // namespace pathgan
