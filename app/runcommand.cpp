#include "app/commandline.h"
#include "app/readingnotes.h"

#include "core/engine/analysis.h"
#include "core/project/results.h"
#include "ui/errortext.h"
#include "ui/plots/figures.h"

#include <algorithm>
#include <chrono>
#include <iostream>

namespace pathgan {

namespace {

QString keysHelp()
{
    QString text = QStringLiteral("\nKeys of the configuration (JSON; paths are relative to it):\n");
    for (const ConfigKey &key : configKeys())
        text += QStringLiteral("  %1 (%2; default %3): %4\n")
                    .arg(QString::fromStdString(key.name), QString::fromStdString(key.type),
                         QString::fromStdString(key.defaultValue), QString::fromStdString(key.help));
    return text;
}

std::vector<std::pair<std::string, std::string>> skippedSteps(const AnalysisRun &run)
{
    std::vector<std::pair<std::string, std::string>> skipped;
    for (const SkippedStep &step : run.skipped)
        skipped.emplace_back(partName(step.part),
                             errorName(step.reason.code).toStdString() + ": " + step.reason.detail);
    return skipped;
}

void noteInputs(const CommandLine &line, const AnalysisRun &run)
{
    const Project &project = run.project;
    for (const InputReading &reading : run.readings) {
        const ReadRules *rules = reading.part == Part::Expression ? &run.config.options.reading : nullptr;
        const std::string facts = reading.part == Part::Expression ? factsOf(*project.expression)
                                  : reading.part == Part::Clinical ? factsOf(*project.clinical)
                                  : reading.part == Part::GeneSets ? factsOf(*project.geneSets)
                                                                   : factsOf(*project.interactions);
        noteReading(line, reading.path, reading.report, facts, rules);
    }
    if (project.model)
        noteModel(line, *project.model);
    noteCohort(line, *project.cohort);
}

/// What a reader wants to know first.
OrderedJson summary(const AnalysisRun &run, const CommandLine &line)
{
    const Project &project = run.project;
    OrderedJson json{{"out", line.text(QStringLiteral("out"))}, {"samples", project.cohort->size()}};
    if (project.flux) {
        json["quantity"] = project.flux->quantityName();
        json["varying_reactions"] = project.flux->varyingReactions;
        json["effective_rank"] = jsonNumber(project.flux->effectiveRank);
        json["wild_type_growth"] = jsonNumber(project.flux->wildTypeGrowth);
    }
    if (project.training) {
        json["epochs"] = project.training->history.size();
        json["seed"] = project.training->options.seed;
        json["test_pearson_r"] = jsonNumber(project.training->test.pearson);
        json["test_pearson_r_within_cohort"] = jsonNumber(project.training->test.pearsonWithin);
        json["ridge_pearson_r"] = jsonNumber(project.training->baselines.ridge.pearson);
        json["nearest_neighbours_pearson_r"] = jsonNumber(project.training->baselines.nearest.pearson);
        json["warnings"] = project.training->warnings;
    }
    if (project.enrichment && project.enrichment->ora) {
        json["top_pathways"] = OrderedJson::array();
        const auto &rows = project.enrichment->ora->rows;
        for (std::size_t i = 0; i < std::min<std::size_t>(10, rows.size()); ++i)
            json["top_pathways"].push_back(
                {{"term", rows[i].term}, {"adjusted_p", jsonNumber(rows[i].adjustedP)}});
    }
    json["skipped"] = OrderedJson::object();
    for (const auto &[step, reason] : skippedSteps(run))
        json["skipped"][step] = reason;
    json["seconds"] = OrderedJson::object();
    for (const auto &[step, seconds] : run.seconds)
        json["seconds"][step] = seconds;
    return json;
}

} // namespace

int runCommand(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("The whole analysis: tables, every figure as SVG and PNG, manifest.json.") +
        keysHelp());
    line.addOption(QStringLiteral("example"), QStringLiteral("run the embedded example"));
    line.addOption(QStringLiteral("config"), QStringLiteral("JSON with inputs and options"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("dpi"), QStringLiteral("of the PNG figures"), QStringLiteral("N"),
                   QStringLiteral("300"));
    line.addOutput(QStringLiteral("out"), QStringLiteral("folder for the results (required)"),
                   QStringLiteral("folder"));
    if (!line.parse(arguments, 0, 0))
        return line.exitCode();
    if (line.isSet(QStringLiteral("example")) == line.isSet(QStringLiteral("config")))
        return line.fail({ErrorCode::InvalidOption, "--example or --config, one of the two"});
    if (!line.isSet(QStringLiteral("out")))
        return line.fail({ErrorCode::InvalidOption, "--out"});
    const Result<long long> dpi = line.integer(QStringLiteral("dpi"), 36);
    if (!dpi)
        return line.fail(dpi.error());
    const Result<AnalysisConfig> config = line.isSet(QStringLiteral("example"))
                                              ? exampleConfig()
                                              : readAnalysisConfig(line.path(QStringLiteral("config")));
    if (!config)
        return line.fail(config.error(), "Reading configuration");
    for (const std::string *input : {&config->expression, &config->clinical, &config->model,
                                     &config->geneSets, &config->interactions, &config->geneMap})
        line.guard().addInput(*input);
    if (const auto may = line.mayFill(QStringLiteral("out"), runFiles()); !may)
        return line.fail(may.error());
    const TaskContext context = line.context();
    Result<AnalysisRun> run = runAnalysis(*config, context);
    if (!run)
        return line.fail(run.error());
    noteInputs(line, *run);
    const std::filesystem::path folder = line.path(QStringLiteral("out"));
    if (const auto written = writeResults(run->project, folder); !written)
        return line.fail(written.error());
    const auto start = std::chrono::steady_clock::now();
    const auto figures = exportFigures(run->project, folder, static_cast<int>(*dpi), context);
    if (!figures)
        return line.fail(figures.error());
    run->seconds.emplace_back(
        "figures", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    if (const auto written = writeManifest(run->project, optionsJson(run->config.options), run->seconds,
                                           skippedSteps(*run), folder, line.notes());
        !written)
        return line.fail(written.error());
    for (const auto &[step, reason] : skippedSteps(*run))
        std::cerr << "skipped: " << step << " (" << reason << ")\n";
    line.finish(summary(*run, line));
    const bool failed = std::any_of(run->skipped.begin(), run->skipped.end(), [](const SkippedStep &step) {
        return step.reason.code != ErrorCode::MissingInput;
    });
    return failed ? ExitAnalysisFailed : ExitOk;
}

} // namespace pathgan
