#pragma once

#include "core/base/tablewriter.h"
#include "core/project/options.h"
#include "core/project/project.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pathgan {

/// A result table and the file it goes to.
struct NamedTable
{
    std::string fileName; ///< e.g. "shap_values.tsv"
    Table table;
};

/// Every table of the results there are; byte-identical for the same seed.
std::vector<NamedTable> resultTables(const Project &project);
/// The same for one result, as the command of that name writes it.
std::vector<NamedTable> fluxTables(const FluxRun &run);
Table valueStatusTable(const FluxRun &run); ///< samples × reactions, text
std::vector<NamedTable> trainingTables(const GanRun &run);
std::vector<NamedTable> explanationTables(const ShapRun &run);
std::vector<NamedTable> enrichmentTables(const EnrichmentRun &run);
std::vector<NamedTable> stressTables(const StressResults &run);
std::vector<NamedTable> groupTables(const GroupRun &run);
/// An overview, and the tables of each run, numbered from 1.
std::vector<NamedTable> analysisTables(const ModelAnalyses &analyses);
std::vector<NamedTable> checkTables(const ModelCheckRun &run);

/// Writes tables into a folder (created), the trained network as network.pt, and nothing else.
Result<void> writeResults(const Project &project, const std::filesystem::path &folder);
/// manifest.json: versions, options, seeds, input paths and hashes, steps skipped, files with hashes,
/// wall-clock times. notes: what a reader must know of the inputs.
Result<void> writeManifest(const Project &project, const std::string &optionsJson,
                           const std::vector<std::pair<std::string, double>> &seconds,
                           const std::vector<std::pair<std::string, std::string>> &skipped,
                           const std::filesystem::path &folder, const std::vector<std::string> &notes = {});

/// Versions of the program and of every library it computes with; withNetwork loads LibTorch to ask it.
std::vector<std::pair<std::string, std::string>> versions(bool withNetwork);

} // namespace pathgan
