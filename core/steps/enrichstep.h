// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/step.h"

namespace pathgan {

struct EnrichInput
{
    const ShapRun &explanation;
    const GeneSetCollection &sets;
    const GeneTable &genes;
    const Cohort *cohort = nullptr;   ///< its matrix says which genes were measured, and how they are written
    const GanRun *training = nullptr; ///< the network that was explained
    bool allowLowCoverage = false;
};

/// Over-representation of the leading genes, and preranked GSEA of all.
Result<EnrichmentRun> enrichStep(const EnrichInput &input, const EnrichOptions &options,
                                 const StepContext &context);

/// Why a ranking relative to an untrained network is none other than the plain one: an English key; null: it
/// is another.
const char *relativeRankingReason(const GanRun &training);

struct EnrichStep
{
    using Value = EnrichmentRun;
    using Options = EnrichOptions;
    static constexpr StepFacts facts{.part = Part::Enrichment,
                                     .name = "enrich",
                                     .title = marked("Core", "Testing enrichment"),
                                     .version = 2,
                                     .required = {Part::Explanation, Part::GeneSets},
                                     .optional = {Part::Training, Part::Cohort, Part::GeneMap}};
    static constexpr auto result = &Project::enrichment;
    template <class AnyProject>
    static auto &options(AnyProject &project)
    {
        return project.options.enrich;
    }
    static Result<EnrichmentRun> run(const Project &project, const EnrichOptions &options,
                                     const StepContext &context = {});
    static std::vector<NamedTable> tables(const EnrichmentRun &run);
};

} // namespace pathgan
