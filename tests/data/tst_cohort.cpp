#include "core/data/cohort.h"
#include "tests/data/files.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace pathgan;
using Reason = CohortLoss::Reason;

namespace {

std::shared_ptr<const ExpressionMatrix> matrixOf(std::vector<std::string> samples)
{
    auto matrix = std::make_shared<ExpressionMatrix>();
    matrix->genes = {"TP53"};
    matrix->values = MatrixF::Zero(1, static_cast<Index>(samples.size()));
    matrix->samples = std::move(samples);
    return matrix;
}

std::shared_ptr<const ClinicalTable> tableOf(std::vector<std::string> ids, std::vector<std::string> values)
{
    auto table = std::make_shared<ClinicalTable>();
    table->ids = std::move(ids);
    ClinicalColumn column;
    column.name = "radiation_therapy";
    column.type = ColumnType::Category;
    column.values = std::move(values);
    table->columns.push_back(std::move(column));
    return table;
}

std::size_t lossOf(const Cohort &cohort, Reason reason)
{
    for (const CohortLoss &loss : cohort.losses) {
        if (loss.reason == reason)
            return loss.count;
    }
    return 0;
}

std::map<std::string, int> countsOf(const std::vector<std::string> &labels)
{
    std::map<std::string, int> counts;
    for (const std::string &label : labels)
        ++counts[label];
    return counts;
}

} // namespace

class TestCohort : public QObject
{
    Q_OBJECT

private slots:
    void samplesByName();
    void filtersByBarcode();
    void keepsAllWhenAsked();
    void keepsAllWithoutBarcodes();
    void joinsEveryForm();
    void labelsAndNumbers();
    void errors();
    void tcgaMixed();
    void tcgaBrca();
    void agilent();
};

void TestCohort::samplesByName()
{
    const Result<Cohort> all =
        makeCohort(matrixOf({"a", "b", "c"}), tableOf({"c", "a"}, {"YES", "NO"}), {SampleFilter::All});
    QVERIFY(all && all->size() == 3);
    const Result<Cohort> some = samplesOf(*all, {"c", "a"});
    QVERIFY(some);
    QCOMPARE(some->samples, (std::vector<std::string>{"c", "a"}));
    QCOMPARE(some->columns, (std::vector<Index>{2, 0}));
    QCOMPARE(some->clinicalRows, (std::vector<Index>{0, 1}));
    QCOMPARE(some->patients[0], all->patients[2]);
    QCOMPARE(some->expression, all->expression);
    QCOMPARE(samplesOf(*all, {"a", "d"}).error().detail, std::string("d"));
}

void TestCohort::filtersByBarcode()
{
    const auto matrix = matrixOf({"TCGA-OR-A5J1-01", "TCGA-OR-A5J1-11", "TCGA.OR.A5J2.01", "TCGA-OR-A5J2-01A",
                                  "TCGA-OR-A5J3-06", "TCGA-OR-A5J4-01", "TCGA-OR-A5J4-01"});
    const Result<Cohort> cohort = makeCohort(matrix, nullptr);
    QVERIFY(cohort.ok());
    QCOMPARE(cohort->samples,
             (std::vector<std::string>{"TCGA-OR-A5J1-01", "TCGA-OR-A5J2-01", "TCGA-OR-A5J4-01"}));
    QCOMPARE(cohort->patients, (std::vector<std::string>{"TCGA-OR-A5J1", "TCGA-OR-A5J2", "TCGA-OR-A5J4"}));
    QCOMPARE(cohort->columns, (std::vector<Index>{0, 2, 5}));
    QCOMPARE(cohort->clinicalRows, (std::vector<Index>{-1, -1, -1}));
    QCOMPARE(lossOf(*cohort, Reason::NotPrimaryTumour), std::size_t{2});
    QCOMPARE(lossOf(*cohort, Reason::DuplicateSample), std::size_t{2});
    QCOMPARE(cohort->losses[0].examples, (std::vector<std::string>{"TCGA-OR-A5J1-11", "TCGA-OR-A5J3-06"}));
}

