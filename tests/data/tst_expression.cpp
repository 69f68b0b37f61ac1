#include "core/base/hash.h"
#include "core/base/random.h"
#include "core/base/text.h"
#include "core/data/expression.h"
#include "tests/data/files.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <bit>
#include <cmath>
#include <thread>

using namespace pathgan;

namespace {

QByteArray utf16(const QByteArray &text)
{
    QByteArray bytes;
    for (const char c : text)
        bytes += c, bytes += '\0';
    return bytes;
}

} // namespace

class TestExpression : public QObject
{
    Q_OBJECT

private slots:
    void layouts_data();
    void layouts();
    void nearestFloats();
    void manyBlocksKeepTheirOrder();
    void orientationByGenes();
    void scales_data();
    void scales();
    void conversions();
    void tcgaMixed();
    void tcgaBrca();
    void agilentIsLogRatio();
    void progressAndCancel();

private:
    Files m_files;
};

// Every file holds TP53 = 1.5, 2 and GPX1 = 0, missing, of samples TCGA-OR-A5J1-01 and TCGA-OR-A5J2-01.
void TestExpression::layouts_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("format");
    QTest::addColumn<bool>("transposed");
    const QByteArray tsv = "sample\tTCGA-OR-A5J1-01\tTCGA-OR-A5J2-01\nTP53\t1.5\t2\nGPX1\t0\tNA\n";
    const auto replaced = [&](const char *before, const char *after) {
        return QByteArray(tsv).replace(before, after);
    };
    QTest::newRow("Xena") << tsv << "Xena TSV" << false;
    QTest::newRow("gzip") << Files::gzip(tsv) << "Xena TSV" << false;
    QTest::newRow("two gzip members")
        << Files::gzip(tsv.left(30)) + Files::gzip(tsv.mid(30)) << "Xena TSV" << false;
    QTest::newRow("any first cell") << replaced("sample", "Hugo symbol!") << "Xena TSV" << false;
    QTest::newRow("blank first cell") << replaced("sample", "") << "Xena TSV" << false;
    QTest::newRow("no first cell") << replaced("sample\t", "") << "Xena TSV" << false;
    QTest::newRow("blank is missing") << replaced("NA", "") << "Xena TSV" << false;
    QTest::newRow("CR LF") << replaced("\n", "\r\n") << "Xena TSV" << false;
    QTest::newRow("CR") << replaced("\n", "\r") << "Xena TSV" << false;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + tsv << "Xena TSV" << false;
    QTest::newRow("no last line end") << tsv.chopped(1) << "Xena TSV" << false;
    QTest::newRow("blank lines") << replaced("GPX1", "\n\nGPX1") + "\n\n"
                                 << "Xena TSV" << false;
    QTest::newRow("comments") << "# made by R\n#second\n" + tsv << "Xena TSV" << false;
    QTest::newRow("quotes") << replaced("TP53", "\"TP53\"").replace("1.5", "\"1.5\"") << "Xena TSV" << false;
    QTest::newRow("blanks around") << replaced("1.5", " 1.5 ").replace("TP53", "TP53 ") << "Xena TSV"
                                   << false;
    QTest::newRow("other spellings") << replaced("1.5", "+15e-1").replace("2\n", "2.\n") << "Xena TSV"
                                     << false;
    QTest::newRow("CSV") << replaced("\t", ",") << "CSV" << false;
    QTest::newRow("semicolons") << replaced("\t", ";") << "CSV" << false;
    QTest::newRow("blanks") << replaced("\t", " ") << "blank-separated" << false;
    QTest::newRow("tabs behind rows")
        << replaced("\n", "\t\n").replace("A5J2-01\t\n", "A5J2-01\n") << "Xena TSV" << false;
    QTest::newRow("tabs behind all") << replaced("\n", "\t\n") << "Xena TSV" << false;
    QTest::newRow("tab behind the header") << replaced("A5J2-01\n", "A5J2-01\t\n") << "Xena TSV" << false;
    QTest::newRow("no first cell, tabs behind rows")
        << replaced("\n", "\t\n").replace("A5J2-01\t\n", "A5J2-01\n").replace("sample\t", "") << "Xena TSV"
        << false;
    QTest::newRow("decimal commas") << replaced("\t", ";").replace("1.5", "1,5") << "CSV" << false;
    QTest::newRow("bars") << replaced("\t", "|") << "bar-separated" << false;
    QTest::newRow("R's write.csv") << replaced("\t", "\",\"")
                                          .replace("sample", "\"")
                                          .replace("\n", "\"\n")
                                          .replace("TP53", "\"TP53")
                                          .replace("GPX1", "\"GPX1")
                                   << "CSV" << false;
    QTest::newRow("comment between rows") << replaced("GPX1", "# half\nGPX1") << "Xena TSV" << false;
    QTest::newRow("GEO") << "!Series_title\t\"x\"\n!series_matrix_table_begin\n" + tsv +
                                "!series_matrix_table_end\n"
                         << "Xena TSV" << false;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE") + utf16(tsv) << "Xena TSV" << false;
    QTest::newRow("UTF-16 without a mark") << utf16(tsv) << "Xena TSV" << false;
    QTest::newRow("length of genes")
        << replaced("sample", "Geneid\tLength").replace("TP53", "TP53\t2512").replace("GPX1", "GPX1\t921")
        << "TSV" << false;
    QTest::newRow("length behind") << replaced("A5J2-01\n", "A5J2-01\tLength\n")
                                          .replace("2\nG", "2\t2512\nG")
                                          .replace("NA\n", "NA\t921\n")
                                   << "Xena TSV" << false;
    QTest::newRow("transposed") << QByteArray(
                                       "id\tTP53\tGPX1\nTCGA-OR-A5J1-01\t1.5\t0\nTCGA-OR-A5J2-01\t2\tNA\n")
                                << "TSV" << true;
    QTest::newRow("GCT") << "#1.2\n2\t2\n" + replaced("sample", "Name\tDescription")
                                                 .replace("TP53", "TP53\ttumour, protein")
                                                 .replace("GPX1", "GPX1\t")
                         << "GCT 1.2" << false;
    QTest::newRow("cBioPortal") << replaced("sample", "Hugo_Symbol\tEntrez_Gene_Id")
                                       .replace("TP53", "TP53\t7157")
                                       .replace("GPX1", "GPX1\t2876")
                                << "TSV" << false;
}

