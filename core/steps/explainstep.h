// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/step.h"

namespace pathgan {

struct ExplainInput
{
    const GanRun &training; ///< or a network that was loaded and applied to the cohort
    const Cohort &cohort;
    const GeneTable &genes;
    bool allowLowCoverage = false;
};

/// SHAP values of the network. UnknownName: a sample or reaction that it does not have.
Result<ShapRun> explainStep(const ExplainInput &input, const ExplainOptions &options,
                            const StepContext &context);

struct ExplainStep
{
    using Value = ShapRun;
    using Options = ExplainOptions;
    static constexpr StepFacts facts{.part = Part::Explanation,
                                     .name = "explain",
                                     .title = marked("Core", "Explaining predictions"),
                                     .required = {Part::Training, Part::Cohort},
                                     .optional = {Part::GeneMap}};
    static constexpr auto result = &Project::explanation;
    template <class AnyProject>
    static auto &options(AnyProject &project)
    {
        return project.options.explain;
    }
    static Result<ShapRun> run(const Project &project, const ExplainOptions &options,
                               const StepContext &context = {});
    static std::vector<NamedTable> tables(const ShapRun &run);
};

} // namespace pathgan
