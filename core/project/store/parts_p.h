// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "core/project/store/coding_p.h"

#include <optional>
#include <string_view>

namespace pathgan {

/// Its word is the part's in files.
const Coding &codingOf(Part part);
std::optional<Part> partOfWord(std::string_view word);

} // namespace pathgan
