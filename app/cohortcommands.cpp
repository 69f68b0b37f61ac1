// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandfolder.h"
#include "app/commandinputs.h"
#include "app/coveragenotes.h"
#include "app/readingnotes.h"

#include "core/engine/cachefolder.h"
#include "core/steps/compute.h"
#include "core/steps/reading.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <optional>

namespace pathgan {

Result<void> readInputOptions(const CommandLine &line, AnalysisOptions &options)
{
    options.allowLowCoverage = line.isSet(QStringLiteral("allow-low-coverage"));
    return line.readTableOptions(options.inputs);
}

Result<void> loadInput(Project &project, Part part, const std::filesystem::path &path,
                       const CommandLine &line)
{
    ReadReport report;
    const InputOptions &rules = project.options.inputs;
    if (Result<void> read = readInput(project, part, path, rules, modelCacheFolder(), report, line.context());
        !read)
        return read;
    const bool isByRules = part == Part::Expression || part == Part::Clinical;
    if (part != Part::Model && part != Part::GeneMap)
        noteReading(line, path, report, factsOf(project, part), isByRules ? &rules.reading : nullptr);
    return {};
}

Result<void> loadCohort(Project &project, const std::filesystem::path &expression,
                        const std::filesystem::path &clinical, SampleFilter filter, const CommandLine &line)
{
    if (Result<void> read = readInputOptions(line, project.options); !read)
        return read;
    if (line.isSet(QStringLiteral("gene-map")))
        if (Result<void> map = loadInput(project, Part::GeneMap, line.path(QStringLiteral("gene-map")), line);
            !map)
            return map;
    if (!clinical.empty()) {
        if (Result<void> table = loadInput(project, Part::Clinical, clinical, line); !table)
            return table;
        if (Result<void> read = line.readTableOptions(project.options.cohort); !read)
            return read;
    }
    project.options.cohort.filter = filter; // of the caller, who knows about named samples
    if (Result<void> matrix = loadInput(project, Part::Expression, expression, line); !matrix)
        return matrix;
    if (Result<void> selected = computeInto<CohortStep>(project); !selected)
        return selected;
    noteSelection(line, *project.cohort);
    return {};
}

namespace {

OrderedJson scoresJson(const HeldOut &scores)
{
    return {{"pearson_r", jsonNumber(scores.pearson)},
            {"pearson_r_plain", jsonNumber(scores.pearsonPlain)},
            {"pearson_r_within_cohort", jsonNumber(scores.pearsonWithin)},
            {"mse", jsonNumber(scores.mse)}};
}

} // namespace

namespace {

void describeTrain(CommandLine &line)
{
    line.parser.addPositionalArgument(QStringLiteral("EXPRESSION"), QStringLiteral("expression matrix"));
    line.parser.addPositionalArgument(QStringLiteral("FLUX"), QStringLiteral("table written by `flux`"));
    line.addOption(QStringLiteral("sets"), QStringLiteral("gene sets, GMT (required)"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("model"), QStringLiteral("metabolic model: its rules join reactions"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("network"), QStringLiteral("gene interactions"), QStringLiteral("file"));
    line.addOption(QStringLiteral("duals"),
                   QStringLiteral("written by `flux --duals`: bottleneck head and gradient matching"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("clinical"), QStringLiteral("clinical table: correlation within cohorts"),
                   QStringLiteral("file"));
    line.addTableOptions(GanOptions());
    line.addSampleOption();
    addIdColumnOption(line);
    addCoverageOption(line);
    line.addReadingOptions();
    line.addOutput(QStringLiteral("history"), QStringLiteral("table of losses by epoch to write"),
                   QStringLiteral("file"));
    line.addTableOptions(InputOptions(), CommandLine::only(InputOptions::table(),
                                                           {{"interaction_score", "interaction_score"}}));
    line.addOutput(QStringLiteral("tables"),
                   QStringLiteral("folder for every table of the step, as `run` writes them"),
                   QStringLiteral("folder"));
    line.addOutput(QStringLiteral("out"), QStringLiteral("network to write (required)"),
                   QStringLiteral("file"));
}

Result<GanOptions> trainOptions(const CommandLine &line)
{
    GanOptions options;
    if (const Result<void> read = line.readTableOptions(options); !read)
        return read.error();
    if (const Result<void> checked = options.check(); !checked)
        return line.withFlag(checked.error());
    return options;
}

/// What failed, and what it was about.
struct Failure
{
    Error error;
    std::optional<Part> part = {};
};

/// Everything that `train` reads; the small files first, so that a mistake in one costs no wait.
std::optional<Failure> readTrainInputs(const CommandLine &line, SampleFilter filter, Project &project)
{
    if (const Result<void> given = readInputOptions(line, project.options); !given)
        return Failure{given.error()};
    ReadReport report;
    const std::filesystem::path table = line.arguments()[1].toStdU16String();
    const ReadRules &rules = project.options.inputs.reading;
    Result<Artifact<FluxRun>> flux = fluxTable(table, rules, report);
    if (!flux)
        return Failure{flux.error(), Part::Flux};
    project.flux = *std::move(flux);
    noteTable(line, table, report, project.flux->samples.size(), project.flux->reactions.size(), &rules);
    if (line.isSet(QStringLiteral("duals"))) {
        Result<Artifact<FluxRun>> whole = withDuals(project.flux, line.path(QStringLiteral("duals")));
        if (!whole)
            return Failure{whole.error(), Part::Flux};
        project.flux = *std::move(whole);
    }
    for (const auto &[option, part] : {std::pair{"sets", Part::GeneSets}, {"network", Part::Interactions}}) {
        const QString name = QString::fromLatin1(option);
        if (!line.isSet(name))
            continue;
        if (const Result<void> read = loadInput(project, part, line.path(name), line); !read)
            return Failure{read.error(), part};
    }
    if (const Result<void> loaded = loadCohort(project, line.arguments()[0].toStdU16String(),
                                               line.path(QStringLiteral("clinical")), filter, line);
        !loaded)
        return Failure{loaded.error(), Part::Expression};
    if (line.isSet(QStringLiteral("model")))
        if (const auto model = loadModel(project, line.path(QStringLiteral("model")), line); !model)
            return Failure{model.error(), Part::Model};
    return {};
}

OrderedJson trainAnswer(const GanRun &run, const std::string &out)
{
    return {{"out", out},
            {"preset", presetName(run.options.preset)},
            {"epochs", run.history.size()},
            {"best_epoch", run.bestEpoch},
            {"seed", run.options.seed},
            {"train_samples", run.trainSamples.size()},
            {"validation_samples", run.validationSamples.size()},
            {"test_samples", run.testSamples.size()},
            {"test_pearson_r", jsonNumber(run.test.pearson)},
            {"test_pearson_r_plain", jsonNumber(run.test.pearsonPlain)},
            {"test_pearson_r_within_cohort", jsonNumber(run.test.pearsonWithin)},
            {"ridge_pearson_r", jsonNumber(run.baselines.ridge.pearson)},
            {"nearest_neighbours_pearson_r", jsonNumber(run.baselines.nearest.pearson)},
            {"training_mean_mse", jsonNumber(run.baselines.meanOnly.mse)},
            {"baselines",
             {{"ridge", scoresJson(run.baselines.ridge)},
              {"nearest_neighbours", scoresJson(run.baselines.nearest)},
              {"training_mean", scoresJson(run.baselines.meanOnly)}}},
            {"warnings", run.warnings}};
}

} // namespace

int trainCommand(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("Trains the network from expression to flux and scores it on held-out patients."));
    describeTrain(line);
    if (!line.parse(arguments, 2, 2))
        return line.exitCode();
    for (const char *needed : {"sets", "out"})
        if (!line.isSet(QString::fromLatin1(needed)))
            return line.fail({ErrorCode::InvalidOption, std::string("--") + needed});
    const Result<GanOptions> options = trainOptions(line);
    const Result<SampleFilter> filter = line.sampleFilter();
    if (!options || !filter)
        return line.fail(!options ? options.error() : filter.error());
    if (const auto may = line.mayReplace(QStringLiteral("out"), savedNetwork()); !may)
        return line.fail(may.error());
    const LooksOurs isHistory = tableWith({TrainStep::tables(GanRun()).front().table.header});
    if (const auto may = line.mayReplace(QStringLiteral("history"), isHistory); !may)
        return line.fail(may.error());
    if (const auto may = line.mayFill(QStringLiteral("tables"), trainFiles()); !may)
        return line.fail(may.error());
    Project project;
    project.options.gan = *options;
    if (const std::optional<Failure> failure = readTrainInputs(line, *filter, project))
        return line.fail(failure->error, failure->part);
    InputMatch match = matchInputs(project);
    match.model.reset(); // its rules join reactions, whatever the matrix has
    match.logRatios = false;
    const OrderedJson coverage = noteInputs(line, match);
    if (project.interactions && !project.model)
        line.note("the interaction network is not used: only a --model says which genes a reaction has");
    if (const Result<void> trained = computeInto<TrainStep>(project, {line.context()}); !trained)
        return line.fail(trained.error(), Part::Training);
    const GanRun &run = *project.training;
    const std::vector<NamedTable> tables = TrainStep::tables(run);
    if (const auto saved = run.network->save(line.path(QStringLiteral("out"))); !saved)
        return line.fail(saved.error());
    if (line.isSet(QStringLiteral("history")))
        if (const auto written = writeTable(line.path(QStringLiteral("history")), tables.front().table);
            !written)
            return line.fail(written.error());
    if (line.isSet(QStringLiteral("tables")))
        if (const auto written = writeFolder(line, QStringLiteral("tables"), project, tables); !written)
            return line.fail(written.error());
    OrderedJson answer = trainAnswer(run, line.text(QStringLiteral("out")));
    answer["coverage"] = coverage;
    return line.finish(answer);
}

} // namespace pathgan
