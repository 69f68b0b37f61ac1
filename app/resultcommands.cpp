// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandfolder.h"
#include "app/commandinputs.h"
#include "app/commands.h"
#include "app/comparison.h"
#include "app/coveragenotes.h"
#include "app/readingnotes.h"

#include "core/steps/compute.h"
#include "core/steps/explainedsamples.h"
#include "core/steps/reading.h"

#include <algorithm>

namespace pathgan {

namespace {

void describeExplain(CommandLine &line)
{
    line.parser.addPositionalArgument(QStringLiteral("MODEL.pt"),
                                      QStringLiteral("network written by `train`"));
    line.parser.addPositionalArgument(QStringLiteral("EXPRESSION"), QStringLiteral("expression matrix"));
    line.addTableOptions(ExplainOptions(), {{"explain_samples", "samples"},
                                            {"explain_choice", "choice"},
                                            {"explain_count", "count"},
                                            {"explain_strata", "strata"},
                                            {"explain_reaction", "reaction"},
                                            {"shap_rule", "rule"},
                                            {"shap_draws", "draws"},
                                            {"shap_seed", "seed"},
                                            {"shap_threads", "threads"}});
    line.addOption(
        QStringLiteral("clinical"),
        QStringLiteral("clinical table: tissues or groups that have their share of the samples drawn"),
        QStringLiteral("file"));
    addIdColumnOption(line);
    line.addOption(QStringLiteral("top"),
                   QStringLiteral("genes in top_genes.tsv and in the answer; 0: all, and 20"),
                   QStringLiteral("N"), QStringLiteral("0"));
    addCoverageOption(line);
    line.addReadingOptions();
    line.addOutput(QStringLiteral("out"), QStringLiteral("folder for tables and figures (required)"),
                   QStringLiteral("folder"));
}

Result<ExplainOptions> explainOptions(const CommandLine &line)
{
    ExplainOptions options;
    if (const Result<void> read = line.readTableOptions(options); !read)
        return read.error();
    if (line.isSet(QStringLiteral("draws")) && !line.isSet(QStringLiteral("rule")))
        options.shap.rule = ShapRule::Random;
    return options;
}

OrderedJson explainAnswer(const ShapRun &shap, const std::string &out, std::size_t top,
                          const std::vector<std::string> &figures)
{
    OrderedJson genes = OrderedJson::array();
    const std::vector<Index> ranking = shap.ranking();
    for (std::size_t i = 0; i < ranking.size() && i < top; ++i)
        genes.push_back(shap.genes[static_cast<std::size_t>(ranking[i])]);
    return {{"out", out},
            {"output", shap.outputName},
            {"unit", shap.unit},
            {"samples", shap.samples},
            {"samples_chosen", explainedText(shap.chosen)},
            {"base_value", jsonNumber(shap.baseValue)},
            {"largest_additivity_error", jsonNumber(shap.additivityError.cwiseAbs().maxCoeff())},
            {"background_samples", shap.background.size()},
            {"seed", shap.options.seed},
            {"top_genes", std::move(genes)},
            {"figures", figures}};
}

} // namespace

int explainCommand(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("SHAP values of a trained network: expected gradients of its mean output."));
    describeExplain(line);
    if (!line.parse(arguments, 2, 2))
        return line.exitCode();
    if (!line.isSet(QStringLiteral("out")))
        return line.fail({ErrorCode::InvalidOption, "--out"});
    const Result<ExplainOptions> options = explainOptions(line);
    const Result<long long> top = line.integer(QStringLiteral("top"));
    if (!options || !top)
        return line.fail(!options ? options.error() : top.error());
    if (const auto may = line.mayFill(QStringLiteral("out"), explainFiles()); !may)
        return line.fail(may.error());
    Project project;
    project.options.explain = *options;
    // Named samples may be of any type; without names the cohort is the tumours, as everywhere.
    const SampleFilter filter = options->samples.empty() ? SampleFilter::Tumours : SampleFilter::All;
    if (const auto loaded = loadCohort(project, line.arguments()[1].toStdU16String(),
                                       line.path(QStringLiteral("clinical")), filter, line);
        !loaded)
        return line.fail(loaded.error(), Part::Expression);
    const TaskContext context = line.context();
    Result<Artifact<GanRun>> network = loadedNetwork(project, line.arguments()[0].toStdU16String(), context);
    if (!network)
        return line.fail(network.error(), Part::Training);
    project.training = *std::move(network);
    const OrderedJson coverage = noteInputs(line, matchInputs(project));
    if (const Result<void> explained = computeInto<ExplainStep>(project, {context}); !explained)
        return line.fail(explained.error(), Part::Explanation);
    const ShapRun &run = *project.explanation;
    line.note("SHAP values of " + explainedText(run.chosen));
    std::vector<NamedTable> tables = ExplainStep::tables(run);
    const std::size_t tableCount = tables.size();
    for (NamedTable &table : tables)
        if (table.fileName == "top_genes.tsv" && *top > 0 &&
            table.table.rows.size() > static_cast<std::size_t>(*top))
            table.table.rows.resize(static_cast<std::size_t>(*top));
    const auto files = writeFolder(line, QStringLiteral("out"), project, tables, {Part::Explanation});
    if (!files)
        return line.fail(files.error());
    OrderedJson answer =
        explainAnswer(run, line.text(QStringLiteral("out")), static_cast<std::size_t>(*top > 0 ? *top : 20),
                      {files->begin() + static_cast<std::ptrdiff_t>(tableCount), files->end()});
    answer["coverage"] = coverage;
    return line.finish(answer);
}

