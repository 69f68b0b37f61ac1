#pragma once

#include <string>

namespace pathgan {

std::string glpkVersion();

} // namespace pathgan
