#include "core/base/hash.h"
#include "core/data/clinical.h"
#include "core/data/cohort.h"
#include "tests/data/files.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace pathgan;

namespace {

std::ptrdiff_t countOf(const ClinicalColumn &column, const char *value)
{
    return std::count(column.values.begin(), column.values.end(), value);
}

} // namespace

class TestClinical : public QObject
{
    Q_OBJECT

private slots:
    void missingTokens_data();
    void missingTokens();
    void readsTable_data();
    void readsTable();
    void layouts_data();
    void layouts();
    void typesColumns_data();
    void typesColumns();
    void listsProblems();
    void infiniteAndRepeated();
    void refused_data();
    void refused();
    void quotedFieldsSpanLines();
    void choosesColumns();
    void tcgaMixed();
    void tcgaBrca();

private:
    Result<ClinicalTable> read(const QByteArray &content, const ReadRules &rules = {})
    {
        return readClinical(m_files.write("clinical.tsv", content), m_report, {}, rules);
    }

    Files m_files;
    ReadReport m_report;
};

void TestClinical::missingTokens_data()
{
    QTest::addColumn<bool>("missing");
    for (const char *token :
         {"", " ", "NA", "na", "NaN", "null", "None", "[Not Available]", "[Not Applicable]", "[Unknown]",
          "[Discrepancy]", "[Not Evaluated]", "not reported", "--", "'--", "Unknown", "-", ".", "?"})
        QTest::newRow(*token ? token : "blank") << true;
    for (const char *word : {"NO", "0", "+", "Nah", "[Other]", "Unknown primary", "No, not available"})
        QTest::newRow(word) << false;
}

void TestClinical::missingTokens()
{
    QFETCH(bool, missing);
    const QString tag = QTest::currentDataTag();
    QCOMPARE(isMissingToken(tag == "blank" ? "" : tag.toStdString()), missing);
}

void TestClinical::readsTable_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray tsv =
        "sampleID\tage\tradiation_therapy\nTCGA-OR-A5J1-01\t61\tYES\nTCGA-OR-A5J2-01\t\t[Discrepancy]\n";
    QTest::newRow("TSV") << tsv;
    QTest::newRow("gzip") << Files::gzip(tsv);
    QTest::newRow("CSV") << QByteArray(tsv).replace("\t", ",");
    QTest::newRow("quotes") << QByteArray(tsv).replace("YES", "\"YES\"").replace("\t", ",");
    QTest::newRow("CR LF and mark") << "\xEF\xBB\xBF" + QByteArray(tsv).replace("\n", "\r\n");
    QTest::newRow("CR") << QByteArray(tsv).replace("\n", "\r");
    QTest::newRow("blank lines") << QByteArray(tsv).replace("\n", "\n\n");
}

void TestClinical::readsTable()
{
    QFETCH(QByteArray, content);
    const Result<ClinicalTable> table = read(content);
    QVERIFY(table.ok());
    QCOMPARE(table->ids, (std::vector<std::string>{"TCGA-OR-A5J1-01", "TCGA-OR-A5J2-01"}));
    QCOMPARE(table->columns.size(), std::size_t{2});
    QCOMPARE(table->columnIndex("radiation_therapy"), 1);
    QCOMPARE(table->columnIndex("Radiation"), -1);
    QCOMPARE(table->columns[1].values, (std::vector<std::string>{"YES", "[Discrepancy]"}));
    QCOMPARE(table->columns[0].values[0], std::string("61"));
    QCOMPARE(table->sha256, sha256(content.toStdString()));
    QVERIFY(m_report.problems.empty());
}

