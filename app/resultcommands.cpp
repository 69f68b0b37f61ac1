#include "app/commandinputs.h"
#include "app/commands.h"
#include "app/comparison.h"
#include "app/coveragenotes.h"
#include "app/readingnotes.h"

#include "core/base/text.h"
#include "core/engine/analysis.h"
#include "core/engine/steps.h"
#include "core/metabolic/cohort/fluxtable.h"
#include "core/project/results.h"
#include "ui/errortext.h"
#include "ui/plots/figures.h"

#include <iostream>

namespace pathgan {

namespace {

/// Tables and figures of a project that holds one result only.
Result<std::vector<std::string>> writeOne(const Project &project, const std::vector<NamedTable> &tables,
                                          const std::filesystem::path &folder, const TaskContext &context)
{
    std::error_code code;
    std::filesystem::create_directories(folder, code);
    if (code)
        return Error{ErrorCode::WriteFailed, folder.string() + ": " + code.message()};
    for (const NamedTable &table : tables)
        if (const Result<void> written = writeTable(folder / table.fileName, table.table); !written)
            return written.error();
    return exportFigures(project, folder, 300, context);
}

void describeExplain(CommandLine &line)
{
    line.parser.addPositionalArgument(QStringLiteral("MODEL.pt"),
                                      QStringLiteral("network written by `train`"));
    line.parser.addPositionalArgument(QStringLiteral("EXPRESSION"), QStringLiteral("expression matrix"));
    line.addOption(QStringLiteral("samples"), QStringLiteral("samples to explain; default: the first ten"),
                   QStringLiteral("names"));
    line.addOption(QStringLiteral("reaction"), QStringLiteral("output to explain; default: the mean of all"),
                   QStringLiteral("id"));
    line.addOption(QStringLiteral("top"), QStringLiteral("genes in top_genes.tsv"), QStringLiteral("N"),
                   QStringLiteral("20"));
    line.addOption(
        QStringLiteral("rule"),
        QStringLiteral("quadrature (deterministic) or random (as shap.GradientExplainer; also by --draws)"),
        QStringLiteral("rule"), QStringLiteral("quadrature"));
    line.addOption(QStringLiteral("draws"), QStringLiteral("random draws a sample"), QStringLiteral("N"),
                   QStringLiteral("200"));
    line.addOption(QStringLiteral("seed"), QStringLiteral("of draws and background"), QStringLiteral("N"),
                   QStringLiteral("1"));
    addCoverageOption(line);
    line.addReadingOptions();
    line.addOutput(QStringLiteral("out"), QStringLiteral("folder for tables and figures (required)"),
                   QStringLiteral("folder"));
}

Result<ExplainOptions> explainOptions(CommandLine &line)
{
    ExplainOptions options;
    options.samples = line.list(QStringLiteral("samples"));
    options.reaction = line.text(QStringLiteral("reaction"));
    const Result<long long> draws = line.integer(QStringLiteral("draws"), 1, ShapOptions::mostDraws);
    const Result<std::uint64_t> seed = line.seed();
    const Result<int> rule =
        line.choice(QStringLiteral("rule"), {QStringLiteral("random"), QStringLiteral("quadrature")});
    if (!draws || !seed)
        return !draws ? draws.error() : seed.error();
    if (!rule)
        return rule.error();
    const bool drawsOnly = line.isSet(QStringLiteral("draws")) && !line.isSet(QStringLiteral("rule"));
    options.shap.rule = drawsOnly ? ShapRule::Random : static_cast<ShapRule>(*rule);
    options.shap.draws = static_cast<int>(*draws);
    options.shap.seed = *seed;
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
    const Result<long long> top = line.integer(QStringLiteral("top"), 1);
    if (!options || !top)
        return line.fail(!options ? options.error() : top.error());
    if (const auto may = line.mayFill(QStringLiteral("out"), explainFiles()); !may)
        return line.fail(may.error());
    // Named samples may be of any type; without names the cohort is the tumours, as everywhere.
    Result<Project> project =
        loadCohort(line, line.arguments()[1].toStdU16String(), {},
                   options->samples.empty() ? SampleFilter::Tumours : SampleFilter::All);
    if (!project)
        return line.fail(project.error(), "Reading expression matrix");
    Result<GanRun> loaded = loadNetwork(line.arguments()[0].toStdU16String());
    if (!loaded)
        return line.fail(loaded.error(), "Loading network");
    const TaskContext context = line.context();
    project->training = std::make_shared<const GanRun>(*loaded);
    const OrderedJson coverage = noteInputs(line, matchInputs(*project));
    Result<GanRun> applied = applyNetworkStep(*project, *std::move(loaded), context);
    if (!applied)
        return line.fail(applied.error(), "Loading network");
    project->training = std::make_shared<const GanRun>(*std::move(applied));
    Result<ShapRun> run = explainStep(*project, *options, context);
    if (!run)
        return line.fail(run.error(), "Explaining predictions");
    Project shown;
    shown.explanation = std::make_shared<const ShapRun>(*std::move(run));
    std::vector<NamedTable> tables = explanationTables(*shown.explanation);
    for (NamedTable &table : tables)
        if (table.fileName == "top_genes.tsv" && table.table.rows.size() > static_cast<std::size_t>(*top))
            table.table.rows.resize(static_cast<std::size_t>(*top));
    const auto figures = writeOne(shown, tables, line.path(QStringLiteral("out")), context);
    if (!figures)
        return line.fail(figures.error());
    OrderedJson answer = explainAnswer(*shown.explanation, line.text(QStringLiteral("out")),
                                       static_cast<std::size_t>(*top), *figures);
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
    line.addOutput(QStringLiteral("out"), QStringLiteral("folder for tables and figures (required)"),
                   QStringLiteral("folder"));
}

/// What the core takes for a matrix is the table of the first argument.
Error aboutTable(Error error)
{
    const std::string_view matrix = "expression matrix";
    if (const std::size_t at = error.detail.find(matrix); at != std::string::npos)
        error.detail.replace(at, matrix.size(), "table");
    return error;
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
    ReadReport report;
    ReadRules rules;
    const Result<ReadRules::Ragged> ragged = line.raggedRule();
    if (!ragged)
        return line.fail(ragged.error());
    rules.ragged = *ragged;
    Result<FluxRun> table = readFluxTable(line.arguments()[0].toStdU16String(), *ragged);
    Result<ClinicalTable> clinical = readClinical(line.arguments()[1].toStdU16String(), report, {}, rules);
    if (!table || !clinical)
        return line.fail(!table ? table.error() : clinical.error(), "Reading");
    noteReading(line, line.arguments()[1].toStdU16String(), report, factsOf(*clinical), &rules);
    Project project;
    ExpressionMatrix samplesOnly;
    samplesOnly.samples = table->samples;
    samplesOnly.values.resize(0, static_cast<Index>(table->samples.size()));
    project.expression = std::make_shared<const ExpressionMatrix>(std::move(samplesOnly));
    project.clinical = std::make_shared<const ClinicalTable>(*std::move(clinical));
    project.flux = std::make_shared<const FluxRun>(*std::move(table));
    Result<Cohort> cohort = cohortStep(project, {*filter, line.text(QStringLiteral("id-column"))});
    if (!cohort)
        return line.fail(aboutTable(cohort.error()));
    noteCohort(line, *cohort, "the table");
    project.cohort = std::make_shared<const Cohort>(*std::move(cohort));
    Result<GroupRun> run = groupStep(project, *options);
    if (!run)
        return line.fail(aboutTable(run.error()), "Comparing groups");
    Project shown;
    shown.groups = std::make_shared<const GroupRun>(*std::move(run));
    const auto figures =
        writeOne(shown, groupTables(*shown.groups), line.path(QStringLiteral("out")), line.context());
    if (!figures)
        return line.fail(figures.error());
    OrderedJson json{{"out", line.text(QStringLiteral("out"))}};
    json.update(groupsJson(*shown.groups));
    InputMatch match;
    match.clinical = project.cohort->clinicalJoin;
    json["coverage"] = OrderedJson::parse(matchJson(match), nullptr, false);
    noteGroups(line, *shown.groups);
    if (!line.wantsJson())
        printGroups(*shown.groups);
    json["figures"] = *figures;
    return line.finish(json);
}

} // namespace pathgan
