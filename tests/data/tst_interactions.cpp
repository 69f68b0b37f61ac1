#include "core/data/interactions.h"
#include "tests/data/files.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <set>

using namespace pathgan;

namespace {

/// "A-B" of each edge, sorted.
QStringList edgesOf(const InteractionNetwork &network)
{
    QStringList edges;
    for (const auto &[a, b] : network.edges)
        edges << QString::fromStdString(network.genes[static_cast<std::size_t>(a)] + "-" +
                                        network.genes[static_cast<std::size_t>(b)]);
    edges.sort();
    return edges;
}

} // namespace

class TestInteractions : public QObject
{
    Q_OBJECT

private slots:
    void twoColumns_data();
    void twoColumns();
    void stringLinks();
    void stringWithoutInfo();
    void scoresBySymbol();
    void listsProblems();
    void refused();
    void cancels();
    void stringOfTheSharedData();

private:
    Files m_files;
    ReadReport m_report;
};

void TestInteractions::twoColumns_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray rows = "TP53\tGPX1\nGSR\tTP53\n";
    QTest::newRow("headed a b") << "a\tb\n" + rows;
    QTest::newRow("headed gene1 gene2") << "gene1\tgene2\n" + rows;
    QTest::newRow("no header") << rows;
    QTest::newRow("commas") << QByteArray(rows).replace("\t", ",");
    QTest::newRow("blanks") << QByteArray(rows).replace("\t", "  ");
    QTest::newRow("CR LF") << QByteArray(rows).replace("\n", "\r\n");
    QTest::newRow("gzip") << Files::gzip(rows);
    QTest::newRow("R's write.table") << QByteArray("a\tb\n1\tTP53\tGPX1\n2\tGSR\tTP53\n");
    QTest::newRow("R's write.csv") << QByteArray(
        "\"\",\"from\",\"to\"\n\"1\",\"TP53\",\"GPX1\"\n\"2\",\"GSR\",\"TP53\"\n");
    QTest::newRow("SIF") << QByteArray("TP53\tpp\tGPX1\nGSR\tpp\tTP53\nGPX1\tpp\tTP53\n");
    QTest::newRow("columns by name") << QByteArray(
        "id\tsource\tkind\ttarget\n7\tTP53\tpp\tGPX1\n8\tGSR\tpd\tTP53\n");
    QTest::newRow("tabs behind rows") << QByteArray(rows).replace("\n", "\t\n");
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "A\0\t\0"
                                          "B\0\n\0T\0P\0"
                                          "5\0"
                                          "3\0\t\0G\0P\0X\0"
                                          "1\0\n\0G\0S\0R\0\t\0T\0P\0"
                                          "5\0"
                                          "3\0",
                                          46);
    QTest::newRow("both directions") << rows + "GPX1\tTP53\ngpx1\ttp53\n";
    QTest::newRow("loops") << rows + "GSR\tGSR\n";
    QTest::newRow("comment and blank line") << "# made by hand\n" + rows + "\n";
    QTest::newRow("more columns") << QByteArray("TP53\tGPX1\tx\nGSR\tTP53\ty\n");
}

void TestInteractions::twoColumns()
{
    QFETCH(QByteArray, content);
    const Result<InteractionNetwork> network = readInteractions(m_files.write("net.tsv", content), m_report);
    QVERIFY(network.ok());
    QCOMPARE(edgesOf(*network), (QStringList{"TP53-GPX1", "TP53-GSR"}));
    QCOMPARE(network->threshold, 0);
    for (const auto &[a, b] : network->edges)
        QVERIFY(a < b);
    QVERIFY(m_report.problems.empty());
}

