// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/enrichment/prerank.h"

#include "core/base/marked.h"
#include "core/base/optionentries.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/base/statistics.h"
#include "core/base/text.h"
#include "core/enrichment/enrichmentscore.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace pathgan {

namespace {

constexpr std::uint32_t noGene = std::numeric_limits<std::uint32_t>::max();

/// |metric|^weight by position.
std::vector<double> hitWeights(const std::vector<double> &metric, double weight)
{
    std::vector<double> weights;
    weights.reserve(metric.size());
    for (const double value : metric)
        weights.push_back(weight == 1 ? std::abs(value) : std::pow(std::abs(value), weight));
    return weights;
}

/// Sets to test, with their positions in the list; counts those left out.
std::vector<GseaRow> testableSets(const GeneSetCollection &sets, GseaRun &run)
{
    std::unordered_map<std::string, std::size_t> positions;
    for (std::size_t i = 0; i < run.list.genes.size(); ++i)
        positions.emplace(toUpper(run.list.genes[i]), i);
    std::vector<GseaRow> rows;
    for (const GeneSet &set : sets.sets) {
        GseaRow row;
        row.term = set.name;
        for (const std::string &gene : set.genes) {
            if (const auto found = positions.find(toUpper(gene)); found != positions.end())
                row.hits.push_back(found->second);
        }
        std::sort(row.hits.begin(), row.hits.end());
        row.hits.erase(std::unique(row.hits.begin(), row.hits.end()), row.hits.end());
        row.size = row.hits.size();
        if (row.size < static_cast<std::size_t>(run.options.minimumSize) || row.hits.empty())
            ++run.tooSmall;
        else if (row.size > static_cast<std::size_t>(run.options.maximumSize) ||
                 row.size >= run.list.genes.size())
            ++run.tooLarge;
        else
            rows.push_back(std::move(row));
    }
    return rows;
}

/// Score, peak and leading edge of a set as observed.
void scoreObserved(GseaRow &row, const RankedList &list, const std::vector<double> &weights,
                   bool positiveOnly)
{
    double total = 0;
    for (const std::size_t hit : row.hits)
        total += weights[hit];
    EnrichmentScore score(list.genes.size(), row.size, total);
    for (const std::size_t hit : row.hits)
        score.addHit(hit, weights[hit]);
    row.es = score.value(positiveOnly);
    row.peak = score.peak(positiveOnly);
    if (positiveOnly || row.es >= 0) {
        for (auto hit = row.hits.begin(); hit != row.hits.end() && *hit <= row.peak; ++hit)
            row.leadingEdge.push_back(list.genes[*hit]);
    } else {
        for (auto hit = row.hits.rbegin(); hit != row.hits.rend() && *hit >= row.peak; ++hit)
            row.leadingEdge.push_back(list.genes[*hit]);
    }
}

/// Null scores by gene permutation. One permutation serves all sets: each gene of any set gets a random
/// position, then a single walk down the list feeds every set its hits in order.
class NullSampler
{
public:
    NullSampler(const std::vector<GseaRow> &rows, const std::vector<double> &weights,
                const GseaOptions &options)
        : m_rows(rows), m_weights(weights), m_options(options)
    {
        std::vector<std::uint32_t> number(weights.size(), noGene);
        for (std::size_t set = 0; set < rows.size(); ++set) {
            for (const std::size_t hit : rows[set].hits) {
                if (number[hit] == noGene) {
                    number[hit] = static_cast<std::uint32_t>(m_setsOf.size());
                    m_setsOf.emplace_back();
                }
                m_setsOf[number[hit]].push_back(static_cast<std::uint32_t>(set));
            }
        }
    }

    /// Buffers of one thread.
    struct Workspace
    {
        std::vector<std::uint32_t> positions, geneAt;
        std::vector<double> totals;
        std::vector<EnrichmentScore> scores;
    };

