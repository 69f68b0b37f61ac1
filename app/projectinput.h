// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "core/project/store/projectfile.h"
#include "core/steps/runall.h"

#include <string>
#include <utility>
#include <vector>

namespace pathgan {

/// A project of the command line, whose matrix can be read again.
Result<ProjectFile> openProject(const std::filesystem::path &path, ProjectFile::Access access);

using StepReasons = std::vector<std::pair<std::string, std::string>>;
StepReasons reasonsOf(const std::vector<SkippedStep> &skipped);

/// What `run` writes into the folder of --out: tables, figures with these endings, manifest. Names of the
/// files; seconds gets those of the figures.
struct ResultsToWrite
{
    std::vector<std::string> figures = {"svg", "png"};
    int dpi = 300;
    StepReasons skipped = {};
    std::vector<std::pair<std::string, double>> seconds = {};
};
Result<std::vector<std::string>> writeProjectResults(const CommandLine &line, const Project &project,
                                                     ResultsToWrite &what);
/// What a reader wants to know of a run first.
OrderedJson runSummary(const Project &project, const StepReasons &skipped,
                       const std::vector<std::pair<std::string, double>> &seconds);

/// `run` on a project of its own: goes on with what is missing or out of date.
int runOnProject(const CommandLine &line);

} // namespace pathgan
