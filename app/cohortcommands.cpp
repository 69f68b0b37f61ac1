#include "app/commandinputs.h"
#include "app/coveragenotes.h"
#include "app/readingnotes.h"

#include "core/metabolic/cohort/fluxtable.h"
#include "core/steps/cohortstep.h"
#include "core/steps/resultfolder.h"
#include "core/steps/stressstep.h"
#include "core/steps/trainstep.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <optional>

namespace pathgan {

Result<Project> loadCohort(const CommandLine &line, const std::filesystem::path &expression,
                           const std::filesystem::path &clinical, SampleFilter filter)
{
    Project project;
    const Result<ReadRules> rules = line.readingRules();
    if (!rules)
        return rules.error();
    if (line.isSet(QStringLiteral("gene-map"))) {
        Result<GeneTable> map = GeneTable::readMap(line.path(QStringLiteral("gene-map")));
        if (!map)
            return map.error();
        project.geneMap = std::make_shared<const GeneTable>(*std::move(map));
    }
    if (!clinical.empty()) {
        ReadReport report;
        Result<ClinicalTable> table = readClinical(clinical, report, line.context(), *rules);
        if (!table)
            return table.error();
        noteReading(line, clinical, report, factsOf(*table), &*rules);
        project.clinical = std::make_shared<const ClinicalTable>(*std::move(table));
    }
    ReadReport report;
    Result<ExpressionMatrix> matrix = readExpression(expression, *rules, report, line.context());
    if (!matrix)
        return matrix.error();
    noteReading(line, expression, report, factsOf(*matrix), &*rules);
    project.expression = std::make_shared<const ExpressionMatrix>(*std::move(matrix));
    CohortOptions options{filter, {}};
    if (!clinical.empty())
        if (const Result<void> read = line.readTableOptions(options); !read)
            return read.error();
    options.filter = filter; // of the caller, who knows about named samples
    Result<Cohort> cohort = CohortStep::run(project, options);
    if (!cohort)
        return cohort.error();
    noteSelection(line, *cohort);
    project.options.allowLowCoverage = line.isSet(QStringLiteral("allow-low-coverage"));
    project.cohort = std::make_shared<const Cohort>(*std::move(cohort));
    return project;
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
std::optional<Failure> readTrainInputs(CommandLine &line, SampleFilter filter, Project &project)
{
    ReadReport report;
    const TaskContext context = line.context();
    const Result<ReadRules> rules = line.readingRules();
    if (!rules)
        return Failure{rules.error()};
    Result<FluxRun> flux = readFluxTable(line.arguments()[1].toStdU16String(), rules->ragged);
    if (!flux)
        return Failure{flux.error(), Part::Flux};
    Result<GeneSetCollection> sets = readGeneSets(line.path(QStringLiteral("sets")), report);
    if (!sets)
        return Failure{sets.error(), Part::GeneSets};
    noteReading(line, line.path(QStringLiteral("sets")), report, factsOf(*sets));
    std::shared_ptr<const InteractionNetwork> network;
    if (line.isSet(QStringLiteral("network"))) {
        report = {};
        InputOptions inputs;
        if (const Result<void> given = line.readTableOptions(inputs); !given)
            return Failure{given.error()};
        Result<InteractionNetwork> read =
            readInteractions(line.path(QStringLiteral("network")), report, inputs.interactionScore, context);
        if (!read)
            return Failure{read.error(), Part::Interactions};
        noteReading(line, line.path(QStringLiteral("network")), report, factsOf(*read));
        network = std::make_shared<const InteractionNetwork>(*std::move(read));
    }
    Result<Project> loaded =
        loadCohort(line, line.arguments()[0].toStdU16String(), line.path(QStringLiteral("clinical")), filter);
    if (!loaded)
        return Failure{loaded.error(), Part::Expression};
    project = *std::move(loaded);
    project.flux = std::make_shared<const FluxRun>(*std::move(flux));
    project.geneSets = std::make_shared<const GeneSetCollection>(*std::move(sets));
    project.interactions = network;
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
    if (const std::optional<Failure> failure = readTrainInputs(line, *filter, project))
        return line.fail(failure->error, failure->part);
    InputMatch match = matchInputs(project);
    match.model.reset(); // its rules join reactions, whatever the matrix has
    match.logRatios = false;
    const OrderedJson coverage = noteInputs(line, match);
    if (project.interactions && !project.model)
        line.note("the interaction network is not used: only a --model says which genes a reaction has");
    const Result<GanRun> run = TrainStep::run(project, *options, {line.context()});
    if (!run)
        return line.fail(run.error(), Part::Training);
    if (const auto saved = run->network->save(line.path(QStringLiteral("out"))); !saved)
        return line.fail(saved.error());
    if (line.isSet(QStringLiteral("history")))
        if (const auto written =
                writeTable(line.path(QStringLiteral("history")), TrainStep::tables(*run).front().table);
            !written)
            return line.fail(written.error());
    if (line.isSet(QStringLiteral("tables")))
        if (const auto written = writeTables(TrainStep::tables(*run), line.path(QStringLiteral("tables")));
            !written)
            return line.fail(written.error());
    OrderedJson answer = trainAnswer(*run, line.text(QStringLiteral("out")));
    answer["coverage"] = coverage;
    return line.finish(answer);
}

namespace {

Result<StressOptions> stressOptions(const CommandLine &line)
{
    StressOptions options;
    options.strict = !line.isSet(QStringLiteral("relaxed"));
    if (const Result<void> read = line.readTableOptions(options); !read)
        return read.error();
    return options;
}

} // namespace

int stressCommand(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("Growth of every sample under a sustained oxidative load (model R)."));
    line.parser.addPositionalArgument(QStringLiteral("MODEL"), QStringLiteral("metabolic model"));
    line.parser.addPositionalArgument(QStringLiteral("EXPRESSION"), QStringLiteral("expression matrix"));
    line.addOption(QStringLiteral("predicted"),
                   QStringLiteral("flux table to feed back in place of expression"), QStringLiteral("file"));
    line.addOption(QStringLiteral("network"),
                   QStringLiteral("network written by `train`: its predictions are fed back, too"),
                   QStringLiteral("file"));
    line.addTableOptions(StressOptions(), {{"strict_stress", "strict"}, {"stress_threads", "threads"}});
    line.addOption(QStringLiteral("relaxed"), QStringLiteral("the same as --no-strict-stress"));
    addConceptOption(line);
    line.addSampleOption();
    addCoverageOption(line);
    line.addReadingOptions();
    line.addOutput(QStringLiteral("out"), QStringLiteral("folder for the tables (required)"),
                   QStringLiteral("folder"));
    if (!line.parse(arguments, 2, 2))
        return line.exitCode();
    if (!line.isSet(QStringLiteral("out")))
        return line.fail({ErrorCode::InvalidOption, "--out"});
    const Result<SampleFilter> filter = line.sampleFilter();
    const Result<StressOptions> options = stressOptions(line);
    if (!filter || !options)
        return line.fail(!filter ? filter.error() : options.error());
    if (const auto may = line.mayFill(QStringLiteral("out"), stressFiles()); !may)
        return line.fail(may.error());
    Result<Project> project = loadCohort(line, line.arguments()[1].toStdU16String(), {}, *filter);
    if (!project)
        return line.fail(project.error(), Part::Expression);
    const TaskContext context = line.context();
    if (const auto loaded = loadModel(*project, line); !loaded)
        return line.fail(loaded.error(), Part::Model);
    noteModel(line, *project, MediumPreset::ModelR);
    OrderedJson coverage;
    if (const Result<void> shared = checkModelInputs(line, *project, coverage); !shared)
        return line.fail(shared.error(), Part::Stress);
    if (line.isSet(QStringLiteral("network"))) {
        Result<Artifact<GanRun>> network =
            loadedNetwork(*project, line.path(QStringLiteral("network")), context);
        if (!network)
            return line.fail(network.error(), Part::Training);
        project->training = *std::move(network);
    }
    Result<StressResults> results = StressStep::run(*project, *options, {context});
    if (!results)
        return line.fail(results.error(), Part::Stress);
    if (line.isSet(QStringLiteral("predicted"))) {
        const Result<FluxRun> predicted = readFluxTable(line.path(QStringLiteral("predicted")));
        if (!predicted)
            return line.fail(predicted.error(), Part::Flux);
        noteSamples(line,
                    matchSamples(predicted->samples, project->cohort->writtenNames(), RowMeaning::Values),
                    "the flux table", "the expression matrix");
        Result<StressRun> run = simulateStress(*project->model, *project->cohort, project->genes(),
                                               &*predicted, *options, context);
        if (!run)
            return line.fail(run.error(), Part::Stress);
        results->predicted = std::make_shared<const StressRun>(*std::move(run));
    }
    if (const auto written = writeTables(StressStep::tables(*results), line.path(QStringLiteral("out")));
        !written)
        return line.fail(written.error());
    const StressRun &run = *results->expression;
    if (run.distributedMedium)
        line.note("Nothing grows in model R's medium: the model's own medium was used.");
    return line.finish({{"out", line.text(QStringLiteral("out"))},
                        {"samples", run.samples.size()},
                        {"cohort_load", jsonNumber(run.cohortLoad)},
                        {"unit", FluxRun::unit},
                        {"limits", StressRun::limits()},
                        {"coverage", coverage}});
}

} // namespace pathgan
