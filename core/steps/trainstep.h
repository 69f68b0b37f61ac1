// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/step.h"

#include <filesystem>

namespace pathgan {

struct TrainInput
{
    const Cohort &cohort;
    const FluxRun &flux;
    const GeneSetCollection &sets;
    const GeneTable &genes;
    const MetabolicModel *model = nullptr;            ///< its rules join reactions
    const InteractionNetwork *interactions = nullptr; ///< joins them, too
    bool allowLowCoverage = false;
};

/// What the network sees (also the input of the baselines).
Result<GanInput> ganInput(const TrainInput &input);
Result<GanRun> trainStep(const TrainInput &input, const GanOptions &options, const StepContext &context);
/// Predictions of a loaded network for a cohort, in place of a training.
Result<GanRun> applyNetwork(GanRun loaded, const Cohort &cohort, const GeneTable &genes,
                            bool allowLowCoverage, const TaskContext &context);
/// A network from a file, applied to the project's cohort.
Result<Artifact<GanRun>> loadedNetwork(const Project &project, const std::filesystem::path &path,
                                       const TaskContext &context);
/// Samples × the network's genes on log2(x+1): what every use of a network sees. Where the matrix has no
/// value it is the training mean, as the network itself takes it.
MatrixF networkExpression(const Cohort &cohort, const GeneTable &table, const TrainedNetwork &network);

struct TrainStep
{
    using Value = GanRun;
    using Options = GanOptions;
    static constexpr StepFacts facts{.part = Part::Training,
                                     .name = "train",
                                     .title = marked("Core", "Training network"),
                                     .version = 2,
                                     .required = {Part::Cohort, Part::Flux, Part::GeneSets},
                                     .optional = {Part::Model, Part::Interactions, Part::GeneMap},
                                     .canKeep = true};
    static constexpr auto result = &Project::training;
    template <class AnyProject>
    static auto &options(AnyProject &project)
    {
        return project.options.gan;
    }
    static Result<TrainInput> input(const Project &project);
    static Result<GanRun> run(const Project &project, const GanOptions &options,
                              const StepContext &context = {});
    static std::vector<NamedTable> tables(const GanRun &run);
};

} // namespace pathgan
