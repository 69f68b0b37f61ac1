// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/comparison.h"
#include "app/coveragenotes.h"
#include "app/modeloptions.h"
#include "app/readingnotes.h"

#include "core/engine/cachefolder.h"
#include "core/engine/example.h"
#include "core/steps/explainedsamples.h"
#include "core/steps/resultfolder.h"
#include "core/steps/runall.h"
#include "core/steps/stepfacts.h"
#include "ui/errortext.h"
#include "ui/plots/figures.h"

#include <algorithm>
#include <chrono>
#include <iostream>

namespace pathgan {

namespace {

QString keysHelp()
{
    QString text =
        QStringLiteral("\nKeys of the configuration and of --set (in JSON, paths are relative to it):\n");
    const AnalysisConfig defaults;
    const ConstOptionsRef all(defaults);
    for (const OptionField &field : all.table().fields()) {
        const std::string value = optionText(all.value(field));
        text += QStringLiteral("  %1 (%2%3; default %4): %5\n")
                    .arg(QString::fromStdString(field.key), QString::fromStdString(field.type()),
                         field.unit.empty() ? QString()
                                            : QStringLiteral(", ") + QString::fromStdString(field.unit),
                         value.empty() ? QStringLiteral("none") : QString::fromStdString(value),
                         QString::fromStdString(field.help));
    }
    return text;
}

/// What --config or --example says, and --set on top.
Result<AnalysisConfig> configOf(const CommandLine &line)
{
    std::vector<std::string> assignments;
    for (const QString &given : line.parser.values(QStringLiteral("set")))
        assignments.push_back(given.toStdString());
    if (!line.isSet(QStringLiteral("example")))
        return readAnalysisConfig(line.path(QStringLiteral("config")), assignments);
    Result<AnalysisConfig> config = exampleConfig();
    if (config)
        if (const Result<void> set = setOptions(*config, assignments); !set)
            return set.error();
    return config;
}

std::vector<std::pair<std::string, std::string>> skippedSteps(const AnalysisRun &run)
{
    std::vector<std::pair<std::string, std::string>> skipped;
    for (const SkippedStep &step : run.skipped)
        skipped.emplace_back(partName(step.part),
                             errorName(step.reason.code).toStdString() + ": " + step.reason.detail);
    return skipped;
}

/// What a reader wants to know first.
OrderedJson summary(const AnalysisRun &run, const CommandLine &line)
{
    const Project &project = run.project;
    if (project.model)
        noteModelWarnings(line, *project.model);
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
    if (project.explanation)
        json["samples_explained"] = explainedText(project.explanation->chosen);
    if (project.enrichment && project.enrichment->ora) {
        json["top_pathways"] = OrderedJson::array();
        const auto &rows = project.enrichment->ora->rows;
        for (std::size_t i = 0; i < std::min<std::size_t>(10, rows.size()); ++i)
            json["top_pathways"].push_back({{"term", rows[i].term},
                                            {"adjusted_p", jsonNumber(rows[i].adjustedP)},
                                            {"p_is_bound", rows[i].isBound}});
    }
    json["skipped"] = OrderedJson::object();
    for (const auto &[step, reason] : skippedSteps(run))
        json["skipped"][step] = reason;
    json["seconds"] = OrderedJson::object();
    for (const auto &[what, seconds] : run.seconds)
        json["seconds"][what] = seconds;
    for (const StepFacts &facts : allSteps())
        if (const auto provenance = project.provenance(facts.part); provenance && facts.inRunAll)
            json["seconds"][partName(facts.part)] = provenance->seconds;
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
    line.addOption(QStringLiteral("set"),
                   QStringLiteral("a key of the configuration; repeatable, stands above --config"),
                   QStringLiteral("key=value"));
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
    const Result<long long> dpi = line.integer(QStringLiteral("dpi"), 36, 1200);
    if (!dpi)
        return line.fail(dpi.error());
    const Result<AnalysisConfig> config = configOf(line);
    if (!config)
        return line.fail(config.error());
    const ConstOptionsRef paths(config->paths);
    for (const OptionField &field : paths.table().fields())
        line.guard().addInput(std::get<std::string>(paths.value(field)));
    if (const auto may = line.mayFill(QStringLiteral("out"), runFiles()); !may)
        return line.fail(may.error());
    const TaskContext context = line.context();
    Result<AnalysisRun> run = runAnalysis(*config, modelCacheFolder(), {context});
    if (!run)
        return line.fail(run.error());
    noteReadings(line, run->project);
    const std::filesystem::path folder = line.path(QStringLiteral("out"));
    auto files = writeResults(run->project, folder);
    if (!files)
        return line.fail(files.error());
    const auto start = std::chrono::steady_clock::now();
    const auto figures = exportFigures(run->project, folder, static_cast<int>(*dpi), context);
    if (!figures)
        return line.fail(figures.error());
    run->seconds.emplace_back(
        "figures", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    files->insert(files->end(), figures->begin(), figures->end());
    if (const auto written = writeManifest(
            run->project, {line.notes(), skippedSteps(*run), run->seconds, line.streams().ownNames()}, *files,
            folder);
        !written)
        return line.fail(written.error());
    for (const auto &[step, reason] : skippedSteps(*run))
        std::cerr << "skipped: " << step << " (" << reason << ")\n";
    if (run->project.groups)
        noteGroups(line, *run->project.groups);
    OrderedJson json = summary(*run, line);
    noteSelection(line, *run->project.cohort);
    json["coverage"] = noteInputs(line, matchInputs(run->project));
    line.finish(json);
    const bool failed = std::any_of(run->skipped.begin(), run->skipped.end(), [](const SkippedStep &step) {
        return step.reason.code != ErrorCode::MissingInput;
    });
    return failed ? ExitAnalysisFailed : ExitOk;
}

} // namespace pathgan
