#include "core/data/cohort.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <algorithm>
#include <functional>

using namespace pathgan;

namespace {

using Names = std::vector<std::string>;
using Style = std::function<std::string(const std::string &patient, const std::string &type)>;

std::string replaced(std::string text, char by)
{
    std::replace(text.begin(), text.end(), '-', by);
    return text;
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return char(std::tolower(c)); });
    return text;
}

/// Ways to write the sample TYPE (01, 11) of a patient; aliquots of RNA here, of DNA there.
const std::vector<std::pair<const char *, Style>> &barcodeStyles()
{
    static const std::vector<std::pair<const char *, Style>> styles = {
        {"sample", [](auto &p, auto &t) { return p + "-" + t; }},
        {"vial", [](auto &p, auto &t) { return p + "-" + t + "A"; }},
        {"portion", [](auto &p, auto &t) { return p + "-" + t + "A-11"; }},
        {"analyte", [](auto &p, auto &t) { return p + "-" + t + "A-11R"; }},
        {"aliquot", [](auto &p, auto &t) { return p + "-" + t + "A-11R-A29S-07"; }},
        {"DNA aliquot", [](auto &p, auto &t) { return p + "-" + t + "A-12D-A30T-01"; }},
        {"dots", [](auto &p, auto &t) { return replaced(p + "-" + t, '.'); }},
        {"dots, aliquot", [](auto &p, auto &t) { return replaced(p + "-" + t + "A-11R-A29S-07", '.'); }},
        {"underscores", [](auto &p, auto &t) { return replaced(p + "-" + t + "A", '_'); }},
        {"lower case", [](auto &p, auto &t) { return lower(p + "-" + t); }},
        {"mixed", [](auto &p, auto &t) { return lower(replaced(p, '.')) + "-" + t; }},
        {"blanks around", [](auto &p, auto &t) { return " " + p + "-" + t + " "; }},
        {"patient", [](auto &p, auto &) { return p; }},
        {"patient, dots", [](auto &p, auto &) { return replaced(p, '.'); }},
        {"patient, lower case", [](auto &p, auto &) { return lower(p); }},
    };
    return styles;
}

/// Ways to write a plain name; the first is the name itself.
const std::vector<std::pair<const char *, std::function<std::string(std::string)>>> &plainStyles()
{
    static const std::vector<std::pair<const char *, std::function<std::string(std::string)>>> styles = {
        {"as it is", [](std::string n) { return n; }},
        {"lower case", [](std::string n) { return lower(n); }},
        {"dots", [](std::string n) { return replaced(n, '.'); }},
        {"underscores", [](std::string n) { return replaced(n, '_'); }},
        {"lower, dots", [](std::string n) { return lower(replaced(n, '.')); }},
        {"R", [](std::string n) { return "X" + replaced(n, '.'); }},
    };
    return styles;
}

const Names patients = {"TCGA-OR-A5J1", "TCGA-OR-A5J2", "TCGA-OR-A5J3", "TCGA-OR-A5J4"};

std::shared_ptr<ExpressionMatrix> matrixOf(Names samples)
{
    auto matrix = std::make_shared<ExpressionMatrix>();
    matrix->genes = {"TP53"};
    matrix->values = MatrixF::Zero(1, static_cast<Index>(samples.size()));
    matrix->samples = std::move(samples);
    return matrix;
}

ClinicalColumn columnOf(std::string name, Names values)
{
    ClinicalColumn column;
    column.name = std::move(name);
    column.type = ColumnType::Text;
    column.values = std::move(values);
    return column;
}

/// Rows of tumours and normals, the normals first, in another order than the patients.
struct Rows
{
    Names ids, values;
};
Rows clinicalRows(const Style &style, bool isPatients)
{
    Rows rows;
    for (const char *type : {"11", "01"}) {
        for (auto p = patients.rbegin(); p != patients.rend(); ++p) {
            if (isPatients && type == std::string("11"))
                continue;
            rows.ids.push_back(style(*p, type));
            rows.values.push_back((type == std::string("11") ? "normal " : "tumour ") + *p);
        }
    }
    return rows;
}

Names labelsOf(const Cohort &cohort)
{
    const ClinicalTable &table = *cohort.clinical;
    return cohort.labels(table.columns[static_cast<std::size_t>(table.columnIndex("value"))]);
}

Names expectedLabels()
{
    Names labels;
    for (const std::string &patient : patients)
        labels.push_back("tumour " + patient);
    return labels;
}

} // namespace

