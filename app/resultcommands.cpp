#include "app/commandline.h"
#include "app/readingnotes.h"

#include "core/base/text.h"
#include "core/data/textsource.h"
#include "core/engine/analysis.h"
#include "core/engine/steps.h"
#include "core/project/results.h"
#include "ui/errortext.h"
#include "ui/plots/figures.h"

#include <cmath>
#include <iostream>
#include <unordered_set>

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

/// Names in the first column of a file; a first line `gene` and `#` lines are left out.
Result<std::vector<std::string>> readGeneList(const std::filesystem::path &path)
{
    const Result<std::string> content = readWholeText(path);
    if (!content)
        return content.error();
    std::vector<std::string> genes;
    std::unordered_set<std::string> seen;
    bool first = true;
    for (const std::string &line : split(*content, '\n')) {
        const std::string_view field = trimmed(std::string_view(line).substr(0, line.find_first_of("\t,;")));
        const bool header = first && toUpper(field) == "GENE";
        first = false;
        if (field.empty() || field.front() == '#' || header)
            continue;
        if (seen.emplace(field).second)
            genes.emplace_back(field);
    }
    if (genes.empty())
        return Error{ErrorCode::FileEmpty, path.string()};
    return genes;
}

/// --background library, a number, or a file of genes.
Result<OraOptions> oraOptions(const CommandLine &line)
{
    OraOptions options;
    const std::string background = line.text(QStringLiteral("background"));
    const auto oddsRatio =
        line.choice(QStringLiteral("odds-ratio"), {QStringLiteral("haldane"), QStringLiteral("enrichr")});
    if (!oddsRatio)
        return oddsRatio.error();
    options.oddsRatio = static_cast<OddsRatio>(*oddsRatio);
    if (background == "library") {
        options.background = OraOptions::Background::Library;
    } else if (const auto size = parseNumber(background)) {
        if (*size < 1 || *size > 1e7 || *size != std::floor(*size))
            return Error{ErrorCode::InvalidOption, "--background: " + background};
        options.background = OraOptions::Background::Size;
        options.size = static_cast<std::size_t>(*size);
    } else {
        Result<std::vector<std::string>> genes = readGeneList(line.path(QStringLiteral("background")));
        if (!genes)
            return genes.error();
        options.background = OraOptions::Background::Given;
        options.genes = *std::move(genes);
    }
    return options;
}

Result<GseaOptions> gseaOptions(const CommandLine &line)
{
    const Result<long long> seed = line.integer(QStringLiteral("seed"));
    const Result<long long> permutations = line.integer(QStringLiteral("permutations"), 1);
    const Result<long long> minimum = line.integer(QStringLiteral("min-size"), 1);
    const Result<long long> maximum = line.integer(QStringLiteral("max-size"), 1);
    for (const auto *parsed : {&seed, &permutations, &minimum, &maximum})
        if (!*parsed)
            return parsed->error();
    GseaOptions options;
    options.seed = static_cast<std::uint64_t>(*seed);
    options.permutations = static_cast<int>(*permutations);
    options.minimumSize = static_cast<int>(*minimum);
    options.maximumSize = static_cast<int>(*maximum);
    return options;
}

/// The one enrichment that was asked for, as a table.
Result<Table> enrichTable(const CommandLine &line, const GeneSetCollection &sets, OrderedJson &json)
{
    if (line.isSet(QStringLiteral("genes"))) {
        const Result<std::vector<std::string>> genes = readGeneList(line.path(QStringLiteral("genes")));
        const Result<OraOptions> options = oraOptions(line);
        if (!genes || !options)
            return !genes ? genes.error() : options.error();
        const Result<OraRun> run = overRepresentation(*genes, sets, *options);
        if (!run)
            return run.error();
        json["genes"] = run->query.size();
        json["genes_in_background"] = run->queryInBackground;
        json["background_size"] = run->backgroundSize;
        json["terms"] = run->rows.size();
        return run->table();
    }
    ReadReport report;
    const Result<RankedList> ranks = readRanks(line.path(QStringLiteral("rank")), report);
    const Result<GseaOptions> options = gseaOptions(line);
    if (!ranks || !options)
        return !ranks ? ranks.error() : options.error();
    noteReading(line, line.path(QStringLiteral("rank")), report, factsOf(*ranks));
    const Result<GseaRun> run = prerank(*ranks, sets, *options, line.context());
    if (!run)
        return run.error();
    json["genes"] = run->list.genes.size();
    json["terms"] = run->rows.size();
    json["sets_too_small"] = run->tooSmall;
    json["sets_too_large"] = run->tooLarge;
    json["tied_share"] = run->list.tiedShare;
    json["seed"] = options->seed;
    json["permutations"] = options->permutations;
    return run->table();
}

