// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pathgan {

/// Standard InChIKey of a standard InChI; empty for what is none.
std::string inchiKey(std::string_view inchi);

} // namespace pathgan
