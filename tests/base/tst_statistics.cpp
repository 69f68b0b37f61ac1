// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "tests/support/reference.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <numeric>

using namespace pathgan;
using reference::near;
using reference::number;
using reference::numbers;
using reference::relativelyNear;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

std::vector<std::vector<double>> groupsOf(const nlohmann::json &rows)
{
    std::vector<std::vector<double>> groups;
    for (const auto &row : rows)
        groups.push_back(numbers(row));
    return groups;
}

bool allNear(const std::vector<double> &actual, const std::vector<double> &expected, double tolerance = 1e-12)
{
    if (actual.size() != expected.size())
        return false;
    for (std::size_t i = 0; i < actual.size(); ++i) {
        if (!near(actual[i], expected[i], tolerance))
            return false;
    }
    return true;
}

} // namespace

class TestStatistics : public QObject
{
    Q_OBJECT

private slots:
    void mannWhitneyAsScipy();
    void mannWhitneyOfUnevenSizes();
    void mannWhitneyOfEmptyGroup();
    void kruskalAndDunn();
    void kruskalUndefined();
    void multipleTesting();
    void multipleTestingSkipsNan();
    void stars();
    void boxes();
    void boxOfNothing();
    void quantiles();
    void correlations();
    void effects();
    void cramer();
    void distributions();
    void hypergeometricTail();
    void effectiveRanks();
};

void TestStatistics::mannWhitneyAsScipy()
{
    const auto figures = reference::load("stats/mann_whitney.json");
    for (const auto &row : figures["rows"]) {
        const auto name = row["name"].get<std::string>();
        const std::vector<double> a = numbers(row["a"]);
        const std::vector<double> b = numbers(row["b"]);
        const TestResult twoSided = mannWhitney(a, b);
        QCOMPARE(twoSided.statistic, number(row["auto two-sided"][0]));
        QVERIFY2(relativelyNear(twoSided.p, number(row["auto two-sided"][1]), 1e-11), name.c_str());
        QCOMPARE(twoSided.exact, row.contains("exact two-sided"));

        const std::string kind = twoSided.exact ? "exact " : "asymptotic ";
        const std::string suffix = twoSided.exact ? "" : " continuity=True";
        const double less = mannWhitney(a, b, Alternative::Less).p;
        const double greater = mannWhitney(a, b, Alternative::Greater).p;
        QVERIFY2(relativelyNear(less, number(row[kind + "less" + suffix][1]), 1e-11), name.c_str());
        QVERIFY2(relativelyNear(greater, number(row[kind + "greater" + suffix][1]), 1e-11), name.c_str());
    }
}