OrderedJson comparisonJson(const GroupRun::Entry &entry)
{
    const GroupComparison &comparison = entry.comparison;
    OrderedJson pairs = OrderedJson::array(), groups = OrderedJson::array();
    for (const GroupPair &pair : comparison.pairs)
        pairs.push_back({{"group1", pair.group1},
                         {"group2", pair.group2},
                         {"n1", pair.n1},
                         {"n2", pair.n2},
                         {"test", pair.test},
                         {"statistic", jsonNumber(pair.statistic)},
                         {"p", jsonNumber(pair.p)},
                         {"p.adj", jsonNumber(pair.adjustedP)}});
    for (const Group &group : comparison.groups)
        groups.push_back({{"group", group.name},
                          {"n", group.box.n},
                          {"median", jsonNumber(group.box.median)},
                          {"q1", jsonNumber(group.box.q1)},
                          {"q3", jsonNumber(group.box.q3)}});
    return {{"value", entry.reaction},
            {"test", comparison.overallTest},
            {"statistic", jsonNumber(comparison.overallStatistic)},
            {"p", jsonNumber(comparison.overallP)},
            {"pairs", std::move(pairs)},
            {"groups", std::move(groups)}};
}

} // namespace

namespace {

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
    line.addReadingOptions();
    line.addOutput(QStringLiteral("out"), QStringLiteral("folder for tables and figures (required)"),
                   QStringLiteral("folder"));
}

Result<ExplainOptions> explainOptions(CommandLine &line)
{
    ExplainOptions options;
    options.samples = line.list(QStringLiteral("samples"));
    options.reaction = line.text(QStringLiteral("reaction"));
    const Result<long long> draws = line.integer(QStringLiteral("draws"), 1),
                            seed = line.integer(QStringLiteral("seed"));
    const Result<int> rule =
        line.choice(QStringLiteral("rule"), {QStringLiteral("random"), QStringLiteral("quadrature")});
    if (!draws || !seed)
        return !draws ? draws.error() : seed.error();
    if (!rule)
        return rule.error();
    const bool drawsOnly = line.isSet(QStringLiteral("draws")) && !line.isSet(QStringLiteral("rule"));
    options.shap.rule = drawsOnly ? ShapRule::Random : static_cast<ShapRule>(*rule);
    options.shap.draws = static_cast<int>(*draws);
    options.shap.seed = static_cast<std::uint64_t>(*seed);
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
    return line.finish(explainAnswer(*shown.explanation, line.text(QStringLiteral("out")),
                                     static_cast<std::size_t>(*top), *figures));
}

