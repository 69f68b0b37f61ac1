// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace pathgan {

/// Versions of the program and of every library it computes with; withNetwork loads LibTorch to ask it.
std::vector<std::pair<std::string, std::string>> versions(bool withNetwork);

} // namespace pathgan
