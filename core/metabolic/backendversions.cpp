#include "core/metabolic/backendversions.h"

#include <glpk.h>
#include <sbml/common/libsbml-version.h>

namespace pathgan {

std::string glpkVersion()
{
    return glp_version();
}

std::string sbmlVersion()
{
    return getLibSBMLDottedVersion();
}

} // namespace pathgan
