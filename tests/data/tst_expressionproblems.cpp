#include "core/data/expression.h"
#include "tests/data/files.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace pathgan;

namespace {

const QByteArray header = "sample\tTCGA-OR-A5J1-01\tTCGA-OR-A5J2-01\tTCGA-OR-A5J3-01\n";

/// kind:line:column:value of each problem, in the file's order.
QStringList listed(const ReadReport &report)
{
    static const char *const names[] = {"ragged", "number", "missing", "duplicate",
                                        "empty",  "utf8",   "header",  "long"};
    QStringList all;
    for (const Problem &problem : report.problems)
        all << QString("%1:%2:%3:%4")
                   .arg(names[int(problem.kind)])
                   .arg(problem.line)
                   .arg(problem.column)
                   .arg(QString::fromStdString(problem.value));
    return all;
}

QString failure(const Result<ExpressionMatrix> &result)
{
    return result ? QString() : QString::fromStdString(result.error().detail).section('/', -1);
}

std::vector<float> rowOf(const ExpressionMatrix &matrix, Index row)
{
    std::vector<float> values;
    for (const float value : matrix.values.row(row))
        values.push_back(std::isnan(value) ? -1 : value);
    return values;
}

} // namespace

class TestExpressionProblems : public QObject
{
    Q_OBJECT

private slots:
    void refused_data();
    void refused();
    void everythingIsListed();
    void listIsLimitedCountIsNot();
    void raggedRules();
    void notANumberRule();
    void missingRules();
    void duplicateRules();
    void duplicateSamplesStay();
    void namelessAreLeftOut();
    void uncountedReadsAreLeftOut();
    void gctSizesAreChecked();
    void truncatedListsWhatItSaw();

private:
    Result<ExpressionMatrix> read(const QByteArray &content, const ReadRules &rules = {})
    {
        return readExpression(m_files.write("m.tsv", content), rules, m_report);
    }

    Files m_files;
    ReadReport m_report;
};

