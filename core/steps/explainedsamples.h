// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/cohort.h"
#include "core/explain/shap.h"
#include "core/project/options.h"

#include <string>
#include <vector>

namespace pathgan {

/// Rows of a cohort, ascending unless they were named, and how they were chosen.
struct ChosenSamples
{
    std::vector<Index> rows;
    ExplainedSamples chosen;
};
/// ofPaper: the network has the preset Paper. UnknownName: a sample or column that is not there.
Result<ChosenSamples> chooseExplained(const Cohort &cohort, const ExplainOptions &options, bool ofPaper);

/// So many rows (all where there are no more), ascending: each label has its share, rounded up or down, and
/// each row the same chance (systematic sampling of the rows in order of their labels).
std::vector<Index> stratifiedRows(const std::vector<std::string> &labels, std::size_t count,
                                  std::uint64_t seed);
/// "50 of 304 samples, drawn with seed 1, each value of _cohort with its share": for the command line.
std::string explainedText(const ExplainedSamples &chosen);

} // namespace pathgan
