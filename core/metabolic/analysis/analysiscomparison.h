// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/analysis/modelanalysis.h"

namespace pathgan {

bool areComparable(const ModelAnalysis &first, const ModelAnalysis &second); ///< of the same kind
/// Side by side, largest difference first; rows that both have. InvalidOption unless comparable.
Result<Table> compareAnalyses(const ModelAnalysis &first, const ModelAnalysis &second,
                              const TaskContext &context = {});

} // namespace pathgan
