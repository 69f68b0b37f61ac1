#pragma once

#include "app/commandline.h"

#include <filesystem>

namespace pathgan {

/// Expression, model and so on as the commands take them.
Result<Project> loadCohort(const CommandLine &line, const std::filesystem::path &expression,
                           const std::filesystem::path &clinical, SampleFilter filter);
/// Also notes what was odd about the model.
Result<void> loadModel(Project &project, const std::filesystem::path &path, const CommandLine &line);
/// --concepts: the user's word on what the model calls something.
void addConceptOption(CommandLine &line);
/// The model of the first argument, with --concepts.
Result<void> loadModel(Project &project, const CommandLine &line);
/// What of a model's genes and nutrients a careful reader must know.
void noteModel(const CommandLine &line, const Project &project, MediumPreset medium);

} // namespace pathgan
