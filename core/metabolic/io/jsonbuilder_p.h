// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>

#include <nlohmann/json.hpp>

namespace pathgan {

/// A JSON text as Python writes it: a bare Infinity or -Infinity becomes the text "inf" or "-inf". Anything
/// else that is no JSON, NaN and a key that occurs twice are BadModel with line and column.
Result<nlohmann::json> parseJsonModel(std::string text, const std::string &path);

} // namespace pathgan