void TestExpressionProblems::refused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &content, ErrorCode code, const char *detail) {
        QTest::newRow(name) << content << int(code) << QString(detail);
    };
    const QByteArray gzip = Files::gzip(header + "TP53\t1\t2\t3\n");
    row("empty", "", ErrorCode::FileEmpty, "m.tsv");
    row("blank", "\n \n\t\n", ErrorCode::FileEmpty, "m.tsv");
    row("gzip of nothing", Files::gzip(""), ErrorCode::FileEmpty, "m.tsv");
    row("header only", header, ErrorCode::FileEmpty, "m.tsv:2");
    row("header and blank lines", header + "\n\n", ErrorCode::FileEmpty, "m.tsv:2");
    row("comments only", "# a\n# b\n", ErrorCode::FileEmpty, "m.tsv");
    row("one column", "sample\nTP53\n", ErrorCode::BadHeader, "m.tsv:1:1");
    row("no header", "TP53\t1.5\t2.25\t3.5\nGPX1\t2.5\t1.25\t0.5\n", ErrorCode::BadHeader, "m.tsv:1:2");
    row("short row", header + "TP53\t1\t2\t3\nGPX1\t1\t2\n", ErrorCode::RaggedRow, "m.tsv:3: 3 of 4");
    row("long row", header + "TP53\t1\t2\t3\t4\nGPX1\t1\t2\t3\n", ErrorCode::RaggedRow, "m.tsv:2: 5 of 4");
    row("name alone", header + "TP53\t1\t2\t3\nGPX1\n", ErrorCode::RaggedRow, "m.tsv:3: 1 of 4");
    row("word", header + "TP53\t1\ttwo\t3\n", ErrorCode::NotANumber, "m.tsv:2:3: two");
    row("decimal comma", header + "TP53\t1\t2,5\t3\n", ErrorCode::NotANumber, "m.tsv:2:3: 2,5");
    row("infinite", header + "TP53\t1\tinf\t3\n", ErrorCode::NotANumber, "m.tsv:2:3: inf");
    row("beyond float", header + "TP53\t1\t1e39\t3\n", ErrorCode::NotANumber, "m.tsv:2:3: 1e39");
    row("beyond double", header + "TP53\t1\t1e999\t3\n", ErrorCode::NotANumber, "m.tsv:2:3: 1e999");
    row("hexadecimal", header + "TP53\t1\t0x1F\t3\n", ErrorCode::NotANumber, "m.tsv:2:3: 0x1F");
    row("two dots", header + "TP53\t1\t1.2.3\t3\n", ErrorCode::NotANumber, "m.tsv:2:3: 1.2.3");
    row("open quote", header + "TP53\t\"1\t2\t3\n", ErrorCode::NotANumber, "m.tsv:2:2: \"1");
    row("all missing", header + "TP53\t\tNA\tnull\n", ErrorCode::MissingValue, "m.tsv");
    row("latin 1 gene", header + "G\xE4n\t1\t2\t3\n", ErrorCode::NotText, "m.tsv:2:1: G?n");
    row("latin 1 sample", "s\tM\xFCller\nTP53\t1\n", ErrorCode::NotText, "m.tsv:1:2: M?ller");
    row("UTF-16, half a character",
        QByteArray("\xFF\xFEs\0\t\0x\0\n\0g\0\t\0"
                   "1\0\0\xD8",
                   18),
        ErrorCode::NotANumber, "m.tsv:2:2: 1?");
    row("decimal comma after a point", "s;TCGA-OR-A5J1-01;TCGA-OR-A5J2-01\nTP53;1.5;2,5\n",
        ErrorCode::NotANumber, "m.tsv:2:3: 2,5");
    row("one row with a tab behind it", header + "TP53\t1\t2\t3\nGPX1\t1\t2\t3\t\nGSR\t1\t2\t3\n",
        ErrorCode::RaggedRow, "m.tsv:3: 5 of 4");
    row("one row without the others' tab", header + "TP53\t1\t2\t3\t\nGPX1\t1\t2\t3\nGSR\t1\t2\t3\t\n",
        ErrorCode::RaggedRow, "m.tsv:3: 4 of 5");
    row("corner or tab?", "a\tb\tc\nTP53\t1\t2\t\nGSR\t1\t2\t\n", ErrorCode::BadHeader, "m.tsv:1:1: a");
    row("binary", QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), ErrorCode::NotText, "m.tsv");
    row("gzip cut", gzip.left(gzip.size() - 9), ErrorCode::FileTruncated, "");
    row("gzip magic", gzip.left(2), ErrorCode::FileTruncated, "");
    row("GCT 1.3", "#1.3\n1\t3\t0\t0\n", ErrorCode::UnknownFormat, "m.tsv:1:1: #1.3");
    row("GCT without sizes", "#1.2\nName\tDescription\n", ErrorCode::BadHeader, "m.tsv:2:1");
    row("GCT ends early", "#1.2", ErrorCode::FileEmpty, "m.tsv:2");
}

void TestExpressionProblems::refused()
{
    QFETCH(QByteArray, content);
    QFETCH(int, code);
    QFETCH(QString, detail);
    const Result<ExpressionMatrix> matrix = read(content);
    QVERIFY(!matrix);
    QCOMPARE(int(matrix.error().code), code);
    if (!detail.isEmpty())
        QCOMPARE(failure(matrix), detail);
}

void TestExpressionProblems::everythingIsListed()
{
    const QByteArray content =
        header + "TP53\t1\tx\t\nGPX1\t1\t2\n\t1\t2\t3\nTP53\tNA\t2\ty\n" + "G\xE4n\t1\t2\t3\n";
    QVERIFY(!read(content));
    QCOMPARE(listed(m_report), (QStringList{"number:2:3:x", "missing:2:4:", "ragged:3:0:3",
                                            "empty:4:1:", "missing:5:2:NA", "number:5:4:y", "utf8:6:1:G?n"}));
    QCOMPARE(m_report.notNumbers, std::size_t{2});
    QCOMPARE(m_report.missingValues, std::size_t{2});
    QCOMPARE(m_report.raggedRows, std::size_t{1});
    QCOMPARE(m_report.otherProblems, std::size_t{2});
}

void TestExpressionProblems::listIsLimitedCountIsNot()
{
    QByteArray content = header;
    for (int i = 0; i < 200000; ++i)
        content += "G" + QByteArray::number(i) + "\t1\tNA\t\n";
    const Result<ExpressionMatrix> matrix = read(content);
    QVERIFY(matrix.ok());
    QCOMPARE(m_report.missingValues, std::size_t{400000});
    QCOMPARE(m_report.problems.size(), ReadReport::maxListed);
    QCOMPARE(m_report.problems.back().line, std::size_t{5001});
    m_report = {};
    m_report.add(ProblemKind::NotANumber, 1, 1, std::string(59, 'x') + "\xC3\xA4" + "tail");
    QCOMPARE(m_report.problems[0].value, std::string(59, 'x')); // no half character
}

