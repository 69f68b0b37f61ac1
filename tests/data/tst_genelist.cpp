#include "core/data/damagednames.h"
#include "core/data/genelist.h"
#include "tests/data/files.h"
#include "tests/support/testmain.h"

#include <QtTest>

using namespace pathgan;

class TestGeneList : public QObject
{
    Q_OBJECT

private slots:
    void layouts_data();
    void layouts();
    void headersAndRepeats();
    void unknownOrganism();
    void refused();
    void damagedNames_data();
    void damagedNames();
    void damagedNamesAreListed();

private:
    Result<GeneNames> read(const QByteArray &content)
    {
        return readGeneList(m_files.write("list.txt", content), m_report);
    }

    Files m_files;
    ReadReport m_report;
};

// Every file holds TP53, GPX1 and GSR.
void TestGeneList::layouts_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a line each") << QByteArray("TP53\nGPX1\nGSR\n");
    QTest::newRow("CR LF and mark") << QByteArray("\xEF\xBB\xBFTP53\r\nGPX1\r\nGSR");
    QTest::newRow("CR") << QByteArray("TP53\rGPX1\rGSR\r");
    QTest::newRow("UTF-16") << QByteArray("\xFE\xFF\0T\0P\0"
                                          "5\0"
                                          "3\0\n\0G\0P\0X\0"
                                          "1\0\n\0G\0S\0R",
                                          28);
    QTest::newRow("commas") << QByteArray("TP53,GPX1,GSR");
    QTest::newRow("commas and blanks, two lines") << QByteArray("TP53, GPX1,\nGSR\n");
    QTest::newRow("comma behind each") << QByteArray("TP53,\nGPX1,\nGSR,\n");
    QTest::newRow("semicolons") << QByteArray("TP53;GPX1;GSR\n");
    QTest::newRow("blanks") << QByteArray("TP53 GPX1  GSR\n");
    QTest::newRow("tabs") << QByteArray("TP53\tGPX1\tGSR\n");
    QTest::newRow("quotes") << QByteArray("\"TP53\"\n\"GPX1\"\n\"GSR\"\n");
    QTest::newRow("quotes and commas") << QByteArray("\"TP53\", \"GPX1\", \"GSR\"\n");
    QTest::newRow("JSON") << QByteArray("[\"TP53\", \"GPX1\", \"GSR\"]\n");
    QTest::newRow("JSON on lines") << QByteArray("[\n  \"TP53\",\n  \"GPX1\",\n  \"GSR\"\n]\n");
    QTest::newRow("R's vector") << QByteArray("c(\"TP53\", \"GPX1\",\n  \"GSR\")\n");
    QTest::newRow("no-break and zero-width spaces")
        << QByteArray("TP53\xC2\xA0\nGPX1\xE2\x80\x8B\n\xEF\xBB\xBFGSR\n");
    QTest::newRow("header gene") << QByteArray("gene\nTP53\nGPX1\nGSR\n");
    QTest::newRow("header Gene symbol") << QByteArray("Gene symbol\nTP53\nGPX1\nGSR\n");
    QTest::newRow("comments") << QByteArray("# hits\nTP53\n#GCLC\nGPX1\nGSR\n");
    QTest::newRow("R's write.csv") << QByteArray(
        "\"\",\"x\"\n\"1\",\"TP53\"\n\"2\",\"GPX1\"\n\"3\",\"GSR\"\n");
    QTest::newRow("R's write.table") << QByteArray("\"x\"\n\"1\" \"TP53\"\n\"2\" \"GPX1\"\n\"3\" \"GSR\"\n");
    QTest::newRow("table") << QByteArray("gene\tmean\nTP53\t1.5\nGPX1\t2\nGSR\t0\n");
    QTest::newRow("genes last") << QByteArray("rank\tp\tsymbol\n1\t0.1\tTP53\n2\t0.2\tGPX1\n3\t0.3\tGSR\n");
    QTest::newRow("column by content") << QByteArray("no,what,p\n1,TP53,0.1\n2,GPX1,0.2\n3,GSR,0.3\n");
    QTest::newRow("Ensembl beside symbols") << QByteArray(
        "ensembl_gene_id\tgene_name\tlogFC\nENSG00000141510\tTP53\t1\nENSG00000233276\tGPX1\t2\n"
        "ENSG00000104687\tGSR\t3\n");
    QTest::newRow("weights") << QByteArray("TP53,1.0\nGPX1,0.5\nGSR,0.25\n");
}

void TestGeneList::layouts()
{
    QFETCH(QByteArray, content);
    const Result<GeneNames> list = read(content);
    QVERIFY2(list.ok(), list.ok() ? "" : list.error().detail.c_str());
    const QString tag = QTest::currentDataTag();
    const std::vector<std::string> expected =
        tag == "Ensembl beside symbols"
            ? std::vector<std::string>{"ENSG00000141510", "ENSG00000233276", "ENSG00000104687"}
            : std::vector<std::string>{"TP53", "GPX1", "GSR"};
    QCOMPARE(list->genes, expected);
}

