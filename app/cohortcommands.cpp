// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandfolder.h"
#include "app/commandinputs.h"
#include "app/coveragenotes.h"
#include "app/readingnotes.h"
#include "app/unfinished.h"

#include "core/base/outputfile.h"
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
    noteReadings(line, project);
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
    addKeepOption(line, "state of the training");
    line.addOption(
        QStringLiteral("finish"),
        QStringLiteral("end an unfinished training where it stands: the network of its best epoch so "
                       "far becomes OUT"));
    line.addOption(
        QStringLiteral("network-every"),
        QStringLiteral("also write the network after every so many epochs, to OUT with .epoch-N before "
                       "its suffix; 0: none"),
        QStringLiteral("epochs"), QStringLiteral("0"));
    line.addOutput(QStringLiteral("out"), QStringLiteral("network to write (required)"),
                   QStringLiteral("file"));
}

/// --network-every; 0: never.
Result<int> networkEpochs(const CommandLine &line)
{
    const Result<long long> every = line.integer(QStringLiteral("network-every"));
    if (!every)
        return every.error();
    const bool wantsMore = *every > 0 || line.isSet(QStringLiteral("finish"));
    if (wantsMore && isStreamPath(line.path(QStringLiteral("out"))))
        return Error{ErrorCode::InvalidOption, "--out: no file, as --network-every and --finish need"};
    return static_cast<int>(*every);
}

/// Before anything is computed: what stands in the places of the outputs?
Result<void> mayWriteTraining(const CommandLine &line, const GanOptions &options)
{
    const Result<int> every = networkEpochs(line);
    if (!every)
        return every.error();
    for (int epoch = *every; epoch > 0 && epoch <= options.epochs; epoch += *every)
        if (Result<void> may = line.guard().mayReplace(
                "--network-every", epochNetworkPath(line.path(QStringLiteral("out")), epoch), savedNetwork(),
                line.isSet(QStringLiteral("force")));
            !may)
            return may;
    if (Result<void> may = line.mayReplace(QStringLiteral("out"), savedNetwork()); !may)
        return may;
    if (Result<void> may = mayKeepUnfinished(line, checkpointStart); !may)
        return may;
    const LooksOurs isHistory = tableWith({TrainStep::tables(GanRun()).front().table.header});
    if (Result<void> may = line.mayReplace(QStringLiteral("history"), isHistory); !may)
        return may;
    return line.mayFill(QStringLiteral("tables"), trainFiles());
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

void sayNews(const CommandLine &line, const std::filesystem::path &path, const CheckpointNews &news)
{
    switch (news.kind) {
    case CheckpointNews::Kind::Continued:
        return line.note("goes on at epoch " + std::to_string(news.epoch) +
                         " of an earlier run of this command");
    case CheckpointNews::Kind::OtherRun:
        return line.note("the unfinished training of an earlier run is of other inputs, options or versions: "
                         "not used");
    case CheckpointNews::Kind::Damaged:
        return line.note(path.string() + " is damaged and is not used");
    case CheckpointNews::Kind::NotWritten:
        return line.note((news.epoch > 0
                              ? "the network of epoch " + std::to_string(news.epoch) + " cannot be written: "
                              : std::string("the training cannot be kept: ")) +
                         news.detail);
    }
}

/// Goes on with what an interrupted command of the same --out left behind, and leaves such when interrupted.
Result<void> trainOrContinue(const CommandLine &line, Project &project, double seconds)
{
    if (isStreamPath(line.path(QStringLiteral("out"))))
        return computeInto<TrainStep>(project, {line.context()});
    const std::filesystem::path path = unfinishedPath(line);
    StepContext context{line.context()};
    context.checkpoints = {path, seconds,
                           [&line, path](const CheckpointNews &news) { sayNews(line, path, news); }};
    context.checkpoints.endsThere = line.isSet(QStringLiteral("finish"));
    context.checkpoints.network = line.path(QStringLiteral("out"));
    context.checkpoints.networkEpochs = *networkEpochs(line);
    Result<void> trained = computeInto<TrainStep>(project, context);
    std::error_code ignored;
    if (!trained && trained.error().code == ErrorCode::Diverged)
        removeCheckpoint(path);
    if (!trained && trained.error().code == ErrorCode::Cancelled && std::filesystem::exists(path, ignored))
        std::cerr << "The training so far is kept in " << path.string()
                  << "; the same command goes on with it.\n";
    return trained;
}

Result<void> writeTraining(const CommandLine &line, const Project &project)
{
    const std::vector<NamedTable> tables = TrainStep::tables(*project.training);
    if (Result<void> saved = project.training->network->save(line.path(QStringLiteral("out"))); !saved)
        return saved;
    if (line.isSet(QStringLiteral("history")))
        if (Result<void> written = writeTable(line.path(QStringLiteral("history")), tables.front().table);
            !written)
            return written;
    if (line.isSet(QStringLiteral("tables")))
        if (const auto written = writeFolder(line, QStringLiteral("tables"), project, tables); !written)
            return written.error();
    if (line.isSet(QStringLiteral("finish")))
        line.note("the training itself stays unfinished: the same command without --finish goes on with it");
    else if (!isStreamPath(line.path(QStringLiteral("out"))))
        removeCheckpoint(unfinishedPath(line));
    return {};
}

OrderedJson trainAnswer(const GanRun &run, const std::string &out)
{
    return {{"out", out},
            {"preset", presetName(run.options.preset)},
            {"epochs", run.history.size()},
            {"best_epoch", run.bestEpoch},
            {"stopped_early", run.stoppedEarly},
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
        QStringLiteral("Trains the network from expression to flux and scores it on held-out patients. "
                       "Interrupted, it keeps its state for the next time."));
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
    const Result<double> seconds = keepSeconds(line);
    if (!seconds)
        return line.fail(seconds.error());
    if (const Result<void> may = mayWriteTraining(line, *options); !may)
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
    if (const Result<void> trained = trainOrContinue(line, project, *seconds); !trained)
        return line.fail(trained.error(), Part::Training);
    if (const Result<void> written = writeTraining(line, project); !written)
        return line.fail(written.error());
    OrderedJson answer = trainAnswer(*project.training, line.text(QStringLiteral("out")));
    answer["coverage"] = coverage;
    return line.finish(answer);
}

} // namespace pathgan
