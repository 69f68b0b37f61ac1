#include "core/data/clinicalgroups.h"
#include "core/data/cohort.h"
#include "tests/data/files.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace pathgan;
using Words = std::vector<std::string>;

class TestClinicalGroups : public QObject
{
    Q_OBJECT

private slots:
    void sameMeaning_data();
    void sameMeaning();
    void labels();
    void counts();
    void columnTypes();
    void cohortLabels();
    void radiation();
};

void TestClinicalGroups::sameMeaning_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");
    QTest::newRow("zero") << "0"
                          << "0.0" << true;
    QTest::newRow("minus zero") << "-0.0"
                                << "0" << true;
    QTest::newRow("decimals") << "1.50"
                              << "1.5" << true;
    QTest::newRow("exponent") << "1e2"
                              << "100" << true;
    QTest::newRow("case") << "yes"
                          << "YES" << true;
    QTest::newRow("blanks") << " Stage  I "
                            << "Stage I" << true;
    QTest::newRow("no-break space") << "Stage\u00A0I\u00A0"
                                    << "stage i" << true;
    QTest::newRow("zero width") << "\uFEFFYES\u200B"
                                << "YES" << true;
    QTest::newRow("zero width of a number") << "\u200D2"
                                            << "2.0" << true;
    QTest::newRow("missing tokens") << "Unknown"
                                    << "-" << true;
    QTest::newRow("numbers") << "0"
                             << "1" << false;
    QTest::newRow("stages") << "Stage I"
                            << "Stage II" << false;
    QTest::newRow("close numbers") << "1"
                                   << "1.0000001" << false;
    QTest::newRow("long ids") << "9007199254740993"
                              << "9007199254740992" << false;
    QTest::newRow("a word and nothing") << "NO"
                                        << "NA" << false;
}

void TestClinicalGroups::sameMeaning()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, same);
    QCOMPARE(groupKey(a.toStdString()) == groupKey(b.toStdString()), same);
}

void TestClinicalGroups::labels()
{
    QCOMPARE(clinicalLabels({"Yes", "YES", "YES ", "no", "", "Unknown", "."}),
             (Words{"YES", "YES", "YES", "no", "", "", ""}));
    // Equally frequent: the shortest number, the first word.
    QCOMPARE(clinicalLabels({"0.0", "0", "yes", "Yes"}), (Words{"0", "0", "Yes", "Yes"}));
    // Initials, but only among their words.
    QCOMPARE(clinicalLabels({"Y", "YES", "yes", "N", "n", "No", "NA"}),
             (Words{"YES", "YES", "YES", "No", "No", "No", ""}));
    QCOMPARE(clinicalLabels({"T", "TRUE", "true", "F", "F"}), (Words{"TRUE", "TRUE", "TRUE", "F", "F"}));
    QCOMPARE(clinicalLabels({"Y", "YES", "N", "MAYBE"}), (Words{"Y", "YES", "N", "MAYBE"}));
    QCOMPARE(clinicalLabels({"F", "M", "FALSE"}), (Words{"F", "M", "FALSE"}));
}

void TestClinicalGroups::counts()
{
    const Words values = {"0", "0.0", "1", "-", "0", "1", "NA", "1"};
    const std::vector<ClinicalGroup> groups = clinicalGroups(values, {0, 1, 2, 3, 4, 6, -1});
    QCOMPARE(groups.size(), std::size_t{3});
    QCOMPARE(groups[0].label, std::string());
    QCOMPARE(groups[0].rows, (std::map<std::string, std::size_t>{{"", 1}, {"-", 1}, {"NA", 1}}));
    QVERIFY(!groups[0].isMerged());
    QCOMPARE(groups[1].label, std::string("0"));
    QCOMPARE(groups[1].rows, (std::map<std::string, std::size_t>{{"0", 2}, {"0.0", 1}}));
    QCOMPARE(groups[1].size(), std::size_t{3});
    QVERIFY(groups[1].isMerged());
    QVERIFY(!groups[2].isMerged());
}

void TestClinicalGroups::columnTypes()
{
    Files files;
    ReadReport report;
    const Result<ClinicalTable> table =
        readClinical(files.write("c.tsv", "id\tgrade\tage\ns1\t0\t61\ns2\t0.0\t-\ns3\t1\t43.5\ns4\t1.0\t."
                                          "\ns5\tUnknown\tUnknown\n"),
                     report);
    QVERIFY(table.ok());
    QCOMPARE(table->columns[0].type, ColumnType::Category); // two groups, not five words
    QCOMPARE(table->columns[1].type, ColumnType::Number);
    QCOMPARE(table->columns[1].numbers[2], 43.5);
    QVERIFY(std::isnan(table->columns[1].numbers[1]) && std::isnan(table->columns[1].numbers[4]));
}

void TestClinicalGroups::cohortLabels()
{
    auto matrix = std::make_shared<ExpressionMatrix>();
    matrix->samples = {"a", "b", "c", "d", "e"};
    matrix->genes = {"TP53"};
    matrix->values = MatrixF::Zero(1, 5);
    auto table = std::make_shared<ClinicalTable>();
    table->ids = {"a", "b", "c", "d", "z"};
    ClinicalColumn column;
    column.name = "radiation_therapy";
    column.type = ColumnType::Category;
    column.values = {"Yes", "YES", "YES", "-", "NO"};
    table->columns.push_back(column);
    const Result<Cohort> cohort = makeCohort(matrix, table);
    QVERIFY(cohort.ok());
    QCOMPARE(cohort->labels(table->columns[0]), (Words{"YES", "YES", "YES", "", ""}));
}

void TestClinicalGroups::radiation()
{
    for (const char *name : {"radiation_therapy", "additional_radiation_therapy", "Radiation Therapy",
                             "RADIATION_THERAPY", "postoperative_rx_tx", "Radiotherapy"})
        QVERIFY2(isRadiationColumn(name), name);
    for (const char *name : {"", "gender", "history_of_neoadjuvant_treatment", "rx", "postoperative"})
        QVERIFY2(!isRadiationColumn(name), name);
}

PATHGAN_TEST(TestClinicalGroups)
#include "tst_clinicalgroups.moc"
