// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/step.h"

namespace pathgan {

/// One analysis of the model under a scenario; it joins those there are of the same model.
struct AnalysisStep
{
    using Value = ModelAnalyses;
    using Options = ModelAnalysisOptions;
    static constexpr StepFacts facts{.part = Part::Analyses,
                                     .name = "analyse",
                                     .title = marked("Core", "Analysing model"),
                                     .required = {Part::Model},
                                     .optional = {Part::Cohort, Part::GeneMap},
                                     .canKeep = true,
                                     .inRunAll = false,
                                     .accumulates = true};
    static constexpr auto result = &Project::analyses;
    template <class AnyProject>
    static auto &options(AnyProject &project)
    {
        return project.analysisOptions;
    }
    /// Of flux vectors there is nothing to keep.
    static bool canKeep(const ModelAnalysisOptions &options)
    {
        return analysisKind(options.method) != AnalysisKind::Fluxes;
    }
    static Result<ModelAnalyses> run(const Project &project, const ModelAnalysisOptions &options,
                                     const StepContext &context = {});
    /// Those that the analyses kept used, whenever they ran.
    static std::vector<InputKey> inputsUsed(const ModelAnalyses &analyses);
    static std::vector<NamedTable> tables(const ModelAnalyses &analyses);
};

} // namespace pathgan
