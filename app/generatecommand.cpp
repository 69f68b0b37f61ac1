// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandfolder.h"
#include "app/commandinputs.h"
#include "app/commands.h"
#include "app/coveragenotes.h"
#include "app/readingnotes.h"

#include "core/steps/compute.h"
#include "core/steps/reading.h"

namespace pathgan {

namespace {

void describeGenerate(CommandLine &line)
{
    line.parser.addPositionalArgument(QStringLiteral("NETWORK"), QStringLiteral("written by `train`"));
    line.parser.addPositionalArgument(QStringLiteral("EXPRESSION"), QStringLiteral("expression matrix"));
    line.addOption(QStringLiteral("fluxes"),
                   QStringLiteral("real fluxes of the samples, written by `flux`; without it --model gives "
                                  "them"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("model"),
                   QStringLiteral("metabolic model: whether profiles are feasible for the fluxes that "
                                  "--quantity, --medium, --objective and --growth-fraction say as those of "
                                  "`flux`"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("clinical"), QStringLiteral("clinical table, of --column and --group"),
                   QStringLiteral("file"));
    line.addTableOptions(GenerateOptions(), {{"generate_profiles", "profiles"},
                                             {"generate_conditions", "conditions"},
                                             {"generate_column", "column"},
                                             {"generate_group", "group"},
                                             {"generate_samples", "samples"},
                                             {"generate_neighbours", "neighbours"},
                                             {"generate_seed", "seed"}});
    line.addTableOptions(FluxOptions(),
                         CommandLine::only(FluxOptions::table(), {{"quantity", "quantity"},
                                                                  {"medium", "medium"},
                                                                  {"objective", "objective"},
                                                                  {"growth_fraction", "growth_fraction"}}));
    addIdColumnOption(line);
    addCoverageOption(line);
    line.addReadingOptions();
    line.addOutput(QStringLiteral("out"), QStringLiteral("folder for tables and figures (required)"),
                   QStringLiteral("folder"));
}

Result<void> readOptions(const CommandLine &line, Project &project)
{
    if (!line.isSet(QStringLiteral("out")))
        return Error{ErrorCode::InvalidOption, "--out"};
    if (!line.isSet(QStringLiteral("fluxes")) && !line.isSet(QStringLiteral("model")))
        return Error{ErrorCode::InvalidOption, "--fluxes or --model: the real profiles"};
    GenerateOptions &options = project.generateOptions;
    if (Result<void> read = line.readTableOptions(options); !read)
        return read;
    if (const Result<void> checked = options.check(); !checked)
        return line.withFlag(checked.error());
    if (!options.column.empty() && !line.isSet(QStringLiteral("clinical")))
        return Error{ErrorCode::InvalidOption, "--clinical, which has the column of the group"};
    if (Result<void> read = line.readTableOptions(project.options.flux); !read)
        return read;
    return readInputOptions(line, project.options);
}

/// The real profiles: of a table, with what is said of it, or of the model.
Result<void> loadFluxes(const CommandLine &line, Project &project)
{
    FluxOptions &options = project.options.flux;
    if (!line.isSet(QStringLiteral("fluxes"))) {
        options.reactions = project.training->reactions;
        return computeInto<FluxStep>(project, {line.context()});
    }
    ReadReport report;
    const std::filesystem::path path = line.path(QStringLiteral("fluxes"));
    Result<Artifact<FluxRun>> table = fluxTable(path, project.options.inputs.reading, report);
    if (!table)
        return table.error();
    noteTable(line, path, report, (*table)->samples.size(), (*table)->reactions.size(),
              &project.options.inputs.reading);
    auto run = std::make_shared<FluxRun>(**table);
    run->options.quantity = options.quantity;
    run->options.medium = options.medium;
    run->options.objective = options.objective;
    run->options.growthFraction = options.growthFraction;
    project.flux = Artifact<FluxRun>(std::shared_ptr<const FluxRun>(std::move(run)), table->provenance());
    noteSamples(line, matchSamples(project.cohort->writtenNames(), project.flux->samples, RowMeaning::Values),
                "the expression matrix", "the flux table");
    return {};
}

/// What failed, and what it was about.
struct Failure
{
    Error error;
    Part part;
};

std::optional<Failure> loadAll(const CommandLine &line, Project &project)
{
    // Named samples may be of any type.
    const SampleFilter filter =
        project.generateOptions.samples.empty() ? SampleFilter::Tumours : SampleFilter::All;
    if (const auto loaded = loadCohort(project, line.arguments()[1].toStdU16String(),
                                       line.path(QStringLiteral("clinical")), filter, line);
        !loaded)
        return Failure{loaded.error(), Part::Expression};
    if (line.isSet(QStringLiteral("model")))
        if (const auto loaded = loadModel(project, line.path(QStringLiteral("model")), line); !loaded)
            return Failure{loaded.error(), Part::Model};
    Result<Artifact<GanRun>> network =
        loadedNetwork(project, line.arguments()[0].toStdU16String(), line.context());
    if (!network)
        return Failure{network.error(), Part::Training};
    project.training = *std::move(network);
    if (const Result<void> loaded = loadFluxes(line, project); !loaded)
        return Failure{loaded.error(), Part::Flux};
    return {};
}

/// What the numbers do not say.
void noteProfiles(const CommandLine &line, const GenerateRun &run)
{
    line.note("the profiles are what the network makes of expression: no measurements");
    if (run.noiseSize == 0)
        line.note("the network has no noise inputs (--noise-dim of `train`): its fluxes are a function of "
                  "expression alone, so " +
                  std::to_string(run.profiles.size()) + " profiles of " + std::to_string(run.pool) +
                  " samples hold " + std::to_string(run.distinct()) + " different ones");
    if (run.critic.size() == 0)
        line.note("the network has no critic (none was trained, or an earlier version of the program saved "
                  "it): the scores are empty");
    if (run.unattainable.empty() && run.distance.empty())
        line.note("whether the profiles are feasible is not known: that needs a --model with the network's "
                  "reactions");
}

OrderedJson generateAnswer(const GenerateRun &run, const std::string &out)
{
    OrderedJson reactions = OrderedJson::object();
    for (std::size_t i = 0; i < run.reactions.size(); ++i)
        reactions[run.reactions[i]] = {{"wasserstein_1", jsonNumber(run.byReaction[i].wasserstein)},
                                       {"coverage", jsonNumber(run.byReaction[i].coverage)}};
    const auto mean = [](const VectorD &scores) {
        return scores.size() > 0 ? jsonNumber(scores.mean()) : OrderedJson();
    };
    return {{"out", out},
            {"profiles", run.profiles.size()},
            {"different_profiles", run.distinct()},
            {"seed", run.options.seed},
            {"noise_inputs", run.noiseSize},
            {"condition_samples", run.pool},
            {"real_profiles", run.realSamples.size()},
            {"unit", FluxRun::unit},
            {"density", jsonNumber(run.density)},
            {"coverage", jsonNumber(run.coverage)},
            {"expected_coverage", jsonNumber(run.expectedCoverage)},
            {"copies", run.copies()},
            {"mean_critic_score", mean(run.critic)},
            {"mean_critic_score_real", mean(run.realCritic)},
            {"reactions", std::move(reactions)}};
}

} // namespace

int generateCommand(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("Synthetic flux profiles of a trained network, conditioned on the "
                       "expression of samples or on noise, beside the real ones: Wasserstein-1 "
                       "by reaction, coverage (Naeem et al. 2020), critic, nearest real sample."));
    describeGenerate(line);
    if (!line.parse(arguments, 2, 2))
        return line.exitCode();
    Project project;
    if (const Result<void> read = readOptions(line, project); !read)
        return line.fail(read.error());
    if (const auto may = line.mayFill(QStringLiteral("out"), generateFiles()); !may)
        return line.fail(may.error());
    if (const std::optional<Failure> failure = loadAll(line, project))
        return line.fail(failure->error, failure->part);
    InputMatch match = matchInputs(project);
    const OrderedJson coverage = noteInputs(line, match);
    if (const Result<void> made = computeInto<GenerateStep>(project, {line.context()}); !made)
        return line.fail(line.withFlag(made.error()), Part::Generation);
    const GenerateRun &run = *project.generation;
    noteProfiles(line, run);
    const auto files =
        writeFolder(line, QStringLiteral("out"), project, GenerateStep::tables(run), {Part::Generation});
    if (!files)
        return line.fail(files.error());
    OrderedJson answer = generateAnswer(run, line.text(QStringLiteral("out")));
    answer["coverage_of_inputs"] = coverage;
    return line.finish(answer);
}

} // namespace pathgan