void TestExpression::layouts()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, format);
    QFETCH(bool, transposed);
    ReadReport report;
    const auto path = m_files.write("matrix", content);
    const Result<ExpressionMatrix> matrix = readExpression(path, {}, report);
    QVERIFY2(matrix.ok(), matrix.ok() ? "" : matrix.error().detail.c_str());
    QCOMPARE(matrix->genes, (std::vector<std::string>{"TP53", "GPX1"}));
    QCOMPARE(matrix->samples, (std::vector<std::string>{"TCGA-OR-A5J1-01", "TCGA-OR-A5J2-01"}));
    QCOMPARE(matrix->values.rows(), Index{2});
    QCOMPARE(matrix->values.cols(), Index{2});
    QCOMPARE(matrix->values(0, 0), 1.5F);
    QCOMPARE(matrix->values(0, 1), 2.0F);
    QCOMPARE(matrix->values(1, 0), 0.0F);
    QVERIFY(std::isnan(matrix->values(1, 1)));
    QCOMPARE(report.missingValues, std::size_t{1});
    QCOMPARE(report.problems.size(), std::size_t{1});
    QCOMPARE(report.transposed, transposed);
    QCOMPARE(QString::fromStdString(report.format), format);
    QCOMPARE(matrix->sha256, sha256(content.toStdString()));
    QVERIFY(!report.notes.empty());
}

