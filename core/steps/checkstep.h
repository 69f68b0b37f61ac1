// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/step.h"

namespace pathgan {

/// What is odd about the model, see checkModel().
struct CheckStep
{
    using Value = ModelCheckRun;
    using Options = ModelCheckOptions;
    static constexpr StepFacts facts{.part = Part::ModelCheck,
                                     .name = "check",
                                     .title = marked("Core", "Checking model"),
                                     .required = {Part::Model},
                                     .optional = {Part::GeneMap},
                                     .inRunAll = false};
    static constexpr auto result = &Project::modelCheck;
    template <class AnyProject>
    static auto &options(AnyProject &project)
    {
        return project.checkOptions;
    }
    static Result<ModelCheckRun> run(const Project &project, const ModelCheckOptions &options,
                                     const StepContext &context = {});
    static std::vector<NamedTable> tables(const ModelCheckRun &run);
};

} // namespace pathgan
