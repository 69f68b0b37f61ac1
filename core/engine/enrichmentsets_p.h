#pragma once

#include "core/data/genesets.h"

#include <string>
#include <vector>

namespace pathgan {

/// The sets with each gene spelled as the expression matrix displays it, so that a set's MARCHF1 meets a
/// matrix's MARCH1; genes the matrix lacks keep their names.
GeneSetCollection namedAsMeasured(const GeneSetCollection &sets, const std::vector<std::string> &rowNames,
                                  const GeneTable &table);

} // namespace pathgan
