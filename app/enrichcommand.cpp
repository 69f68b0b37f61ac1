// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandfolder.h"
#include "app/commandinputs.h"
#include "app/commands.h"
#include "app/coveragenotes.h"
#include "app/outputguard.h"
#include "app/readingnotes.h"

#include "core/base/text.h"
#include "core/data/genelist.h"
#include "core/enrichment/rankfile.h"
#include "core/steps/compute.h"
#include "core/steps/reading.h"

#include <cmath>
#include <unordered_set>

namespace pathgan {

namespace {

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

/// Options of over-representation, and the genes of a background that was given.
struct OraChoice
{
    OraOptions options;
    std::vector<std::string> background;
};

/// --background library, a number, or a file of genes; else --enrich-background, here `library` by default.
Result<OraChoice> oraChoice(const CommandLine &line)
{
    OraChoice choice;
    choice.options.background = OraOptions::Background::Library;
    if (const Result<void> read = line.readTableOptions(choice.options); !read)
        return read.error();
    const std::string background = line.text(QStringLiteral("background"));
    if (background.empty()) {
        if (choice.options.background == OraOptions::Background::Library ||
            choice.options.background == OraOptions::Background::Size)
            return choice;
        return Error{
            ErrorCode::InvalidOption,
            "--enrich-background: of a list alone only library and size are known; --background FILE "
            "gives genes"};
    }
    if (background == "library") {
        choice.options.background = OraOptions::Background::Library;
    } else if (const auto size = parseNumber(background)) {
        if (*size < 1 || *size > 1e7 || *size != std::floor(*size))
            return Error{ErrorCode::InvalidOption, "--background: " + background};
        choice.options.background = OraOptions::Background::Size;
        choice.options.size = static_cast<std::size_t>(*size);
    } else {
        Result<std::vector<std::string>> genes = listedGenes(line, line.path(QStringLiteral("background")));
        if (!genes)
            return genes.error();
        choice.options.background = OraOptions::Background::Given;
        choice.background = *std::move(genes);
    }
    return choice;
}

Result<GseaOptions> gseaOptions(const CommandLine &line)
{
    GseaOptions options;
    if (const Result<void> read = line.readTableOptions(options); !read)
        return read.error();
    if (const Result<void> checked = options.check(); !checked)
        return line.withFlag(checked.error());
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
std::vector<std::string> knownGenes(const GeneSetCollection &sets, const std::vector<std::string> &given)
{
    if (!given.empty())
        return given;
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
        Result<std::vector<std::string>> genes = listedGenes(line, line.path(QStringLiteral("genes")));
        const Result<OraChoice> choice = oraChoice(line);
        const Result<long long> top = line.isSet(QStringLiteral("top-genes"))
                                          ? line.integer(QStringLiteral("top-genes"), 1)
                                          : Result<long long>(0);
        if (!genes || !choice || !top)
            return !genes ? genes.error() : !choice ? choice.error() : top.error();
        if (*top > 0 && genes->size() > static_cast<std::size_t>(*top))
            genes->resize(static_cast<std::size_t>(*top));
        const std::vector<std::string> known = knownGenes(sets, choice->background);
        const Coverage coverage = foundGenes(*genes, known);
        noteGenes(line, coverage, "the list",
                  choice->background.empty() ? "the gene sets" : "the genes of --background");
        if (const Result<void> shared = requireCoverage(coverage, "gene list", "background", known,
                                                        line.isSet(QStringLiteral("allow-low-coverage")));
            !shared)
            return shared.error();
        const Result<OraRun> run = overRepresentation(*genes, sets, choice->options, choice->background);
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

/// The enrichment step of an analysis: SHAP values, the network and the matrix that they are of.
int enrichExplanation(const CommandLine &line)
{
    for (const char *needed : {"network", "expression"})
        if (!line.isSet(QString::fromLatin1(needed)))
            return line.fail({ErrorCode::InvalidOption, std::string("--") + needed + ", with --shap"});
    Project project;
    EnrichOptions &options = project.options.enrich;
    const Result<void> given = line.readTableOptions(options);
    const Result<SampleFilter> filter = line.sampleFilter();
    if (!given || !filter)
        return line.fail(!given ? given.error() : filter.error());
    if (const Result<void> checked = options.check(); !checked)
        return line.fail(checked.error());
    if (const auto may = line.mayFill(QStringLiteral("tables"), enrichFiles()); !may)
        return line.fail(may.error());
    if (const Result<void> sets = loadInput(project, Part::GeneSets, line.path(QStringLiteral("sets")), line);
        !sets)
        return line.fail(sets.error(), Part::GeneSets);
    ReadReport report;
    Result<Artifact<ShapRun>> shap = shapTable(line.path(QStringLiteral("shap")), {}, report);
    if (!shap)
        return line.fail(shap.error());
    project.explanation = *std::move(shap);
    if (const auto loaded = loadCohort(project, line.path(QStringLiteral("expression")), {}, *filter, line);
        !loaded)
        return line.fail(loaded.error(), Part::Expression);
    Result<Artifact<GanRun>> network =
        loadedNetwork(project, line.path(QStringLiteral("network")), line.context());
    if (!network)
        return line.fail(network.error(), Part::Training);
    project.training = *std::move(network);
    const OrderedJson coverage = noteInputs(line, matchInputs(project));
    if (const Result<void> tested = computeInto<EnrichStep>(project, {line.context()}); !tested)
        return line.fail(tested.error(), Part::Enrichment);
    const EnrichmentRun &run = *project.enrichment;
    const auto written = writeFolder(line, QStringLiteral("tables"), project, EnrichStep::tables(run));
    if (!written)
        return line.fail(written.error());
    return line.finish({{"tables", *written}, {"ranking", run.source}, {"coverage", coverage}});
}

void describeEnrich(CommandLine &line)
{
    line.addOption(QStringLiteral("genes"), QStringLiteral("gene list: over-representation"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("rank"),
                   QStringLiteral("ranked list (RNK) or table of results: preranked GSEA"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("shap"),
                   QStringLiteral("shap_values.tsv of `explain`: both, as `run` does them, with --network, "
                                  "--expression and --tables"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("network"), QStringLiteral("of --shap: network written by `train`"),
                   QStringLiteral("file"));
    line.addOption(QStringLiteral("expression"), QStringLiteral("of --shap: expression matrix"),
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
                   QStringLiteral("of --genes: library (the default), a file of genes, or a number of genes"),
                   QStringLiteral("what"));
    line.addTableOptions(EnrichOptions(), {{"minimum_set_size", "min-size"},
                                           {"maximum_set_size", "max-size"},
                                           {"gsea_seed", "seed"},
                                           {"gsea_threads", "threads"}});
    line.addSampleOption();
    line.addReadingOptions();
    addCoverageOption(line);
    line.addOutput(QStringLiteral("tables"), QStringLiteral("of --shap: folder for both tables"),
                   QStringLiteral("folder"));
    line.addOutput(QStringLiteral("out"),
                   QStringLiteral("CSV to write (required but with --shap); -: standard output"),
                   QStringLiteral("file"));
}

} // namespace

int enrichCommand(const QStringList &arguments)
{
    CommandLine line(QStringLiteral(
        "Over-representation of a gene list, or preranked GSEA, as a CSV with GSEApy's columns."));
    describeEnrich(line);
    if (!line.parse(arguments, 0, 0))
        return line.exitCode();
    const bool isExplanation = line.isSet(QStringLiteral("shap"));
    for (const char *needed : {"sets", isExplanation ? "tables" : "out"})
        if (!line.isSet(QString::fromLatin1(needed)))
            return line.fail({ErrorCode::InvalidOption, std::string("--") + needed});
    const int asked = (line.isSet(QStringLiteral("genes")) ? 1 : 0) +
                      (line.isSet(QStringLiteral("rank")) ? 1 : 0) + (isExplanation ? 1 : 0);
    if (asked != 1)
        return line.fail({ErrorCode::InvalidOption, "--genes, --rank or --shap, one of the three"});
    const LooksOurs isEnrichment = tableWith({OraRun().table().header, GseaRun().table().header});
    if (const auto may = line.mayReplace(QStringLiteral("out"), isEnrichment); !may)
        return line.fail(may.error());
    if (isExplanation)
        return enrichExplanation(line);
    if (line.isSet(QStringLiteral("relative-ranking")))
        return line.fail({ErrorCode::InvalidOption, "--relative-ranking, only with --shap"});
    Project inputs;
    if (const Result<void> sets = loadInput(inputs, Part::GeneSets, line.path(QStringLiteral("sets")), line);
        !sets)
        return line.fail(sets.error(), Part::GeneSets);
    OrderedJson json{{"out", line.text(QStringLiteral("out"))}};
    const Result<Table> table = enrichTable(line, *inputs.geneSets, json);
    if (!table)
        return line.fail(table.error(), Part::Enrichment);
    const auto written = line.isOutputStandard() // without a name that tells how fields are parted: CSV
                             ? writeText(line.path(QStringLiteral("out")), tableText(*table, ','))
                             : writeTable(line.path(QStringLiteral("out")), *table);
    if (!written)
        return line.fail(written.error());
    return line.finish(json);
}

} // namespace pathgan
