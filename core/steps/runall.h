// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/reading.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace pathgan {

/// A step that did not run, and why.
struct SkippedStep
{
    Part part{};
    Error reason;
};

struct AnalysisRun
{
    AnalysisConfig config;
    Project project;
    std::vector<SkippedStep> skipped;
    std::vector<std::pair<std::string, double>> seconds; ///< of work that is no step, wall clock
    std::vector<InputReading> readings;
};

/// What is done with what is there once the inputs are read, and after each step: its error ends the run.
using AfterStep = std::function<Result<void>(const Project &project)>;

/// Runs these steps in order; what cannot run is skipped with its reason. Cancelled.
Result<std::vector<SkippedStep>> runSteps(Project &project, const std::vector<Part> &parts,
                                          const StepContext &context, const AfterStep &after = {});
/// A step, and those after it that there is a result of or that belong to the whole analysis.
std::vector<Part> stepsFrom(const Project &project, Part first);

/// Reads the inputs and runs all steps in order. Only Cancelled and unusable inputs are errors.
Result<AnalysisRun> runAnalysis(const AnalysisConfig &config, const std::filesystem::path &cacheFolder,
                                const StepContext &context,
                                const std::function<Result<void>(const AnalysisRun &)> &after = {});

} // namespace pathgan
