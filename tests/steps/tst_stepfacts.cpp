// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/stepfacts.h"
#include "core/steps/steplist.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace pathgan;

class TestStepFacts : public QObject
{
    Q_OBJECT
private slots:
    void dependents();
    void groupsOfATable();
    void aCohortWithoutItsMatrix();
};

namespace {

bool has(const std::vector<Part> &parts, Part part)
{
    return std::find(parts.begin(), parts.end(), part) != parts.end();
}

} // namespace

void TestStepFacts::dependents()
{
    const std::vector<Part> ofExpression = dependentsOf(Part::Expression);
    for (const Part part : {Part::Cohort, Part::Flux, Part::Training, Part::Explanation, Part::Enrichment,
                            Part::Stress, Part::Groups})
        QVERIFY(has(ofExpression, part));
    QVERIFY(!has(ofExpression, Part::Model));
    const std::vector<Part> ofSets = dependentsOf(Part::GeneSets);
    QVERIFY(has(ofSets, Part::Training));
    QVERIFY(has(ofSets, Part::Enrichment));
    QVERIFY(!has(ofSets, Part::Flux));
    QVERIFY(dependentsOf(Part::Groups).empty());
}

void TestStepFacts::groupsOfATable()
{
    Project project;
    GroupRun run;
    GroupRun::Entry entry{"FBA", "GTHOr", {}};
    const auto compared = compareGroups({"a", "b", "c", "d"}, {1, 2, 3, 4}, {"NO", "NO", "YES", "YES"});
    QVERIFY(compared);
    entry.comparison = *compared;
    run.entries.push_back(entry);
    const std::vector<NamedTable> tables = GroupStep::tables(run);
    QCOMPARE(tables.front().fileName, std::string("groups.tsv"));
    QCOMPARE(tables.front().table.header[2], std::string("group1"));
    QCOMPARE(cellText(tables.front().table.rows[0][2]), std::string("NO"));
    QVERIFY(run.find("FBA", "GTHOr"));
    QVERIFY(!run.find("predicted", "GTHOr"));
}

void TestStepFacts::aCohortWithoutItsMatrix()
{
    Project project;
    project.cohort = std::make_shared<const Cohort>();
    QVERIFY(project.has(Part::Cohort));
    QVERIFY(!measuredCohort(project));
    const Result<void> ready = requireParts(project, {Part::Cohort});
    QVERIFY(!ready && ready.error().code == ErrorCode::MissingInput);
    QCOMPARE(ready.error().detail, std::string(partName(Part::Expression)));
    QVERIFY(!loadedNetwork(project, "none.pt", {}));
}

PATHGAN_TEST(TestStepFacts)
#include "tst_stepfacts.moc"