void TestInteractions::stringLinks()
{
    Files folder;
    const auto path =
        folder.write("9606.protein.links.v12.0.txt.gz",
                     Files::gzip("protein1 protein2 combined_score\n9606.ENSP01 9606.ENSP02 900\n"
                                 "9606.ENSP02 9606.ENSP01 900\n9606.ENSP01 9606.ENSP03 699\n"
                                 "9606.ENSP02 9606.ENSP03 700\n9606.ENSP02 9606.ENSP09 999\n"));
    folder.write(
        "9606.protein.info.v12.0.txt.gz",
        Files::gzip(
            "#string_protein_id\tpreferred_name\tprotein_size\tannotation\n9606.ENSP01\tTP53\t393\tx\n"
            "9606.ENSP02\tGPX1\t203\ty\n9606.ENSP03\tGSR\t522\tz\n"));
    const Result<InteractionNetwork> network = readInteractions(path, m_report, 700);
    QVERIFY(network.ok());
    QCOMPARE(edgesOf(*network), (QStringList{"GPX1-9606.ENSP09", "GPX1-GSR", "TP53-GPX1"}));
    QCOMPARE(network->threshold, 700);
    QCOMPARE(m_report.format, std::string("STRING links"));
    const Result<InteractionNetwork> all = readInteractions(path, m_report, 0);
    QCOMPARE(all->edges.size(), std::size_t{4});
}

void TestInteractions::stringWithoutInfo()
{
    Files folder;
    const Result<InteractionNetwork> network =
        readInteractions(folder.write("links.txt", "9606.ENSP01 9606.ENSP02 900\n"), m_report);
    QVERIFY(network.ok());
    QCOMPARE(edgesOf(*network), QStringList{"9606.ENSP01-9606.ENSP02"});
    QCOMPARE(m_report.notes.size(), std::size_t{1});
}

void TestInteractions::scoresBySymbol()
{
    const Result<InteractionNetwork> network = readInteractions(
        m_files.write("export.tsv", "#node1\tnode2\tcombined_score\nTP53\tGPX1\t0.7\nTP53\tGSR\t0.699\n"),
        m_report);
    QVERIFY(network.ok());
    QCOMPARE(edgesOf(*network), QStringList{"TP53-GPX1"});
}

void TestInteractions::listsProblems()
{
    const Result<InteractionNetwork> network = readInteractions(
        m_files.write("net.tsv", "gene1\tgene2\tscore\nA\tB\t900\nA\nB\t\t900\nA\tC\tx\n"), m_report);
    QVERIFY(network.ok());
    QStringList places;
    for (const Problem &problem : m_report.problems)
        places << QString("%1:%2:%3").arg(int(problem.kind)).arg(problem.line).arg(problem.column);
    QCOMPARE(places, (QStringList{QString("%1:3:0").arg(int(ProblemKind::RaggedRow)),
                                  QString("%1:4:2").arg(int(ProblemKind::EmptyName)),
                                  QString("%1:5:3").arg(int(ProblemKind::NotANumber))}));
}

void TestInteractions::refused()
{
    const auto codeOf = [&](const QByteArray &content) {
        const Result<InteractionNetwork> network =
            readInteractions(m_files.write("bad.tsv", content), m_report);
        return network ? -1 : int(network.error().code);
    };
    QCOMPARE(codeOf(""), int(ErrorCode::FileEmpty));
    QCOMPARE(codeOf("TP53\nGPX1\n"), int(ErrorCode::UnknownFormat));
    QCOMPARE(codeOf("gene1\tgene2\n"), int(ErrorCode::FileEmpty));
    QCOMPARE(codeOf("A\t\xE4\n"), int(ErrorCode::NotText));
    QCOMPARE(codeOf(Files::gzip("A\tB\n").left(14)), int(ErrorCode::FileTruncated));
}

void TestInteractions::cancels()
{
    const auto control = std::make_shared<TaskControl>();
    control->requestStop(StopKind::Cancel);
    const Result<InteractionNetwork> network =
        readInteractions(m_files.write("net.tsv", "A\tB\n"), m_report, 700, TaskContext(control, {}));
    QVERIFY(!network);
    QCOMPARE(network.error().code, ErrorCode::Cancelled);
}

void TestInteractions::stringOfTheSharedData()
{
    NEED_SHARED(path, "interactions/string_v12_score800.tsv.gz");
    const Result<InteractionNetwork> network = readInteractions(path, m_report);
    QVERIFY(network.ok());
    QCOMPARE(network->edges.size(), std::size_t{156186});
    QCOMPARE(network->genes.size(), std::size_t{14115});
    QVERIFY(m_report.problems.empty());
}

PATHGAN_TEST(TestInteractions)
#include "tst_interactions.moc"