void TestGeneList::headersAndRepeats()
{
    const Result<GeneNames> list = read("my_hits\nTP53\nGPX1\ntp53\nGSR\nGCLC\nCAT\nSOD1\n");
    QVERIFY(list.ok());
    QCOMPARE(list->genes.front(), std::string("TP53")); // a word above known genes is a header
    QCOMPARE(list->genes.size(), std::size_t{6});
    QCOMPARE(list->repeated, std::size_t{1});
    QCOMPARE(list->column, std::string("my_hits"));
    QCOMPARE(m_report.notes, std::vector<std::string>{"header of the gene list: my_hits"});
}

void TestGeneList::unknownOrganism()
{
    QCOMPARE(read("GEN000\nGEN001\nGEN002\n")->genes,
             (std::vector<std::string>{"GEN000", "GEN001", "GEN002"}));
    QCOMPARE(read("GEN000,GEN001")->genes, (std::vector<std::string>{"GEN000", "GEN001"}));
    QCOMPARE(read("GEN000 GEN001\n")->genes, (std::vector<std::string>{"GEN000", "GEN001"}));
    QCOMPARE(read("gene,score\nGEN000,1\nGEN001,2\n")->genes, (std::vector<std::string>{"GEN000", "GEN001"}));
}

void TestGeneList::refused()
{
    QCOMPARE(int(read("").error().code), int(ErrorCode::FileEmpty));
    QCOMPARE(int(read("# nothing\n").error().code), int(ErrorCode::FileEmpty));
    QCOMPARE(int(read("G\xE4n\n").error().code), int(ErrorCode::NotText));
    QCOMPARE(int(read("ZZQ0,ZZQ1\nZZQ2,ZZQ3\n").error().code),
             int(ErrorCode::UnknownFormat)); // a list or a table?
    QCOMPARE(int(read("1\t2\n3\t4\n").error().code), int(ErrorCode::UnknownFormat));
    const Result<GeneNames> ragged = read("gene\tp\nTP53\t1\nGSR\nGPX1\t2\n");
    QVERIFY(!ragged);
    QCOMPARE(int(ragged.error().code), int(ErrorCode::RaggedRow));
    QVERIFY(QString::fromStdString(ragged.error().detail).endsWith("list.txt:3: 1 of 2"));
}

// What Excel and LibreOffice make of the names, and the names that stand today for the former ones.
void TestGeneList::damagedNames_data()
{
    QTest::addColumn<QString>("gene");
    QTest::newRow("1-Mar") << "MARCHF1 (MARCH1) or MTARC1 (MARC1)";
    QTest::newRow("Mar-01") << "MARCHF1 (MARCH1) or MTARC1 (MARC1)";
    QTest::newRow("8-Mar") << "MARCHF8 (MARCH8)";
    QTest::newRow("2-Sep") << "SEPTIN2 (SEPT2)";
    QTest::newRow("02-Sep") << "SEPTIN2 (SEPT2)";
    QTest::newRow("10.Sep") << "SEPTIN10 (SEPT10)";
    QTest::newRow("1. Mrz") << "";
    QTest::newRow("01.Mrz") << "MARCHF1 (MARCH1) or MTARC1 (MARC1)";
    QTest::newRow("1-Dec") << "DELEC1 (DEC1)";
    QTest::newRow("2023-09-07") << "SEPTIN7 (SEPT7)";
    QTest::newRow("2023-09-07 00:00:00") << "SEPTIN7 (SEPT7)";
    QTest::newRow("2.31E+13") << "a RIKEN gene such as 2310009E13Rik";
    for (const char *name :
         {"MARCH1", "SEPT2", "HLA-A", "NKX2-1", "TP53", "H2-K1", "1-8D", "AC004381.6", "RP11-34P13.7",
          "TCGA-OR-A5J1-01", "2310009E13Rik", "7157", "AFFX-1", "100-Mar", "1-2-3-4"})
        QTest::newRow(name) << "";
}

void TestGeneList::damagedNames()
{
    QFETCH(QString, gene);
    QCOMPARE(QString::fromStdString(likelyGeneOf(QTest::currentDataTag())), gene);
}

void TestGeneList::damagedNamesAreListed()
{
    QVERIFY(read("TP53\n1-Mar\nGSR\n2-Sep\n").ok());
    QCOMPARE(m_report.damagedNames, std::size_t{2});
    QCOMPARE(m_report.problems[0].line, std::size_t{2});
    QCOMPARE(m_report.problems[0].value, std::string("1-Mar: MARCHF1 (MARCH1) or MTARC1 (MARC1)"));
}

PATHGAN_TEST(TestGeneList)
#include "tst_genelist.moc"