// Every value must be the float nearest to the decimal, as strtof gives it.
void TestExpression::nearestFloats()
{
    std::vector<std::string> texts = {"0.1",
                                      "16777217",
                                      "16777216.5",
                                      "3.4028235e38",
                                      "1e-45",
                                      "1e-50",
                                      "0.3333333333333333333333333",
                                      "1.00000005960464477539062501", // just above a middle between floats
                                      "1.000000059604644775",         // just below it
                                      "1.0000001788139343",
                                      "33554433.00000001",
                                      "7.038531e-26",
                                      "-0.0",
                                      "00012.50",
                                      "123456789012345",
                                      "999999999999999.9"};
    Random random(5);
    for (int i = 0; i < 20000; ++i) {
        const double value = std::ldexp(random.uniform() * 2 - 1, static_cast<int>(random.below(60)) - 30);
        switch (i % 4) {
        case 0:
            texts.push_back(QByteArray::number(value, 'f', 4).toStdString());
            break;
        case 1:
            texts.push_back(QByteArray::number(value, 'g', 9).toStdString());
            break;
        case 2:
            texts.push_back(formatNumber(value));
            break;
        default: { // the middle between two floats, and a digit more
            const float below = static_cast<float>(std::fabs(value) + 1);
            const double middle = (static_cast<double>(below) + std::nextafterf(below, 1e30F)) / 2;
            texts.push_back(QByteArray::number(middle, 'g', 16).toStdString());
        }
        }
    }
    QByteArray content = "sample\tTCGA-OR-A5J1-01\n";
    for (std::size_t i = 0; i < texts.size(); ++i)
        content += "G" + QByteArray::number(static_cast<qulonglong>(i)) + '\t' + texts[i].c_str() + '\n';
    ReadReport report;
    const Result<ExpressionMatrix> matrix = readExpression(m_files.write("floats", content), {}, report);
    QVERIFY2(matrix.ok(), matrix.ok() ? "" : matrix.error().detail.c_str());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const float expected = std::strtof(texts[i].c_str(), nullptr);
        QVERIFY2(matrix->values(static_cast<Index>(i), 0) == expected, texts[i].c_str());
    }
}

void TestExpression::manyBlocksKeepTheirOrder()
{
    constexpr int genes = 5000, samples = 300; // about 7 MB, seven blocks
    QByteArray content = "sample";
    for (int s = 0; s < samples; ++s)
        content += "\tTCGA-OR-" + QByteArray::number(1000 + s) + "-01";
    content += '\n';
    for (int g = 0; g < genes; ++g) {
        content += "G" + QByteArray::number(g);
        for (int s = 0; s < samples; ++s)
            content += '\t' + QByteArray::number(g) + '.' + QByteArray::number(1 + s % 9);
        content += '\n';
    }
    const int line = 4000 + 2; // of gene G4000
    content.replace("\nG4000\t4000.1", "\nG4000\toops");
    ReadReport report;
    ReadRules rules;
    rules.notNumber = ReadRules::NotNumber::Missing;
    const Result<ExpressionMatrix> matrix =
        readExpression(m_files.write("large.gz", Files::gzip(content)), rules, report);
    QVERIFY(matrix.ok());
    QCOMPARE(matrix->values.rows(), Index{genes});
    for (int g = 0; g < genes; ++g) {
        QCOMPARE(matrix->genes[static_cast<std::size_t>(g)], "G" + std::to_string(g));
        QCOMPARE(matrix->values(g, 1), static_cast<float>(g + 0.2));
        QCOMPARE(matrix->values(g, samples - 1), static_cast<float>(g + 0.1 * (1 + (samples - 1) % 9)));
    }
    QCOMPARE(report.problems.size(), std::size_t{1});
    QCOMPARE(report.problems[0].line, static_cast<std::size_t>(line));
    QCOMPARE(report.problems[0].column, std::size_t{2});
    QCOMPARE(report.problems[0].value, std::string("oops"));
}

void TestExpression::orientationByGenes()
{
    ReadReport report;
    const Result<ExpressionMatrix> rows =
        readExpression(m_files.write("a", "x\tp1\tp2\tp3\nTP53\t1\t2\t3\nGPX1\t4\t5\t6\n"), {}, report);
    QVERIFY(rows.ok());
    QVERIFY(!report.transposed);
    const Result<ExpressionMatrix> columns =
        readExpression(m_files.write("b", "x\tTP53\tGPX1\np1\t1\t4\np2\t2\t5\np3\t3\t6\n"), {}, report);
    QVERIFY(columns.ok());
    QVERIFY(report.transposed);
    QCOMPARE(columns->values, rows->values);
    QCOMPARE(columns->genes, rows->genes);
    QCOMPARE(columns->samples, rows->samples);
}

void TestExpression::scales_data()
{
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<int>("scale");
    QTest::newRow("log2") << QByteArray("0\t20.5") << int(ExpressionScale::Log2NormCount);
    QTest::newRow("counts") << QByteArray("0\t52311") << int(ExpressionScale::Linear);
    QTest::newRow("thirty") << QByteArray("0\t30") << int(ExpressionScale::Linear);
    QTest::newRow("log ratio") << QByteArray("-0.14\t40") << int(ExpressionScale::LogRatio);
    QTest::newRow("one missing") << QByteArray("NA\t29.9") << int(ExpressionScale::Log2NormCount);
}

