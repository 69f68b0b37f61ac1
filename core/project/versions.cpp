// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/versions.h"

#include "core/data/geneids.h"
#include "core/gan/gan.h"

#include "core/metabolic/io/backendversions.h"
#include "core/metabolic/lp/glpkversion.h"
#include "core/project/version_p.h"

#include <Eigen/Core>

namespace pathgan {

std::vector<std::pair<std::string, std::string>> versions(bool withNetwork)
{
    std::vector<std::pair<std::string, std::string>> found = {
        {"PathGAN", PATHGAN_VERSION},
        {"compiler", PATHGAN_COMPILER},
        {"Eigen", std::to_string(EIGEN_WORLD_VERSION) + '.' + std::to_string(EIGEN_MAJOR_VERSION) + '.' +
                      std::to_string(EIGEN_MINOR_VERSION)},
        {"GLPK", glpkVersion()},
        {"libSBML", sbmlVersion()},
        {"matio", matioVersion()},
        {"gene table", GeneTable::builtIn().source()},
    };
    if (withNetwork)
        if (const Result<std::string> backend = backendDescription())
            found.emplace_back("network", *backend);
    return found;
}

} // namespace pathgan
