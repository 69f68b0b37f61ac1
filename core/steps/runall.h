// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/reading.h"

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

/// Reads the inputs and runs all steps in order; what cannot run is skipped with its reason. Only Cancelled
/// and unusable inputs are errors.
Result<AnalysisRun> runAnalysis(const AnalysisConfig &config, const std::filesystem::path &cacheFolder,
                                const StepContext &context);

} // namespace pathgan