class TestSampleMatch : public QObject
{
    Q_OBJECT

private slots:
    void everyPairOfBarcodes_data();
    void everyPairOfBarcodes();
    void everyPairOfPlainNames_data();
    void everyPairOfPlainNames();
    void idsInOtherColumns_data();
    void idsInOtherColumns();
    void normalsAreNoTumours();
    void valuesOfPatients();
    void exactGoesFirst();
    void ambiguousIsLeft();
    void repeatedIdsAreCounted();
    void numbersAreNoIds();
    void columnOnRequest();
    void noOverlap();
    void oneOfSeveralNames();
};

void TestSampleMatch::everyPairOfBarcodes_data()
{
    QTest::addColumn<std::size_t>("expression");
    QTest::addColumn<std::size_t>("clinical");
    for (std::size_t a = 0; a < barcodeStyles().size(); ++a)
        for (std::size_t b = 0; b < barcodeStyles().size(); ++b)
            QTest::addRow("%s, %s", barcodeStyles()[a].first, barcodeStyles()[b].first) << a << b;
}

void TestSampleMatch::everyPairOfBarcodes()
{
    QFETCH(std::size_t, expression);
    QFETCH(std::size_t, clinical);
    const auto &[idName, idStyle] = barcodeStyles()[clinical];
    Names samples;
    for (const std::string &patient : patients)
        samples.push_back(barcodeStyles()[expression].second(patient, "01"));
    const Rows rows = clinicalRows(idStyle, std::string(idName).starts_with("patient"));
    auto table = std::make_shared<ClinicalTable>();
    table->ids = rows.ids;
    table->columns.push_back(columnOf("value", rows.values));
    const Result<Cohort> cohort = makeCohort(matrixOf(samples), table);
    QVERIFY(cohort.ok());
    QCOMPARE(labelsOf(*cohort), expectedLabels());
    QCOMPARE(cohort->clinicalJoin.matched(), patients.size());

    // And the other way round: values of one table in another.
    const SampleJoin join = matchSamples(rows.ids, samples, RowMeaning::Values);
    for (std::size_t i = 0; i < rows.ids.size(); ++i) {
        const bool isTumour = rows.values[i].starts_with("tumour");
        const bool isPatientTable = std::string(barcodeStyles()[expression].first).starts_with("patient");
        QCOMPARE(join.rows[i] >= 0, isTumour);
        if (isTumour)
            QCOMPARE("tumour " + patients[static_cast<std::size_t>(join.rows[i])], rows.values[i]);
        else
            QVERIFY(join.kinds[i] == SampleMatch::OtherSample || isPatientTable);
    }
}

void TestSampleMatch::everyPairOfPlainNames_data()
{
    QTest::addColumn<std::size_t>("expression");
    QTest::addColumn<std::size_t>("clinical");
    for (std::size_t a = 0; a < plainStyles().size(); ++a)
        for (std::size_t b = 0; b < plainStyles().size(); ++b)
            QTest::addRow("%s, %s", plainStyles()[a].first, plainStyles()[b].first) << a << b;
}

void TestSampleMatch::everyPairOfPlainNames()
{
    QFETCH(std::size_t, expression);
    QFETCH(std::size_t, clinical);
    const Names plain = {"101-Pre-A", "102-Pre-A", "102-Post-A", "7-B"};
    Names names, ids;
    for (const std::string &name : plain) {
        names.push_back(plainStyles()[expression].second(name));
        ids.insert(ids.begin(), plainStyles()[clinical].second(name));
    }
    const SampleJoin join = matchSamples(names, ids, RowMeaning::Description);
    QCOMPARE(join.rows, (std::vector<Index>{3, 2, 1, 0}));
    QCOMPARE(join.of(SampleMatch::Exact), expression == clinical ? plain.size() : std::size_t{0});
    QVERIFY(join.unmatched.empty() && join.otherIds.empty());
}

void TestSampleMatch::idsInOtherColumns_data()
{
    QTest::addColumn<QString>("column");
    for (const char *name : {"case_submitter_id", "submitter_id", "sample_submitter_id", "PATIENT_ID",
                             "SAMPLE_ID", "bcr_patient_barcode", "bcr_sample_barcode", "sampleID", "sample",
                             "submitter_id.samples", "anything"})
        QTest::newRow(name) << QString(name);
}

