// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/step.h"

namespace pathgan {

struct FluxInput
{
    const MetabolicModel &model;
    const Cohort &cohort;
    const GeneTable &genes;
    bool allowLowCoverage = false;
    const FluxRun *earlier = nullptr; ///< a run that was stopped: its samples are not solved again
};

/// Fluxes of every sample. NoOverlap where expression speaks of next to none of the model's reactions.
Result<FluxRun> fluxStep(const FluxInput &input, const FluxOptions &options, const StepContext &context);

struct FluxStep
{
    using Value = FluxRun;
    using Options = FluxOptions;
    static constexpr StepFacts facts{.part = Part::Flux,
                                     .name = "flux",
                                     .title = marked("Core", "Computing fluxes"),
                                     .required = {Part::Cohort, Part::Model},
                                     .optional = {Part::GeneMap},
                                     .canKeep = true};
    static constexpr auto result = &Project::flux;
    template <class AnyProject>
    static auto &options(AnyProject &project)
    {
        return project.options.flux;
    }
    static Result<FluxRun> run(const Project &project, const FluxOptions &options,
                               const StepContext &context = {});
    static std::vector<NamedTable> tables(const FluxRun &run);
};

} // namespace pathgan