    /// Fills column `permutation`, from a random stream of its own.
    void sample(std::size_t permutation, Workspace &work, MatrixD &null) const
    {
        const std::size_t size = m_weights.size();
        const std::size_t genes = m_setsOf.size();
        Random random(m_options.seed, permutation);
        work.positions.resize(size);
        std::iota(work.positions.begin(), work.positions.end(), std::uint32_t{0});
        work.geneAt.assign(size, noGene);
        work.totals.assign(m_rows.size(), 0.0);
        for (std::size_t gene = 0; gene < genes; ++gene) { // the part of a Fisher–Yates shuffle needed
            std::swap(work.positions[gene], work.positions[gene + random.below(size - gene)]);
            const std::uint32_t position = work.positions[gene];
            work.geneAt[position] = static_cast<std::uint32_t>(gene);
            for (const std::uint32_t set : m_setsOf[gene])
                work.totals[set] += m_weights[position];
        }
        work.scores.clear();
        for (std::size_t set = 0; set < m_rows.size(); ++set)
            work.scores.emplace_back(size, m_rows[set].size, work.totals[set]);
        for (std::size_t position = 0; position < size; ++position) {
            if (work.geneAt[position] == noGene)
                continue;
            for (const std::uint32_t set : m_setsOf[work.geneAt[position]])
                work.scores[set].addHit(position, m_weights[position]);
        }
        for (std::size_t set = 0; set < m_rows.size(); ++set)
            null(static_cast<Index>(set), static_cast<Index>(permutation)) =
                work.scores[set].value(m_options.positiveOnly);
    }

private:
    const std::vector<GseaRow> &m_rows;
    const std::vector<double> &m_weights;
    const GseaOptions &m_options;
    std::vector<std::vector<std::uint32_t>> m_setsOf; ///< by gene that is in any set
};

/// Sets × permutations; what is there when stopped is not complete.
MatrixD sampleNull(const NullSampler &sampler, std::size_t sets, const GseaOptions &options,
                   const TaskContext &context)
{
    const auto permutations = static_cast<std::size_t>(options.permutations);
    const unsigned workers = threadCount(options.threads);
    MatrixD null(static_cast<Index>(sets), options.permutations);
    std::vector<NullSampler::Workspace> workspaces(workers);
    std::atomic<std::size_t> finished{0};
    const std::size_t step = std::max<std::size_t>(permutations / 100, 1);
    parallelEach(permutations, workers, [&](std::size_t permutation, unsigned worker) {
        if (context.shouldStop())
            return;
        sampler.sample(permutation, workspaces[worker], null);
        if (const std::size_t done = ++finished; done % step == 0)
            context.report(marked("Core", "Permuting genes"), static_cast<double>(done),
                           static_cast<double>(permutations));
    });
    return null;
}

std::string percent(double share)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.2f%%", 100 * share);
    return text;
}

} // namespace

const OptionTable &GseaOptions::table()
{
    using O = GseaOptions;
    static const OptionTable all = {
        option("permutations", &O::permutations, {1, O::mostPermutations},
               "preranked GSEA: of the genes, for the null distribution"),
        option("minimum_set_size", &O::minimumSize, {1, O::largestSize},
               "preranked GSEA: fewest genes of a set in the ranking"),
        option("maximum_set_size", &O::maximumSize, {1, O::largestSize},
               "preranked GSEA: most genes of a set in the ranking"),
        option("gsea_weight", &O::weight, {0, 1000}, "",
               "preranked GSEA: power of the score in the running sum"),
        option("gsea_seed", &O::seed, {}, "preranked GSEA: of the permutations"),
        option(
            "one_sided", &O::positiveOnly,
            "preranked GSEA: only the top of the list is scored, for scores that are never negative, as mean "
            "|SHAP|; of a list of your own false unless set"),
        option("gsea_threads", &O::threads, {0, mostThreads}, "0: one a core").withoutEffect(),
    };
    return all;
}

Result<void> GseaOptions::check() const
{
    if (Result<void> checked = ConstOptionsRef(*this).check(); !checked)
        return checked;
    if (maximumSize < minimumSize)
        return Error{ErrorCode::InvalidOption, "maximum_set_size: below minimum_set_size"};
    return {};
}

