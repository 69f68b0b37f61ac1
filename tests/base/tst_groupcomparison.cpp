// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/groupcomparison.h"
#include "tests/support/reference.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace pathgan;
using reference::near;
using reference::numbers;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// Samples named S0, S1 …
GroupComparison compared(const std::vector<double> &values, const std::vector<std::string> &labels,
                         const ComparisonOptions &options = {})
{
    std::vector<std::string> samples;
    for (std::size_t i = 0; i < values.size(); ++i)
        samples.push_back("S" + std::to_string(i));
    return *compareGroups(samples, values, labels, options);
}

} // namespace

class TestGroupComparison : public QObject
{
    Q_OBJECT

private slots:
    void twoGroups();
    void manyGroups();
    void notReported();
    void degenerate();
    void solverNoise();
    void chosenTests_data();
    void chosenTests();
    void words();
    void acrossReactions();
    void neverZero();
    void lengths();
    void tables();
    void confounders();
};

void TestGroupComparison::twoGroups()
{
    const auto row = reference::load("stats/mann_whitney.json")["rows"][0];
    std::vector<double> values = numbers(row["a"]);
    std::vector<std::string> labels(values.size(), "NO");
    for (const double value : numbers(row["b"])) {
        values.insert(values.begin(), value);
        labels.insert(labels.begin(), "YES");
    }
    const GroupComparison result = compared(values, labels);
    QCOMPARE(result.overallTest, std::string("Mann-Whitney U"));
    QCOMPARE(result.overallStatistic, 11.0);
    QVERIFY(near(result.overallP, 0.03111888111888112));
    QCOMPARE(result.pairs.size(), std::size_t{1});
    QCOMPARE(result.pairs[0].group1, std::string("NO"));
    QCOMPARE(result.pairs[0].n2, std::size_t{7});
    QCOMPARE(result.pairs[0].adjustedP, result.overallP);
    QVERIFY(near(result.pairs[0].cliffsDelta, reference::number(row["rank_biserial_cliffs_delta"])));
    QVERIFY(near(result.pairs[0].hodgesLehmann, reference::number(row["hodges_lehmann"])));
}

void TestGroupComparison::manyGroups()
{
    const auto row = reference::load("stats/kruskal.json")["rows"][0];
    std::vector<double> values;
    std::vector<std::string> labels;
    for (std::size_t group = 0; group < row["groups"].size(); ++group) {
        for (const double value : numbers(row["groups"][group])) {
            values.push_back(value);
            labels.push_back("G" + std::to_string(group));
        }
    }
    const GroupComparison result = compared(values, labels);
    QCOMPARE(result.overallTest, std::string("Kruskal-Wallis"));
    QVERIFY(near(result.overallStatistic, reference::number(row["H"])));
    QVERIFY(near(result.overallP, reference::number(row["p"])));
    QCOMPARE(result.pairs.size(), std::size_t{6});
    for (std::size_t i = 0; i < 6; ++i) {
        QCOMPARE(result.pairs[i].test, std::string("Dunn"));
        QVERIFY(near(result.pairs[i].statistic, reference::number(row["dunn_z_p"][i][2])));
        QVERIFY(near(result.pairs[i].adjustedP, reference::number(row["dunn_bh"][i])));
    }
}

void TestGroupComparison::notReported()
{
    const GroupComparison result =
        compared({1, 2, 3, 4, 5, 6, 7, 8, notANumber}, {"b", "b", "a", "a", "", "", "a", "b", "a"});
    QCOMPARE(result.groups.size(), std::size_t{3});
    QCOMPARE(result.groups[0].name, std::string("a"));
    QCOMPARE(result.groups[0].values.size(), std::size_t{3}); // NaN dropped with its sample
    QCOMPARE(result.groups[0].samples.back(), std::string("S6"));
    QCOMPARE(result.groups[2].name, std::string("not reported"));
    QVERIFY(!result.groups[2].reported);
    QCOMPARE(result.groups[2].box.median, 5.5);
    QCOMPARE(result.overallTest, std::string("Mann-Whitney U"));
    QCOMPARE(result.pairs[0].n1 + result.pairs[0].n2, std::size_t{6});
}