void TestClinical::layouts_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray rows = "TCGA-AB-2000-01\tFEMALE\tNO\t50\nTCGA-AB-2001-01\tMALE\tYES\t51\n";
    const QByteArray header = "gender\tradiation_therapy\tage\n";
    QTest::newRow("R's write.table") << header + rows;
    QTest::newRow("R's write.csv") << "\"\",\"gender\",\"radiation_therapy\",\"age\"\n" +
                                          QByteArray(rows).replace("\t", ",");
    QTest::newRow("R's blanks") << "\"gender\" \"radiation_therapy\" \"age\"\n" +
                                       QByteArray(rows).replace("\t", " ");
    QTest::newRow("no corner, tabs behind rows") << header + QByteArray(rows).replace("\n", "\t\n");
    QTest::newRow("tabs behind rows") << "sampleID\t" + header + QByteArray(rows).replace("\n", "\t\n");
    QTest::newRow("tabs behind all") << "sampleID\t" + QByteArray(header).replace("\n", "\t\n") +
                                            QByteArray(rows).replace("\n", "\t\n");
    QTest::newRow("tab behind the header") << "sampleID\t" + QByteArray(header).replace("\n", "\t\n") + rows;
    QTest::newRow("cBioPortal") << "#Sample Identifier\tSex\tRadiation Therapy\tAge\n#id\tsex\trt\tage\n"
                                   "#STRING\tSTRING\tSTRING\tNUMBER\n#1\t1\t1\t1\nSAMPLE_ID\t" +
                                       header + rows;
    QTest::newRow("header behind #") << "#sampleID\t" + header + rows;
    QTest::newRow("comment between rows")
        << "sampleID\t" + header + QByteArray(rows).replace("\n", "\n# seen\n");
    QTest::newRow("Excel's first line") << "sep=;\nsampleID;" + QByteArray(header + rows).replace("\t", ";");
}

void TestClinical::layouts()
{
    QFETCH(QByteArray, content);
    const Result<ClinicalTable> table = read(content);
    QVERIFY2(table.ok(), table.ok() ? "" : table.error().detail.c_str());
    QCOMPARE(table->ids, (std::vector<std::string>{"TCGA-AB-2000-01", "TCGA-AB-2001-01"}));
    QCOMPARE(table->columns.size(), std::size_t{3});
    QCOMPARE(table->columns[0].values, (std::vector<std::string>{"FEMALE", "MALE"}));
    QCOMPARE(table->columns[1].name, std::string("radiation_therapy"));
    QCOMPARE(table->columns[1].values, (std::vector<std::string>{"NO", "YES"}));
    QCOMPARE(table->columns[2].values, (std::vector<std::string>{"50", "51"}));
}

void TestClinical::typesColumns_data()
{
    QTest::addColumn<QString>("values"); // a blank between two
    QTest::addColumn<int>("type");
    QStringList ages, ids;
    for (int i = 0; i < 60; ++i) {
        ages << QString::number(30 + i % 40);
        ids << QString("P%1").arg(i);
    }
    QTest::newRow("words") << "YES NO YES NA NO YES" << int(ColumnType::Category);
    QTest::newRow("one word") << "BRCA BRCA BRCA" << int(ColumnType::Category);
    QTest::newRow("stages") << "1 2 3 1 2 3 2 NA" << int(ColumnType::Category);
    QTest::newRow("codes of yes and no") << "0 1 0 1 1" << int(ColumnType::Category);
    QTest::newRow("ages") << ages.join(' ') << int(ColumnType::Number);
    QTest::newRow("decimals") << "0.5 1 0.5 1 0.5 1" << int(ColumnType::Number);
    QTest::newRow("few different whole numbers") << "1 2 3 4 5" << int(ColumnType::Number);
    QTest::newRow("ids") << ids.join(' ') << int(ColumnType::Text);
    QTest::newRow("numbers and a word") << ages.join(' ') + " old" << int(ColumnType::Text);
    QTest::newRow("nothing") << "NA null [Unknown]" << int(ColumnType::Empty);
}

void TestClinical::typesColumns()
{
    QFETCH(QString, values);
    QFETCH(int, type);
    QByteArray content = "id\tx\n";
    int row = 0;
    for (const QString &value : values.split(' '))
        content += "s" + QByteArray::number(row++) + '\t' + value.toUtf8() + '\n';
    const Result<ClinicalTable> table = read(content);
    QVERIFY(table.ok());
    const ClinicalColumn &column = table->columns[0];
    QCOMPARE(int(column.type), type);
    QCOMPARE(column.numbers.empty(), column.type != ColumnType::Number);
    for (std::size_t i = 0; i < column.numbers.size(); ++i)
        QCOMPARE(column.numbers[i], std::stod(column.values[i]));
}

