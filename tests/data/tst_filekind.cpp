#include "core/data/filekind.h"
#include "tests/data/files.h"
#include "tests/support/testmain.h"

#include <QtTest>

using namespace pathgan;

class TestFileKind : public QObject
{
    Q_OBJECT

private slots:
    void byContent_data();
    void byContent();
    void sharedData_data();
    void sharedData();
    void errors();
    void names();

private:
    Files m_files;
};

void TestFileKind::byContent_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *tag, const char *name, const QByteArray &content, FileKind kind) {
        QTest::newRow(tag) << QString(name) << content << int(kind);
    };
    const QByteArray matrix = "sample\tTCGA-OR-A5J1-01\tTCGA-OR-A5J2-01\nTP53\t1.5\t2\nGPX1\t0\tNA\n";
    row("expression", "x", matrix, FileKind::Expression);
    row("expression gzip", "x.gz", Files::gzip(matrix), FileKind::Expression);
    row("expression CSV", "x.csv", QByteArray(matrix).replace("\t", ","), FileKind::Expression);
    row("expression transposed", "x", "id\tTP53\tGPX1\nTCGA-OR-A5J1-01\t1.5\t0\nTCGA-OR-A5J2-01\t2\tNA\n",
        FileKind::Expression);
    row("expression without barcodes", "x.tsv", "gene\ts1\ts2\nTP53\t1.5\t2\nGPX1\t0\t3\n",
        FileKind::Expression);
    QByteArray wide = "sample";
    for (int i = 0; i < 16000; ++i)
        wide += "\tTCGA-AA-" + QByteArray::number(10000 + i).right(4) + "-01A-11R";
    row("wide", "x", wide + "\nTP53" + QByteArray("\t1.5").repeated(16000) + "\n", FileKind::Expression);
    row("UTF-16", "x",
        QByteArray("\xFF\xFEO\0n\0e\0\t\0n\0a\0\t\0T\0P\0"
                   "5\0"
                   "3\0\t\0G\0S\0R\0\n\0T\0w\0o\0\t\0n\0a\0\t\0G\0S\0R\0\n\0",
                   52),
        FileKind::GeneSets);
    row("rank list", "x.rnk", "TP53\t1.5\nGPX1\t-2\n", FileKind::Ranks);
    row("rank list of any name", "x.txt", "gene\tscore\nTP53\t1.5\nGPX1\t-2\nGSR\t0.5\n", FileKind::Ranks);
    row("DESeq2", "x.csv",
        "\"\",\"baseMean\",\"log2FoldChange\",\"lfcSE\",\"stat\",\"pvalue\",\"padj\"\n\"TP53\",10,1,0.5,2,0."
        "04,0.1\n"
        "\"GSR\",11,-1,0.5,-2,0.04,NA\n",
        FileKind::Ranks);
    row("GCT", "x", "#1.2\n1\t1\nName\tDescription\ts1\nTP53\tx\t1\n", FileKind::Expression);
    row("clinical", "x",
        "sampleID\tradiation_therapy\tage\nTCGA-OR-A5J1-01\tYES\t61\nTCGA-OR-A5J2-01\t\t50\n",
        FileKind::Clinical);
    row("clinical of two columns", "x",
        "sampleID\tradiation_therapy\nTCGA-OR-A5J1-01\tYES\nTCGA-OR-A5J2-01\tNO\n", FileKind::Clinical);
    row("clinical CSV", "x.csv", "id,sex,stage\np1,M,I\np2,F,II\n", FileKind::Clinical);
    row("GMT", "x.gmt", "One\tna\tTP53\tGPX1\nTwo\tna\tGSR\n", FileKind::GeneSets);
    row("GMT without extension", "x.txt", "One\tna\tTP53\tGPX1\nTwo\tna\tGSR\n", FileKind::GeneSets);
    row("GRP", "x.grp", "TP53\nGPX1\n", FileKind::GeneSets);
    row("genes", "x.txt", "TP53\nGPX1\nGSR\n", FileKind::GeneSets);
    row("two columns", "x.tsv", "a\tb\nTP53\tGPX1\nGSR\tTP53\n", FileKind::Interactions);
    row("STRING", "x.txt", "protein1 protein2 combined_score\n9606.ENSP01 9606.ENSP02 900\n",
        FileKind::Interactions);
    row("map", "x.tsv", "symbol\tentrez_gene_id\nTP53\t7157\n", FileKind::GeneMap);
    row("map, other order", "x.tsv", "entrez\tsymbol\n7157\tTP53\n", FileKind::GeneMap);
    row("SBML", "x", "<?xml version=\"1.0\"?>\n<sbml level=\"3\">", FileKind::Model);
    row("SBML gzip", "x.xml.gz", Files::gzip("\xEF\xBB\xBF<?xml version=\"1.0\"?><sbml>"), FileKind::Model);
    row("COBRA JSON", "x.json", "{\"metabolites\": [], \"reactions\": [], \"genes\": []}", FileKind::Model);
    row("COBRA JSON gzip", "x.json.gz", Files::gzip("{\"reactions\":[{\"id\":\"r\"}],\"metabolites\":[]}"),
        FileKind::Model);
    row("long COBRA JSON", "x.json",
        "{\"reactions\": [" + QByteArray(300000, ' ') + "], \"metabolites\": []}", FileKind::Model);
    row("run options", "x.json", "{\"expression\": \"HiSeqV2.gz\", \"seed\": 1}", FileKind::Config);
    row("zip of LibTorch", "x.pt", QByteArray("PK\x03\x04\0\0", 6), FileKind::Network);
    row("own magic", "x.pt", QByteArray("PATHGAN\0\1", 9), FileKind::Network);
    row("HTML", "x.html", "<!DOCTYPE html><html>", FileKind::Unknown);
    row("binary", "x", QByteArray("\x89PNG\0\0", 6), FileKind::Unknown);
    row("prose", "x.txt", "This is only a sentence.\n", FileKind::Unknown);
}