Result<GseaRun> prerank(const RankedList &list, const GeneSetCollection &sets, const GseaOptions &options,
                        const TaskContext &context)
{
    if (const Result<void> checked = options.check(); !checked)
        return checked.error();
    if (list.genes.empty())
        return Error{ErrorCode::MissingInput, marked("Core", "ranks")};
    GseaRun run;
    run.options = options;
    run.library = sets.library;
    run.list = list;
    run.rows = testableSets(sets, run);
    if (run.rows.empty())
        return Error{ErrorCode::NoOverlap, sets.library};
    if (const std::size_t most = GseaOptions::mostScores / run.rows.size();
        static_cast<std::size_t>(options.permutations) > most)
        return Error{ErrorCode::InvalidOption, "permutations: " + std::to_string(options.permutations) +
                                                   ", not 1 to " + std::to_string(most) + " for " +
                                                   std::to_string(run.rows.size()) + " sets"};

    const std::vector<double> weights = hitWeights(list.metric, options.weight);
    std::vector<double> es;
    for (GseaRow &row : run.rows) {
        scoreObserved(row, list, weights, options.positiveOnly);
        es.push_back(row.es);
    }
    const NullSampler sampler(run.rows, weights, options);
    const MatrixD null = sampleNull(sampler, run.rows.size(), options, context);
    if (context.stopRequested() != StopKind::None)
        return Error{ErrorCode::Cancelled, {}};

    const Significance significance = significanceFromNull(es, null);
    const auto raise = [](double value, double least, bool &isBound) {
        isBound = value == 0;
        return isBound ? least : value;
    };
    std::vector<double> p;
    for (std::size_t i = 0; i < run.rows.size(); ++i) {
        GseaRow &row = run.rows[i];
        row.nes = significance.nes[i];
        row.p = raise(significance.p[i], significance.leastP[i], row.pIsBound);
        row.q = raise(significance.q[i], significance.leastQ[i], row.qIsBound);
        row.fwer = raise(significance.fwer[i], significance.leastFwer[i], row.fwerIsBound);
        p.push_back(row.p);
    }
    const std::vector<double> adjusted = adjustBenjaminiHochberg(p);
    for (std::size_t i = 0; i < run.rows.size(); ++i)
        run.rows[i].adjustedP = adjusted[i];
    std::sort(run.rows.begin(), run.rows.end(), [](const GseaRow &a, const GseaRow &b) {
        return std::abs(a.nes) != std::abs(b.nes) ? std::abs(a.nes) > std::abs(b.nes) : a.term < b.term;
    });
    return run;
}

std::vector<double> runningScore(const RankedList &list, const std::vector<std::size_t> &hits, double weight)
{
    const std::vector<double> weights = hitWeights(list.metric, weight);
    double total = 0;
    for (const std::size_t hit : hits)
        total += weights[hit];
    const double misses = static_cast<double>(weights.size() - hits.size());
    std::vector<double> running;
    running.reserve(weights.size());
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (count < hits.size() && hits[count] == i) {
            sum += total > 0 ? weights[i] / total : 1 / static_cast<double>(hits.size());
            ++count;
        }
        running.push_back(sum - (misses > 0 ? static_cast<double>(i + 1 - count) / misses : 0));
    }
    return running;
}

Table GseaRun::table() const
{
    Table table;
    table.header = {"Name",  "Term",   "ES",         "NES",        "NOM p-val",  "FDR q-val",    "FWER p-val",
                    "Tag %", "Gene %", "Lead_genes", "p is bound", "q is bound", "FWER is bound"};
    const auto word = [](bool isBound) { return std::string(isBound ? "yes" : "no"); };
    const auto size = static_cast<double>(list.genes.size());
    for (const GseaRow &row : rows) {
        const bool fromTop = options.positiveOnly || row.es >= 0;
        const auto passed = static_cast<double>(fromTop ? row.peak + 1 : list.genes.size() - row.peak);
        table.rows.push_back({std::string("prerank"), row.term, row.es, row.nes, row.p, row.q, row.fwer,
                              std::to_string(row.leadingEdge.size()) + "/" + std::to_string(row.size),
                              percent(passed / size), join(row.leadingEdge, ";"), word(row.pIsBound),
                              word(row.qIsBound), word(row.fwerIsBound)});
    }
    return table;
}

} // namespace pathgan
