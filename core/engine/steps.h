#pragma once

#include "core/project/options.h"
#include "core/project/project.h"

namespace pathgan {

// The steps of an analysis on a project: each takes what it needs from the parts, MissingInput when one is
// not there. Called by Session in a worker and by the command line directly.

Result<Cohort> cohortStep(const Project &project, const CohortOptions &options);
/// unfinished, keeper: as in computeFlux; without unfinished, a run in the project that was stopped is gone
/// on with.
Result<FluxRun> fluxStep(const Project &project, const FluxOptions &options, const TaskContext &context,
                         FluxRun *unfinished = nullptr, const FluxKeeper &keeper = {});
Result<GanRun> trainStep(const Project &project, const GanOptions &options, const TaskContext &context,
                         const GanEpochCallback &onEpoch = {});
/// Predictions of a loaded network for the project's cohort, in place of a training.
Result<GanRun> applyNetworkStep(const Project &project, GanRun loaded, const TaskContext &context);
Result<ShapRun> explainStep(const Project &project, const ExplainOptions &options,
                            const TaskContext &context);
Result<EnrichmentRun> enrichStep(const Project &project, const EnrichOptions &options,
                                 const TaskContext &context);
Result<StressResults> stressStep(const Project &project, const StressOptions &options,
                                 const TaskContext &context);
Result<GroupRun> groupStep(const Project &project, const GroupOptions &options);
Result<ModelCheckRun> checkStep(const Project &project, const ModelCheckOptions &options,
                                const TaskContext &context);
/// The project's analyses of this model with one more.
Result<ModelAnalyses> analysisStep(const Project &project, const ModelAnalysisOptions &options,
                                   const TaskContext &context);

/// What the network sees of a project (also the input of the baselines).
Result<GanInput> ganInput(const Project &project);
/// Samples × network genes on log2(x+1), NaN where the matrix has no such gene.
MatrixF networkExpression(const Cohort &cohort, const GeneTable &table,
                          const std::vector<std::string> &genes);

} // namespace pathgan