void TestCohort::keepsAllWhenAsked()
{
    const auto matrix = matrixOf({"TCGA-OR-A5J1-01", "TCGA-OR-A5J1-11", "TCGA-OR-A5J3-06"});
    const Result<Cohort> cohort = makeCohort(matrix, nullptr, {SampleFilter::All});
    QVERIFY(cohort.ok());
    QCOMPARE(cohort->size(), std::size_t{3});
    QCOMPARE(cohort->patients[1], std::string("TCGA-OR-A5J1")); // a split keeps them together
    QVERIFY(cohort->losses.empty());
}

void TestCohort::keepsAllWithoutBarcodes()
{
    const Result<Cohort> cohort =
        makeCohort(matrixOf({"s1", "s2", "s1"}), tableOf({"s2", "s9"}, {"YES", "NO"}));
    QVERIFY(cohort.ok());
    QCOMPARE(cohort->samples, (std::vector<std::string>{"s1", "s2"}));
    QCOMPARE(cohort->clinicalRows, (std::vector<Index>{-1, 0}));
    QCOMPARE(lossOf(*cohort, Reason::DuplicateSample), std::size_t{1});
    QCOMPARE(lossOf(*cohort, Reason::NoClinicalRow), std::size_t{1});
    QCOMPARE(lossOf(*cohort, Reason::NoExpression), std::size_t{1});
}

void TestCohort::joinsEveryForm()
{
    const auto matrix =
        matrixOf({"TCGA.OR.A5J1.01", "TCGA-OR-A5J2-01A-11R-A29S-07", "tcga-or-a5j3-01", "TCGA-OR-A5J4-01"});
    const Result<Cohort> samples = makeCohort(
        matrix, tableOf({"TCGA-OR-A5J3-01", "TCGA-OR-A5J2-01", "TCGA-OR-A5J1-01B", "TCGA-OR-A5J4-11"},
                        {"a", "b", "c", "d"}));
    QVERIFY(samples.ok());
    QCOMPARE(samples->clinicalRows, (std::vector<Index>{2, 1, 0, -1})); // a normal's row is not the tumour's
    QCOMPARE(lossOf(*samples, Reason::NoClinicalRow), std::size_t{1});
    QCOMPARE(lossOf(*samples, Reason::NoExpression), std::size_t{1});
    const Result<Cohort> patients =
        makeCohort(matrix, tableOf({"TCGA-OR-A5J2", "tcga.or.a5j1", "TCGA-OR-A5J9"}, {"a", "b", "c"}));
    QVERIFY(patients.ok());
    QCOMPARE(patients->clinicalRows, (std::vector<Index>{1, 0, -1, -1}));
}

void TestCohort::labelsAndNumbers()
{
    auto table = std::make_shared<ClinicalTable>(*tableOf({"a", "b", "c"}, {" YES ", "[Discrepancy]", "7"}));
    ClinicalColumn age;
    age.type = ColumnType::Number;
    age.values = {"61", "", "50.5"};
    age.numbers = {61, std::nan(""), 50.5};
    table->columns.push_back(age);
    const Result<Cohort> cohort = makeCohort(matrixOf({"c", "a", "b", "d"}), table);
    QVERIFY(cohort.ok());
    QCOMPARE(cohort->labels(table->columns[0]), (std::vector<std::string>{"7", "YES", "", ""}));
    const std::vector<double> ages = cohort->numbers(table->columns[1]);
    QCOMPARE(ages[0], 50.5);
    QCOMPARE(ages[1], 61.0);
    QVERIFY(std::isnan(ages[2]) && std::isnan(ages[3]));
    const std::vector<double> codes = cohort->numbers(table->columns[0]);
    QCOMPARE(codes[0], 7.0);
    QVERIFY(std::isnan(codes[1]));
}

