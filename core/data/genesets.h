// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/geneids.h"
#include "core/data/readreport.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pathgan {

struct GeneSet
{
    std::string name;               ///< the file's own, byte for byte
    std::string description;        ///< may be empty
    std::vector<std::string> genes; ///< unique, in the file's order
};

struct GeneSetCollection
{
    std::string library; ///< file name without extensions
    std::vector<GeneSet> sets;
    std::string path, sha256;
};

/// GMT, GMX, a list of genes (GRP), or a table with a row for each gene of each set; told apart by content,
/// by extension only where that leaves it open.
Result<GeneSetCollection> readGeneSets(const std::filesystem::path &path, ReadReport &report);

/// "HALLMARK_TNFA_SIGNALING_VIA_NFKB" → "TNFA signaling via NFKB"; titles stay as they are.
std::string readableSetName(const std::string &name);

/// Rows of the expression matrix in each set (sorted, unique); genes not there are left out.
std::vector<std::vector<Index>> setRows(const GeneSetCollection &sets, const GeneIndex &index);
/// Distinct genes of all sets that are rows of the matrix.
Coverage setCoverage(const GeneSetCollection &sets, const GeneIndex &index,
                     const std::vector<std::string> &rowNames);

} // namespace pathgan
