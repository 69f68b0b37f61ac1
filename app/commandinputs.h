// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

#include <filesystem>

namespace pathgan {

/// How inputs are read, and whether they may share little, into the project's options.
Result<void> readInputOptions(const CommandLine &line, AnalysisOptions &options);
/// Reads one input by the project's options, and notes what was met in a table.
Result<void> loadInput(Project &project, Part part, const std::filesystem::path &path,
                       const CommandLine &line);
/// Expression, gene map and so on by the flags; the samples of this filter.
Result<void> loadCohort(Project &project, const std::filesystem::path &expression,
                        const std::filesystem::path &clinical, SampleFilter filter, const CommandLine &line);
/// Also notes what was odd about the model.
Result<void> loadModel(Project &project, const std::filesystem::path &path, const CommandLine &line);
/// --concepts: the user's word on what the model calls something.
void addConceptOption(CommandLine &line);
/// The model of the first argument, with --concepts.
Result<void> loadModel(Project &project, const CommandLine &line);
/// What of a model's genes and nutrients a careful reader must know.
void noteModel(const CommandLine &line, const Project &project, MediumPreset medium);

} // namespace pathgan
