#include "core/data/expression.h"
#include "core/data/geneids.h"
#include "core/data/textsource.h"
#include "tests/data/files.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <charconv>
#include <set>

using namespace pathgan;

namespace {

/// Entrez ids of the gene products G_<entrez>_AT<n> of a BiGG model.
std::set<int> entrezOfModel(const std::string &sbml)
{
    std::set<int> ids;
    static constexpr std::string_view key = "fbc:id=\"G_";
    for (std::size_t at = sbml.find(key); at != std::string::npos; at = sbml.find(key, at + 1)) {
        int id = 0;
        std::from_chars(sbml.data() + at + key.size(), sbml.data() + sbml.size(), id);
        ids.insert(id);
    }
    return ids;
}

} // namespace

class TestGeneIds : public QObject
{
    Q_OBJECT

private slots:
    void builtIn_data();
    void builtIn();
    void builtInSource();
    void coverageOfRecon();
    void coverageWithMap();
    void readsMap();
    void mapErrors_data();
    void mapErrors();
    void indexPrefersOfficialSymbol();
    void indexOfRowNames();
    void displayNames();
    void entriesHaveOneOrder();

private:
    Files m_files;
};

void TestGeneIds::builtIn_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("entrez"); // 0: unknown
    QTest::newRow("symbol") << "GPX1" << 2876;
    QTest::newRow("without case") << "gpx1" << 2876;
    QTest::newRow("mixed case symbol") << "C6orf89" << 221477;
    QTest::newRow("Entrez") << "2876" << 2876;
    QTest::newRow("old symbol") << "C5orf4" << 10826;            // now FAXDC2
    QTest::newRow("old solute carrier") << "OSTalpha" << 200931; // now SLC51A
    QTest::newRow("Ensembl") << "ENSG00000141510" << 7157;
    QTest::newRow("Ensembl with version") << "ENSG00000141510.18" << 7157;
    QTest::newRow("symbol and Entrez") << "GSTA3|2940" << 2940;
    QTest::newRow("no symbol, Entrez") << "?|100130426" << 100130426;
    QTest::newRow("blanks around") << " TP53 " << 7157;
    QTest::newRow("symbol of two, one codes for a protein") << "TEC" << 7006;
    QTest::newRow("placeholder") << "0" << 0;
    QTest::newRow("dead Entrez") << "8041" << 0;
    QTest::newRow("blank") << "" << 0;
    QTest::newRow("no gene") << "TCGA-OR-A5J1-01" << 0;
    QTest::newRow("negative") << "-2876" << 0;
}

void TestGeneIds::builtIn()
{
    QFETCH(QString, name);
    QFETCH(int, entrez);
    QCOMPARE(GeneTable::builtIn().entrez(name.toStdString()).value_or(0), entrez);
}

void TestGeneIds::builtInSource()
{
    const GeneTable &table = GeneTable::builtIn();
    QVERIFY2(
        QString::fromStdString(table.source()).contains(QRegularExpression("NCBI Gene \\d{4}-\\d\\d-\\d\\d")),
        table.source().c_str());
    QVERIFY(table.size() > 50000);
    QCOMPARE(table.symbol(2876), std::string("GPX1"));
    QCOMPARE(table.symbol(221477), std::string("C6orf89"));
    QVERIFY(table.symbol(8041).empty());
}

void TestGeneIds::coverageOfRecon()
{
    NEED_SHARED(matrixFile, "tcga_mixed/HiSeqV2.gz");
    NEED_SHARED(modelFile, "recon3d/Recon3D.xml.gz");
    ReadReport report;
    const Result<ExpressionMatrix> matrix = readExpression(matrixFile, {}, report);
    QVERIFY(matrix.ok());
    const Result<std::string> sbml = readWholeText(modelFile);
    QVERIFY(sbml.ok());
    const std::set<int> ids = entrezOfModel(*sbml);
    QCOMPARE(ids.size(), std::size_t{1884});

    const GeneTable &table = GeneTable::builtIn();
    const GeneIndex index(matrix->genes, table);
    std::set<std::string> rowNames;
    for (const std::string &gene : matrix->genes)
        rowNames.insert(QString::fromStdString(gene).toUpper().toStdString());
    int bySymbol = 0, byAny = 0;
    for (const int id : ids) {
        bySymbol +=
            rowNames.contains(QString::fromStdString(table.symbol(id)).toUpper().toStdString()) ? 1 : 0;
        byAny += index.rowOfEntrez(id) >= 0 ? 1 : 0;
    }
    QCOMPARE(bySymbol, 1745); // conventions: symbols alone
    QCOMPARE(byAny, 1845);    // with aliases
}

