// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "core/enrichment/enrichmentscore.h"
#include "core/enrichment/prerank.h"
#include "core/enrichment/rankfile.h"
#include "tests/support/reference.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <memory>
#include <numeric>

using namespace pathgan;
using reference::near;
using reference::number;
using reference::numbers;

namespace {

RankedList listOf(const std::vector<double> &metric)
{
    RankedList list;
    list.metric = metric;
    for (std::size_t i = 0; i < metric.size(); ++i)
        list.genes.push_back("g" + std::to_string(10'000 + i).substr(1));
    return list;
}

GeneSet setOf(const std::string &name, const std::vector<std::size_t> &hits)
{
    GeneSet set;
    set.name = name;
    for (const std::size_t hit : hits)
        set.genes.push_back("g" + std::to_string(10'000 + hit).substr(1));
    return set;
}

struct Score
{
    double es = 0;
    bool isTied = false; ///< highest and lowest sum equally far from 0: the sign is a convention
};

/// By adding step for step, as the script behind the reference figures did; rounding decides there between
/// ties.
Score scoreByWalk(const RankedList &list, const std::vector<std::size_t> &hits, double weight)
{
    const std::size_t size = list.metric.size();
    std::vector<double> steps(size, -1 / static_cast<double>(size - hits.size()));
    double total = 0;
    for (const std::size_t hit : hits)
        total += std::pow(std::abs(list.metric[hit]), weight);
    for (const std::size_t hit : hits)
        steps[hit] = total > 0 ? std::pow(std::abs(list.metric[hit]), weight) / total
                               : 1 / static_cast<double>(hits.size());
    std::partial_sum(steps.begin(), steps.end(), steps.begin());
    const double high = *std::max_element(steps.begin(), steps.end());
    const double low = *std::min_element(steps.begin(), steps.end());
    return {std::abs(high) > std::abs(low) ? high : low, std::abs(high + low) < 1e-12};
}

double scoreOf(const RankedList &list, const std::vector<std::size_t> &hits, double weight,
               bool positiveOnly = false)
{
    double total = 0;
    for (const std::size_t hit : hits)
        total += std::pow(std::abs(list.metric[hit]), weight);
    EnrichmentScore score(list.metric.size(), hits.size(), total);
    for (const std::size_t hit : hits)
        score.addHit(hit, std::pow(std::abs(list.metric[hit]), weight));
    return score.value(positiveOnly);
}

/// Calls visit for every ascending choice of k among n.
template <class Visit>
void eachSubset(std::size_t n, std::size_t k, const Visit &visit)
{
    std::vector<std::size_t> chosen(k);
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    for (;;) {
        visit(chosen);
        std::size_t i = k;
        while (i > 0 && chosen[i - 1] == n - k + i - 1)
            --i;
        if (i == 0)
            return;
        ++chosen[i - 1];
        for (std::size_t j = i; j < k; ++j)
            chosen[j] = chosen[j - 1] + 1;
    }
}

const GseaRow *find(const GseaRun &run, const std::string &term)
{
    for (const GseaRow &row : run.rows) {
        if (row.term == term)
            return &row;
    }
    return nullptr;
}

GseaOptions anySize()
{
    GseaOptions options;
    options.minimumSize = 1;
    options.maximumSize = 100'000;
    return options;
}

} // namespace

class TestPrerank : public QObject
{
    Q_OBJECT

private slots:
    void exactScores();
    void exactNull();
    void sampledNullNearExact();
    void significance();
    void largerList();
    void tiedExtremes();
    void positiveOnly();
    void threadsAndSeed();
    void sizesAndCase();
    void tableColumns();
    void cancelled();
    void badInputs();
    void ranking();
    void oneSidedRankings();
    void infiniteAsGseapy();
    void neverZero();
    void reading();
    void readingProblems();
};

void TestPrerank::exactScores()
{
    const auto file = reference::load("gsea/prerank_exact.json");
    RankedList list;
    list.genes = file["genes"].get<std::vector<std::string>>();
    list.metric = numbers(file["metric"]);
    GeneSetCollection sets;
    for (const auto &[name, genes] : file["gene_sets"].items())
        sets.sets.push_back({name, "", genes.get<std::vector<std::string>>()});
    for (const auto &expected : file["rows"]) {
        const double weight = number(expected["weight"]);
        const auto hits = expected["hits"].get<std::vector<std::size_t>>();
        const std::vector<double> running = runningScore(list, hits, weight);
        const std::vector<double> reference = numbers(expected["running"]);
        for (std::size_t i = 0; i < running.size(); ++i)
            QVERIFY(near(running[i], reference[i], 1e-12));

        GseaOptions options = anySize();
        options.weight = weight;
        options.permutations = 10;
        const auto run = prerank(list, sets, options);
        const GseaRow *row = find(*run, expected["set"]);
        QVERIFY(row != nullptr);
        QCOMPARE(row->size, expected["size"].get<std::size_t>());
        QCOMPARE(row->hits, hits);
        if (scoreByWalk(list, hits, weight)
                .isTied) { // the reference takes the negative, we the first reached
            QVERIFY(near(std::abs(row->es), std::abs(number(expected["ES"])), 1e-12));
            continue;
        }
        QVERIFY(near(row->es, number(expected["ES"]), 1e-12));
        QCOMPARE(row->peak, expected["peak_index"].get<std::size_t>());
        QCOMPARE(row->leadingEdge, expected["leading_edge"].get<std::vector<std::string>>());
    }
}

void TestPrerank::exactNull()
{
    const auto file = reference::load("gsea/prerank_exact.json");
    const RankedList list = listOf(numbers(file["metric"]));
    for (const auto &expected : file["rows"]) {
        const double weight = number(expected["weight"]);
        std::vector<double> null;
        eachSubset(list.metric.size(), expected["size"], [&](const std::vector<std::size_t> &hits) {
            const Score walked = scoreByWalk(list, hits, weight);
            const double score = scoreOf(list, hits, weight);
            QVERIFY(near(walked.isTied ? std::abs(score) : score,
                         walked.isTied ? std::abs(walked.es) : walked.es, 1e-12));
            null.push_back(walked.es);
        });
        QCOMPARE(null.size(), expected["null_count"].get<std::size_t>());
        MatrixD row(1, static_cast<Index>(null.size()));
        std::copy(null.begin(), null.end(), row.data());
        // Scores equal but for rounding count as equally extreme.
        const double es = number(expected["ES"]);
        const double slack = es >= 0 ? -1e-12 : 1e-12;
        const Significance result = significanceFromNull(std::vector{es + slack}, row);
        QVERIFY(near(result.nes[0], number(expected["NES"]), 1e-10));
        QVERIFY(near(result.p[0], number(expected["p_exact"]), 1e-12));
    }
}

void TestPrerank::sampledNullNearExact()
{
    const auto file = reference::load("gsea/prerank_exact.json");
    const RankedList list = listOf(numbers(file["metric"]));
    GseaOptions options = anySize();
    options.permutations = 20'000;
    GeneSetCollection sets;
    for (const auto &expected : file["rows"]) {
        if (number(expected["weight"]) == 1)
            sets.sets.push_back(setOf(expected["set"], expected["hits"]));
    }
    const auto run = prerank(list, sets, options);
    QCOMPARE(run->rows.size(), sets.sets.size());
    for (const auto &expected : file["rows"]) {
        if (number(expected["weight"]) != 1)
            continue;
        const GseaRow *row = find(*run, expected["set"]);
        const double p = number(expected["p_exact"]);
        const double sameSign = 20'000 * 0.2; // no set has fewer of its sign
        const double error = std::sqrt(p * (1 - p) / sameSign);
        QVERIFY2(std::abs(row->p - p) < 5 * error + 1e-9, row->term.c_str());
        QVERIFY2(std::abs(row->nes / number(expected["NES"]) - 1) < 0.03, row->term.c_str());
    }
}

void TestPrerank::significance()
{
    const auto file = reference::load("gsea/significance_from_null.json");
    const RankedList list = listOf(numbers(file["metric"]));
    const std::vector<double> es = numbers(file["ES"]);
    const MatrixD null = reference::matrix(file["null"]);
    const auto &permutations = file["permutations"];
    Index set = 0;
    for (const auto &[name, members] : file["gene_sets"].items()) {
        auto hits = members.get<std::vector<std::size_t>>();
        QVERIFY(near(scoreOf(list, hits, 1), es[static_cast<std::size_t>(set)], 1e-12));
        for (std::size_t column = 0; column < permutations.size(); ++column) {
            std::vector<std::size_t> moved;
            for (const std::size_t hit : hits)
                moved.push_back(permutations[column][hit]);
            std::sort(moved.begin(), moved.end());
            const bool isTied = scoreByWalk(list, moved, 1).isTied;
            const double score = scoreOf(list, moved, 1);
            const double given = null(set, static_cast<Index>(column));
            QVERIFY(near(isTied ? std::abs(score) : score, isTied ? std::abs(given) : given, 1e-12));
        }
        ++set;
    }
    const Significance result = significanceFromNull(es, null);
    const auto &expected = file["gseapy_rust"];
    for (std::size_t i = 0; i < es.size(); ++i) {
        QVERIFY(near(result.nes[i], number(expected["NES"][i]), 1e-12));
        QVERIFY(near(result.p[i], number(expected["p"][i]), 1e-12));
        QVERIFY(near(result.q[i], number(expected["fdr"][i]), 1e-12));
        QVERIFY(near(result.fwer[i], number(expected["fwer"][i]), 1e-12));
        QCOMPARE(static_cast<bool>(result.pIsBound[i]), number(expected["p"][i]) == 0);
    }
    // No null on the side of the score: p 1, NES 1 by GSEApy's convention.
    const Significance oneSided = significanceFromNull(std::vector{0.5}, MatrixD::Constant(1, 4, -0.2));
    QCOMPARE(oneSided.p[0], 1.0);
    QCOMPARE(oneSided.nes[0], 1.0);
    QVERIFY(!oneSided.pIsBound[0]);
}

void TestPrerank::largerList()
{
    const auto file = reference::load("gsea/prerank_2000.json");
    const RankedList list = listOf(numbers(file["metric"]));
    GseaOptions options = anySize();
    options.permutations = 4000;
    GeneSetCollection sets;
    for (std::size_t i = 0; i < file["rows"].size(); ++i)
        sets.sets.push_back(setOf("S" + std::to_string(i), file["rows"][i]["hits"]));
    const auto run = prerank(list, sets, options);
    for (std::size_t i = 0; i < file["rows"].size(); ++i) {
        const auto &expected = file["rows"][i];
        const GseaRow *row = find(*run, "S" + std::to_string(i));
        QVERIFY(near(row->es, number(expected["ES"]), 1e-12));
        // 4 standard errors of both runs; ours has a fifth of the permutations.
        const double factor = 4 * std::sqrt(1 + 20'000.0 / options.permutations);
        const double nesError = std::abs(number(expected["NES_rel_se"])) * factor;
        QVERIFY(std::abs(row->nes / number(expected["NES"]) - 1) < nesError);
        QVERIFY(std::abs(row->p - number(expected["p"])) < number(expected["p_se"]) * factor + 1e-12);
    }
}

void TestPrerank::tiedExtremes()
{
    const auto file = reference::load("gsea/ties.json");
    const RankedList list = listOf(numbers(file["metric"]));
    int tied = 0;
    for (const auto &expected : file["cases"]) {
        const auto hits = expected["hits"].get<std::vector<std::size_t>>();
        const double es = scoreOf(list, hits, 1);
        if (scoreByWalk(list, hits, 1).isTied) {
            ++tied; // the reference takes the negative, we the first reached
            QVERIFY(near(std::abs(es), std::abs(number(expected["ES"])), 1e-12));
            QCOMPARE(es > 0, hits.front() == 0);
        } else {
            QVERIFY(near(es, number(expected["ES"]), 1e-12));
        }
    }
    QCOMPARE(tied, 1);
    const auto &zero = file["zero_weight_set"];
    QVERIFY(near(scoreOf(list, zero["hits"], 1), number(zero["ES"]), 1e-12));
}

void TestPrerank::positiveOnly()
{
    const RankedList list = listOf({9, 7, 5, 4, 3, 2, 1, 0.5, 0.2, 0.1});
    GseaOptions options = anySize();
    options.positiveOnly = true;
    options.permutations = 500;
    GeneSetCollection sets;
    sets.sets = {setOf("top", {0, 1, 2}), setOf("bottom", {7, 8, 9}), setOf("middle", {3, 5, 8})};
    const auto run = prerank(list, sets, options);
    for (const GseaRow &row : run->rows) {
        QVERIFY(row.es >= 0 && row.nes >= 0);
        const std::vector<double> running = runningScore(list, row.hits, 1);
        QVERIFY(near(row.es, *std::max_element(running.begin(), running.end()), 1e-12));
    }
    QVERIFY(find(*run, "top")->p < 0.1);
    QVERIFY(find(*run, "bottom")->p > 0.8);
    options.positiveOnly = false;
    QVERIFY(find(*prerank(list, sets, options), "bottom")->es < 0);
}

void TestPrerank::threadsAndSeed()
{
    std::vector<double> metric(500);
    for (std::size_t i = 0; i < metric.size(); ++i)
        metric[i] = std::pow(1 - 2.0 * static_cast<double>(i) / 499, 3);
    const RankedList list = listOf(metric);
    GeneSetCollection sets;
    for (std::size_t set = 0; set < 8; ++set) {
        std::vector<std::size_t> hits;
        for (std::size_t i = set; i < 500; i += 17 + set)
            hits.push_back(i);
        sets.sets.push_back(setOf("S" + std::to_string(set), hits));
    }
    GseaOptions options = anySize();
    const auto values = [&] {
        const auto run = prerank(list, sets, options);
        std::vector<double> result;
        for (const GseaRow &row : run->rows)
            result.insert(result.end(), {row.nes, row.p, row.q, row.fwer});
        return result;
    };
    options.threads = 1;
    const auto one = values();
    options.threads = 5;
    QCOMPARE(values(), one);
    options.seed = 124;
    QVERIFY(values() != one);
}

void TestPrerank::sizesAndCase()
{
    const RankedList list = listOf({4, 3, 2, 1, -1, -2});
    GeneSetCollection sets;
    sets.sets = {setOf("one", {0}), setOf("two", {1, 2}), setOf("four", {0, 1, 2, 3}),
                 setOf("all", {0, 1, 2, 3, 4, 5})};
    sets.sets[1].genes.insert(sets.sets[1].genes.end(), {"G0001", "unknown"});
    GseaOptions options;
    options.minimumSize = 2;
    options.maximumSize = 3;
    options.permutations = 20;
    const auto run = prerank(list, sets, options);
    QCOMPARE(run->rows.size(), std::size_t{1});
    QCOMPARE(run->rows[0].size, std::size_t{2});
    QCOMPARE(run->tooSmall, std::size_t{1});
    QCOMPARE(run->tooLarge, std::size_t{2});
    options.maximumSize = 100;
    QCOMPARE(prerank(list, sets, options)->tooLarge, std::size_t{1}); // the whole list leaves no miss
}

void TestPrerank::tableColumns()
{
    const RankedList list = listOf({4, 3, 2, 1, -1, -2, -3, -4});
    GeneSetCollection sets;
    sets.sets = {setOf("up", {0, 1, 4}), setOf("down", {6, 7})};
    const auto run = prerank(list, sets, anySize());
    const Table table = run->table();
    // GSEApy's, and which of the probabilities are bounds.
    QCOMPARE(table.header, (std::vector<std::string>{"Name", "Term", "ES", "NES", "NOM p-val", "FDR q-val",
                                                     "FWER p-val", "Tag %", "Gene %", "Lead_genes",
                                                     "p is bound", "q is bound", "FWER is bound"}));
    for (const auto &row : table.rows) {
        QCOMPARE(std::get<std::string>(row[0]), std::string("prerank"));
        const bool up = std::get<std::string>(row[1]) == "up";
        QCOMPARE(std::get<std::string>(row[7]), std::string(up ? "2/3" : "2/2"));
        QCOMPARE(std::get<std::string>(row[8]), std::string(up ? "25.00%" : "37.50%"));
        QCOMPARE(std::get<std::string>(row[9]), std::string(up ? "g0000;g0001" : "g0007;g0006"));
    }
    std::vector<double> adjusted;
    for (const GseaRow &row : run->rows)
        adjusted.push_back(row.p);
    adjusted = adjustBenjaminiHochberg(adjusted);
    QCOMPARE(run->rows[0].adjustedP, adjusted[0]);
    QVERIFY(std::abs(run->rows[0].nes) >= std::abs(run->rows[1].nes));
}

void TestPrerank::cancelled()
{
    const RankedList list = listOf({4, 3, 2, 1, -1, -2, -3, -4});
    GeneSetCollection sets;
    sets.sets = {setOf("up", {0, 1, 4})};
    const auto control = std::make_shared<TaskControl>();
    double last = 0;
    const TaskContext context(control, [&](const Progress &progress) {
        last = progress.done;
        if (progress.done >= 100)
            control->requestStop(StopKind::Cancel);
    });
    GseaOptions options = anySize();
    options.permutations = 1000;
    options.threads = 1;
    const auto run = prerank(list, sets, options, context);
    QVERIFY(!run);
    QCOMPARE(run.error().code, ErrorCode::Cancelled);
    QCOMPARE(last, 100.0);
}

void TestPrerank::badInputs()
{
    const RankedList list = listOf({2, 1, 0});
    GeneSetCollection sets;
    sets.sets = {{"other", "", {"x"}}};
    QCOMPARE(prerank(list, sets, anySize()).error().code, ErrorCode::NoOverlap);
    QCOMPARE(prerank({}, sets, anySize()).error().code, ErrorCode::MissingInput);
    GseaOptions options;
    options.permutations = 0;
    QVERIFY(options.check().error().detail.starts_with("permutations: "));
    options.permutations = GseaOptions::mostPermutations + 1;
    QVERIFY(options.check().error().detail.starts_with("permutations: "));
    options = {};
    options.maximumSize = 3;
    QVERIFY(options.check().error().detail.starts_with("maximum_set_size: "));
    options.maximumSize = GseaOptions::largestSize + 1;
    QVERIFY(options.check().error().detail.starts_with("maximum_set_size: "));
    // Allowed for a few sets, but not for so many: the random scores would not fit.
    options = anySize();
    options.permutations = GseaOptions::mostPermutations;
    sets.sets.assign(200, setOf("many", {0, 1}));
    const Error tooMany = prerank(list, sets, options).error();
    QCOMPARE(tooMany.code, ErrorCode::InvalidOption);
    QCOMPARE(tooMany.detail, std::string("permutations: 1000000, not 1 to 500000 for 200 sets"));
}

void TestPrerank::ranking()
{
    const double inf = std::numeric_limits<double>::infinity();
    const RankedList list = rankGenes({"B", "a", "C", "b", "D", "E", "F"}, {1, 1, -2, -3, 0.5, inf, 1});
    QCOMPARE(list.genes, (std::vector<std::string>{"E", "F", "a", "D", "C", "b"}));
    QCOMPARE(list.metric,
             (std::vector<double>{1, 1, 1, 0.5, -2, -3})); // E stands above 1, and weighs as much
    QCOMPARE(list.duplicates, std::size_t{1});
    QCOMPARE(list.infiniteHigh, std::size_t{1});
    QCOMPARE(list.missing, std::size_t{0});
    QCOMPARE(list.tied, std::size_t{2}); // infinite and 1 are different scores
    QCOMPARE(list.tiedShare, 2.0 / 6);

    const RankedList both = rankGenes({"A", "B", "C", "D", "E", "F"}, {-inf, 2, std::nan(""), inf, -4, -inf});
    QCOMPARE(both.genes, (std::vector<std::string>{"D", "B", "E", "A", "F"}));
    QCOMPARE(both.metric, (std::vector<double>{2, 2, -4, -4, -4}));
    QCOMPARE(both.missing, std::size_t{1});
    QCOMPARE(both.infiniteHigh, std::size_t{1});
    QCOMPARE(both.infiniteLow, std::size_t{2});
    QCOMPARE(both.tied, std::size_t{2});
    // Nothing finite to stand for.
    QCOMPARE(rankGenes({"A", "B"}, {-inf, inf}).metric, (std::vector<double>{1, -1}));
}

void TestPrerank::oneSidedRankings()
{
    const double inf = std::numeric_limits<double>::infinity();
    QVERIFY(rankGenes({"A", "B"}, {3, 0}).isOneSided());
    QVERIFY(rankGenes({"A", "B"}, {inf, 2}).isOneSided());
    QVERIFY(!rankGenes({"A", "B"}, {3, -0.1}).isOneSided());
    QVERIFY(!rankGenes({"A", "B"}, {3, -inf}).isOneSided());
    QVERIFY(!rankGenes({"A", "B"}, {-3, -1}).isOneSided());
    QVERIFY(!rankGenes({"A"}, {0}).isOneSided());
    QVERIFY(!RankedList{}.isOneSided());
}

void TestPrerank::infiniteAsGseapy()
{
    ReadReport ranksReport, setsReport;
    const std::filesystem::path folder = std::filesystem::path(PATHGAN_TEST_DATA) / "cases";
    const auto file = readRankFile(folder / "r_inf.rnk", ranksReport);
    const auto sets = readGeneSets(folder / "g_base.gmt", setsReport);
    QVERIFY(file.ok() && sets.ok());
    const RankedList &list = file->list;
    QCOMPARE(list.genes.size(), std::size_t{200});
    QCOMPARE(list.infiniteHigh, std::size_t{10});
    for (std::size_t i = 0; i < 10; ++i)
        QCOMPARE(list.metric[i], list.metric[10]); // the highest finite score
    const auto run = prerank(list, *sets, anySize());
    const GseaRow *a = find(*run, "A");
    QVERIFY(near(a->es, 0.844424, 5e-7));
    QCOMPARE(a->leadingEdge.size(), std::size_t{15});
    QCOMPARE(a->peak + 1, std::size_t{33}); // 16.50 % of 200
    QVERIFY(near(find(*run, "B")->es, -0.416341, 5e-7));
    QVERIFY(near(find(*run, "C")->es, -0.403178, 5e-7));
}

void TestPrerank::neverZero()
{
    std::vector<double> metric;
    for (int i = 0; i < 300; ++i)
        metric.push_back(150.5 - i);
    const RankedList list = listOf(metric);
    GeneSetCollection sets;
    sets.sets = {setOf("top", {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}), setOf("middle", {100, 150, 200, 250})};
    GseaOptions options = anySize();
    options.permutations = 200;
    const auto run = prerank(list, sets, options);
    const GseaRow *top = find(*run, "top"), *middle = find(*run, "middle");
    QVERIFY(top->pIsBound && top->qIsBound && top->fwerIsBound);
    QVERIFY(top->p >= 1.0 / 200 && top->p < 0.05); // 1/n of those with the same sign
    QCOMPARE(top->fwer, 1.0 / 200);
    QVERIFY(top->q > 0 && top->adjustedP >= top->p);
    QVERIFY(!middle->pIsBound && middle->p > 0.05);
    const Table table = run->table();
    for (const auto &row : table.rows) {
        const bool isTop = std::get<std::string>(row[1]) == "top";
        for (const std::size_t column : {4, 5, 6})
            QVERIFY(std::get<double>(row[column]) > 0);
        QCOMPARE(std::get<std::string>(row[10]), std::string(isTop ? "yes" : "no"));
    }
    const std::vector<double> one = {0.9};
    const Significance bounds = significanceFromNull(one, MatrixD::Constant(1, 4, 0.2));
    QCOMPARE(bounds.p[0], 0.0);
    QCOMPARE(bounds.leastP[0], 0.25);
    QCOMPARE(bounds.leastQ[0], 0.25);
    QCOMPARE(bounds.leastFwer[0], 0.25);
}

void TestPrerank::reading()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("list.rnk").toStdString();
    std::ofstream(path, std::ios::binary)
        << "#comment\r\ngene\tscore\r\nA\t1.5\r\nB\t-2e1\r\n\r\n\"C\"\tNA\r\nD\t3";
    ReadReport report;
    const auto file = readRankFile(path, report);
    QVERIFY(file.ok());
    const RankedList &list = file->list;
    QCOMPARE(list.genes, (std::vector<std::string>{"D", "A", "B"}));
    QCOMPARE(list.metric, (std::vector<double>{3, 1.5, -20}));
    QCOMPARE(report.missingValues, std::size_t{1});
    QCOMPARE(report.problems[0].line, std::size_t{6});
}

void TestPrerank::readingProblems()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("list.rnk").toStdString();
    const auto errorOf = [&](const char *text) {
        std::ofstream(path, std::ios::binary) << text;
        ReadReport report;
        return readRankFile(path, report).error();
    };
    const Error number = errorOf("A\t1\nB\tx\n");
    QCOMPARE(number.code, ErrorCode::NotANumber);
    QVERIFY(QString::fromStdString(number.detail).endsWith("list.rnk:2:2"));
    const Error ragged = errorOf("A\t1\nB\n");
    QCOMPARE(ragged.code, ErrorCode::RaggedRow);
    QCOMPARE(errorOf("A\t1\nid\tB\t2\nC\t3\n").code, ErrorCode::RaggedRow);
    QCOMPARE(errorOf("# nothing\n").code, ErrorCode::FileEmpty);
    std::filesystem::remove(path);
    ReadReport report;
    QCOMPARE(readRankFile(path, report).error().code, ErrorCode::FileNotFound);
}

PATHGAN_TEST(TestPrerank)
#include "tst_prerank.moc"
