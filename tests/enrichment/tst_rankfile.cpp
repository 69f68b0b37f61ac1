// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/enrichment/rankfile.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>

using namespace pathgan;

// Result tables as DESeq2 1.40, limma 3.56 and edgeR 3.42 write them (write.csv and write.table), with
// made-up numbers.
class TestRankFile : public QObject
{
    Q_OBJECT

private slots:
    void columns_data();
    void columns();
    void chosenColumns();
    void signedLogP();
    void refused();

private:
    Result<RankFile> read(const QByteArray &content, const RankColumns &columns = {})
    {
        const std::filesystem::path path = m_folder.filePath("ranks.csv").toStdString();
        std::ofstream(path, std::ios::binary) << content.toStdString();
        return readRankFile(path, m_report, columns);
    }

    QTemporaryDir m_folder;
    ReadReport m_report;
};

// Every file ranks TP53 (2.5), GPX1 (−1) and leaves GSR out, which has no score.
void TestRankFile::columns_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("gene");
    QTest::addColumn<QString>("score");
    QTest::newRow("RNK") << QByteArray("TP53\t2.5\nGPX1\t-1\nGSR\tNA\n") << "column 1"
                         << "column 2";
    QTest::newRow("RNK with header") << QByteArray("gene\tscore\nTP53\t2.5\nGPX1\t-1\nGSR\t\n") << "gene"
                                     << "score";
    QTest::newRow("scores first") << QByteArray("2.5\tTP53\n-1\tGPX1\nNA\tGSR\n") << "column 2"
                                  << "column 1";
    QTest::newRow("DESeq2, write.csv")
        << QByteArray(
               "\"\",\"baseMean\",\"log2FoldChange\",\"lfcSE\",\"stat\",\"pvalue\",\"padj\"\n"
               "\"TP53\",10,5,2,2.5,0.01,0.02\n\"GPX1\",99,-3,3,-1,0.3,0.4\n\"GSR\",0,NA,NA,NA,NA,NA\n")
        << "column 1"
        << "stat";
    QTest::newRow("DESeq2, write.table")
        << QByteArray("baseMean\tlog2FoldChange\tlfcSE\tstat\tpvalue\tpadj\nTP53\t10\t5\t2\t2.5\t0.01\t0.02\n"
                      "GPX1\t99\t-3\t3\t-1\t0.3\t0.4\nGSR\t0\tNA\tNA\tNA\tNA\tNA\n")
        << "column 1"
        << "stat";
    QTest::newRow("limma")
        << QByteArray("\"\",\"logFC\",\"AveExpr\",\"t\",\"P.Value\",\"adj.P.Val\",\"B\"\n"
                      "\"TP53\",1,5,2.5,0.01,0.02,3\n\"GPX1\",-1,5,-1,0.3,0.4,1\n\"GSR\",0,5,NA,NA,NA,NA\n")
        << "column 1"
        << "t";
    QTest::newRow("edgeR")
        << QByteArray("genes\tlogFC\tlogCPM\tLR\tPValue\tFDR\nTP53\t3\t5\t9\t0.0031622776601683795\t1\n"
                      "GPX1\t-0.5\t5\t1\t0.1\t1\nGSR\t1\t5\t1\tNA\t1\n")
        << "genes"
        << "sign(logFC) \u00B7 \u2212log10(PValue)";
    QTest::newRow("last two, as GSEApy")
        << QByteArray("1\tx y\tTP53\t2.5\n2\tx y\tGPX1\t-1\n3\tx y\tGSR\tNA\n") << "column 3"
        << "column 4";
    QTest::newRow("decimal commas") << QByteArray("gene;score\nTP53;2,5\nGPX1;-1\nGSR;NA\n") << "gene"
                                    << "score";
    QTest::newRow("row numbers")
        << QByteArray("\"\",\"symbol\",\"stat\"\n\"1\",\"TP53\",2.5\n\"2\",\"GPX1\",-1\n\"3\",\"GSR\",NA\n")
        << "symbol"
        << "stat";
}