void TestGeneIds::coverageWithMap()
{
    NEED_SHARED(matrixFile, "tcga_mixed/HiSeqV2.gz");
    NEED_SHARED(modelFile, "recon3d/Recon3D.xml.gz");
    NEED_SHARED(mapFile, "gene_ids/HiSeqV2-gene-map.tsv");
    ReadReport report;
    const Result<ExpressionMatrix> matrix = readExpression(matrixFile, {}, report);
    const Result<std::string> sbml = readWholeText(modelFile);
    const Result<GeneTable> map = GeneTable::readMap(mapFile);
    QVERIFY(matrix.ok() && sbml.ok() && map.ok());
    const GeneIndex index(matrix->genes, *map);
    int covered = 0;
    for (const int id : entrezOfModel(*sbml))
        covered += index.rowOfEntrez(id) >= 0 ? 1 : 0;
    QCOMPARE(covered, 1853);
}

void TestGeneIds::readsMap()
{
    const auto path = m_files.write(
        "map.tsv",
        "entrez\tother\tsymbol\r\n10\tx\tAbc1\r\n11\ty\tDEF\r\n\t\tNOID\r\n12\tz\t?\r\n11\tw\tDEF2\r\n");
    const Result<GeneTable> table = GeneTable::readMap(path);
    QVERIFY(table.ok());
    QCOMPARE(table->size(), std::size_t{2});
    QCOMPARE(table->entrez("ABC1").value_or(0), 10);
    QCOMPARE(table->entrez("def2").value_or(0), 11);
    QCOMPARE(table->symbol(11), std::string("DEF"));
    QVERIFY(!table->entrez("NOID"));
    QVERIFY(!table->entrez("GPX1")); // it replaces the built-in table
    QCOMPARE(table->source(), std::string("map.tsv"));
}

void TestGeneIds::mapErrors_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    QTest::newRow("no symbol column") << QByteArray("name\tentrez\nA\t1\n") << int(ErrorCode::BadHeader);
    QTest::newRow("empty") << QByteArray() << int(ErrorCode::FileEmpty);
    QTest::newRow("no rows") << QByteArray("symbol\tentrez\n") << int(ErrorCode::FileEmpty);
    QTest::newRow("latin 1") << QByteArray("symbol\tentrez\n\xE4\t1\n") << int(ErrorCode::NotText);
}

void TestGeneIds::mapErrors()
{
    QFETCH(QByteArray, content);
    QFETCH(int, code);
    const Result<GeneTable> table = GeneTable::readMap(m_files.write("bad.tsv", content));
    QVERIFY(!table);
    QCOMPARE(int(table.error().code), code);
}

void TestGeneIds::indexPrefersOfficialSymbol()
{
    // OSTalpha is an alias of SLC51A: its row stands back behind the official one, whatever the order.
    const GeneIndex both({"OSTalpha", "SLC51A"}, GeneTable::builtIn());
    QCOMPARE(both.rowOfEntrez(200931), Index{1});
    QCOMPARE(both.row("OSTALPHA"), Index{0}); // but its own name finds it
    const GeneIndex aliasOnly({"TP53", "OSTalpha"}, GeneTable::builtIn());
    QCOMPARE(aliasOnly.row("SLC51A"), Index{1});
    QCOMPARE(aliasOnly.row("200931"), Index{1});
}

void TestGeneIds::indexOfRowNames()
{
    const GeneIndex index({"?|100130426", "GSTA3|2940", "ENSG00000141510.18", "MYGENE"},
                          GeneTable::builtIn());
    QCOMPARE(index.row("?|100130426"), Index{0});
    QCOMPARE(index.rowOfEntrez(100130426), Index{0});
    QCOMPARE(index.row("GSTA3"), Index{1});
    QCOMPARE(index.row("TP53"), Index{2});
    QCOMPARE(index.row("mygene"), Index{3});
    QCOMPARE(index.row("GPX1"), Index{-1});
    QCOMPARE(GeneIndex().row("GPX1"), Index{-1});
}

void TestGeneIds::displayNames()
{
    QCOMPARE(displayGene("GSTA3|2940"), std::string("GSTA3"));
    QCOMPARE(displayGene("?|100130426"), std::string("?|100130426"));
    QCOMPARE(displayGene("GPX1"), std::string("GPX1"));
    QCOMPARE(displayGene("|5"), std::string("|5"));
}

/// However they were put in, and in how many slots they lie.
void TestGeneIds::entriesHaveOneOrder()
{
    const std::vector<GeneTable::Entry> names = {{1, "A1"}, {2, "b"}, {3, "C"}, {1, "a2"}, {2, "é"}};
    const auto text = [](const std::vector<GeneTable::Entry> &entries) {
        std::string all;
        for (const GeneTable::Entry &entry : entries)
            all += entry.name + ' ' + std::to_string(entry.entrez) + '\n';
        return all;
    };
    const std::string expected = text(GeneTable::fromEntries({}, names, {}).names());
    QCOMPARE(std::count(expected.begin(), expected.end(), '\n'), 5);
    std::vector<GeneTable::Entry> others(names.rbegin(), names.rend());
    others.insert(others.end(), 40, {1, "A1"}); // once is enough; there are more slots
    QCOMPARE(text(GeneTable::fromEntries({}, others, {}).names()), expected);
}

PATHGAN_TEST(TestGeneIds)
#include "tst_geneids.moc"
