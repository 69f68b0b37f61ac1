// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optionfield.h"

#include <initializer_list>
#include <utility>

namespace pathgan {

/// The fields of one options struct, in the order in which they are set. Built once, in the .cpp of the
/// struct; everything that must know the fields (JSON, flags, help, ranges, manifest, keys) reads it.
class OptionTable
{
public:
    /// One field, or the fields of a struct inside the struct.
    struct Entry
    {
        std::vector<OptionField> fields;
        /// The field changes how the result is computed, not what it is: threads, time limits.
        Entry withoutEffect() &&;
    };
    OptionTable(std::initializer_list<Entry> entries);

    const std::vector<OptionField> &fields() const { return m_fields; }
    const OptionField *find(std::string_view key) const; ///< null: none
    std::size_t arity() const { return m_arity; }        ///< fields of the struct, one inside counting one

private:
    std::vector<OptionField> m_fields;
    std::size_t m_arity = 0;
};

/// A table and the struct it speaks of; both must outlive it. Options of any struct with a static table().
class OptionsRef
{
public:
    template <class Options>
    OptionsRef(Options &options) : m_table(&Options::table()), m_options(&options) // NOLINT: a reference
    {}

    const OptionTable &table() const { return *m_table; }
    OptionValue value(const OptionField &field) const { return field.get(m_options); }
    /// Of the field's type, in its range or not: check() tells.
    void put(const OptionField &field, const OptionValue &value) const { field.set(m_options, value); }
    /// UnknownName; InvalidOption "key: value, not what it may be".
    Result<void> set(std::string_view key, const OptionValue &value) const;
    /// The same of a text, as on a command line: names separated by commas.
    Result<void> setText(std::string_view key, std::string_view text) const;

private:
    const OptionTable *m_table;
    void *m_options;
};

/// The same to read from.
class ConstOptionsRef
{
public:
    template <class Options>
    ConstOptionsRef(const Options &options) // NOLINT: a reference
        : m_table(&Options::table()), m_options(&options)
    {}

    const OptionTable &table() const { return *m_table; }
    OptionValue value(const OptionField &field) const { return field.get(m_options); }
    /// Of the first field that is out of its range: InvalidOption "key: value, not what it may be".
    Result<void> check() const;
    /// `key=value` lines of the fields that matter to the result, numbers in full: equal for equal results.
    std::string canonical() const;

private:
    const OptionTable *m_table;
    const void *m_options;
};

/// An option whose value differs between two runs.
struct OptionDifference
{
    std::string key;
    OptionValue before, after;
};
/// Fields that matter, of two structs of one type.
std::vector<OptionDifference> differences(const ConstOptionsRef &before, const ConstOptionsRef &after);

} // namespace pathgan
