// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readreport.h"
#include "core/steps/config.h"
#include "core/steps/step.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pathgan {

/// Reads one input into a project, where it replaces what was there; cacheFolder: for models, empty: none.
/// The report is filled also when reading fails.
Result<void> readInput(Project &project, Part part, const std::filesystem::path &path,
                       const InputOptions &rules, const std::filesystem::path &cacheFolder,
                       ReadReport &report, const TaskContext &context);
/// The model with these assignments in place of its own, and the key that follows.
Result<Artifact<MetabolicModel>> withAssignments(const Artifact<MetabolicModel> &model,
                                                 std::vector<ConceptAssignment> assignments);
/// What the model is told of itself in a file, see readConcepts().
Result<void> nameConcepts(Project &project, const std::filesystem::path &path);

// Results from tables, in place of their step's.
Result<Artifact<FluxRun>> fluxTable(const std::filesystem::path &path, const ReadRules &rules,
                                    ReadReport &report);
/// A flux table with the dual solutions of a file beside it, see readDuals().
Result<Artifact<FluxRun>> withDuals(const Artifact<FluxRun> &table, const std::filesystem::path &path);
/// Predicted fluxes without the network that predicts them.
Result<Artifact<GanRun>> predictedTable(const std::filesystem::path &path, const ReadRules &rules,
                                        ReadReport &report);
/// SHAP values: samples in rows, a column for each gene.
Result<Artifact<ShapRun>> shapTable(const std::filesystem::path &path, const ReadRules &rules,
                                    ReadReport &report);
/// The samples of the project's fluxes, where there is no matrix.
Result<Artifact<Cohort>> cohortOfFluxes(const Project &project);

/// Moves one part over.
void takePart(Project &to, Project &from, Part part);

/// An input that was read, and what was met.
struct InputReading
{
    Part part{};
    std::string path;
    ReadReport report;
};

/// Reads and checks every input and selects the samples. readings: gets what was met in tables, if given.
Result<Project> readInputs(const AnalysisConfig &config, const std::filesystem::path &cacheFolder,
                           const TaskContext &context, std::vector<InputReading> *readings = nullptr);

} // namespace pathgan
