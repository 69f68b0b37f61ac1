#include "app/commandinputs.h"
#include "app/commands.h"
#include "app/comparison.h"
#include "app/coveragenotes.h"
#include "app/readingnotes.h"

#include "core/base/text.h"
#include "core/metabolic/cohort/fluxtable.h"
#include "core/steps/explainstep.h"
#include "core/steps/groupstep.h"
#include "core/steps/resultfolder.h"
#include "core/steps/trainstep.h"
#include "ui/errortext.h"
#include "ui/plots/figures.h"

#include <iostream>

namespace pathgan {

namespace {

/// Tables and figures of a project that holds one result only.
Result<std::vector<std::string>> writeOne(const Project &project, const std::vector<NamedTable> &tables,
                                          const std::filesystem::path &folder, const TaskContext &context)
{
    if (const auto written = writeTables(tables, folder); !written)
        return written.error();
    return exportFigures(project, folder, 300, context);
}

void describeExplain(CommandLine &line)
{
    line.parser.addPositionalArgument(QStringLiteral("MODEL.pt"),
                                      QStringLiteral("network written by `train`"));
    line.parser.addPositionalArgument(QStringLiteral("EXPRESSION"), QStringLiteral("expression matrix"));
    line.addTableOptions(ExplainOptions(), {{"explain_samples", "samples"},
                                            {"explain_reaction", "reaction"},
                                            {"shap_rule", "rule"},
                                            {"shap_draws", "draws"},
                                            {"shap_seed", "seed"},
                                            {"shap_threads", "threads"}});
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
    // Named samples may be of any type; without names the cohort is the tumours, as everywhere.
    Result<Project> project =
        loadCohort(line, line.arguments()[1].toStdU16String(), {},
                   options->samples.empty() ? SampleFilter::Tumours : SampleFilter::All);
    if (!project)
        return line.fail(project.error(), Part::Expression);
    const TaskContext context = line.context();
    Result<Artifact<GanRun>> network = loadedNetwork(*project, line.arguments()[0].toStdU16String(), context);
    if (!network)
        return line.fail(network.error(), Part::Training);
    project->training = *std::move(network);
    const OrderedJson coverage = noteInputs(line, matchInputs(*project));
    Result<ShapRun> run = ExplainStep::run(*project, *options, {context});
    if (!run)
        return line.fail(run.error(), Part::Explanation);
    Project shown;
    shown.explanation = std::make_shared<const ShapRun>(*std::move(run));
    std::vector<NamedTable> tables = ExplainStep::tables(*shown.explanation);
    for (NamedTable &table : tables)
        if (table.fileName == "top_genes.tsv" && *top > 0 &&
            table.table.rows.size() > static_cast<std::size_t>(*top))
            table.table.rows.resize(static_cast<std::size_t>(*top));
    const auto figures = writeOne(shown, tables, line.path(QStringLiteral("out")), context);
    if (!figures)
        return line.fail(figures.error());
    OrderedJson answer = explainAnswer(*shown.explanation, line.text(QStringLiteral("out")),
                                       static_cast<std::size_t>(*top > 0 ? *top : 20), *figures);
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
    const Result<SampleFilter> filter = line.sampleFilter();
    if (!filter)
        return line.fail(filter.error());
    if (const auto may = line.mayFill(QStringLiteral("out"), compareFiles()); !may)
        return line.fail(may.error());
    const Result<ReadRules> rules = line.readingRules();
    CohortOptions choice;
    const Result<void> read = line.readTableOptions(choice);
    if (!rules || !read)
        return line.fail(!rules ? rules.error() : read.error());
    choice.filter = *filter;
    ReadReport report;
    const Result<FluxRun> table = readFluxTable(line.arguments()[0].toStdU16String(), rules->ragged);
    Result<ClinicalTable> clinical = readClinical(line.arguments()[1].toStdU16String(), report, {}, *rules);
    if (!table || !clinical)
        return line.fail(!table ? table.error() : clinical.error());
    noteReading(line, line.arguments()[1].toStdU16String(), report, factsOf(*clinical), &*rules);
    FluxRun predicted;
    if (line.isSet(QStringLiteral("predicted"))) {
        Result<FluxRun> other = readFluxTable(line.path(QStringLiteral("predicted")), rules->ragged);
        if (!other)
            return line.fail(other.error(), Part::Flux);
        predicted = *std::move(other);
    }
    const Result<SampleSelection> samples = selectSamples(
        table->samples, std::make_shared<const ClinicalTable>(*std::move(clinical)), choice, "table");
    if (!samples)
        return line.fail(samples.error());
    noteSelection(line, *samples, "the table");
    GroupInput input{*samples, "table", {{"FBA", table->samples, table->reactions, table->values}}};
    if (!predicted.samples.empty())
        input.values.push_back({"predicted", predicted.samples, predicted.reactions, predicted.values});
    Result<GroupRun> run = groupStep(input, *options);
    if (!run)
        return line.fail(run.error(), Part::Groups);
    Project shown;
    shown.groups = std::make_shared<const GroupRun>(*std::move(run));
    const auto figures =
        writeOne(shown, GroupStep::tables(*shown.groups), line.path(QStringLiteral("out")), line.context());
    if (!figures)
        return line.fail(figures.error());
    OrderedJson json{{"out", line.text(QStringLiteral("out"))}};
    json.update(groupsJson(*shown.groups));
    InputMatch match;
    match.clinical = samples->clinicalJoin;
    json["coverage"] = OrderedJson::parse(matchJson(match), nullptr, false);
    noteGroups(line, *shown.groups);
    if (!line.wantsJson())
        printGroups(*shown.groups);
    json["figures"] = *figures;
    return line.finish(json);
}

} // namespace pathgan
