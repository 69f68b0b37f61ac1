// SPDX-License-Identifier: GPL-3.0-or-later
// Times the flux analyses beside COBRApy, where PATHGAN_COBRA_PYTHON names a Python that has it, in the same
// run, and compares what they find:
//
// bench_flux MODEL EXPRESSION [--gene-map FILE] [--agree MODEL]… [--samples K] [--fva-step N]
//            [--deletion-step N] [--threads N] [--cache FOLDER] [--only NAME]…
//
// COBRApy does the first K samples, every N-th reaction or gene; its whole time is scaled from those.
// --cache: models are read by way of it, as the program does; from the second time on without the memory that
// reading SBML takes. --only: read, fba, capacity, pfba, fva, deletions, agree.
#include "core/data/cohort.h"
#include "core/metabolic/cohort/cohortflux.h"
#include "core/metabolic/cohort/expressionbounds_p.h"
#include "core/metabolic/fba/deletions.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/fva.h"
#include "core/metabolic/io/modelcache.h"
#include "core/metabolic/io/modelreader.h"
#include "tests/bench/cobraside.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <unistd.h>
#include <vector>

#include <sys/resource.h>

using namespace pathgan;

namespace {

struct Settings
{
    std::string model, expression, geneMap, cache;
    std::vector<std::string> agree;
    std::set<std::string> only;
    int samples = 5, fvaStep = 40, deletionStep = 20;
    unsigned threads = 2;

    bool wants(const char *name) const { return only.empty() || only.count(name) > 0; }
};

double seconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Wall time, and what share of the processors it could use the program got: less than 1 where others work on
/// the machine, or threads wait for each other.
class Stopwatch
{
public:
    explicit Stopwatch(unsigned threads) : m_threads(threads) {}
    struct Time
    {
        double wall, share;
    };
    Time read() const
    {
        const double wall = seconds() - m_wall;
        return {wall, std::min(1.0, (processor() - m_busy) / (wall * m_threads))};
    }

private:
    static double processor() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