void TestGroupComparison::degenerate()
{
    const GroupComparison equal = compared({2, 2, 2, 2}, {"a", "a", "b", "b"});
    QVERIFY(std::isnan(equal.overallP));
    QVERIFY(std::isnan(equal.pairs[0].p) && std::isnan(equal.pairs[0].adjustedP));
    const GroupComparison three = compared({2, 2, 2, 2, 2, 2}, {"a", "a", "b", "b", "c", "c"});
    QVERIFY(std::isnan(three.overallP));
    for (const GroupPair &pair : three.pairs)
        QVERIFY(std::isnan(pair.p));

    // A group of one is shown, not tested; a group with no value at all as well.
    const GroupComparison single = compared({1, 2, 3, notANumber}, {"a", "a", "b", "c"});
    QCOMPARE(single.groups.size(), std::size_t{3});
    QVERIFY(single.overallTest.empty() && single.pairs.empty());
    QVERIFY(std::isnan(single.overallP));
    QVERIFY(std::isnan(single.groups[2].box.median));
    const GroupComparison without = compared({1, 2, 3, 4, 9}, {"a", "a", "b", "b", "c"});
    QCOMPARE(without.overallTest, std::string("Mann-Whitney U"));
    QVERIFY(compared({}, {}).groups.empty());
}

void TestGroupComparison::solverNoise()
{
    // Equal but for 1e-12: any rank test would call a and b different (all of a are below all of b).
    std::vector<double> values;
    std::vector<std::string> labels;
    for (int i = 0; i < 40; ++i) {
        values.push_back(20 + (i < 20 ? -1e-12 : 1e-12) * (1 + i));
        labels.emplace_back(i < 20 ? "a" : "b");
    }
    for (const GroupTest test : {GroupTest::Auto, GroupTest::MannWhitney, GroupTest::KruskalWallis,
                                 GroupTest::Welch, GroupTest::Student, GroupTest::Anova}) {
        const GroupComparison result = compared(values, labels, {test, Adjustment::BenjaminiHochberg});
        QCOMPARE(result.note(), std::string("not testable: constant"));
        QVERIFY(std::isnan(result.overallP) && std::isnan(result.overallStatistic));
        QCOMPARE(result.pairs.size(), std::size_t{1});
        QVERIFY(std::isnan(result.pairs[0].p) && std::isnan(result.pairs[0].adjustedP));
        QVERIFY(std::isnan(result.pairs[0].cliffsDelta) && std::isnan(result.pairs[0].hodgesLehmann));
        const Table table = result.pairTable();
        QCOMPARE(std::get<std::string>(table.rows[0].back()), std::string("not testable: constant"));
    }
    // Where some samples do differ, noise must break no ties: as if the rest were equal.
    std::vector<double> exact(values.size(), 20.0);
    exact[0] = values[0] = exact[1] = values[1] = 5;
    QCOMPARE(compared(values, labels).overallP, compared(exact, labels).overallP);
    QVERIFY(compared(exact, labels).overallP > 0.1);
}

