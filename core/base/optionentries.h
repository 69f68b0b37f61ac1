// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optiontable.h"

namespace pathgan {

// Entries of a table. help: an English key.

template <class Options>
OptionTable::Entry option(const char *key, bool Options::*member, const char *help)
{
    OptionField field{.key = key, .kind = OptionKind::Flag, .help = help};
    bindField(field, member);
    return {{std::move(field)}};
}

template <class Options>
OptionTable::Entry option(const char *key, std::string Options::*member, const char *what, const char *help)
{
    OptionField field{.key = key, .kind = OptionKind::Text, .help = help, .what = what};
    bindField(field, member);
    return {{std::move(field)}};
}

template <class Options>
OptionTable::Entry option(const char *key, std::vector<std::string> Options::*member, const char *help)
{
    OptionField field{.key = key, .kind = OptionKind::Names, .help = help};
    bindField(field, member);
    return {{std::move(field)}};
}

template <class Options>
OptionTable::Entry option(const char *key, double Options::*member, NumberRange range, const char *unit,
                          const char *help)
{
    OptionField field{.key = key, .kind = OptionKind::Number, .help = help, .unit = unit, .range = range};
    bindField(field, member);
    return {{std::move(field)}};
}

/// Of the range what the field's type holds.
template <class Options, class Integer>
requires std::is_integral_v<Integer> &&(!std::is_same_v<Integer, bool>)OptionTable::Entry
    option(const char *key, Integer Options::*member, IntegerRange range, const char *help)
{
    range.most = std::min<std::uint64_t>(range.most, std::numeric_limits<Integer>::max());
    OptionField field{.key = key, .kind = OptionKind::Integer, .help = help, .integers = range};
    bindField(field, member);
    return {{std::move(field)}};
}

template <class Options, class Enum, std::size_t count>
OptionTable::Entry option(const char *key, Enum Options::*member, const EnumWord<Enum> (&words)[count],
                          const char *help)
{
    OptionField field{.key = key, .kind = OptionKind::Word, .help = help};
    for (const EnumWord<Enum> &word : words)
        field.words.emplace_back(word.word);
    field.get = [member, &words](const void *options) {
        return OptionValue(std::string(wordOf(words, static_cast<const Options *>(options)->*member)));
    };
    field.set = [member, &words](void *options, const OptionValue &value) {
        if (const Result<Enum> found = fromWord(words, std::get<std::string>(value)); found)
            static_cast<Options *>(options)->*member = *found;
    };
    return {{std::move(field)}};
}

/// The fields of a struct inside.
template <class Options, class Inner>
OptionTable::Entry nested(Inner Options::*member)
{
    OptionTable::Entry entry;
    for (const OptionField &inner : Inner::table().fields()) {
        OptionField field = inner;
        field.get = [member, get = inner.get](const void *options) {
            return get(&(static_cast<const Options *>(options)->*member));
        };
        field.set = [member, set = inner.set](void *options, const OptionValue &value) {
            set(&(static_cast<Options *>(options)->*member), value);
        };
        entry.fields.push_back(std::move(field));
    }
    return entry;
}

} // namespace pathgan
