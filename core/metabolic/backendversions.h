#pragma once

#include <string>

namespace pathgan {

std::string glpkVersion();
std::string sbmlVersion(); ///< of libSBML

} // namespace pathgan
