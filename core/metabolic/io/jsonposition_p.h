// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace pathgan {

/// Where the element of a list of the top-level object begins in a valid JSON text; 0: not found.
std::size_t jsonElementOffset(std::string_view text, std::string_view list, std::size_t index);

} // namespace pathgan
