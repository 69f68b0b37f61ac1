// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fluxoptions.h"
#include "app/commandinputs.h"

#include "app/coveragenotes.h"
#include "app/readingnotes.h"

#include "core/steps/compute.h"

namespace pathgan {

void addFluxOptions(CommandLine &line)
{
    line.parser.addPositionalArgument(QStringLiteral("MODEL"), QStringLiteral("metabolic model"));
    line.parser.addPositionalArgument(QStringLiteral("EXPRESSION"), QStringLiteral("expression matrix"));
    line.addTableOptions(FluxOptions(),
                         {{"or_rule", "or"}, {"score_scale", "scale-by"}, {"flux_threads", "threads"}});
    addConceptOption(line);
    line.addSampleOption(true);
    addCoverageOption(line);
    line.addReadingOptions();
}

Result<FluxOptions> fluxOptions(const CommandLine &line)
{
    FluxOptions options;
    if (const Result<void> read = line.readTableOptions(options); !read)
        return read.error();
    if (const Result<void> checked = options.check(); !checked)
        return line.withFlag(checked.error());
    return options;
}

std::optional<int> loadFluxInputs(const CommandLine &line, MediumPreset medium, Project &project,
                                  OrderedJson &coverage)
{
    const Result<SampleFilter> filter = line.sampleFilter();
    if (!filter)
        return line.fail(filter.error());
    if (const auto loaded = loadCohort(project, line.arguments()[1].toStdU16String(), {}, *filter, line);
        !loaded)
        return line.fail(loaded.error(), Part::Expression);
    if (const auto names = line.sampleNames();
        names && !names->empty() && !samplesOf(*project.cohort, *names)) {
        // Not all of them are tumours: the cohort is every sample.
        project.options.cohort.filter = SampleFilter::All;
        if (const Result<void> all = computeInto<CohortStep>(project); !all)
            return line.fail(all.error());
        if (const Result<Cohort> chosen = samplesOf(*project.cohort, *names); !chosen)
            return line.fail(chosen.error(), Part::Expression);
        line.note("--samples: not only primary tumours, so the cohort is all samples of the matrix");
    }
    if (const auto model = loadModel(project, line); !model)
        return line.fail(model.error(), Part::Model);
    noteModel(line, project, medium);
    if (const Result<void> shared = checkModelInputs(line, project, coverage); !shared)
        return line.fail(shared.error());
    return {};
}

} // namespace pathgan
