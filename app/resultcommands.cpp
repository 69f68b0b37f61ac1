#include "app/commandinputs.h"
#include "app/comparison.h"
#include "app/coveragenotes.h"
#include "app/readingnotes.h"

#include "core/base/text.h"
#include "core/data/genelist.h"
#include "core/engine/analysis.h"
#include "core/engine/steps.h"
#include "core/enrichment/rankfile.h"
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

/// Names of genes in a file, however they are written; says where they were found.
Result<std::vector<std::string>> listedGenes(const CommandLine &line, const std::filesystem::path &path)
{
    ReadReport report;
    Result<GeneNames> list = readGeneList(path, report);
    if (!list)
        return list.error();
    noteReading(line, path, report, std::to_string(list->genes.size()) + " genes");
    if (list->repeated > 0)
        line.note(path.string() + ": " + std::to_string(list->repeated) +
                  " names occur twice and count once");
    return std::move(list->genes);
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
        Result<std::vector<std::string>> genes = listedGenes(line, line.path(QStringLiteral("background")));
        if (!genes)
            return genes.error();
        options.background = OraOptions::Background::Given;
        options.genes = *std::move(genes);
    }
    return options;
}

Result<GseaOptions> gseaOptions(const CommandLine &line)
{
    using Options = GseaOptions;
    const Result<std::uint64_t> seed = line.seed();
    const auto permutations = line.integer(QStringLiteral("permutations"), 1, Options::mostPermutations);
    const auto minimum = line.integer(QStringLiteral("min-size"), 1, Options::largestSize);
    const auto maximum = line.integer(QStringLiteral("max-size"), 1, Options::largestSize);
    for (const auto *parsed : {&permutations, &minimum, &maximum})
        if (!*parsed)
            return parsed->error();
    if (!seed)
        return seed.error();
    if (*maximum < *minimum)
        return Error{ErrorCode::InvalidOption, "--max-size: " + std::to_string(*maximum) +
                                                   ", smaller than --min-size: " + std::to_string(*minimum)};
    GseaOptions options;
    options.seed = *seed;
    options.permutations = static_cast<int>(*permutations);
    options.minimumSize = static_cast<int>(*minimum);
    options.maximumSize = static_cast<int>(*maximum);
    options.positiveOnly = line.isSet(QStringLiteral("one-sided"));
    return options;
}

OrderedJson prerankJson(const GseaRun &run)
{
    const RankedList &list = run.list;
    return {{"genes", list.genes.size()},
            {"terms", run.rows.size()},
            {"sets_too_small", run.tooSmall},
            {"sets_too_large", run.tooLarge},
            {"infinite_high", list.infiniteHigh},
            {"infinite_low", list.infiniteLow},
            {"missing", list.missing},
            {"duplicates", list.duplicates},
            {"tied", list.tied},
            {"tied_share", list.tiedShare},
            {"one_sided", run.options.positiveOnly},
            {"seed", run.options.seed},
            {"permutations", run.options.permutations}};
}

/// What of the ranking is not as it would be expected.
void sayRanks(const CommandLine &line, const GseaRun &run)
{
    const RankedList &list = run.list;
    const std::string genes = std::to_string(list.genes.size());
    if (list.infiniteHigh + list.infiniteLow > 0)
        line.note(std::to_string(list.infiniteHigh + list.infiniteLow) + " of " + genes +
                  " scores are infinite (" + std::to_string(list.infiniteHigh) + " up, " +
                  std::to_string(list.infiniteLow) +
                  " down): kept at their end of the list, with the weight of the nearest finite score.");
    if (list.missing > 0)
        line.note(std::to_string(list.missing) + " genes have no score: left out.");
    if (list.duplicates > 0)
        line.note(std::to_string(list.duplicates) +
                  " rows name a gene again: of each gene the score furthest from 0 is kept.");
    if (list.tied > 0)
        line.note(std::to_string(list.tied) + " of " + genes +
                  " genes share their score with another: their order, by name, is arbitrary.");
    if (list.isOneSided() && !run.options.positiveOnly)
        line.note(
            "All scores are positive: a set of low scores is no finding of the other direction. Consider "
            "--one-sided, which tests the top of the list only.");
    else if (!list.isOneSided() && run.options.positiveOnly)
        line.note("Scores below 0 are ranked, but with --one-sided only the top of the list is tested.");
}

