// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/step.h"

namespace pathgan {

struct StressInput
{
    const MetabolicModel &model;
    const Cohort &cohort;
    const GeneTable &genes;
    const GanRun *training = nullptr; ///< its predictions, or those of a table, are fed back, too
    const FluxRun *flux = nullptr;    ///< what it was trained on: whether the predictions are feasible
    bool allowLowCoverage = false;
};

/// Growth under a sustained oxidative load, from expression and from predicted fluxes.
Result<StressResults> stressStep(const StressInput &input, const StressOptions &options,
                                 const StepContext &context);

struct StressStep
{
    using Value = StressResults;
    using Options = StressOptions;
    static constexpr StepFacts facts{.part = Part::Stress,
                                     .name = "stress",
                                     .title = marked("Core", "Simulating stress"),
                                     .required = {Part::Cohort, Part::Model},
                                     .optional = {Part::GeneMap, Part::Training, Part::Flux},
                                     .canKeep = true};
    static constexpr auto result = &Project::stress;
    template <class AnyProject>
    static auto &options(AnyProject &project)
    {
        return project.options.stress;
    }
    static Result<StressResults> run(const Project &project, const StressOptions &options,
                                     const StepContext &context = {});
    static std::vector<NamedTable> tables(const StressResults &run);
};

} // namespace pathgan
