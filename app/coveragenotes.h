// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "core/project/inputmatch.h"

namespace pathgan {

// Says on the terminal how well the inputs fit together; the one place that makes these sentences.

void addCoverageOption(CommandLine &line); ///< --allow-low-coverage
void addIdColumnOption(CommandLine &line); ///< --id-column

/// Samples that were left out, and how the others were found in the clinical table.
void noteSelection(const CommandLine &line, const SampleSelection &samples,
                   const std::string &what = "the expression matrix");
/// what: whose names were looked up, where: among whose ids.
void noteSamples(const CommandLine &line, const SampleJoin &join, const std::string &what,
                 const std::string &where);
/// what, where: as "the metabolic model", "the expression matrix".
void noteGenes(const CommandLine &line, const Coverage &coverage, const std::string &what,
               const std::string &where);
/// All that the inputs have in common, but for the clinical table; returned for --json.
OrderedJson noteInputs(const CommandLine &line, const InputMatch &match);

/// Samples and genes of a model and a matrix: said, and refused below a twentieth.
Result<void> checkModelInputs(const CommandLine &line, const Project &project, OrderedJson &coverage);

} // namespace pathgan
