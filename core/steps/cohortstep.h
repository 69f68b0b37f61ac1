// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/step.h"

namespace pathgan {

/// The samples of an analysis: those of the matrix that the filter leaves, with their clinical rows.
struct CohortStep
{
    using Value = Cohort;
    using Options = CohortOptions;
    static constexpr StepFacts facts{.part = Part::Cohort,
                                     .name = "cohort",
                                     .title = marked("Core", "Selecting samples"),
                                     .required = {Part::Expression},
                                     .optional = {Part::Clinical},
                                     .inRunAll = false};
    static constexpr auto result = &Project::cohort;
    template <class AnyProject>
    static auto &options(AnyProject &project)
    {
        return project.options.cohort;
    }
    static Result<Cohort> run(const Project &project, const CohortOptions &options,
                              const StepContext &context = {});
    static std::vector<NamedTable> tables(const Cohort &) { return {}; }
};

} // namespace pathgan