void TestExpression::scales()
{
    QFETCH(QByteArray, values);
    QFETCH(int, scale);
    ReadReport report;
    const Result<ExpressionMatrix> matrix = readExpression(
        m_files.write("scale", "s\tTCGA-OR-A5J1-01\tTCGA-OR-A5J2-01\nTP53\t" + values + '\n'), {}, report);
    QVERIFY(matrix.ok());
    QCOMPARE(int(matrix->scale), scale);
}

void TestExpression::conversions()
{
    using enum ExpressionScale;
    QCOMPARE(linearValue(3, Log2NormCount), 7.0);
    QCOMPARE(linearValue(-1, Log2NormCount), 0.0);
    QCOMPARE(linearValue(7, Linear), 7.0);
    QCOMPARE(linearValue(-2, LogRatio), 0.25);
    QCOMPARE(logValue(7, Linear), 3.0);
    QCOMPARE(logValue(3, Log2NormCount), 3.0);
    QCOMPARE(logValue(-3, LogRatio), -3.0);
    for (const ExpressionScale scale : {Log2NormCount, Linear, LogRatio}) {
        QVERIFY(std::isnan(linearValue(std::nan(""), scale)));
        QVERIFY(std::isnan(logValue(std::nan(""), scale)));
    }
}

void TestExpression::tcgaMixed()
{
    NEED_SHARED(path, "tcga_mixed/HiSeqV2.gz");
    ReadReport report;
    const Result<ExpressionMatrix> matrix = readExpression(path, {}, report);
    QVERIFY(matrix.ok());
    QCOMPARE(matrix->values.rows(), Index{20530});
    QCOMPARE(matrix->values.cols(), Index{317});
    QVERIFY(report.problems.empty());
    QCOMPARE(report.format, std::string("Xena TSV"));
    QCOMPARE(int(matrix->scale), int(ExpressionScale::Log2NormCount));
    QCOMPARE(matrix->genes.front(), std::string("?|100130426"));
    QCOMPARE(matrix->values(0, 13), 0.471F); // read off the file
    QCOMPARE(matrix->values(1, 0), 2.0929F);
    QCOMPARE(matrix->sha256, *sha256File(path));
}

void TestExpression::tcgaBrca()
{
    NEED_SHARED(path, "tcga_brca/HiSeqV2_909genes.gz");
    ReadReport report;
    const Result<ExpressionMatrix> matrix = readExpression(path, {}, report);
    QVERIFY(matrix.ok());
    QCOMPARE(matrix->values.rows(), Index{909});
    QCOMPARE(matrix->values.cols(), Index{1218});
    QCOMPARE(int(matrix->scale), int(ExpressionScale::Log2NormCount));
    QVERIFY(report.problems.empty());
}

void TestExpression::agilentIsLogRatio()
{
    NEED_SHARED(path, "tcga_brca/AgilentG4502A_2012.gz");
    ReadReport report;
    const Result<ExpressionMatrix> matrix = readExpression(path, {}, report);
    QVERIFY(matrix.ok());
    QCOMPARE(matrix->values.rows(), Index{2595});
    QCOMPARE(matrix->values.cols(), Index{520});
    QCOMPARE(int(matrix->scale), int(ExpressionScale::LogRatio));
}

void TestExpression::progressAndCancel()
{
    QByteArray content = "sample\tTCGA-OR-A5J1-01\n";
    for (int g = 0; g < 400000; ++g)
        content += "G" + QByteArray::number(g) + "\t1.25\n";
    const auto path = m_files.write("long", content);
    ReadReport report;
    std::vector<double> done;
    const TaskContext watching(std::make_shared<TaskControl>(), [&](const Progress &progress) {
        done.push_back(progress.done / progress.total);
        QCOMPARE(progress.phase, std::string("Reading expression"));
    });
    QVERIFY(readExpression(path, {}, report, watching).ok());
    QVERIFY(done.size() > 3);
    QVERIFY(std::is_sorted(done.begin(), done.end()));
    QCOMPARE(done.back(), 1.0);

    const auto control = std::make_shared<TaskControl>();
    const TaskContext stopping(control, [&](const Progress &) { control->requestStop(StopKind::Cancel); });
    const Result<ExpressionMatrix> cancelled = readExpression(path, {}, report, stopping);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
}

PATHGAN_TEST(TestExpression)
#include "tst_expression.moc"