void TestClinical::listsProblems()
{
    const QByteArray content = "id\ta\ta\t\ns1\t1\t2\t3\ns1\t1\t2\n\t1\t2\t3\ns2\t1\t2\t3\t4\n";
    const Result<ClinicalTable> refusedOne = read(content);
    QVERIFY(!refusedOne);
    QCOMPARE(int(refusedOne.error().code), int(ErrorCode::RaggedRow));
    QVERIFY(QString::fromStdString(refusedOne.error().detail).endsWith("clinical.tsv:3: 3 of 4"));
    ReadRules dropping;
    dropping.ragged = ReadRules::Ragged::DropRow;
    QCOMPARE(read(content, dropping)->ids, std::vector<std::string>{"s1"});
    ReadRules rules;
    rules.ragged = ReadRules::Ragged::FillMissing;
    const Result<ClinicalTable> table = read(content, rules);
    QVERIFY(table.ok());
    QCOMPARE(table->ids, (std::vector<std::string>{"s1", "s1", "s2"}));
    QCOMPARE(table->columns[2].values, (std::vector<std::string>{"3", "", "3"}));
    QStringList places;
    for (const Problem &problem : m_report.problems)
        places << QString("%1:%2:%3").arg(int(problem.kind)).arg(problem.line).arg(problem.column);
    QCOMPARE(places, (QStringList{QString("%1:3:0").arg(int(ProblemKind::RaggedRow)),
                                  QString("%1:5:0").arg(int(ProblemKind::RaggedRow)),
                                  QString("%1:1:3").arg(int(ProblemKind::DuplicateName)),
                                  QString("%1:1:4").arg(int(ProblemKind::EmptyName)),
                                  QString("%1:3:1").arg(int(ProblemKind::DuplicateName)),
                                  QString("%1:4:1").arg(int(ProblemKind::EmptyName))}));
}

void TestClinical::infiniteAndRepeated()
{
    const Result<ClinicalTable> table = read("id\tage\tlobe\tside\n"
                                             "s1\t40\tINF\tL\n"
                                             "s2\tinf\tSUP\tR\n"
                                             "id\tage\tlobe\tside\n"
                                             "s3\t-Inf\tINF\tR\n"
                                             "s4\t51.5\tSUP\tL\n",
                                             {});
    QVERIFY(table.ok());
    QCOMPARE(table->ids, (std::vector<std::string>{"s1", "s2", "s3", "s4"}));
    QCOMPARE(int(table->columns[0].type), int(ColumnType::Number));
    QCOMPARE(table->columns[0].values, (std::vector<std::string>{"40", "", "", "51.5"}));
    QVERIFY(std::isnan(table->columns[0].numbers[1]));
    // The inferior lobe is a word, not a number.
    QCOMPARE(table->columns[1].values, (std::vector<std::string>{"INF", "SUP", "INF", "SUP"}));
    QStringList places;
    for (const Problem &problem : m_report.problems)
        places << QString("%1:%2:%3").arg(int(problem.kind)).arg(problem.line).arg(problem.column);
    QCOMPARE(places, (QStringList{QString("%1:4:0").arg(int(ProblemKind::RepeatedHeader)),
                                  QString("%1:3:2").arg(int(ProblemKind::NotANumber)),
                                  QString("%1:5:2").arg(int(ProblemKind::NotANumber))}));
}

void TestClinical::refused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    QTest::newRow("empty") << QByteArray() << int(ErrorCode::FileEmpty);
    QTest::newRow("header only") << QByteArray("id\ta\n") << int(ErrorCode::FileEmpty);
    QTest::newRow("one column") << QByteArray("id\ns1\n") << int(ErrorCode::BadHeader);
    QTest::newRow("latin 1") << QByteArray("id\ta\ns1\tm\xE4nnlich\n") << int(ErrorCode::NotText);
    QTest::newRow("UTF-16 cut") << QByteArray("\xFF\xFEi\0d\0\t\0a\0\n\0s\0\t\0b", 17)
                                << int(ErrorCode::NotText);
    QTest::newRow("no header") << QByteArray("TCGA-AB-2000-01\tF\tNO\nTCGA-AB-2001-01\tM\tYES\n")
                               << int(ErrorCode::BadHeader);
    QTest::newRow("no header, no barcodes")
        << QByteArray("p1\tF\t61\np2\tM\t50\n") << int(ErrorCode::BadHeader);
    QTest::newRow("unquoted comma") << QByteArray(
                                           "id,site,sex,rt\ns1,Lung, NOS,F,NO\ns2,Lung,F,YES\ns3,Lung,M,NO\n")
                                    << int(ErrorCode::RaggedRow);
    QTest::newRow("corner or separators too many?")
        << QByteArray("gender\trt\tage\ns1\tF\tNO\t\ns2\tM\tYES\t\n") << int(ErrorCode::BadHeader);
    QTest::newRow("gzip cut") << Files::gzip("id\ta\ns1\tb\n").left(18) << int(ErrorCode::FileTruncated);
}

