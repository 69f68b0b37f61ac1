// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace pathgan {

/// Text in UTF-8 without byte order mark, from UTF-8 or UTF-16 (with mark, or told by zeros beside the first
/// sign). An XML declaration then says UTF-8. NotText for damaged UTF-16.
Result<std::string> asUtf8(std::string bytes, const std::string &path);

/// "path:line:column" (from 1) of a byte of text.
std::string textPosition(std::string_view text, std::size_t offset, const std::string &path);

} // namespace pathgan