void TestCohort::errors()
{
    const Result<Cohort> none = makeCohort(nullptr, nullptr);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::MissingInput);
    const Result<Cohort> normals = makeCohort(matrixOf({"TCGA-OR-A5J1-11"}), nullptr);
    QVERIFY(!normals);
    QCOMPARE(normals.error().code, ErrorCode::TooFewSamples);
}

void TestCohort::tcgaMixed()
{
    NEED_SHARED(matrixFile, "tcga_mixed/HiSeqV2.gz");
    NEED_SHARED(clinicalFile, "tcga_mixed/clinicalMatrix.tsv");
    ReadReport report;
    Result<ExpressionMatrix> matrix = readExpression(matrixFile, {}, report);
    Result<ClinicalTable> table = readClinical(clinicalFile, report);
    QVERIFY(matrix.ok() && table.ok());
    const Result<Cohort> cohort = makeCohort(std::make_shared<ExpressionMatrix>(std::move(*matrix)),
                                             std::make_shared<ClinicalTable>(std::move(*table)));
    QVERIFY(cohort.ok());
    QCOMPARE(cohort->size(), std::size_t{304});
    QCOMPARE(lossOf(*cohort, Reason::NotPrimaryTumour), std::size_t{13});
    QCOMPARE(cohort->losses.size(), std::size_t{1});
    const ClinicalTable &clinical = *cohort->clinical;
    const auto counts =
        countsOf(cohort->labels(clinical.columns[static_cast<std::size_t>(defaultGroupColumn(clinical))]));
    QCOMPARE(counts.at("YES"), 45);
    QCOMPARE(counts.at("NO"), 146);
    QCOMPARE(counts.at(""), 113);
}

void TestCohort::tcgaBrca()
{
    NEED_SHARED(matrixFile, "tcga_brca/HiSeqV2_909genes.gz");
    NEED_SHARED(clinicalFile, "tcga_brca/BRCA_clinicalMatrix.gz");
    ReadReport report;
    Result<ExpressionMatrix> matrix = readExpression(matrixFile, {}, report);
    Result<ClinicalTable> table = readClinical(clinicalFile, report);
    QVERIFY(matrix.ok() && table.ok());
    const Result<Cohort> cohort = makeCohort(std::make_shared<ExpressionMatrix>(std::move(*matrix)),
                                             std::make_shared<ClinicalTable>(std::move(*table)));
    QVERIFY(cohort.ok());
    QCOMPARE(cohort->size(), std::size_t{1097});
    QCOMPARE(lossOf(*cohort, Reason::NotPrimaryTumour), std::size_t{121}); // 114 normals, 7 metastases
    QCOMPARE(lossOf(*cohort, Reason::NoClinicalRow), std::size_t{0});
    QCOMPARE(lossOf(*cohort, Reason::NoExpression), std::size_t{1247 - 1218});
}

void TestCohort::agilent()
{
    NEED_SHARED(matrixFile, "tcga_brca/AgilentG4502A_2012.gz");
    NEED_SHARED(clinicalFile, "tcga_brca/BRCA_clinicalMatrix.gz");
    ReadReport report;
    Result<ExpressionMatrix> matrix = readExpression(matrixFile, {}, report);
    Result<ClinicalTable> table = readClinical(clinicalFile, report);
    QVERIFY(matrix.ok() && table.ok());
    const Result<Cohort> cohort = makeCohort(std::make_shared<ExpressionMatrix>(std::move(*matrix)),
                                             std::make_shared<ClinicalTable>(std::move(*table)));
    QVERIFY(cohort.ok());
    const ClinicalTable &clinical = *cohort->clinical;
    const auto counts = countsOf(cohort->labels(
        clinical.columns[static_cast<std::size_t>(clinical.columnIndex("radiation_therapy"))]));
    QCOMPARE(counts.at("YES"), 261);
    QCOMPARE(counts.at("NO"), 206);
}

PATHGAN_TEST(TestCohort)
#include "tst_cohort.moc"