void TestFileKind::byContent()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(int, kind);
    const Result<FileKind> found = detectFileKind(m_files.write(name, content));
    QVERIFY(found.ok());
    QCOMPARE(fileKindName(*found), fileKindName(FileKind(kind)));
}

void TestFileKind::sharedData_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("recon3d/Recon3D.xml.gz") << int(FileKind::Model);
    QTest::newRow("models/e_coli_core.xml") << int(FileKind::Model);
    QTest::newRow("models/mini.json") << int(FileKind::Model);
    QTest::newRow("models/textbook.xml.gz") << int(FileKind::Model);
    QTest::newRow("tcga_mixed/HiSeqV2.gz") << int(FileKind::Expression);
    QTest::newRow("tcga_mixed/clinicalMatrix.tsv") << int(FileKind::Clinical);
    QTest::newRow("tcga_brca/HiSeqV2_909genes.gz") << int(FileKind::Expression);
    QTest::newRow("tcga_brca/AgilentG4502A_2012.gz") << int(FileKind::Expression);
    QTest::newRow("tcga_brca/BRCA_clinicalMatrix.gz") << int(FileKind::Clinical);
    QTest::newRow("hallmark/MSigDB_Hallmark_2020.gmt") << int(FileKind::GeneSets);
    QTest::newRow("hallmark/h.all.v7.0.symbols.gmt") << int(FileKind::GeneSets);
    QTest::newRow("interactions/string_v12_score800.tsv.gz") << int(FileKind::Interactions);
    QTest::newRow("gene_ids/HiSeqV2-gene-map.tsv") << int(FileKind::GeneMap);
    QTest::newRow("gene_ids/rnaseqv2_symbol_entrez.tsv") << int(FileKind::GeneMap);
}

void TestFileKind::sharedData()
{
    QFETCH(int, kind);
    const std::filesystem::path path = sharedFile(QTest::currentDataTag());
    if (path.empty())
        QSKIP("needs this shared data file");
    const Result<FileKind> found = detectFileKind(path);
    QVERIFY(found.ok());
    QCOMPARE(fileKindName(*found), fileKindName(FileKind(kind)));
}

void TestFileKind::errors()
{
    const Result<FileKind> none = detectFileKind(m_files.path("none"));
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::FileNotFound);
    const Result<FileKind> empty = detectFileKind(m_files.write("empty", " \n"));
    QVERIFY(!empty);
    QCOMPARE(empty.error().code, ErrorCode::FileEmpty);
    const Result<FileKind> cut = detectFileKind(m_files.write("cut.gz", Files::gzip("a\tb\n").left(13)));
    QVERIFY(!cut);
    QCOMPARE(cut.error().code, ErrorCode::FileTruncated);
}

void TestFileKind::names()
{
    QCOMPARE(QString(fileKindName(FileKind::Expression)), QString("expression matrix"));
    QCOMPARE(QString(fileKindName(FileKind::Unknown)), QString("unknown"));
}

PATHGAN_TEST(TestFileKind)
#include "tst_filekind.moc"