/// GDC's tables start with a UUID, others with a number.
void TestSampleMatch::idsInOtherColumns()
{
    QFETCH(QString, column);
    const bool isPatients = column.contains("case") || column.contains("atient", Qt::CaseInsensitive);
    for (const auto &[name, style] : barcodeStyles()) {
        Names samples;
        for (const std::string &patient : patients)
            samples.push_back(style(patient, "01"));
        const Rows rows = clinicalRows(barcodeStyles()[isPatients ? 12 : 1].second, isPatients);
        auto table = std::make_shared<ClinicalTable>();
        table->idName = "uuid";
        Names numbers;
        for (std::size_t i = 0; i < rows.ids.size(); ++i) {
            table->ids.push_back("c0f6e0a0-0000-" + std::to_string(i));
            numbers.push_back(std::to_string(i));
        }
        table->columns = {columnOf("number", numbers), columnOf(column.toStdString(), rows.ids),
                          columnOf("value", rows.values)};
        const Result<Cohort> cohort = makeCohort(matrixOf(samples), table);
        QVERIFY2(cohort.ok(), name);
        QCOMPARE(labelsOf(*cohort), expectedLabels());
        QCOMPARE(cohort->clinicalJoin.idColumn, column.toStdString());
    }
}

void TestSampleMatch::normalsAreNoTumours()
{
    const Names samples = {"TCGA-OR-A5J1-01", "TCGA-OR-A5J2-11", "TCGA-OR-A5J3-06"};
    const Names ofSamples = {"TCGA-OR-A5J1-11A", "TCGA-OR-A5J2-01A", "TCGA-OR-A5J3-01A"};
    const SampleJoin none = matchSamples(samples, ofSamples, RowMeaning::Description);
    QCOMPARE(none.matched(), std::size_t{0});
    QCOMPARE(none.of(SampleMatch::OtherSample), std::size_t{3});
    QCOMPARE(none.unmatched, (Names{samples[0], samples[1]}));
    QCOMPARE(none.otherIds, (Names{ofSamples[0], ofSamples[1]}));
    const Names ofPatients = {"TCGA-OR-A5J3", "TCGA-OR-A5J2", "TCGA-OR-A5J1"};
    QCOMPARE(matchSamples(samples, ofPatients, RowMeaning::Description).rows, (std::vector<Index>{2, 1, 0}));
    // A column of patients in a table of samples: its first row may be the normal's.
    auto table = std::make_shared<ClinicalTable>();
    table->ids = {"TCGA-OR-A5J1-11", "TCGA-OR-A5J2-01", "TCGA-OR-A5J4-01"};
    table->columns = {columnOf("_PATIENT", {"TCGA-OR-A5J1", "TCGA-OR-A5J2", "TCGA-OR-A5J4"})};
    const Result<Cohort> cohort = makeCohort(
        matrixOf({"TCGA-OR-A5J1-01", "TCGA-OR-A5J2-01", "TCGA-OR-A5J4-01"}), table, {SampleFilter::All});
    QVERIFY(cohort.ok());
    QCOMPARE(cohort->clinicalRows, (std::vector<Index>{-1, 1, 2}));
}

void TestSampleMatch::valuesOfPatients()
{
    const Names names = {"TCGA-OR-A5J1-01", "TCGA-OR-A5J1-11", "TCGA-OR-A5J2-06", "TCGA-OR-A5J3-01",
                         "TCGA-OR-A5J3-06"};
    const Names ids = {"TCGA-OR-A5J1", "TCGA-OR-A5J2", "TCGA-OR-A5J3"};
    const SampleJoin join = matchSamples(names, ids, RowMeaning::Values);
    QCOMPARE(join.rows, (std::vector<Index>{0, -1, 1, 2, -1})); // the primary tumour's, not the metastasis'
    QCOMPARE(join.kinds[1], SampleMatch::OtherSample);
    QCOMPARE(join.kinds[4], SampleMatch::Ambiguous);
}

void TestSampleMatch::exactGoesFirst()
{
    const SampleJoin plain = matchSamples({"s.1", "S-1"}, {"S-1", "s_1", "s.1"}, RowMeaning::Description);
    QCOMPARE(plain.rows, (std::vector<Index>{2, 0}));
    const SampleJoin vials = matchSamples({"TCGA-OR-A5J1-01B-11R", "TCGA-OR-A5J1-01A"},
                                          {"TCGA-OR-A5J1-01A", "TCGA-OR-A5J1-01B"}, RowMeaning::Description);
    QCOMPARE(vials.rows, (std::vector<Index>{1, 0}));
}

