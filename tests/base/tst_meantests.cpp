// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/adjustment.h"
#include "core/base/constant.h"
#include "core/base/meantests.h"
#include "tests/support/reference.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace pathgan;
using reference::near;
using reference::number;
using reference::numbers;
using reference::relativelyNear;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<std::vector<double>> groupsOf(const nlohmann::json &rows)
{
    std::vector<std::vector<double>> groups;
    for (const auto &row : rows)
        groups.push_back(numbers(row));
    return groups;
}

} // namespace

class TestMeanTests : public QObject
{
    Q_OBJECT

private slots:
    void asScipy();
    void tails();
    void undefinedOnes();
    void adjustments();
    void bounds();
    void constants_data();
    void constants();
    void noiseIsATie();
};

void TestMeanTests::asScipy()
{
    const auto file = reference::load("stats/mean_tests.json");
    for (const auto &row : file["rows"]) {
        const auto groups = groupsOf(row["groups"]);
        const TestResult one = anova(groups), welch = welchAnova(groups);
        QVERIFY(relativelyNear(one.statistic, number(row["anova_F"]), 1e-8));
        QVERIFY(relativelyNear(one.p, number(row["anova_p"]), 1e-8));
        QVERIFY(relativelyNear(welch.statistic, number(row["welch_F"]), 1e-8));
        QVERIFY(relativelyNear(welch.p, number(row["welch_p"]), 1e-8));
        const std::vector<TestResult> pooled = pooledPairT(groups);
        std::size_t pair = 0;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            for (std::size_t j = i + 1; j < groups.size(); ++j, ++pair) {
                const auto &expected = row["pairs"][pair];
                const TestResult student = studentT(groups[i], groups[j]);
                const TestResult unequal = welchT(groups[i], groups[j]);
                QVERIFY(relativelyNear(student.statistic, number(expected["student_t"]), 1e-8));
                QVERIFY(relativelyNear(student.p, number(expected["student_p"]), 1e-8));
                QVERIFY(relativelyNear(unequal.statistic, number(expected["welch_t"]), 1e-8));
                QVERIFY(relativelyNear(unequal.p, number(expected["welch_p"]), 1e-8));
                QVERIFY(relativelyNear(pooled[pair].statistic, number(expected["pooled_t"]), 1e-8));
                QVERIFY(relativelyNear(pooled[pair].p, number(expected["pooled_p"]), 1e-8));
            }
        }
        QCOMPARE(pair, row["pairs"].size());
    }
}

void TestMeanTests::tails()
{
    const auto file = reference::load("stats/mean_tests.json");
    for (const auto &row : file["t_tails"])
        QVERIFY(relativelyNear(studentTwoSided(row["t"], row["df"]), number(row["p"]), 1e-9));
    for (const auto &row : file["f_tails"])
        QVERIFY(relativelyNear(fisherSf(row["f"], row["d1"], row["d2"]), number(row["p"]), 1e-9));
    QCOMPARE(studentTwoSided(infinity, 5), 0.0);
    QCOMPARE(fisherSf(infinity, 2, 5), 0.0);
    QVERIFY(std::isnan(studentTwoSided(notANumber, 5)) && std::isnan(fisherSf(1, 0, 5)));
}

void TestMeanTests::undefinedOnes()
{
    const std::vector<double> one{1}, flat{2, 2, 2}, threes{3, 3}, two{1, 2, 3};
    QVERIFY(std::isnan(studentT(one, two).p) && std::isnan(welchT(two, one).p));
    QVERIFY(std::isnan(studentT(flat, threes).p) && std::isnan(welchT(flat, threes).p));
    QVERIFY(std::isnan(anova({flat, {3, 3}}).p) && std::isnan(anova({two, one}).p));
    QVERIFY(std::isnan(welchAnova({flat, two}).p)); // a weight would be infinite
    QVERIFY(!std::isnan(welchT(flat, two).p) && !std::isnan(anova({flat, two}).p));
    QVERIFY(std::isnan(pooledPairT({two, one}).front().p));
    QVERIFY(std::isnan(anova({two}).p));
}

void TestMeanTests::adjustments()
{
    const auto file = reference::load("stats/mean_tests.json");
    std::vector<double> p = numbers(file["p"]);
    p.insert(p.begin() + 2, notANumber);
    for (const auto &[word, values] : file["adjusted"].items()) {
        const Result<Adjustment> adjustment = fromWord(adjustmentWords, word);
        QVERIFY(adjustment.ok());
        QCOMPARE(adjustmentWord(*adjustment), word.c_str());
        std::vector<double> result = adjusted(p, *adjustment);
        QVERIFY(std::isnan(result[2]));
        result.erase(result.begin() + 2);
        for (std::size_t i = 0; i < result.size(); ++i)
            QVERIFY(near(result[i], number(values[i])));
    }
    QCOMPARE(adjusted(std::vector{0.5, 0.01}, Adjustment::None), (std::vector{0.5, 0.01}));
    const Result<Adjustment> unknown = fromWord(adjustmentWords, "fdr");
    QVERIFY(!unknown.ok());
    QCOMPARE(unknown.error().detail, std::string("fdr, not BH|holm|bonferroni|BY|none"));
}

void TestMeanTests::bounds()
{
    bool isBound = false;
    QCOMPARE(boundedP(0, isBound), 1e-300);
    QVERIFY(isBound);
    QCOMPARE(boundedP(1e-299, isBound), 1e-299);
    QVERIFY(!isBound);
    QVERIFY(std::isnan(boundedP(notANumber, isBound)) && !isBound);
}

void TestMeanTests::constants_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<bool>("constant");
    using Row = std::vector<double>;
    QTest::newRow("nothing") << Row{} << true;
    QTest::newRow("one") << Row{3} << true;
    QTest::newRow("missing") << Row{notANumber, 3, notANumber} << true;
    QTest::newRow("equal") << Row{3, 3, 3} << true;
    QTest::newRow("noise") << Row{20, 20 * (1 - 4e-14), 20 * (1 + 1e-12)} << true;
    QTest::newRow("noise of large fluxes") << Row{1000, 1000 - 9e-7} << true;
    QTest::newRow("more than noise") << Row{1000, 1000 - 2e-6} << false;
    QTest::newRow("zeros of a solver") << Row{0, 3e-13, -2e-10} << true;
    QTest::newRow("small fluxes") << Row{1e-6, 1.01e-6} << false;
    QTest::newRow("opposite signs") << Row{-1, 1} << false;
    QTest::newRow("infinite") << Row{infinity, infinity} << true;
    QTest::newRow("one infinite") << Row{infinity, 1} << false;
}

void TestMeanTests::constants()
{
    QFETCH(std::vector<double>, values);
    QFETCH(bool, constant);
    QCOMPARE(isConstant(values), constant);
    std::vector<double> numbersOnly = withoutNoise(values);
    std::erase_if(numbersOnly, [](double v) { return std::isnan(v); });
    QCOMPARE(std::equal(numbersOnly.begin() + (numbersOnly.empty() ? 0 : 1), numbersOnly.end(),
                        numbersOnly.begin()),
             constant);
}

void TestMeanTests::noiseIsATie()
{
    const std::vector<double> clean = withoutNoise(std::vector{20.000000000001, 5.0, 20.0, notANumber, 5.5});
    QCOMPARE(clean[0], 20.0);
    QCOMPARE(clean[1], 5.0);
    QCOMPARE(clean[2], 20.0);
    QVERIFY(std::isnan(clean[3]));
    QCOMPARE(clean[4], 5.5);
}

PATHGAN_TEST(TestMeanTests)
#include "tst_meantests.moc"
