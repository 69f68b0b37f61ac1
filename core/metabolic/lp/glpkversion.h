// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace pathgan {

std::string glpkVersion();

} // namespace pathgan