void TestSampleMatch::ambiguousIsLeft()
{
    const SampleJoin plain = matchSamples({"s_1", "t"}, {"S-1", "s.1", "T"}, RowMeaning::Description);
    QCOMPARE(plain.rows, (std::vector<Index>{-1, 2}));
    QCOMPARE(plain.of(SampleMatch::Ambiguous), std::size_t{1});
    // Two names for one row: neither has it, unless one is exact.
    QCOMPARE(matchSamples({"s_1", "S.1"}, {"s-1"}, RowMeaning::Description).rows,
             (std::vector<Index>{-1, -1}));
    QCOMPARE(matchSamples({"s_1", "s-1"}, {"s-1"}, RowMeaning::Description).rows,
             (std::vector<Index>{-1, 0}));
    // Of two vials none is the sample.
    const SampleJoin vials =
        matchSamples({"TCGA-OR-A5J1-01"}, {"TCGA-OR-A5J1-01A", "TCGA-OR-A5J1-01B"}, RowMeaning::Description);
    QCOMPARE(vials.kinds[0], SampleMatch::Ambiguous);
    // Signs that R would make one are two.
    QCOMPARE(matchSamples({"cell+"}, {"cell-"}, RowMeaning::Description).matched(), std::size_t{0});
    QCOMPARE(matchSamples({"cell."}, {"cell+"}, RowMeaning::Description).matched(), std::size_t{1});
    QCOMPARE(matchSamples({"cell."}, {"cell+", "cell/"}, RowMeaning::Description).kinds[0],
             SampleMatch::Ambiguous);
    const Result<Cohort> cohort = makeCohort(matrixOf({"s_1", "t"}), [] {
        auto table = std::make_shared<ClinicalTable>();
        table->ids = {"S-1", "s.1", "T"};
        return table;
    }());
    QVERIFY(cohort.ok());
    QCOMPARE(cohort->losses[0].reason, CohortLoss::Reason::AmbiguousClinicalRow);
    QCOMPARE(cohort->losses[0].examples, (Names{"s_1"}));
}

void TestSampleMatch::repeatedIdsAreCounted()
{
    const SampleJoin join = matchSamples({"a", "TCGA-OR-A5J1-01"}, {"a", "TCGA-OR-A5J1", "a", "tcga.or.a5j1"},
                                         RowMeaning::Description);
    QCOMPARE(join.rows, (std::vector<Index>{0, 1}));
    QCOMPARE(join.repeated, std::size_t{2});
}

/// A column of ages holds some of the samples' numbers by chance.
void TestSampleMatch::numbersAreNoIds()
{
    auto table = std::make_shared<ClinicalTable>();
    table->ids = {"P1", "P2", "P3", "P4"};
    table->columns = {columnOf("age", {"3", "1", "3", "50"}), columnOf("value", {"a", "b", "c", "d"})};
    const Result<Cohort> cohort = makeCohort(matrixOf({"1", "2", "3", "4"}), table);
    QVERIFY(!cohort.ok());
    QCOMPARE(cohort.error().code, ErrorCode::NoOverlap);
}

void TestSampleMatch::columnOnRequest()
{
    auto table = std::make_shared<ClinicalTable>();
    table->idName = "name";
    table->ids = {"a", "b"};
    table->columns = {columnOf("old_name", {"b", "a"})};
    const auto rows = [&](const char *column) {
        const Result<Cohort> cohort = makeCohort(matrixOf({"a", "b"}), table, {SampleFilter::All, column});
        return cohort ? cohort->clinicalRows : std::vector<Index>();
    };
    QCOMPARE(rows(""), (std::vector<Index>{0, 1}));
    QCOMPARE(rows("name"), (std::vector<Index>{0, 1}));
    QCOMPARE(rows("old_name"), (std::vector<Index>{1, 0}));
    const Result<Cohort> unknown = makeCohort(matrixOf({"a"}), table, {SampleFilter::All, "other"});
    QCOMPARE(unknown.error().code, ErrorCode::UnknownName);
}

void TestSampleMatch::noOverlap()
{
    auto table = std::make_shared<ClinicalTable>();
    table->ids = {"x1", "x2", "x3"};
    const Result<Cohort> cohort = makeCohort(matrixOf({"a", "b"}), table);
    QVERIFY(!cohort.ok());
    QCOMPARE(cohort.error().code, ErrorCode::NoOverlap);
    QCOMPARE(
        cohort.error().detail,
        std::string("samples of the expression matrix (a, b), samples of the clinical table (x1, x2, …)"));
}

void TestSampleMatch::oneOfSeveralNames()
{
    const Names ids = {"TCGA-OR-A5J1-01", "TCGA-OR-A5J1-06", "TCGA-OR-A5J2-01", "TCGA-OR-A5J2-11", "P_1"};
    QCOMPARE(*findSamples({"tcga.or.a5j1.06a", "TCGA-OR-A5J2", "p-1"}, ids), (std::vector<Index>{1, 2, 4}));
    const auto missing = findSamples({"TCGA-OR-A5J2-06"}, ids);
    QVERIFY(!missing);
    QCOMPARE(missing.error().detail, std::string("TCGA-OR-A5J2-06 (TCGA-OR-A5J2-01, TCGA-OR-A5J2-11?)"));
    QCOMPARE(findSamples({"nobody"}, ids).error().detail, std::string("nobody"));
}

PATHGAN_TEST(TestSampleMatch)
#include "tst_samplematch.moc"
