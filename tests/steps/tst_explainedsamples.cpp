// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/explainedsamples.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

using namespace pathgan;

namespace {

using How = ExplainedSamples::How;

/// 60 samples sorted by tissue (42 A, 15 B, 3 C), and by treatment (one in three YES).
Cohort sortedCohort(bool oneTissue = false)
{
    auto clinical = std::make_shared<ClinicalTable>();
    clinical->columns = {{"treated", ColumnType::Category, {}, {}},
                         {"_cohort", ColumnType::Category, {}, {}}};
    Cohort cohort;
    for (int i = 0; i < 60; ++i) {
        const std::string name = "S" + std::to_string(i);
        clinical->ids.push_back(name);
        clinical->columns[0].values.emplace_back(i % 3 == 0 ? "YES" : "NO");
        clinical->columns[1].values.emplace_back(oneTissue || i < 42 ? "A" : i < 57 ? "B" : "C");
        cohort.samples.push_back(name);
        cohort.patients.push_back(name);
        cohort.written.push_back(name);
        cohort.columns.push_back(i);
        cohort.clinicalRows.push_back(i);
    }
    cohort.clinical = clinical;
    return cohort;
}

std::map<std::string, std::size_t> counts(const std::vector<std::string> &labels,
                                          const std::vector<Index> &rows)
{
    std::map<std::string, std::size_t> found;
    for (const Index row : rows)
        ++found[labels[static_cast<std::size_t>(row)]];
    return found;
}

std::vector<std::string> tissues(const Cohort &cohort)
{
    return cohort.labels(cohort.clinical->columns[1]);
}

} // namespace

/// Which samples SHAP explains: a ranking of the first of a sorted file would be one of a single tissue.
class TestExplainedSamples : public QObject
{
    Q_OBJECT
private slots:
    void eachValueHasItsShare();
    void everySampleHasTheSameChance();
    void seedChooses();
    void paperTakesTheFirstTen();
    void columnIsChosen();
    void namesAndAll();
};

void TestExplainedSamples::eachValueHasItsShare()
{
    const std::vector<std::string> labels = tissues(sortedCohort());
    for (std::uint64_t seed = 1; seed <= 50; ++seed)
        for (const std::size_t count : {1, 7, 20, 50, 59}) {
            const std::vector<Index> rows = stratifiedRows(labels, count, seed);
            QCOMPARE(rows.size(), count);
            QVERIFY(std::is_sorted(rows.begin(), rows.end()));
            QCOMPARE(std::set<Index>(rows.begin(), rows.end()).size(), count);
            auto found = counts(labels, rows);
            for (const auto &[label, all] : std::map<std::string, double>{{"A", 42}, {"B", 15}, {"C", 3}}) {
                const double share = all * static_cast<double>(count) / 60;
                QVERIFY(static_cast<double>(found[label]) > share - 1);
                QVERIFY(static_cast<double>(found[label]) < share + 1);
            }
        }
    QCOMPARE(stratifiedRows(labels, 60, 1).size(), std::size_t(60));
    QCOMPARE(stratifiedRows(labels, 500, 1).size(), std::size_t(60));
}

void TestExplainedSamples::everySampleHasTheSameChance()
{
    const std::vector<std::string> labels = tissues(sortedCohort());
    std::vector<int> times(labels.size(), 0);
    constexpr int draws = 3000, count = 20;
    for (std::uint64_t seed = 1; seed <= draws; ++seed)
        for (const Index row : stratifiedRows(labels, count, seed))
            ++times[static_cast<std::size_t>(row)];
    for (const int drawn : times) // 1000 expected, 26 their standard deviation
        QVERIFY2(std::abs(drawn - 1000) < 5 * 26, qPrintable(QString::number(drawn)));
}

void TestExplainedSamples::seedChooses()
{
    const std::vector<std::string> labels = tissues(sortedCohort());
    QCOMPARE(stratifiedRows(labels, 20, 3), stratifiedRows(labels, 20, 3));
    QVERIFY(stratifiedRows(labels, 20, 3) != stratifiedRows(labels, 20, 4));
}

void TestExplainedSamples::paperTakesTheFirstTen()
{
    const Cohort cohort = sortedCohort();
    ExplainOptions options;
    const Result<ChosenSamples> paper = chooseExplained(cohort, options, true);
    QVERIFY(paper);
    QCOMPARE(paper->rows, (std::vector<Index>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
    QVERIFY(paper->chosen.how == How::First);
    QCOMPARE(counts(tissues(cohort), paper->rows).size(), std::size_t(1)); // what misleads
    const Result<ChosenSamples> other = chooseExplained(cohort, options, false);
    QVERIFY(other);
    QCOMPARE(other->rows.size(), std::size_t(50));
    QCOMPARE(other->chosen.count, std::size_t(50));
    QCOMPARE(other->chosen.of, std::size_t(60));
    QCOMPARE(counts(tissues(cohort), other->rows).size(), std::size_t(3));
    QCOMPARE(explainedText(other->chosen),
             std::string("50 of 60 samples, drawn with seed 1, each value of _cohort with its share"));
    options.choice = ExplainChoice::Stratified; // a choice of the user's stands above the preset
    QCOMPARE(chooseExplained(cohort, options, true)->rows, other->rows);
    options.choice = ExplainChoice::FirstTen;
    QCOMPARE(chooseExplained(cohort, options, false)->rows, paper->rows);
}

void TestExplainedSamples::columnIsChosen()
{
    ExplainOptions options;
    options.count = 12;
    QCOMPARE(chooseExplained(sortedCohort(), options, false)->chosen.column, std::string("_cohort"));
    const Result<ChosenSamples> one = chooseExplained(sortedCohort(true), options, false);
    QCOMPARE(one->chosen.column, std::string("treated"));
    QCOMPARE(counts(sortedCohort().labels(sortedCohort().clinical->columns[0]), one->rows),
             (std::map<std::string, std::size_t>{{"NO", 8}, {"YES", 4}}));
    options.strata = "treated";
    QCOMPARE(chooseExplained(sortedCohort(), options, false)->chosen.column, std::string("treated"));
    options.strata = "nothing";
    QCOMPARE(chooseExplained(sortedCohort(), options, false).error().code, ErrorCode::UnknownName);
    Cohort bare = sortedCohort();
    bare.clinical = nullptr;
    QCOMPARE(chooseExplained(bare, options, false).error().code, ErrorCode::UnknownName);
    options.strata.clear();
    const Result<ChosenSamples> drawn = chooseExplained(bare, options, false);
    QVERIFY(drawn && drawn->chosen.how == How::Drawn);
    QCOMPARE(drawn->rows.size(), std::size_t(12));
}

void TestExplainedSamples::namesAndAll()
{
    const Cohort cohort = sortedCohort();
    ExplainOptions options;
    options.samples = {"S40", "S2"};
    const Result<ChosenSamples> named = chooseExplained(cohort, options, true);
    QCOMPARE(named->rows, (std::vector<Index>{40, 2}));
    QVERIFY(named->chosen.how == How::Named);
    options.samples.clear();
    options.choice = ExplainChoice::All;
    QCOMPARE(chooseExplained(cohort, options, false)->rows.size(), std::size_t(60));
    options.choice = ExplainChoice::Stratified;
    options.count = 60;
    QVERIFY(chooseExplained(cohort, options, false)->chosen.how == How::All);
}

PATHGAN_TEST(TestExplainedSamples)
#include "tst_explainedsamples.moc"