    double m_wall = seconds(), m_busy = processor();
    unsigned m_threads;
};

double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Largest |a − b| / max(1, |a|); infinite where one is a number and the other none.
double difference(const std::vector<double> &theirs, const std::vector<double> &ours)
{
    if (theirs.size() != ours.size())
        return std::nan("");
    double worst = 0;
    for (std::size_t i = 0; i < theirs.size(); ++i) {
        if (std::isnan(theirs[i]) && std::isnan(ours[i]))
            continue;
        const double apart = std::abs(theirs[i] - ours[i]) / std::max(1.0, std::abs(theirs[i]));
        worst = std::isnan(apart) ? HUGE_VAL : std::max(worst, apart);
    }
    return worst;
}

void printHeader()
{
    std::printf("| work | COBRApy | ours | ratio | undisturbed | largest difference |\n"
                "|---|---|---|---|---|---|\n");
}

void printRow(const std::string &work, const std::optional<CobraSide::Answer> &theirs, Stopwatch::Time ours,
              double worst)
{
    if (theirs)
        std::printf(
            "| %s | %.4g s (%.4g s each, from %d; %.0f %%) | %.4g s (%.0f %%) | %.1f | %.1f | %.1e |\n",
            work.c_str(), theirs->whole, theirs->perItem, theirs->items, 100 * theirs->share, ours.wall,
            100 * ours.share, theirs->whole / ours.wall,
            theirs->whole * theirs->share / (ours.wall * ours.share), worst);
    else
        std::printf("| %s | – | %.4g s (%.0f %%) | – | – | – |\n", work.c_str(), ours.wall, 100 * ours.share);
    std::fflush(stdout);
}

void printMemory(const char *after)
{
    std::printf("| peak memory after %s | | %.0f MB | | | |\n", after, peakMegabytes());
}

// Single analyses
// -------------------------------------------------------------------------------------------------

std::vector<int> everyNth(std::size_t count, int step)
{
    std::vector<int> result;
    for (std::size_t i = 0; i < count; i += static_cast<std::size_t>(step))
        result.push_back(static_cast<int>(i));
    return result;
}

/// All ranges of ours; theirs of every step-th reaction.
void benchRanges(CobraSide &cobra, const MetabolicModel &model, double fraction, const Settings &settings,
                 int step)
{
    FvaOptions options;
    options.fractionOfOptimum = fraction;
    options.threads = settings.threads;
    const Stopwatch watch(settings.threads);
    const Result<FvaRun> run = fva(model, options);
    const Stopwatch::Time spent = watch.read();
    if (!run)
        return;
    char share[16];
    std::snprintf(share, sizeof share, "%g", fraction);
    const auto theirs = cobra.ask({"variability", model.path, share, "2", std::to_string(step)});
    std::vector<double> ours;
    for (const int i : everyNth(model.reactions.size(), step)) {
        ours.push_back(run->minimum[static_cast<std::size_t>(i)]);
        ours.push_back(run->maximum[static_cast<std::size_t>(i)]);
    }
    printRow(model.id + ": FVA of all " + std::to_string(model.reactions.size()) + " reactions, fraction " +
                 share + " (2 processes, " + std::to_string(settings.threads) + " threads)",
             theirs, spent, theirs ? difference(theirs->values, ours) : 0);
}

/// Single deletions. COBRApy deletes one variant of a gene at a time: genes of several are not compared.
void benchDeletions(CobraSide &cobra, const MetabolicModel &model, DeletionKind kind,
                    const Settings &settings, int step)
{
    const bool isGenes = kind == DeletionKind::Genes;
    DeletionOptions options;
    options.kind = kind;
    options.threads = settings.threads;
    const Stopwatch watch(settings.threads);
    const Result<DeletionRun> run = deletions(model, options);
    const Stopwatch::Time spent = watch.read();
    if (!run)
        return;
    auto theirs =
        cobra.ask({"deletions", model.path, isGenes ? "genes" : "reactions", "2", std::to_string(step)});
    std::map<int, double> growth;
    for (const Deletion &row : run->rows)
        growth[row.first] = row.growth;
    std::map<int, int> variants;
    for (const ModelGene &gene : model.genes)
        ++variants[gene.entrez];
    std::vector<double> ours, compared;
    const std::vector<int> asked = everyNth(isGenes ? model.genes.size() : model.reactions.size(), step);
    for (std::size_t i = 0; theirs && i < asked.size(); ++i) {
        const int entrez = isGenes ? model.genes[static_cast<std::size_t>(asked[i])].entrez : 0;
        if (growth.count(asked[i]) == 0 || (entrez > 0 && variants[entrez] > 1))
            continue;
        ours.push_back(growth[asked[i]]);
        compared.push_back(theirs->values[i]);
    }
    if (theirs) // genes of theirs that are variants of one of ours
        theirs->whole *= static_cast<double>(run->rows.size()) /
                         static_cast<double>(isGenes ? model.genes.size() : model.reactions.size());
    printRow(model.id + ": all " + std::to_string(run->rows.size()) + " single " +
                 (isGenes ? "gene" : "reaction") + " deletions (2 processes, " +
                 std::to_string(settings.threads) + " threads)",
             theirs, spent, difference(compared, ours));
}

void benchOptima(CobraSide &cobra, const MetabolicModel &model)
{
    for (const bool isParsimonious : {false, true}) {
        FbaOptions options;
        options.method = isParsimonious ? FbaMethod::ParsimoniousFba : FbaMethod::Fba;
        const Stopwatch watch(1);
        const Result<FluxSolution> solution = fba(model, options);
        const Stopwatch::Time spent = watch.read();
        if (!solution)
            return;
        const auto theirs = cobra.ask({isParsimonious ? "parsimonious" : "objective", model.path});
        const double ours = isParsimonious ? solution->totalFlux : solution->objectiveValue;
        printRow(model.id + (isParsimonious ? ": pFBA sum" : ": objective"), theirs, spent,
                 theirs ? difference(theirs->values, {ours}) : 0);
    }
}

void benchAgreement(CobraSide &cobra, const MetabolicModel &model, const Settings &settings)
{
    const bool isLarge = model.reactions.size() > 5000;
    benchOptima(cobra, model);
    for (const double fraction : {1.0, 0.9})
        benchRanges(cobra, model, fraction, settings, isLarge ? settings.fvaStep : 1);
    for (const DeletionKind kind : {DeletionKind::Genes, DeletionKind::Reactions})
        benchDeletions(cobra, model, kind, settings, isLarge ? settings.deletionStep : 1);
}

// Cohort
// ----------------------------------------------------------------------------------------------------------

struct Tumours
{
    Cohort all, primary;
    GeneTable table;
};

/// The bounds of the first samples, for the other side: lower and upper of all reactions, a sample a time.
void writeBounds(const std::string &path, const MetabolicModel &model, const Cohort &cohort,
                 const GeneTable &table, const FluxOptions &options, int samples)
{
    FbaOptions base;
    base.bounds = mediumBounds(model, options.medium);
    const LpModel problem = fbaProblem(model, base);
    const GeneMapping mapping = mapModelGenes(model, GeneIndex(cohort.expression->genes, table));
    const ExpressionBounds bounds(model, cohort, mapping, options, {problem.lower, problem.upper});
    std::ofstream file(path, std::ios::binary);
    for (int sample = 0; sample < samples; ++sample) {
        const ExpressionBounds::Bounds own = bounds.ofSample(sample);
        for (const std::vector<double> *side : {&own.lower, &own.upper})
            file.write(reinterpret_cast<const char *>(side->data()),
                       static_cast<std::streamsize>(side->size() * sizeof(double)));
    }
}

/// What COBRApy tells of the first samples, from our run.
std::vector<double> valuesOf(const FluxRun &run, int samples)
{
    std::vector<double> values;
    for (int sample = 0; sample < samples; ++sample) {
        if (run.options.quantity != FluxQuantity::PerturbedFba)
            values.push_back(run.growth[static_cast<std::size_t>(sample)]);
        if (run.options.quantity != FluxQuantity::Fba)
            for (Index k = 0; k < run.values.cols(); ++k)
                values.push_back(run.values(sample, k));
    }
    return values;
}

std::vector<double> totalFluxes(const FluxRun &run, int samples)
{
    std::vector<double> values;
    for (int sample = 0; sample < samples; ++sample)
        values.push_back(run.values.row(sample).cwiseAbs().sum());
    return values;
}

void benchCohort(CobraSide &cobra, const MetabolicModel &model, const Cohort &cohort, const GeneTable &table,
                 FluxOptions options, const Settings &settings)
{
    const bool isCapacity = options.quantity == FluxQuantity::Capacity;
    options.threads = settings.threads;
    if (!isCapacity)
        for (const Reaction &reaction : model.reactions)
            options.reactions.push_back(reaction.id);
    const Stopwatch watch(settings.threads);
    const Result<FluxRun> run = computeFlux(model, cohort, table, options);
    const Stopwatch::Time spent = watch.read();
    if (!run || run->samples.size() != cohort.size())
        return;
    const int samples = std::min(settings.samples, static_cast<int>(cohort.size()));
    const std::string path =
        (std::filesystem::temp_directory_path() / ("bench_flux_" + std::to_string(getpid()))).string();
    writeBounds(path, model, cohort, table, options, samples);
    const char *task = isCapacity                              ? "sample_capacity"
                       : options.quantity == FluxQuantity::Fba ? "sample_fba"
                                                               : "sample_pfba";
    std::vector<std::string> words = {task, model.path, path, std::to_string(samples),
                                      std::to_string(cohort.size())};
    if (isCapacity) {
        std::string ids;
        for (const std::string &id : run->reactions)
            ids += (ids.empty() ? "" : ",") + id;
        words.push_back(ids);
    }
    const auto theirs = cobra.ask(words);
    words[0] = "sample_plain_pfba";
    const bool isParsimonious = options.quantity == FluxQuantity::PerturbedFba;
    const auto plain = isParsimonious ? cobra.ask(words) : std::nullopt;
    std::filesystem::remove(path);
    const char *what = isCapacity ? " × growth and capacities, physiological medium"
                       : options.quantity == FluxQuantity::Fba ? " × FBA with all fluxes, E-Flux"
                                                               : " × perturbed pFBA, E-Flux";
    printRow(std::to_string(cohort.size()) + (isCapacity ? " tumours" : " samples") + what + " (1 process, " +
                 std::to_string(settings.threads) + " threads)",
             theirs, spent, theirs ? difference(theirs->values, valuesOf(*run, samples)) : 0);
    if (plain) // any of several optima; the weights cost 0.1 % of total flux at most
        printRow("the same against pfba(), which has no unique fluxes; difference of Σ|v|", plain, spent,
                 difference(plain->values, totalFluxes(*run, samples)));
}

Result<Tumours> readTumours(const Settings &settings)
{
    ReadReport report;
    Result<ExpressionMatrix> matrix = readExpression(settings.expression, {}, report);
    if (!matrix)
        return matrix.error();
    const auto shared = std::make_shared<const ExpressionMatrix>(*std::move(matrix));
    Result<Cohort> all = makeCohort(shared, nullptr, {SampleFilter::All});
    Result<Cohort> primary = makeCohort(shared, nullptr);
    Result<GeneTable> table =
        settings.geneMap.empty() ? GeneTable::builtIn() : GeneTable::readMap(settings.geneMap);
    if (!all || !primary || !table)
        return Error{ErrorCode::BadHeader, settings.expression};
    return Tumours{*std::move(all), *std::move(primary), *std::move(table)};
}

int benchCohorts(CobraSide &cobra, const MetabolicModel &model, const Settings &settings)
{
    const Result<Tumours> tumours = readTumours(settings);
    if (!tumours) {
        std::printf("no expression: %s\n", tumours.error().detail.c_str());
        return 2;
    }
    FluxOptions options;
    if (settings.wants("capacity"))
        benchCohort(cobra, model, tumours->primary, tumours->table, options, settings);
    printMemory("capacities of the cohort");
    options.medium = MediumPreset::AsDistributed;
    options.quantity = FluxQuantity::Fba;
    if (settings.wants("fba"))
        benchCohort(cobra, model, tumours->all, tumours->table, options, settings);
    options.quantity = FluxQuantity::PerturbedFba;
    if (settings.wants("pfba"))
        benchCohort(cobra, model, tumours->primary, tumours->table, options, settings);
    printMemory("every flux of the cohort");
    return 0;
}

// Program
// ---------------------------------------------------------------------------------------------------------

bool parse(int count, char **arguments, Settings &settings)
{
    std::vector<std::string> plain;
    for (int i = 1; i < count; ++i) {
        const std::string name = arguments[i];
        if (name.rfind("--", 0) != 0) {
            plain.push_back(name);
            continue;
        }
        if (++i == count)
            return false;
        const std::string value = arguments[i];
        if (name == "--gene-map")
            settings.geneMap = value;
        else if (name == "--cache")
            settings.cache = value;
        else if (name == "--agree")
            settings.agree.push_back(value);
        else if (name == "--only")
            settings.only.insert(value);
        else if (name == "--samples")
            settings.samples = std::max(2, std::stoi(value));
        else if (name == "--fva-step")
            settings.fvaStep = std::max(1, std::stoi(value));
        else if (name == "--deletion-step")
            settings.deletionStep = std::max(1, std::stoi(value));
        else if (name == "--threads")
            settings.threads = static_cast<unsigned>(std::stoul(value));
        else
            return false;
    }
    if (plain.size() != 2)
        return false;
    settings.model = plain[0];
    settings.expression = plain[1];
    return true;
}

Result<MetabolicModel> benchRead(CobraSide &cobra, const std::string &path, const Settings &settings,
                                 bool isShown)
{
    const Stopwatch watch(1);
    Result<MetabolicModel> model =
        settings.cache.empty() ? readModel(path) : readModelCached(path, settings.cache);
    const Stopwatch::Time spent = watch.read();
    if (model && isShown)
        printRow("read " + model->id, cobra.ask({"read", path}), spent, 0);
    return model;
}

int bench(CobraSide &cobra, const Settings &settings)
{
    std::printf(
        "COBRApy %s; scaled from the items measured, fixed costs of its pools counted once; in %%: share\n"
        "of its processors that each side got; undisturbed: ratio of the times multiplied by those\n\n",
        cobra.version().empty() ? "absent" : cobra.version().c_str());
    printHeader();
    const Result<MetabolicModel> model = benchRead(cobra, settings.model, settings, settings.wants("read"));
    if (!model)
        return 2;
    printMemory("the model read");
    if (settings.wants("fba") || settings.wants("capacity") || settings.wants("pfba"))
        if (const int failed = benchCohorts(cobra, *model, settings); failed != 0)
            return failed;
    if (settings.wants("fva"))
        benchRanges(cobra, *model, 1.0, settings, settings.fvaStep);
    if (settings.wants("deletions"))
        benchDeletions(cobra, *model, DeletionKind::Genes, settings, settings.deletionStep);
    if (!settings.wants("agree"))
        return 0;
    std::printf("\nAgreement\n\n");
    printHeader();
    benchAgreement(cobra, *model, settings);
    for (const std::string &path : settings.agree)
        if (const Result<MetabolicModel> other = benchRead(cobra, path, settings, true))
            benchAgreement(cobra, *other, settings);
    return 0;
}

} // namespace

int main(int count, char **arguments)
{
    Settings settings;
    if (!parse(count, arguments, settings))
        return 2;
    CobraSide cobra(std::getenv("PATHGAN_COBRA_PYTHON"));
    return bench(cobra, settings);
}
