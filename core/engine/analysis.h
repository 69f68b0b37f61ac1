#pragma once

#include "core/project/options.h"
#include "core/project/project.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace pathgan {

/// Files and choices of a whole analysis, as `pathgan-cli run --config` reads them.
struct AnalysisConfig
{
    std::string expression, clinical, model, geneSets, interactions, geneMap; ///< paths; empty: none
    bool example = false;
    AnalysisOptions options;
};

struct ConfigKey
{
    std::string name, type, defaultValue, help; ///< help: English key
};
/// Every key the JSON may have, for `run --help`.
std::vector<ConfigKey> configKeys();
/// Paths in the file are relative to it. UnknownName for a key that does not exist, DuplicateName for one
/// that occurs twice, InvalidOption for a value of another type or out of range, UnknownFormat for what is no
/// JSON; with line and column.
Result<AnalysisConfig> readAnalysisConfig(const std::filesystem::path &path);
/// Options as JSON text: what a run records, readable by readAnalysisConfig.
std::string optionsJson(const AnalysisOptions &options);

/// The check() of every step's options.
Result<void> checkOptions(const AnalysisOptions &options);

/// A step that did not run, and why.
struct SkippedStep
{
    Part part{};
    Error reason;
};

/// An input that was read, and what was met.
struct InputReading
{
    Part part{};
    std::string path;
    ReadReport report;
};

struct AnalysisRun
{
    AnalysisConfig config;
    Project project;
    std::vector<SkippedStep> skipped;
    std::vector<std::pair<std::string, double>> seconds; ///< by step, wall clock
    std::vector<InputReading> readings;
};

/// Reads and checks every input. readings: gets what was met in tables, if given.
Result<Project> loadInputs(const AnalysisConfig &config, const TaskContext &context,
                           std::vector<InputReading> *readings = nullptr);
/// All steps in order; what cannot run is skipped with its reason. Only Cancelled and unusable inputs are
/// errors.
Result<AnalysisRun> runAnalysis(const AnalysisConfig &config, const TaskContext &context,
                                const GanEpochCallback &onEpoch = {});

/// The embedded example's files, written to a private folder on first use; removed at exit.
Result<AnalysisConfig> exampleConfig();

} // namespace pathgan
