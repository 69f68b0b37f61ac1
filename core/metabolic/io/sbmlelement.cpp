// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/sbmlelement_p.h"

namespace pathgan {

std::string elementPosition(const sbml::SBase &element, const std::string &path, const std::string &what)
{
    return path + ":" + std::to_string(element.getLine()) + ":" + std::to_string(element.getColumn()) + ": " +
           what;
}

} // namespace pathgan
