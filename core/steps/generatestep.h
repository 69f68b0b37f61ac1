// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/step.h"

namespace pathgan {

struct GenerateStepInput
{
    const GanRun &training;
    const Cohort &cohort;
    const FluxRun &flux; ///< the real profiles
    const GeneTable &genes;
    const MetabolicModel *model = nullptr; ///< whether profiles are feasible
    bool allowLowCoverage = false;
};

/// Synthetic flux profiles beside the real ones. UnknownName for a column, group or sample that is not there,
/// NoOverlap where the fluxes lack reactions of the network or samples of the group, MissingInput for a
/// network that is a table of predictions only.
Result<GenerateRun> generateStep(const GenerateStepInput &input, const GenerateOptions &options,
                                 const StepContext &context);

struct GenerateStep
{
    using Value = GenerateRun;
    using Options = GenerateOptions;
    static constexpr StepFacts facts{.part = Part::Generation,
                                     .name = "generate",
                                     .title = marked("Core", "Generating profiles"),
                                     .required = {Part::Training, Part::Cohort, Part::Flux},
                                     .optional = {Part::GeneMap, Part::Model},
                                     .inRunAll = false};
    static constexpr auto result = &Project::generation;
    template <class AnyProject>
    static auto &options(AnyProject &project)
    {
        return project.generateOptions;
    }
    static Result<GenerateRun> run(const Project &project, const GenerateOptions &options,
                                   const StepContext &context = {});
    static std::vector<NamedTable> tables(const GenerateRun &run);
};

/// One row a reaction: means and spreads, Wasserstein-1, coverage.
Table generatedReactions(const GenerateRun &run);
/// One row a profile: whose expression, critic's score, nearest real sample, feasibility.
Table generatedProfiles(const GenerateRun &run);

} // namespace pathgan
