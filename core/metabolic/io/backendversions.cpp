// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/backendversions.h"

#include <matio.h>
#include <sbml/common/libsbml-version.h>

namespace pathgan {

std::string sbmlVersion()
{
    return getLibSBMLDottedVersion();
}

std::string matioVersion()
{
    int major = 0, minor = 0, release = 0;
    Mat_GetLibraryVersion(&major, &minor, &release);
    return std::to_string(major) + '.' + std::to_string(minor) + '.' + std::to_string(release);
}

} // namespace pathgan
