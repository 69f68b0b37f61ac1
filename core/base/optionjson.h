// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optionfield.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace pathgan {

// Values of options in JSON. Json: a nlohmann::basic_json, whose header the user of these includes.

template <class Json>
Json optionJson(const OptionValue &value)
{
    return std::visit([](const auto &held) { return Json(held); }, value);
}

/// Nothing: of another type than the field.
template <class Json>
std::optional<OptionValue> optionFromJson(const Json &json, const OptionField &field)
{
    switch (field.kind) {
    case OptionKind::Flag:
        return json.is_boolean() ? std::optional<OptionValue>(json.template get<bool>()) : std::nullopt;
    case OptionKind::Integer:
        return json.is_number_unsigned() ? std::optional<OptionValue>(json.template get<std::uint64_t>())
                                         : std::nullopt;
    case OptionKind::Number:
        return json.is_number() ? std::optional<OptionValue>(json.template get<double>()) : std::nullopt;
    case OptionKind::Word:
    case OptionKind::Text:
        return json.is_string() ? std::optional<OptionValue>(json.template get<std::string>()) : std::nullopt;
    case OptionKind::Names:
        break;
    }
    if (!json.is_array())
        return std::nullopt;
    std::vector<std::string> names;
    for (const Json &item : json) {
        if (!item.is_string())
            return std::nullopt;
        names.push_back(item.template get<std::string>());
    }
    return OptionValue(std::move(names));
}

} // namespace pathgan