int enrichCommand(const QStringList &arguments)
{
    CommandLine line(QStringLiteral(
        "Over-representation of a gene list, or preranked GSEA, as a CSV with GSEApy's columns."));
    line.addOption(QStringLiteral("genes"), QStringLiteral("gene list: over-representation"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("rank"), QStringLiteral("ranked list (RNK): preranked GSEA"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("sets"), QStringLiteral("gene sets, GMT (required)"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("background"),
                   QStringLiteral("library, a file of genes, or a number of genes"), QStringLiteral("what"),
                   QStringLiteral("library"));
    line.addOption(QStringLiteral("odds-ratio"), QStringLiteral("haldane (0.5 added) or enrichr"),
                   QStringLiteral("formula"), QStringLiteral("haldane"));
    line.addOption(QStringLiteral("permutations"), QStringLiteral("of the preranked test"),
                   QStringLiteral("N"), QStringLiteral("1000"));
    line.addOption(QStringLiteral("min-size"), QStringLiteral("smallest set of the preranked test"),
                   QStringLiteral("N"), QStringLiteral("15"));
    line.addOption(QStringLiteral("max-size"), QStringLiteral("largest set of the preranked test"),
                   QStringLiteral("N"), QStringLiteral("500"));
    line.addOption(QStringLiteral("seed"), QStringLiteral("of the permutations"), QStringLiteral("N"),
                   QStringLiteral("123"));
    line.addOutput(QStringLiteral("out"), QStringLiteral("CSV to write (required); -: standard output"),
                   QStringLiteral("file"));
    if (!line.parse(arguments, 0, 0))
        return line.exitCode();
    for (const char *needed : {"sets", "out"})
        if (!line.isSet(QString::fromLatin1(needed)))
            return line.fail({ErrorCode::InvalidOption, std::string("--") + needed});
    if (line.isSet(QStringLiteral("genes")) == line.isSet(QStringLiteral("rank")))
        return line.fail({ErrorCode::InvalidOption, "--genes or --rank, one of the two"});
    const LooksOurs isEnrichment = tableWith({OraRun().table().header, GseaRun().table().header});
    if (const auto may = line.mayReplace(QStringLiteral("out"), isEnrichment); !may)
        return line.fail(may.error());
    ReadReport report;
    const Result<GeneSetCollection> sets = readGeneSets(line.path(QStringLiteral("sets")), report);
    if (!sets)
        return line.fail(sets.error(), "Reading gene sets");
    noteReading(line, line.path(QStringLiteral("sets")), report, factsOf(*sets));
    OrderedJson json{{"out", line.text(QStringLiteral("out"))}};
    const Result<Table> table = enrichTable(line, *sets, json);
    if (!table)
        return line.fail(table.error(), "Testing enrichment");
    const auto written = line.isOutputStandard() // without a name that tells how fields are parted: CSV
                             ? writeText(line.path(QStringLiteral("out")), tableText(*table, ','))
                             : writeTable(line.path(QStringLiteral("out")), *table);
    if (!written)
        return line.fail(written.error());
    return line.finish(json);
}

namespace {

void describeCompare(CommandLine &line)
{
    line.parser.addPositionalArgument(QStringLiteral("TABLE"),
                                      QStringLiteral("samples × values, e.g. written by `flux`"));
    line.parser.addPositionalArgument(QStringLiteral("CLINICAL"), QStringLiteral("clinical table"));
    line.addOption(QStringLiteral("group"), QStringLiteral("clinical column (required)"),
                   QStringLiteral("column"));
    line.addOption(QStringLiteral("within"),
                   QStringLiteral("column for the same test inside each of its values"),
                   QStringLiteral("column"));
    line.addOption(QStringLiteral("samples"),
                   QStringLiteral("tumour (primary tumours, one a patient) or all"), QStringLiteral("which"),
                   QStringLiteral("tumour"));
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
    const Result<SampleFilter> filter = line.sampleFilter();
    if (!filter)
        return line.fail(filter.error());
    if (const auto may = line.mayFill(QStringLiteral("out"), compareFiles()); !may)
        return line.fail(may.error());
    ReadReport report;
    Result<FluxRun> table = readFluxTable(line.arguments()[0].toStdU16String());
    Result<ClinicalTable> clinical = readClinical(line.arguments()[1].toStdU16String(), report);
    if (!table || !clinical)
        return line.fail(!table ? table.error() : clinical.error(), "Reading");
    noteReading(line, line.arguments()[1].toStdU16String(), report, factsOf(*clinical));
    Project project;
    ExpressionMatrix samplesOnly;
    samplesOnly.samples = table->samples;
    samplesOnly.values.resize(0, static_cast<Index>(table->samples.size()));
    project.expression = std::make_shared<const ExpressionMatrix>(std::move(samplesOnly));
    project.clinical = std::make_shared<const ClinicalTable>(*std::move(clinical));
    project.flux = std::make_shared<const FluxRun>(*std::move(table));
    Result<Cohort> cohort = cohortStep(project, {*filter});
    if (!cohort)
        return line.fail(cohort.error());
    project.cohort = std::make_shared<const Cohort>(*std::move(cohort));
    noteCohort(line, *project.cohort);
    Result<GroupRun> run =
        groupStep(project, {line.text(QStringLiteral("group")), line.text(QStringLiteral("within"))});
    if (!run)
        return line.fail(run.error(), "Comparing groups");
    Project shown;
    shown.groups = std::make_shared<const GroupRun>(*std::move(run));
    const auto figures =
        writeOne(shown, groupTables(*shown.groups), line.path(QStringLiteral("out")), line.context());
    if (!figures)
        return line.fail(figures.error());
    OrderedJson json{{"out", line.text(QStringLiteral("out"))}, {"group", shown.groups->column}};
    for (const GroupRun::Entry &entry : shown.groups->entries)
        json["comparisons"].push_back(comparisonJson(entry));
    json["confounders"] = OrderedJson::array();
    for (const Confounder &confounder : shown.groups->confounders)
        json["confounders"].push_back({{"column", confounder.column},
                                       {"cramers_v", jsonNumber(confounder.cramersV)},
                                       {"detail", confounder.detail}});
    json["figures"] = *figures;
    return line.finish(json);
}

} // namespace pathgan