namespace {

void describeCompare(CommandLine &line)
{
    line.parser.addPositionalArgument(QStringLiteral("TABLE"),
                                      QStringLiteral("samples × values, e.g. written by `flux`"));
    line.parser.addPositionalArgument(QStringLiteral("CLINICAL"), QStringLiteral("clinical table"));
    addGroupOptions(line);
    line.addOption(QStringLiteral("samples"),
                   QStringLiteral("tumour (primary tumours, one a patient) or all"), QStringLiteral("which"),
                   QStringLiteral("tumour"));
    addIdColumnOption(line);
    line.addRaggedOption();
    line.addOption(QStringLiteral("predicted"), QStringLiteral("table of predicted fluxes to compare beside"),
                   QStringLiteral("file"));
    line.addOutput(QStringLiteral("out"), QStringLiteral("folder for tables and figures (required)"),
                   QStringLiteral("folder"));
}

/// Options, tables and samples.
Result<void> loadCompared(const CommandLine &line, Project &project)
{
    const Result<SampleFilter> filter = line.sampleFilter();
    if (!filter)
        return filter.error();
    if (Result<void> read = line.readTableOptions(project.options.inputs); !read)
        return read;
    if (Result<void> read = line.readTableOptions(project.options.cohort); !read)
        return read;
    project.options.cohort.filter = *filter;
    const ReadRules &rules = project.options.inputs.reading;
    ReadReport report;
    const std::filesystem::path path = line.arguments()[0].toStdU16String();
    Result<Artifact<FluxRun>> table = fluxTable(path, rules, report);
    if (!table)
        return table.error();
    project.flux = *std::move(table);
    noteTable(line, path, report, project.flux->samples.size(), project.flux->reactions.size(), &rules);
    if (Result<void> clinical =
            loadInput(project, Part::Clinical, line.arguments()[1].toStdU16String(), line);
        !clinical)
        return clinical;
    if (line.isSet(QStringLiteral("predicted"))) {
        const std::filesystem::path predicted = line.path(QStringLiteral("predicted"));
        Result<Artifact<GanRun>> other = predictedTable(predicted, rules, report);
        if (!other)
            return other.error();
        project.training = *std::move(other);
        noteTable(line, predicted, report, project.training->samples.size(),
                  project.training->reactions.size(), &rules);
    }
    Result<Artifact<Cohort>> samples = cohortOfFluxes(project);
    if (!samples)
        return samples.error();
    project.cohort = *std::move(samples);
    noteSelection(line, *project.cohort, "the table");
    return {};
}

} // namespace

int compareCommand(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("Compares values (samples in rows) between the groups of a clinical column."));
    describeCompare(line);
    if (!line.parse(arguments, 2, 2))
        return line.exitCode();
    for (const char *needed : {"group", "out"})
        if (!line.isSet(QString::fromLatin1(needed)))
            return line.fail({ErrorCode::InvalidOption, std::string("--") + needed});
    const Result<GroupOptions> options = groupOptions(line);
    if (!options)
        return line.fail(options.error());
    if (const auto may = line.mayFill(QStringLiteral("out"), compareFiles()); !may)
        return line.fail(may.error());
    Project project;
    project.options.groups = *options;
    if (const Result<void> loaded = loadCompared(line, project); !loaded)
        return line.fail(loaded.error());
    if (const Result<void> compared = computeInto<GroupStep>(project, {line.context()}); !compared)
        return line.fail(compared.error(), Part::Groups);
    const GroupRun &run = *project.groups;
    noteGroups(line, run);
    const std::vector<NamedTable> tables = GroupStep::tables(run);
    const auto files = writeFolder(line, QStringLiteral("out"), project, tables, {Part::Groups});
    if (!files)
        return line.fail(files.error());
    OrderedJson json{{"out", line.text(QStringLiteral("out"))}};
    json.update(groupsJson(run));
    InputMatch match;
    match.clinical = project.cohort->clinicalJoin;
    json["coverage"] = OrderedJson::parse(matchJson(match), nullptr, false);
    if (!line.wantsJson())
        printGroups(run);
    json["figures"] =
        std::vector<std::string>(files->begin() + static_cast<std::ptrdiff_t>(tables.size()), files->end());
    return line.finish(json);
}

} // namespace pathgan
