// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/data/geneids.h"
#include "core/data/readreport.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace pathgan {

/// Undirected gene–gene interactions; each pair once, first < second.
struct InteractionNetwork
{
    std::vector<std::string> genes;         ///< names as in the file (STRING protein ids resolved to symbols)
    std::vector<std::pair<int, int>> edges; ///< indices into genes
    int threshold = 0;                      ///< lowest combined score kept; 0: the file has no scores
    std::string path, sha256;
};

/// Two columns of names, or STRING `protein1 protein2 combined_score` (names resolved by a `…protein.info…`
/// file that lies beside it); tab, comma or blank separated, plain or gzip. Pairs below minimumScore are left
/// out.
Result<InteractionNetwork> readInteractions(const std::filesystem::path &path, ReadReport &report,
                                            int minimumScore = 700, const TaskContext &context = {});

} // namespace pathgan