/// The genes that a list can be found among: those given, else those of the sets.
std::vector<std::string> knownGenes(const GeneSetCollection &sets, const OraOptions &options)
{
    if (!options.genes.empty())
        return options.genes;
    std::vector<std::string> genes;
    for (const GeneSet &set : sets.sets)
        genes.insert(genes.end(), set.genes.begin(), set.genes.end());
    return genes;
}

/// Distinct genes, and how many of them are known; without case, as the tests compare them.
Coverage foundGenes(const std::vector<std::string> &genes, const std::vector<std::string> &known)
{
    std::unordered_set<std::string> there, seen;
    for (const std::string &gene : known)
        there.insert(toUpper(gene));
    Coverage coverage;
    for (const std::string &gene : genes) {
        if (!seen.insert(toUpper(gene)).second)
            continue;
        const bool isThere = there.contains(toUpper(gene));
        coverage.add(gene, {isThere ? 0 : -1, isThere ? GeneMatch::Exact : GeneMatch::NotThere}, known);
    }
    return coverage;
}

/// The one enrichment that was asked for, as a table.
Result<Table> enrichTable(const CommandLine &line, const GeneSetCollection &sets, OrderedJson &json)
{
    if (line.isSet(QStringLiteral("genes"))) {
        const Result<std::vector<std::string>> genes = listedGenes(line, line.path(QStringLiteral("genes")));
        const Result<OraOptions> options = oraOptions(line);
        if (!genes || !options)
            return !genes ? genes.error() : options.error();
        const std::vector<std::string> known = knownGenes(sets, *options);
        const Coverage coverage = foundGenes(*genes, known);
        noteGenes(line, coverage, "the list",
                  options->genes.empty() ? "the gene sets" : "the genes of --background");
        if (const Result<void> shared = requireCoverage(coverage, "gene list", "background", known,
                                                        line.isSet(QStringLiteral("allow-low-coverage")));
            !shared)
            return shared.error();
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
    const std::filesystem::path rankPath = line.path(QStringLiteral("rank"));
    const Result<RankFile> ranks =
        readRankFile(rankPath, report,
                     {line.text(QStringLiteral("gene-column")), line.text(QStringLiteral("score-column"))});
    const Result<GseaOptions> options = gseaOptions(line);
    if (!ranks || !options)
        return !ranks ? ranks.error() : options.error();
    noteReading(line, rankPath, report, factsOf(ranks->list));
    const Coverage coverage = foundGenes(knownGenes(sets, {}), ranks->list.genes);
    noteGenes(line, coverage, "the gene sets", "the ranking");
    if (const Result<void> shared = requireCoverage(coverage, "gene sets", "ranking", ranks->list.genes,
                                                    line.isSet(QStringLiteral("allow-low-coverage")));
        !shared)
        return shared.error();
    json["genes_of_sets"] = coverage.total;
    json["genes_of_sets_ranked"] = coverage.matched;
    const Result<GseaRun> run = prerank(ranks->list, sets, *options, line.context());
    if (!run)
        return run.error();
    line.note(rankPath.string() + ": genes from " + ranks->geneColumn + ", scores from " +
              ranks->scoreColumn);
    json["gene_column"] = ranks->geneColumn;
    json["score"] = ranks->scoreColumn;
    json.update(prerankJson(*run));
    sayRanks(line, *run);
    return run->table();
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

int enrichCommand(const QStringList &arguments)
{
    CommandLine line(QStringLiteral(
        "Over-representation of a gene list, or preranked GSEA, as a CSV with GSEApy's columns."));
    line.addOption(QStringLiteral("genes"), QStringLiteral("gene list: over-representation"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("rank"),
                   QStringLiteral("ranked list (RNK) or table of results: preranked GSEA"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("gene-column"),
                   QStringLiteral("of --rank: its header or number; default: recognised"),
                   QStringLiteral("column"));
    line.addOption(
        QStringLiteral("score-column"),
        QStringLiteral("of --rank: its header or number; default: stat, t, score …, else signed −log10 p"),
        QStringLiteral("column"));
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
    line.addOption(
        QStringLiteral("one-sided"),
        QStringLiteral("preranked test of the top of the list only, for rankings of positive scores "
                       "(fgsea's scoreType \"pos\")"));
    line.addOption(QStringLiteral("seed"), QStringLiteral("of the permutations"), QStringLiteral("N"),
                   QStringLiteral("123"));
    addCoverageOption(line);
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