void TestExpressionProblems::raggedRules()
{
    const QByteArray content = header + "A\t1\t2\t3\nB\t1\t2\nC\t1\t2\t3\t4\nD\nE\t7\t8\t9\n";
    ReadRules rules;
    rules.ragged = ReadRules::Ragged::DropRow;
    Result<ExpressionMatrix> matrix = read(content, rules);
    QVERIFY(matrix.ok());
    QCOMPARE(matrix->genes, (std::vector<std::string>{"A", "E"}));
    QCOMPARE(rowOf(*matrix, 1), (std::vector<float>{7, 8, 9}));
    QCOMPARE(m_report.raggedRows, std::size_t{3});
    rules.ragged = ReadRules::Ragged::FillMissing;
    matrix = read(content, rules);
    QVERIFY(matrix.ok());
    QCOMPARE(matrix->genes, (std::vector<std::string>{"A", "B", "C", "D", "E"}));
    QCOMPARE(rowOf(*matrix, 1), (std::vector<float>{1, 2, -1}));
    QCOMPARE(rowOf(*matrix, 2), (std::vector<float>{1, 2, 3}));
    QCOMPARE(rowOf(*matrix, 3), (std::vector<float>{-1, -1, -1}));
    QCOMPARE(rowOf(*matrix, 4), (std::vector<float>{7, 8, 9}));
}

void TestExpressionProblems::notANumberRule()
{
    ReadRules rules;
    rules.notNumber = ReadRules::NotNumber::Missing;
    const Result<ExpressionMatrix> matrix = read(header + "A\t1\t#DIV/0!\t3\n", rules);
    QVERIFY(matrix.ok());
    QCOMPARE(rowOf(*matrix, 0), (std::vector<float>{1, -1, 3}));
    QCOMPARE(listed(m_report), QStringList{"number:2:3:#DIV/0!"});
}

void TestExpressionProblems::missingRules()
{
    const QByteArray content = header + "A\t1\t\t5\nB\t1\t2\t3\nC\tNA\tNA\t4\n";
    const auto with = [&](ReadRules::Missing rule) {
        ReadRules rules;
        rules.missing = rule;
        return read(content, rules);
    };
    QCOMPARE(rowOf(*with(ReadRules::Missing::Keep), 0), (std::vector<float>{1, -1, 5}));
    QCOMPARE(rowOf(*with(ReadRules::Missing::Zero), 0), (std::vector<float>{1, 0, 5}));
    const Result<ExpressionMatrix> median = with(ReadRules::Missing::GeneMedian);
    QCOMPARE(rowOf(*median, 0), (std::vector<float>{1, 3, 5}));
    QCOMPARE(rowOf(*median, 2), (std::vector<float>{4, 4, 4}));
    const Result<ExpressionMatrix> dropped = with(ReadRules::Missing::DropGene);
    QCOMPARE(dropped->genes, std::vector<std::string>{"B"});
    QCOMPARE(rowOf(*dropped, 0), (std::vector<float>{1, 2, 3}));
    QCOMPARE(m_report.missingValues, std::size_t{3});
    ReadRules rules;
    rules.missing = ReadRules::Missing::DropGene;
    const Result<ExpressionMatrix> none = read(header + "A\t1\t\t5\n", rules);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::MissingValue);
}

