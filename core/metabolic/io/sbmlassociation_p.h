// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/io/modelfields_p.h"
#include "core/metabolic/io/sbmlelement_p.h"

#include <string>

namespace pathgan {

/// A gene association tree (FBC version 2) as a rule. BadRule for a reference to no gene product.
Result<GeneRule> ruleOfAssociation(const sbml::FbcAssociation &root, GeneList &genes,
                                   const std::string &path);
/// The same of FBC version 1, whose genes are references only.
Result<GeneRule> ruleOfAssociation(const sbml::Association &root, GeneList &genes);

} // namespace pathgan
