#include "core/base/tablewriter.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace pathgan;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

} // namespace

class TestTableWriter : public QObject
{
    Q_OBJECT

private slots:
    void cells();
    void quotesWhatNeedsIt();
    void separatorFollowsExtension();
    void writesMatrix();
    void refusesWrongNames();
    void replacesFileAndLeavesNoOther();
    void reportsFailure();

private:
    QTemporaryDir m_folder;
    std::filesystem::path file(const char *name) { return m_folder.filePath(name).toStdString(); }
};

void TestTableWriter::cells()
{
    QCOMPARE(cellText(Cell{std::string("a\tb")}), std::string("a\tb"));
    QCOMPARE(cellText(Cell{0.25}), std::string("0.25"));
    QCOMPARE(cellText(Cell{std::nan("")}), std::string());
    QCOMPARE(cellText(Cell{std::numeric_limits<double>::infinity()}), std::string("inf"));
    QCOMPARE(cellText(Cell{-7LL}), std::string("-7"));
}

void TestTableWriter::quotesWhatNeedsIt()
{
    const Table table{
        {"term", "n"},
        {{std::string("a,b"), 1LL}, {std::string("say \"x\""), 2LL}, {std::string("c\nd"), 3LL}}};
    QCOMPARE(tableText(table, ','), std::string("term,n\n\"a,b\",1\n\"say \"\"x\"\"\",2\n\"c\nd\",3\n"));
    QCOMPARE(tableText({{"a", "b"}, {{std::string("x,y"), std::nan("")}}}, '\t'),
             std::string("a\tb\nx,y\t\n"));
}

void TestTableWriter::separatorFollowsExtension()
{
    const Table table{{"a", "b"}, {{1LL, 2LL}}};
    QVERIFY(writeTable(file("t.csv"), table).ok());
    QVERIFY(writeTable(file("t.tsv"), table).ok());
    QCOMPARE(contentOf(m_folder.filePath("t.csv")), QByteArray("a,b\n1,2\n"));
    QCOMPARE(contentOf(m_folder.filePath("t.tsv")), QByteArray("a\tb\n1\t2\n"));
}

void TestTableWriter::writesMatrix()
{
    MatrixD values(2, 3);
    values << 1, 0.1, std::nan(""), -2.5, 1e-9, 755.0032155506631;
    QVERIFY(writeMatrix(file("m.tsv"), "sample", {"s1", "s2"}, {"A", "B", "C"}, values).ok());
    QCOMPARE(contentOf(m_folder.filePath("m.tsv")),
             QByteArray("sample\tA\tB\tC\ns1\t1\t0.1\t\ns2\t-2.5\t1e-09\t755.0032155506631\n"));
}

void TestTableWriter::refusesWrongNames()
{
    const Result<void> result = writeMatrix(file("w.tsv"), "sample", {"s1"}, {"A", "B"}, MatrixD::Zero(2, 2));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidOption);
    QVERIFY(!QFile::exists(m_folder.filePath("w.tsv")));
}

void TestTableWriter::replacesFileAndLeavesNoOther()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("x.txt").toStdString();
    QVERIFY(writeText(path, "first, and longer").ok());
    QVERIFY(writeText(path, "second").ok());
    QCOMPARE(contentOf(folder.filePath("x.txt")), QByteArray("second"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"x.txt"});
}

void TestTableWriter::reportsFailure()
{
    const Result<void> result = writeText(file("no/such/folder/x.txt"), "text");
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::WriteFailed);
}

QTEST_GUILESS_MAIN(TestTableWriter)
#include "tst_tablewriter.moc"
