// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/step.h"

#include <string>
#include <vector>

namespace pathgan {

/// A table to compare: samples × reactions by name.
struct GroupValues
{
    std::string name; ///< "FBA" or "predicted"
    const std::vector<std::string> &samples, &reactions;
    const MatrixD &values;
};

struct GroupInput
{
    const SampleSelection &samples; ///< with a clinical table
    std::string samplesOf;          ///< what they are the samples of, e.g. "expression matrix"
    std::vector<GroupValues> values;
};

/// Compares every value between the groups of a clinical column. UnknownName: no such column; NoOverlap: a
/// table has none of the samples.
Result<GroupRun> groupStep(const GroupInput &input, const GroupOptions &options);

struct GroupStep
{
    using Value = GroupRun;
    using Options = GroupOptions;
    static constexpr StepFacts facts{.part = Part::Groups,
                                     .name = "groups",
                                     .title = marked("Core", "Comparing groups"),
                                     .required = {Part::Clinical, Part::Cohort, Part::Flux},
                                     .optional = {Part::Training}};
    static constexpr auto result = &Project::groups;
    template <class AnyProject>
    static auto &options(AnyProject &project)
    {
        return project.options.groups;
    }
    /// Without fluxes, the predictions of a loaded network alone.
    static Result<GroupRun> run(const Project &project, const GroupOptions &options,
                                const StepContext &context = {});
    static std::vector<NamedTable> tables(const GroupRun &run);
};

} // namespace pathgan
