// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace pathgan {

std::string sbmlVersion(); ///< of libSBML
std::string matioVersion();

} // namespace pathgan