void TestExpressionProblems::duplicateRules()
{
    const QByteArray byRow = header + "A\t1\t\t5\nB\t1\t2\t3\nA\t3\t4\t1\n";
    const QByteArray byColumn =
        "id\tA\tB\tA\nTCGA-OR-A5J1-01\t1\t1\t3\nTCGA-OR-A5J2-01\t\t2\t4\nTCGA-OR-A5J3-01\t5\t3\t1\n";
    for (const QByteArray &content : {byRow, byColumn}) {
        const auto with = [&](ReadRules::Duplicate rule) {
            ReadRules rules;
            rules.duplicate = rule;
            return read(content, rules);
        };
        const Result<ExpressionMatrix> first = with(ReadRules::Duplicate::First);
        QCOMPARE(first->genes, (std::vector<std::string>{"A", "B"}));
        QCOMPARE(rowOf(*first, 0), (std::vector<float>{1, -1, 5}));
        QCOMPARE(rowOf(*first, 1), (std::vector<float>{1, 2, 3}));
        QCOMPARE(m_report.duplicateNames, std::size_t{1});
        QCOMPARE(listed(m_report).last(), content == byRow ? "duplicate:4:1:A" : "duplicate:1:4:A");
        QCOMPARE(rowOf(*with(ReadRules::Duplicate::Mean), 0), (std::vector<float>{2, 4, 3}));
        QCOMPARE(rowOf(*with(ReadRules::Duplicate::Maximum), 0), (std::vector<float>{3, 4, 5}));
        const Result<ExpressionMatrix> refusedOne = with(ReadRules::Duplicate::Error);
        QVERIFY(!refusedOne);
        QCOMPARE(refusedOne.error().code, ErrorCode::DuplicateName);
        QCOMPARE(failure(refusedOne), content == byRow ? "m.tsv:4:1: A" : "m.tsv:1:4: A");
    }
}

void TestExpressionProblems::duplicateSamplesStay()
{
    const Result<ExpressionMatrix> matrix = read("s\tTCGA-OR-A5J1-01\tTCGA-OR-A5J1-01\nA\t1\t2\n");
    QVERIFY(matrix.ok());
    QCOMPARE(matrix->samples.size(), std::size_t{2}); // the cohort takes the first and counts the loss
    QCOMPARE(listed(m_report), QStringList{"duplicate:1:3:TCGA-OR-A5J1-01"});
}

void TestExpressionProblems::namelessAreLeftOut()
{
    const Result<ExpressionMatrix> matrix =
        read("s\tTCGA-OR-A5J1-01\t\tTCGA-OR-A5J3-01\nA\t1\t2\t3\n\t4\t5\t6\nB\t7\t8\t9\n");
    QVERIFY(matrix.ok());
    QCOMPARE(matrix->genes, (std::vector<std::string>{"A", "B"}));
    QCOMPARE(matrix->samples.size(), std::size_t{2});
    QCOMPARE(rowOf(*matrix, 0), (std::vector<float>{1, 3}));
    QCOMPARE(rowOf(*matrix, 1), (std::vector<float>{7, 9}));
    QCOMPARE(listed(m_report), (QStringList{"empty:1:3:", "empty:3:1:"}));
    QVERIFY(read("s\t" + QByteArray(300, 'x') + "\tb\nTP53\t1\t2\n").ok());
    QCOMPARE(int(m_report.problems.at(0).kind), int(ProblemKind::LongHeader));
}

void TestExpressionProblems::uncountedReadsAreLeftOut()
{
    const Result<ExpressionMatrix> matrix =
        read("s\tTCGA-OR-A5J1-01\tTCGA-OR-A5J3-01\nN_unmapped\t1000000\t2\nN_noFeature\t3\t4\nTP53\t5\t6\n"
             "__no_feature\t7\t8\n");
    QVERIFY(matrix.ok());
    QCOMPARE(matrix->genes, (std::vector<std::string>{"TP53"}));
    QCOMPARE(rowOf(*matrix, 0), (std::vector<float>{5, 6}));
    QVERIFY(std::any_of(m_report.notes.begin(), m_report.notes.end(), [](const std::string &note) {
        return note.starts_with("reads that no gene counts");
    }));
}

void TestExpressionProblems::gctSizesAreChecked()
{
    QVERIFY(read("#1.2\n3\t2\nName\tDescription\tTCGA-OR-A5J1-01\nTP53\tx\t1\n").ok());
    QCOMPARE(listed(m_report), (QStringList{"header:2:2:2", "header:2:1:3"}));
}

void TestExpressionProblems::truncatedListsWhatItSaw()
{
    QByteArray content = header + "A\t1\tx\t3\n";
    for (int i = 0; i < 300000; ++i)
        content += "G" + QByteArray::number(i * 7919LL % 1000003) + "\t1\t2\t3\n";
    const QByteArray gzip = Files::gzip(content);
    const Result<ExpressionMatrix> matrix = read(gzip.left(gzip.size() - gzip.size() / 4));
    QVERIFY(!matrix);
    QCOMPARE(matrix.error().code, ErrorCode::FileTruncated);
    QCOMPARE(listed(m_report), QStringList{"number:2:3:x"});
}

PATHGAN_TEST(TestExpressionProblems)
#include "tst_expressionproblems.moc"