void TestGroupComparison::chosenTests_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("overallTest");
    QTest::addColumn<QString>("pairTest");
    QTest::addColumn<QString>("overall"); // fields of the reference
    QTest::addColumn<QString>("pair");
    QTest::newRow("welch, two") << 0 << "welch"
                                << "Welch t"
                                << "Welch t"
                                << ""
                                << "welch";
    QTest::newRow("welch, four") << 4 << "welch"
                                 << "Welch ANOVA"
                                 << "Welch t"
                                 << "welch"
                                 << "welch";
    QTest::newRow("student, two") << 1 << "student"
                                  << "Student t"
                                  << "Student t"
                                  << ""
                                  << "student";
    QTest::newRow("student, three") << 3 << "student"
                                    << "ANOVA"
                                    << "Student t"
                                    << "anova"
                                    << "student";
    QTest::newRow("anova, two") << 0 << "anova"
                                << "ANOVA"
                                << "t with pooled SD"
                                << "anova"
                                << "pooled";
    QTest::newRow("anova, four") << 4 << "anova"
                                 << "ANOVA"
                                 << "t with pooled SD"
                                 << "anova"
                                 << "pooled";
    QTest::newRow("auto, two") << 0 << "auto"
                               << "Mann-Whitney U"
                               << "Mann-Whitney U"
                               << ""
                               << "";
    QTest::newRow("auto, three") << 3 << "auto"
                                 << "Kruskal-Wallis"
                                 << "Dunn"
                                 << ""
                                 << "";
    QTest::newRow("kruskal, two") << 0 << "kruskal-wallis"
                                  << "Kruskal-Wallis"
                                  << "Dunn"
                                  << ""
                                  << "";
    QTest::newRow("mann-whitney, four") << 4 << "mann-whitney"
                                        << "Kruskal-Wallis"
                                        << "Mann-Whitney U"
                                        << ""
                                        << "";
}

void TestGroupComparison::chosenTests()
{
    QFETCH(int, row);
    QFETCH(QString, word);
    QFETCH(QString, overallTest);
    QFETCH(QString, pairTest);
    QFETCH(QString, overall);
    QFETCH(QString, pair);
    const auto reference = reference::load("stats/mean_tests.json")["rows"][std::size_t(row)];
    std::vector<double> values;
    std::vector<std::string> labels;
    for (std::size_t group = 0; group < reference["groups"].size(); ++group) {
        for (const double value : numbers(reference["groups"][group])) {
            values.push_back(value);
            labels.push_back("G" + std::to_string(group));
        }
    }
    const GroupComparison result =
        compared(values, labels, {*fromWord(groupTestWords, word.toStdString()), Adjustment::Holm});
    QCOMPARE(result.overallTest, overallTest.toStdString());
    QCOMPARE(result.pairs[0].test, pairTest.toStdString());
    QCOMPARE(result.adjustment, std::string("Holm"));
    if (!overall.isEmpty()) {
        const auto key = overall.toStdString();
        QVERIFY(near(result.overallStatistic, reference::number(reference[key + "_F"]), 1e-8));
        QVERIFY(near(result.overallP, reference::number(reference[key + "_p"]), 1e-8));
    }
    std::vector<double> p;
    for (std::size_t i = 0; i < result.pairs.size(); ++i) {
        p.push_back(result.pairs[i].p);
        if (pair.isEmpty())
            continue;
        const auto key = pair.toStdString();
        QVERIFY(near(result.pairs[i].statistic, reference::number(reference["pairs"][i][key + "_t"]), 1e-8));
        QVERIFY(near(result.pairs[i].p, reference::number(reference["pairs"][i][key + "_p"]), 1e-8));
    }
    const std::vector<double> holm = adjustHolm(p);
    for (std::size_t i = 0; i < p.size(); ++i)
        QCOMPARE(result.pairs[i].adjustedP, holm[i]);
}

void TestGroupComparison::words()
{
    for (const GroupTest test : {GroupTest::Auto, GroupTest::MannWhitney, GroupTest::Welch,
                                 GroupTest::Student, GroupTest::KruskalWallis, GroupTest::Anova})
        QCOMPARE(*fromWord(groupTestWords, groupTestWord(test)), test);
    QCOMPARE(fromWord(groupTestWords, "t").error().detail,
             std::string("t, not auto|mann-whitney|welch|student|kruskal-wallis|anova"));
}

