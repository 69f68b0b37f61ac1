// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/lp/glpkversion.h"

#include <glpk.h>

namespace pathgan {

std::string glpkVersion()
{
    return glp_version();
}

} // namespace pathgan