void TestClinical::refused()
{
    QFETCH(QByteArray, content);
    QFETCH(int, code);
    const Result<ClinicalTable> table = read(content);
    QVERIFY(!table);
    QCOMPARE(int(table.error().code), code);
}

void TestClinical::quotedFieldsSpanLines()
{
    const Result<ClinicalTable> table =
        read("id,note,x\ns1,\"one\ntwo, \"\"three\"\"\",1\ns2,plain,2\ns3,\"open,3\ns4,last,4\n");
    QVERIFY(table.ok());
    QCOMPARE(table->ids, (std::vector<std::string>{"s1", "s2", "s3", "s4"}));
    QCOMPARE(table->columns[0].values[0], std::string("one\ntwo, \"three\""));
    QCOMPARE(table->columns[1].values[1], std::string("2"));
    QCOMPARE(table->columns[1].values[3], std::string("4"));
    QVERIFY(m_report.problems.empty());
}

void TestClinical::choosesColumns()
{
    const Result<ClinicalTable> named =
        read("id\tgender\tradiation_therapy\t_cohort\na\tM\tYES\tx\nb\tF\tNO\ty\nc\tF\tNO\ty\nd\tF\tNO\ty\n");
    QVERIFY(named.ok());
    QCOMPARE(defaultGroupColumn(*named), 1);
    QCOMPARE(cohortColumn(*named), 2);
    const Result<ClinicalTable> constant =
        read("id\tage\tradiation_therapy\tgender\na\t1.5\tNO\tM\nb\t2.5\tNO\tF\nc\t3\t\tF\nd\t4\tNO\tF\n");
    QVERIFY(constant.ok());
    QCOMPARE(defaultGroupColumn(*constant), 2); // one value makes no groups
    QCOMPARE(cohortColumn(*constant), -1);
    const Result<ClinicalTable> numbers = read("id\tage\na\t1.5\nb\t2.5\n");
    QCOMPARE(defaultGroupColumn(*numbers), -1);
}

void TestClinical::tcgaMixed()
{
    NEED_SHARED(path, "tcga_mixed/clinicalMatrix.tsv");
    const Result<ClinicalTable> table = readClinical(path, m_report);
    QVERIFY(table.ok());
    QCOMPARE(table->ids.size(), std::size_t{317});
    QCOMPARE(table->columns.size(), std::size_t{7});
    QVERIFY(m_report.problems.empty());
    const auto type = [&](const char *name) {
        return int(table->columns.at(static_cast<std::size_t>(table->columnIndex(name))).type);
    };
    QCOMPARE(type("radiation_therapy"), int(ColumnType::Category));
    QCOMPARE(type("_cohort"), int(ColumnType::Category));
    QCOMPARE(type("age_at_initial_pathologic_diagnosis"), int(ColumnType::Number));
    QCOMPARE(type("_PATIENT"), int(ColumnType::Text));
    QCOMPARE(table->columns[static_cast<std::size_t>(defaultGroupColumn(*table))].name,
             std::string("radiation_therapy"));
    QCOMPARE(table->columns[static_cast<std::size_t>(cohortColumn(*table))].name, std::string("_cohort"));
}

void TestClinical::tcgaBrca()
{
    NEED_SHARED(path, "tcga_brca/BRCA_clinicalMatrix.gz");
    const Result<ClinicalTable> table = readClinical(path, m_report);
    QVERIFY(table.ok());
    QCOMPARE(table->ids.size(), std::size_t{1247});
    QCOMPARE(table->columns.size() + 1, std::size_t{194});
    const ClinicalColumn &column =
        table->columns[static_cast<std::size_t>(table->columnIndex("radiation_therapy"))];
    QCOMPARE(countOf(column, "YES"), std::ptrdiff_t{615});
    QCOMPARE(countOf(column, "NO"), std::ptrdiff_t{491});
    QCOMPARE(countOf(column, ""), std::ptrdiff_t{140});
    QCOMPARE(countOf(column, "[Discrepancy]"), std::ptrdiff_t{1});
    QCOMPARE(int(column.type), int(ColumnType::Category));
}

PATHGAN_TEST(TestClinical)
#include "tst_clinical.moc"