void TestGroupComparison::acrossReactions()
{
    // Three reactions, one of them constant: it is no test, and the others are adjusted for two.
    const std::vector<std::string> labels{"a", "a", "a", "a", "b", "b", "b", "b"};
    GroupComparison first = compared({1, 2, 3, 4, 5, 6, 7, 8}, labels);
    GroupComparison second = compared({1, 5, 2, 6, 3, 7, 4, 8}, labels);
    GroupComparison constant = compared({2, 2, 2, 2, 2, 2, 2, 2}, labels);
    QVERIFY(std::isnan(first.acrossP));
    adjustAcross({&first, &constant, &second}, Adjustment::BenjaminiHochberg);
    QVERIFY(near(first.overallP, 2.0 / 70)); // the most extreme of 70 orders, two-sided
    QVERIFY(near(first.acrossP, 4.0 / 70));
    QCOMPARE(first.family, std::size_t{2});
    QCOMPARE(first.pairs[0].acrossP, first.acrossP);
    QCOMPARE(second.acrossP, second.overallP);
    QVERIFY(std::isnan(constant.acrossP) && std::isnan(constant.pairs[0].acrossP));
}

void TestGroupComparison::neverZero()
{
    std::vector<double> values;
    std::vector<std::string> labels;
    for (int i = 0; i < 4000; ++i) {
        values.push_back(i);
        labels.emplace_back(i < 2000 ? "a" : "b");
    }
    const GroupComparison result = compared(values, labels);
    QCOMPARE(result.overallP, 1e-300);
    QVERIFY(result.overallIsBound && result.pairs[0].isBound);
    const Table table = result.pairTable();
    const auto column = std::find(table.header.begin(), table.header.end(), "p.is.bound");
    QVERIFY(column != table.header.end());
    QCOMPARE(std::get<std::string>(table.rows[0][std::size_t(column - table.header.begin())]),
             std::string("yes"));
}

void TestGroupComparison::lengths()
{
    const auto result = compareGroups({"x"}, {1, 2}, {"a", "b"});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidOption);
}

void TestGroupComparison::tables()
{
    const GroupComparison result = compared({1, 2, 3, 4, 9}, {"a", "a", "b", "b", ""});
    const Table pairs = result.pairTable();
    const std::vector<std::string> first(pairs.header.begin(), pairs.header.begin() + 8);
    QCOMPARE(first,
             (std::vector<std::string>{"group1", "group2", "n1", "n2", "test", "statistic", "p", "p.adj"}));
    QCOMPARE(pairs.rows.size(), std::size_t{1});
    QCOMPARE(pairs.rows[0].size(), pairs.header.size());
    const Table summary = result.summaryTable();
    QCOMPARE(summary.rows.size(), std::size_t{3});
    QCOMPARE(summary.rows[0].size(), summary.header.size());
    QCOMPARE(std::get<std::string>(summary.rows[2][0]), std::string("not reported"));
    QCOMPARE(std::get<long long>(summary.rows[2][1]), 1LL);
}

void TestGroupComparison::confounders()
{
    std::vector<std::string> treated;
    std::vector<std::string> cohort;
    std::vector<std::string> sex;
    std::vector<std::string> identity;
    for (int i = 0; i < 120; ++i) {
        const int kind = i % 6;
        cohort.push_back(std::string("C") + std::to_string(kind));
        treated.push_back(kind < 3 && i % 4 == 0 ? "YES" : "NO");
        sex.push_back((i / 12) % 2 == 0 ? "F" : "M");
        identity.push_back("P" + std::to_string(i));
    }
    Confounder tie;
    QVERIFY(isConfounded(treated, cohort, tie));
    QVERIFY(tie.cramersV > 0 && tie.cramersV < 1);
    QCOMPARE(tie.detail, std::string("YES: only C0, C2"));
    QVERIFY(!isConfounded(treated, sex, tie));
    QVERIFY(!isConfounded(treated, identity, tie)); // a value for each sample ties to nothing
    QVERIFY(isConfounded(sex, sex, tie));
    QCOMPARE(tie.cramersV, 1.0);
    QVERIFY(!isConfounded(sex, std::vector<std::string>(120, "same"), tie));
    QVERIFY(!isConfounded(sex, std::vector<std::string>(120, ""), tie));
    QVERIFY(isConfounded({"a", "a", "b", "b", "a", "b"}, {"x", "x", "y", "y", "x", "y"}, tie));
}

PATHGAN_TEST(TestGroupComparison)
#include "tst_groupcomparison.moc"
