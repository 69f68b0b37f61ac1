#include "app/commandinputs.h"
#include "app/commands.h"
#include "app/coveragenotes.h"
#include "app/outputguard.h"
#include "app/readingnotes.h"

#include "core/base/text.h"
#include "core/data/genelist.h"
#include "core/enrichment/rankfile.h"
#include "core/project/results.h"

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

} // namespace pathgan
