#include "app/fluxoptions.h"
#include "app/commandinputs.h"

#include "app/coveragenotes.h"
#include "app/readingnotes.h"

#include "core/engine/steps.h"

namespace pathgan {

void addFluxOptions(CommandLine &line)
{
    line.parser.addPositionalArgument(QStringLiteral("MODEL"), QStringLiteral("metabolic model"));
    line.parser.addPositionalArgument(QStringLiteral("EXPRESSION"), QStringLiteral("expression matrix"));
    line.addOption(QStringLiteral("rule"), QStringLiteral("how expression sets bounds: eflux, paper"),
                   QStringLiteral("rule"), QStringLiteral("eflux"));
    line.addOption(
        QStringLiteral("quantity"),
        QStringLiteral("capacity (maximum attainable flux), capacity-range (its minimum, too), pfba "
                       "(unique fluxes), fba (not unique)"),
        QStringLiteral("quantity"), QStringLiteral("capacity"));
    line.addOption(QStringLiteral("medium"), QStringLiteral("physiological, as-distributed"),
                   QStringLiteral("medium"), QStringLiteral("physiological"));
    line.addOption(QStringLiteral("or"), QStringLiteral("alternative genes: maximum, sum"),
                   QStringLiteral("rule"), QStringLiteral("maximum"));
    line.addOption(QStringLiteral("scale-by"),
                   QStringLiteral("E-Flux: divide scores by the largest of the reaction, or of the network"),
                   QStringLiteral("which"), QStringLiteral("reaction"));
    line.addOption(QStringLiteral("log-scores"),
                   QStringLiteral("E-Flux: scores on log2(x+1) instead of the linear scale"));
    line.addOption(QStringLiteral("objective"), QStringLiteral("default: the model's own"),
                   QStringLiteral("reaction"));
    addConceptOption(line);
    line.addSampleOption(true);
    addCoverageOption(line);
    line.addReadingOptions();
}

Result<FluxOptions> fluxOptions(const CommandLine &line)
{
    const auto rule = line.choice(QStringLiteral("rule"), {QStringLiteral("eflux"), QStringLiteral("paper")});
    const auto quantity =
        line.choice(QStringLiteral("quantity"), {QStringLiteral("capacity"), QStringLiteral("pfba"),
                                                 QStringLiteral("fba"), QStringLiteral("capacity-range")});
    const auto medium = line.choice(QStringLiteral("medium"),
                                    {QStringLiteral("as-distributed"), QStringLiteral("physiological")});
    const auto orRule = line.choice(QStringLiteral("or"), {QStringLiteral("maximum"), QStringLiteral("sum")});
    const auto scale =
        line.choice(QStringLiteral("scale-by"), {QStringLiteral("reaction"), QStringLiteral("network")});
    for (const auto *parsed : {&rule, &quantity, &medium, &orRule, &scale})
        if (!*parsed)
            return parsed->error();
    FluxOptions options;
    options.rule = static_cast<ExpressionRule>(*rule);
    options.quantity = static_cast<FluxQuantity>(*quantity);
    options.medium = static_cast<MediumPreset>(*medium);
    options.orRule = static_cast<OrRule>(*orRule);
    options.scoreScale = static_cast<ScoreScale>(*scale);
    options.logScores = line.isSet(QStringLiteral("log-scores"));
    options.objective = line.text(QStringLiteral("objective"));
    return options;
}

std::optional<int> loadFluxInputs(const CommandLine &line, Project &project, OrderedJson &coverage)
{
    const Result<SampleFilter> filter = line.sampleFilter();
    if (!filter)
        return line.fail(filter.error());
    Result<Project> loaded = loadCohort(line, line.arguments()[1].toStdU16String(), {}, *filter);
    if (!loaded)
        return line.fail(loaded.error(), "Reading expression matrix");
    project = *std::move(loaded);
    if (const auto names = line.sampleNames();
        names && !names->empty() && !samplesOf(*project.cohort, *names)) {
        // Not all of them are tumours: the cohort is every sample.
        const Result<Cohort> all = cohortStep(project, {SampleFilter::All, {}});
        if (!all)
            return line.fail(all.error());
        if (const Result<Cohort> chosen = samplesOf(*all, *names); !chosen)
            return line.fail(chosen.error(), "Reading expression matrix");
        project.cohort = std::make_shared<const Cohort>(*all);
        line.note("--samples: not only primary tumours, so the cohort is all samples of the matrix");
    }
    if (const auto model = loadModel(project, line); !model)
        return line.fail(model.error(), "Reading metabolic model");
    const auto medium = line.choice(QStringLiteral("medium"),
                                    {QStringLiteral("as-distributed"), QStringLiteral("physiological")});
    if (!medium)
        return line.fail(medium.error());
    noteModel(line, project, static_cast<MediumPreset>(*medium));
    if (const Result<void> shared = checkModelInputs(line, project, coverage); !shared)
        return line.fail(shared.error(), "Matching genes");
    return {};
}

} // namespace pathgan