void TestStatistics::mannWhitneyOfUnevenSizes()
{
    // One value above n others: U has n + 1 equally likely values.
    std::vector<double> many(100'000);
    std::iota(many.begin(), many.end(), 0.0);
    const TestResult top = mannWhitney(std::vector{1e6}, many, Alternative::Greater);
    QVERIFY(top.exact);
    QVERIFY(relativelyNear(top.p, 1.0 / 100'001, 1e-12));

    // All of 8 above all of 2,000: one arrangement of binomial(2008, 8).
    many.resize(2000);
    std::vector<double> eight(8);
    std::iota(eight.begin(), eight.end(), 1e6);
    double arrangements = 1;
    for (int i = 1; i <= 8; ++i)
        arrangements *= (2000.0 + i) / i;
    QVERIFY(relativelyNear(mannWhitney(eight, many).p, 2 / arrangements, 1e-12));
    // In the middle, the exact and the normal distribution agree.
    std::vector<double> spread;
    for (int i = 0; i < 8; ++i)
        spread.push_back(250.0 * i + 50.5);
    const TestResult middle = mannWhitney(spread, many);
    QVERIFY(middle.exact);
    const double z = (std::max(middle.statistic, 16'000 - middle.statistic) - 8000 - 0.5) /
                     std::sqrt(8.0 * 2000 * 2009 / 12);
    QVERIFY(std::abs(middle.p - 2 * normalSf(z)) < 0.01);
}

void TestStatistics::mannWhitneyOfEmptyGroup()
{
    QVERIFY(std::isnan(mannWhitney({}, std::vector{1.0, 2.0}).p));
    QVERIFY(std::isnan(cliffsDelta({}, std::vector{1.0})));
    QVERIFY(std::isnan(hodgesLehmann(std::vector{1.0}, {})));
}

void TestStatistics::kruskalAndDunn()
{
    const auto figures = reference::load("stats/kruskal.json");
    for (const auto &row : figures["rows"]) {
        const auto groups = groupsOf(row["groups"]);
        const TestResult result = kruskalWallis(groups);
        QVERIFY(near(result.statistic, number(row["H"])));
        QVERIFY(relativelyNear(result.p, number(row["p"]), 1e-11));

        const std::vector<TestResult> pairs = dunn(groups);
        QCOMPARE(pairs.size(), row["dunn_z_p"].size());
        std::vector<double> p;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            QVERIFY(near(pairs[i].statistic, number(row["dunn_z_p"][i][2])));
            QVERIFY(relativelyNear(pairs[i].p, number(row["dunn_z_p"][i][3]), 1e-11));
            p.push_back(pairs[i].p);
        }
        QVERIFY(allNear(adjustBenjaminiHochberg(p), numbers(row["dunn_bh"])));
        QVERIFY(allNear(adjustBenjaminiHochberg([&] {
                            std::vector<double> pairwise;
                            for (const auto &pair : row["pairwise_asymptotic_p"])
                                pairwise.push_back(number(pair[2]));
                            return pairwise;
                        }()),
                        numbers(row["pairwise_bh"])));
    }
}

void TestStatistics::kruskalUndefined()
{
    QVERIFY(std::isnan(kruskalWallis({{1, 1}, {1, 1, 1}}).p));
    QVERIFY(std::isnan(kruskalWallis({{1, 2, 3}}).p));
    QVERIFY(std::isnan(kruskalWallis({}).p));
    const double withEmpty = kruskalWallis({{1, 2, 4}, {}, {3, 5, 6}}).p;
    QCOMPARE(withEmpty, kruskalWallis({{1, 2, 4}, {3, 5, 6}}).p);
    for (const TestResult &pair : dunn({{2, 2}, {2, 2}, {}}))
        QVERIFY(std::isnan(pair.p));
}

void TestStatistics::multipleTesting()
{
    for (const auto &row : reference::load("stats/multiple_testing.json")) {
        const std::vector<double> p = numbers(row["p"]);
        QVERIFY(allNear(adjustBenjaminiHochberg(p), numbers(row["bh"])));
        QVERIFY(allNear(adjustHolm(p), numbers(row["holm"])));
        QVERIFY(allNear(adjustBenjaminiYekutieli(p), numbers(row["by"])));
    }
}

void TestStatistics::multipleTestingSkipsNan()
{
    const std::vector<double> p{0.01, notANumber, 0.04};
    QVERIFY(allNear(adjustBenjaminiHochberg(p), {0.02, notANumber, 0.04}));
    QVERIFY(allNear(adjustHolm(p), {0.02, notANumber, 0.04}));
    QVERIFY(adjustBenjaminiHochberg({}).empty());
}

void TestStatistics::stars()
{
    QCOMPARE(significanceStars(0.051), std::string("ns"));
    QCOMPARE(significanceStars(0.05), std::string("*"));
    QCOMPARE(significanceStars(0.01), std::string("**"));
    QCOMPARE(significanceStars(0.001), std::string("***"));
    QCOMPARE(significanceStars(0.0001), std::string("****"));
    QCOMPARE(significanceStars(notANumber), std::string());
}

void TestStatistics::boxes()
{
    const auto figures = reference::load("stats/boxplot.json");
    for (const auto &row : figures["rows"]) {
        std::vector<double> values = numbers(row["x"]);
        values.push_back(notANumber);
        const BoxStatistics box = boxStatistics(values);
        QCOMPARE(box.n, values.size() - 1);
        QVERIFY(near(box.mean, number(row["mean"])));
        QVERIFY(near(box.q1, number(row["q1"])));
        QVERIFY(near(box.median, number(row["median"])));
        QVERIFY(near(box.q3, number(row["q3"])));
        QVERIFY(near(box.whiskerLow, number(row["whisker_low"])));
        QVERIFY(near(box.whiskerHigh, number(row["whisker_high"])));
        QVERIFY(near(box.notchLow, number(row["notch_low"])));
        QVERIFY(near(box.notchHigh, number(row["notch_high"])));
        std::vector<double> outliers = numbers(row["outliers"]);
        std::sort(outliers.begin(), outliers.end());
        QVERIFY(allNear(box.outliers, outliers));
    }
}

void TestStatistics::boxOfNothing()
{
    const BoxStatistics box = boxStatistics(std::vector{notANumber, notANumber});
    QCOMPARE(box.n, std::size_t{0});
    QVERIFY(std::isnan(box.median) && std::isnan(box.whiskerLow) && std::isnan(box.notchHigh));
    QVERIFY(box.outliers.empty());
}

void TestStatistics::quantiles()
{
    const auto file = reference::load("stats/quantiles_type7.json");
    const std::vector<double> values = numbers(file["x"]);
    for (std::size_t i = 0; i < file["probs"].size(); ++i)
        QVERIFY(near(quantile(values, number(file["probs"][i])), number(file["values"][i])));
    QVERIFY(std::isnan(quantile({}, 0.5)));
}

void TestStatistics::correlations()
{
    const auto file = reference::load("stats/correlation.json");
    const std::vector<double> x = numbers(file["x"]);
    const std::vector<double> y = numbers(file["y"]);
    QVERIFY(near(pearson(x, y), number(file["pearson"][0])));
    QVERIFY(near(spearman(x, y), number(file["spearman"][0])));
    QVERIFY(std::isnan(pearson(x, std::vector<double>(x.size(), 0.1))));
    QVERIFY(allNear(midRanks(std::vector{3.0, 1.0, 3.0, 2.0}), {3.5, 1, 3.5, 2}));
}

void TestStatistics::effects()
{
    const auto figures = reference::load("stats/mann_whitney.json");
    for (const auto &row : figures["rows"]) {
        const std::vector<double> a = numbers(row["a"]);
        const std::vector<double> b = numbers(row["b"]);
        QVERIFY(near(cliffsDelta(a, b), number(row["rank_biserial_cliffs_delta"])));
        QVERIFY(near(hodgesLehmann(a, b), number(row["hodges_lehmann"])));
    }
}

void TestStatistics::cramer()
{
    const std::vector<int> a{0, 0, 1, 1, 2, 2};
    QVERIFY(near(cramersV(a, std::vector{5, 5, 7, 7, 9, 9}), 1));
    QVERIFY(near(cramersV(a, std::vector{0, 1, 0, 1, 0, 1}), 0));
    QCOMPARE(cramersV(a, std::vector<int>(6, 3)), 0.0);
    // 2 × 2 with cells 3 1 1 3: χ² = 2, V = √(2/8)
    QVERIFY(near(cramersV(std::vector{0, 0, 0, 0, 1, 1, 1, 1}, std::vector{0, 0, 0, 1, 0, 1, 1, 1}), 0.5));
}

void TestStatistics::distributions()
{
    QVERIFY(near(normalSf(-1.959963984540054), 0.975, 1e-14));
    QVERIFY(relativelyNear(normalSf(10), 7.619853024160527e-24, 1e-13));
    // Two degrees of freedom: exp(−x/2); one: 2·normalSf(√x); four: (1 + x/2)·exp(−x/2).
    for (const double x : {1e-8, 0.1, 1.0, 2.5, 7.0, 40.0, 700.0}) {
        QVERIFY(relativelyNear(chiSquaredSf(x, 2), std::exp(-x / 2), 1e-12));
        QVERIFY(relativelyNear(chiSquaredSf(x, 1), 2 * normalSf(std::sqrt(x)), 1e-12));
        QVERIFY(relativelyNear(chiSquaredSf(x, 4), (1 + x / 2) * std::exp(-x / 2), 1e-12));
    }
    QCOMPARE(chiSquaredSf(0, 3), 1.0);
    QVERIFY(std::isnan(chiSquaredSf(notANumber, 3)));
}

void TestStatistics::hypergeometricTail()
{
    // Drawing all of 5 marked among 50 in 5 draws: 1 of 2,118,760.
    QVERIFY(relativelyNear(hypergeometricSf(5, 50, 5, 5), 1.0 / 2118760, 1e-13));
    QCOMPARE(hypergeometricSf(0, 20'000, 40, 614), 1.0);
    QCOMPARE(hypergeometricSf(41, 20'000, 40, 614), 0.0);
    QVERIFY(relativelyNear(hypergeometricSf(1, 10, 3, 9), 1, 1e-14));
    // No hit: product of (N−m−i)/(N−i).
    double none = 1;
    for (int i = 0; i < 614; ++i)
        none *= (20'000.0 - 40 - i) / (20'000.0 - i);
    QVERIFY(relativelyNear(hypergeometricSf(1, 20'000, 40, 614), 1 - none, 1e-12));
    // P(X ≥ 2) = 1 − P(0) − P(1)
    const double one = none * 40 * 614 / (20'000.0 - 40 - 614 + 1);
    QVERIFY(relativelyNear(hypergeometricSf(2, 20'000, 40, 614), 1 - none - one, 1e-12));
    // All 300 hit: Π (300−i)/(20000−i), far below the smallest double.
    double logAll = 0;
    for (int i = 0; i < 300; ++i)
        logAll += std::log((300.0 - i) / (20'000.0 - i));
    QVERIFY(relativelyNear(hypergeometricLogSf(300, 20'000, 300, 300), logAll, 1e-13));
    QCOMPARE(hypergeometricSf(300, 20'000, 300, 300), 0.0);
}

void TestStatistics::effectiveRanks()
{
    // Orthogonal columns of equal variance: the rank is their number, constant ones left out.
    MatrixD values(4, 3);
    values << 1, 1, 7, 1, -1, 7, -1, 1, 7, -1, -1, 7;
    QVERIFY(near(effectiveRank(values), 2, 1e-12));
    // Copies of one column on other scales.
    MatrixD copies(5, 4);
    copies.col(0) << 1, 4, 2, 8, 5;
    for (Index i = 1; i < 4; ++i)
        copies.col(i) = copies.col(0) * std::pow(10.0, i) + VectorD::Constant(5, 3.0);
    QVERIFY(near(effectiveRank(copies), 1, 1e-6));
    QCOMPARE(effectiveRank(MatrixD::Constant(4, 3, 2.5)), 0.0);
    QCOMPARE(effectiveRank(MatrixD(0, 0)), 0.0);
    // Correlation r of two columns: eigenvalues (1 ± r)/2.
    MatrixD two(4, 2);
    two << 1, 1, 2, 3, 3, 2, 4, 4; // r = 0.8
    const double expected = std::exp(-0.9 * std::log(0.9) - 0.1 * std::log(0.1));
    QVERIFY(near(effectiveRank(two), expected, 1e-12));
    // More columns than samples give the same as the transpose of the computation.
    MatrixD wide(4, 6);
    wide << two, two, two;
    QVERIFY(near(effectiveRank(wide), expected, 1e-9));
}

PATHGAN_TEST(TestStatistics)
#include "tst_statistics.moc"
