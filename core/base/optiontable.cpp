// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/optiontable.h"

#include "core/base/text.h"

#include <cassert>
#include <charconv>
#include <cmath>
#include <optional>

namespace pathgan {

namespace {

std::string rangeText(const NumberRange &range)
{
    const bool ends = range.most < std::numeric_limits<double>::max();
    if (range.isOpen)
        return "number above " + formatNumber(range.least) +
               (ends ? " to " + formatNumber(range.most) : std::string());
    return ends ? "number from " + formatNumber(range.least) + " to " + formatNumber(range.most)
                : "number from " + formatNumber(range.least);
}

bool isWithin(const NumberRange &range, double value)
{
    return std::isfinite(value) && value <= range.most &&
           (range.isOpen ? value > range.least : value >= range.least);
}

std::optional<std::uint64_t> wholeNumber(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::vector<std::string> namesIn(std::string_view text)
{
    std::vector<std::string> names;
    for (const std::string &name : split(text, ','))
        if (const std::string_view bare = trimmed(name); !bare.empty())
            names.emplace_back(bare);
    return names;
}

Error unfit(const OptionField &field, const std::string &value)
{
    return {ErrorCode::InvalidOption, field.key + ": " + value + ", not " + field.type()};
}

} // namespace

std::string OptionField::type() const
{
    switch (kind) {
    case OptionKind::Flag:
        return "true|false";
    case OptionKind::Integer:
        return "integer" +
               (integers.least > 0 || integers.most < std::numeric_limits<std::uint64_t>::max()
                    ? " from " + std::to_string(integers.least) + " to " + std::to_string(integers.most)
                    : std::string());
    case OptionKind::Number:
        return rangeText(range);
    case OptionKind::Word:
        return join(words, "|");
    case OptionKind::Text:
        return what;
    case OptionKind::Names:
        return "list of names";
    }
    return {};
}

bool OptionField::accepts(const OptionValue &value) const
{
    switch (kind) {
    case OptionKind::Flag:
        return std::holds_alternative<bool>(value);
    case OptionKind::Integer: {
        const auto *given = std::get_if<std::uint64_t>(&value);
        return given && *given >= integers.least && *given <= integers.most;
    }
    case OptionKind::Number: {
        const auto *given = std::get_if<double>(&value);
        return given && isWithin(range, *given);
    }
    case OptionKind::Word: {
        const auto *given = std::get_if<std::string>(&value);
        return given && std::find(words.begin(), words.end(), *given) != words.end();
    }
    case OptionKind::Text:
        return std::holds_alternative<std::string>(value);
    case OptionKind::Names:
        return std::holds_alternative<std::vector<std::string>>(value);
    }
    return false;
}

Result<OptionValue> OptionField::parsed(std::string_view text) const
{
    std::optional<OptionValue> value;
    switch (kind) {
    case OptionKind::Flag:
        if (text == "true" || text == "false")
            value = text == "true";
        break;
    case OptionKind::Integer:
        if (const auto whole = wholeNumber(text))
            value = *whole;
        break;
    case OptionKind::Number:
        if (const auto number = parseNumber(text))
            value = *number;
        break;
    case OptionKind::Word:
    case OptionKind::Text:
        value = std::string(text);
        break;
    case OptionKind::Names:
        value = namesIn(text);
        break;
    }
    if (!value || !accepts(*value))
        return unfit(*this, std::string(text));
    return *std::move(value);
}

std::string optionText(const OptionValue &value)
{
    struct Visitor
    {
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(std::uint64_t whole) const { return std::to_string(whole); }
        std::string operator()(double number) const { return formatNumber(number); }
        std::string operator()(const std::string &text) const { return text; }
        std::string operator()(const std::vector<std::string> &names) const { return join(names, ","); }
    };
    return std::visit(Visitor{}, value);
}

std::string identityLine(const std::string &key, const OptionValue &value)
{
    std::string text = key + '=';
    if (const auto *names = std::get_if<std::vector<std::string>>(&value)) // a name may hold a comma
        for (const std::string &name : *names)
            text += std::to_string(name.size()) + ':' + name + ',';
    else
        text += optionText(value);
    return text + '\n';
}

OptionTable::Entry OptionTable::Entry::withoutEffect() &&
{
    for (OptionField &field : fields)
        field.matters = false;
    return std::move(*this);
}

OptionTable::OptionTable(std::initializer_list<Entry> entries) : m_arity(entries.size())
{
    for (const Entry &entry : entries)
        for (const OptionField &field : entry.fields) {
            assert(!find(field.key));
            m_fields.push_back(field);
        }
}

const OptionField *OptionTable::find(std::string_view key) const
{
    const auto it = std::find_if(m_fields.begin(), m_fields.end(),
                                 [&](const OptionField &field) { return field.key == key; });
    return it == m_fields.end() ? nullptr : &*it;
}

Result<void> OptionsRef::set(std::string_view key, const OptionValue &value) const
{
    const OptionField *field = m_table->find(key);
    if (!field)
        return Error{ErrorCode::UnknownName, std::string(key)};
    if (!field->accepts(value))
        return unfit(*field, optionText(value));
    field->set(m_options, value);
    return {};
}

Result<void> OptionsRef::setText(std::string_view key, std::string_view text) const
{
    const OptionField *field = m_table->find(key);
    if (!field)
        return Error{ErrorCode::UnknownName, std::string(key)};
    const Result<OptionValue> value = field->parsed(text);
    if (!value)
        return value.error();
    field->set(m_options, *value);
    return {};
}

Result<void> ConstOptionsRef::check() const
{
    for (const OptionField &field : m_table->fields())
        if (const OptionValue held = value(field); !field.accepts(held))
            return unfit(field, optionText(held));
    return {};
}

std::string ConstOptionsRef::canonical() const
{
    std::string text;
    for (const OptionField &field : m_table->fields())
        if (field.matters)
            text += identityLine(field.key, value(field));
    return text;
}

std::vector<OptionDifference> differences(const ConstOptionsRef &before, const ConstOptionsRef &after)
{
    std::vector<OptionDifference> found;
    for (const OptionField &field : before.table().fields())
        if (field.matters && before.value(field) != after.value(field))
            found.push_back({field.key, before.value(field), after.value(field)});
    return found;
}

} // namespace pathgan