void TestRankFile::columns()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, gene);
    QFETCH(QString, score);
    const Result<RankFile> file = read(content);
    QVERIFY2(file.ok(), file.ok() ? "" : file.error().detail.c_str());
    QCOMPARE(QString::fromStdString(file->geneColumn), gene);
    QCOMPARE(QString::fromStdString(file->scoreColumn), score);
    QCOMPARE(file->list.genes, (std::vector<std::string>{"TP53", "GPX1"}));
    QVERIFY(std::fabs(file->list.metric[0] - 2.5) < 1e-12);
    QVERIFY(std::fabs(file->list.metric[1] + 1) < 1e-12);
    QCOMPARE(file->list.missing, std::size_t{1});
}

void TestRankFile::chosenColumns()
{
    const QByteArray content = "id\tsymbol\tlogFC\tt\nENSG1\tTP53\t9\t1\nENSG2\tGPX1\t-9\t2\n";
    const Result<RankFile> recognised = read(content);
    QVERIFY(recognised.ok());
    QCOMPARE(recognised->scoreColumn, std::string("t"));
    const Result<RankFile> chosen = read(content, {"symbol", "logFC"});
    QVERIFY(chosen.ok());
    QCOMPARE(chosen->list.genes, (std::vector<std::string>{"TP53", "GPX1"}));
    QCOMPARE(chosen->list.metric, (std::vector<double>{9, -9}));
    const Result<RankFile> byNumber = read(content, {"1", "3"});
    QVERIFY(byNumber.ok());
    QCOMPARE(byNumber->list.genes, (std::vector<std::string>{"ENSG1", "ENSG2"}));
    QCOMPARE(int(read(content, {"gene", ""}).error().code), int(ErrorCode::UnknownName));
    QCOMPARE(int(read(content, {"", "7"}).error().code), int(ErrorCode::UnknownName));
}

void TestRankFile::signedLogP()
{
    const Result<RankFile> file =
        read("gene,logFC,PValue\nTP53,2,0.001\nGPX1,-3,0.01\nGSR,0,0.5\nCAT,NA,0.1\n");
    QVERIFY(file.ok());
    QCOMPARE(file->list.genes, (std::vector<std::string>{"TP53", "GSR", "GPX1"}));
    QVERIFY(std::fabs(file->list.metric[0] - 3) < 1e-12 && std::fabs(file->list.metric[2] + 2) < 1e-12);
    QCOMPARE(file->list.metric[1], 0.0);
    QCOMPARE(file->list.missing, std::size_t{1});
    const Result<RankFile> outside = read("gene,logFC,PValue\nTP53,2,0.1\nGSR,1,1.5\n");
    QVERIFY(!outside);
    QVERIFY(QString::fromStdString(outside.error().detail).endsWith("ranks.csv:3:3: p = 1.5"));
}

void TestRankFile::refused()
{
    const auto codeOf = [&](const QByteArray &content) { return int(read(content).error().code); };
    QCOMPARE(codeOf("gene\ta\tb\tx\nTP53\t1\t2\tw\nGSR\t3\t4\tv\n"), int(ErrorCode::UnknownFormat)); // which?
    QCOMPARE(codeOf("gene\tt\nTP53\t1\nGSR\n"), int(ErrorCode::RaggedRow));
    QCOMPARE(codeOf("gene\tt\nTP53\t1\nGSR\t1.2.3\n"), int(ErrorCode::NotANumber));
    QCOMPARE(codeOf("gene\tt\nTP53\tNA\nGSR\tNA\n"), int(ErrorCode::FileEmpty));
    QCOMPARE(codeOf("TP53\nGSR\n"), int(ErrorCode::RaggedRow));
    for (const char *name :
         {"pvalue", "P.Value", "padj", "FDR", "q-value"}) { // ranks the least certain first
        const QByteArray content = QByteArray("gene\t") + name + "\nTP53\t0.01\nGSR\t0.5\nGPX1\t0.2\n";
        QCOMPARE(codeOf(content), int(ErrorCode::UnknownFormat));
        QVERIFY(read(content, {"", name}).ok()); // on request
    }
}

PATHGAN_TEST(TestRankFile)
#include "tst_rankfile.moc"
