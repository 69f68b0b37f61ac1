#include "core/data/genesets.h"
#include "tests/data/files.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace pathgan;

class TestGeneSets : public QObject
{
    Q_OBJECT

private slots:
    void formats_data();
    void formats();
    void unknownGenesOfEqualRows();
    void gmtDetails();
    void withoutDescriptions();
    void refused_data();
    void refused();
    void readableNames_data();
    void readableNames();
    void rowsAndCoverage();
    void enrichrHallmark();
    void msigdbHallmark();

private:
    Files m_files;
    ReadReport m_report;
};

namespace {

QByteArray utf16(const QByteArray &text)
{
    QByteArray bytes("\xFF\xFE");
    for (const char c : text)
        bytes += c, bytes += '\0';
    return bytes;
}

} // namespace

// Every file holds the sets One = TP53, GPX1 and Two = GSR, except for GRP, which has no more than one.
void TestGeneSets::formats_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("format");
    const QByteArray gmt = "One\tdescribed\tTP53\tGPX1\nTwo\tna\tGSR\n";
    QTest::newRow("GMT") << "lib.gmt" << gmt << "GMT";
    QTest::newRow("GMT gzip") << "lib.gmt.gz" << Files::gzip(gmt) << "GMT";
    QTest::newRow("GMT CR LF") << "lib.gmt" << QByteArray(gmt).replace("\n", "\r\n") << "GMT";
    QTest::newRow("GMT without extension") << "lib" << gmt << "GMT";
    QTest::newRow("GMT text") << "lib.txt"
                              << "\xEF\xBB\xBF" + gmt << "GMT";
    QTest::newRow("weights") << "lib.gmt"
                             << QByteArray("One\tdescribed\tTP53,1.0\tGPX1,0.5\nTwo\tna\tGSR,1.0\n") << "GMT";
    QTest::newRow("trailing tabs") << "lib.gmt"
                                   << QByteArray("One\tdescribed\tTP53\tGPX1\t\t\nTwo\tna\tGSR\t\t\t\n")
                                   << "GMT";
    QTest::newRow("genes twice") << "lib.gmt"
                                 << QByteArray("One\tdescribed\tTP53\tGPX1\ttp53\nTwo\tna\tGSR\tGSR\n")
                                 << "GMT";
    QTest::newRow("GMX") << "lib.gmx" << QByteArray("One\tTwo\ndescribed\tna\nTP53\tGSR\nGPX1\t\n") << "GMX";
    QTest::newRow("GMX without extension")
        << "lib.txt" << QByteArray("One\tTwo\ndescribed\tna\nTP53\tGSR\nGPX1\t\n") << "GMX";
    // Sets of equal size, of known genes, of unknown ones, and files whose extension is wrong.
    QTest::newRow("GMT named .gmx") << "lib.gmx"
                                    << QByteArray(
                                           "One\tdescribed\tTP53\tGPX1\nTwo\tna\tGSR\nThree\tna\tCAT\n")
                                    << "GMT of three";
    QTest::newRow("GMX named .gmt") << "lib.gmt" << QByteArray("One\tTwo\ndescribed\tna\nTP53\tGSR\nGPX1\t\n")
                                    << "GMX";
    QTest::newRow("GMT of equal rows")
        << "lib.txt"
        << QByteArray(
               "One\tdescribed\tTP53\tGPX1\nTwo\tna\tGSR\tGSR\nThree\tna\tCAT\tSOD1\nFour\tna\tTXN\tSOD2\n")
        << "GMT of four";
    QTest::newRow("comma-separated") << "lib.csv" << QByteArray("One,described,TP53,GPX1\nTwo,na,GSR\n")
                                     << "GMT";
    QTest::newRow("quotes") << "lib.gmt"
                            << QByteArray("\"One\"\t\"described\"\t\"TP53\"\t\"GPX1\"\nTwo\tna\t\"GSR\"\n")
                            << "GMT";
    QTest::newRow("UTF-16") << "lib.gmt" << utf16(gmt) << "GMT";
    QTest::newRow("table of members")
        << "lib.tsv" << QByteArray("gs_name\tgene_symbol\nOne\tTP53\nOne\tGPX1\nTwo\tGSR\n")
        << "table of members";
    QTest::newRow("table of members, CSV")
        << "lib.csv"
        << QByteArray("\"\",\"term\",\"gene\"\n\"1\",\"One\",\"TP53\"\n\"2\",\"One\",\"GPX1\"\n\"3\",\"Two\","
                      "\"GSR\"\n")
        << "table of members";
    QTest::newRow("GRP in one line") << "lib.txt" << QByteArray("TP53,GPX1\n") << "GRP";
    QTest::newRow("GRP") << "lib.grp" << QByteArray("# a comment\nTP53\nGPX1\n\nTP53\n") << "GRP";
    QTest::newRow("GRP without extension") << "lib.txt" << QByteArray("TP53\nGPX1") << "GRP";
}

void TestGeneSets::formats()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, format);
    const Result<GeneSetCollection> sets = readGeneSets(m_files.write(name, content), m_report);
    QVERIFY(sets.ok());
    const std::size_t count = format.endsWith("four") ? 4 : format.endsWith("three") ? 3 : 2;
    QCOMPARE(QString::fromStdString(m_report.format), format.section(" of t", 0, 0).section(" of f", 0, 0));
    QCOMPARE(sets->library, std::string("lib"));
    QCOMPARE(sets->sets[0].genes, (std::vector<std::string>{"TP53", "GPX1"}));
    QCOMPARE(sets->sha256.size(), std::size_t{64});
    if (format == "GRP") {
        QCOMPARE(sets->sets.size(), std::size_t{1});
        QCOMPARE(sets->sets[0].name, std::string("lib"));
        return;
    }
    QCOMPARE(sets->sets.size(), count);
    QCOMPARE(sets->sets[0].name, std::string("One"));
    QCOMPARE(sets->sets[0].description, std::string(format.startsWith("table") ? "" : "described"));
    QCOMPARE(sets->sets[1].name, std::string("Two"));
    QCOMPARE(sets->sets[1].genes, std::vector<std::string>{"GSR"});
    QVERIFY(m_report.problems.empty());
}

void TestGeneSets::unknownGenesOfEqualRows()
{
    QByteArray gmt, gmx;
    for (int set = 0; set < 12; ++set) {
        gmt += "SET" + QByteArray::number(set) + "\thttp://x/" + QByteArray::number(set);
        for (int gene = 0; gene < 15; ++gene)
            gmt += "\tGEN" + QByteArray::number(100 + 15 * set + gene);
        gmt += '\n';
    }
    for (int row = -2; row < 15; ++row) {
        for (int set = 0; set < 12; ++set)
            gmx += (set ? "\t" : "") + (row == -2   ? "SET" + QByteArray::number(set)
                                        : row == -1 ? QByteArray("na")
                                                    : "GEN" + QByteArray::number(100 + 15 * set + row));
        gmx += '\n';
    }
    for (const char *name : {"sets.txt", "sets.gmt", "sets.gmx", "sets"}) {
        for (const QByteArray &content : {gmt, gmx}) {
            const Result<GeneSetCollection> sets = readGeneSets(m_files.write(name, content), m_report);
            QVERIFY(sets.ok());
            QCOMPARE(sets->sets.size(), std::size_t{12});
            QCOMPARE(sets->sets[1].name, std::string("SET1"));
            QCOMPARE(sets->sets[1].genes.size(), std::size_t{15});
            QCOMPARE(sets->sets[1].genes[0], std::string("GEN115"));
        }
    }
}

void TestGeneSets::gmtDetails()
{
    const Result<GeneSetCollection> sets = readGeneSets(
        m_files.write("x.gmt", " Spaced \td\tA\nEmpty\td\n\td\tA\nNone\n Spaced \te\tB\n"), m_report);
    QVERIFY(sets.ok());
    QCOMPARE(sets->sets.size(), std::size_t{2});
    QCOMPARE(sets->sets[0].name, std::string(" Spaced ")); // byte for byte
    QStringList places;
    for (const Problem &problem : m_report.problems)
        places << QString("%1:%2:%3").arg(int(problem.kind)).arg(problem.line).arg(problem.column);
    QCOMPARE(places, (QStringList{QString("%1:2:3").arg(int(ProblemKind::RaggedRow)),
                                  QString("%1:3:1").arg(int(ProblemKind::EmptyName)),
                                  QString("%1:4:3").arg(int(ProblemKind::RaggedRow)),
                                  QString("%1:5:1").arg(int(ProblemKind::DuplicateName))}));
}

/// Of known genes, and of a series that the table does not know.
void TestGeneSets::withoutDescriptions()
{
    for (const char *content :
         {"One\tGSR\tGPX1\tGCLC\nTwo\tTP53\tGSR\tCAT\n", "One\tGEN1\tGEN2\tGEN3\nTwo\tGEN4\tGEN5\tGEN6\n"}) {
        const Result<GeneSetCollection> sets = readGeneSets(m_files.write("x.gmt", content), m_report);
        QVERIFY(sets.ok());
        QCOMPARE(sets->sets.size(), std::size_t{2});
        QCOMPARE(sets->sets[0].genes.size(), std::size_t{3});
        QCOMPARE(sets->sets[1].genes.size(), std::size_t{3});
        QCOMPARE(sets->sets[0].description, std::string());
        QCOMPARE(m_report.notes, (std::vector<std::string>{"sets without descriptions"}));
    }
    // Sets of a factor's targets are described by the factor.
    const Result<GeneSetCollection> targets = readGeneSets(
        m_files.write("x.gmt", "TP53_TARGETS\tTP53\tGSR\tGPX1\nMYC_TARGETS\tMYC\tCAT\tGCLC\n"), m_report);
    QVERIFY(targets.ok());
    QCOMPARE(targets->sets[0].genes.size(), std::size_t{2});
    QCOMPARE(targets->sets[0].description, std::string("TP53"));
}

void TestGeneSets::refused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    QTest::newRow("empty") << QByteArray() << int(ErrorCode::FileEmpty);
    QTest::newRow("no genes") << QByteArray("One\td\nTwo\td\n") << int(ErrorCode::UnknownFormat);
    QTest::newRow("blanks for tabs") << QByteArray("One d AAA1 BBB1\nTwo d CCC1 DDD1 EEE1\n")
                                     << int(ErrorCode::UnknownFormat);
    QTest::newRow("JSON") << QByteArray("{\"One\": [\"GSR\", \"GPX1\"]}\n") << int(ErrorCode::UnknownFormat);
    QTest::newRow("web page") << QByteArray("<!DOCTYPE html>\n<html><body>Not found</body></html>\n")
                              << int(ErrorCode::UnknownFormat);
    QTest::newRow("latin 1") << QByteArray("One\td\tG\xE4n\n") << int(ErrorCode::NotText);
    QTest::newRow("binary") << QByteArray("a\0b\tc", 5) << int(ErrorCode::NotText);
    QTest::newRow("gzip cut") << Files::gzip("One\td\tA\n").left(15) << int(ErrorCode::FileTruncated);
}

void TestGeneSets::refused()
{
    QFETCH(QByteArray, content);
    QFETCH(int, code);
    const Result<GeneSetCollection> sets = readGeneSets(m_files.write("bad.gmt", content), m_report);
    QVERIFY(!sets);
    QCOMPARE(int(sets.error().code), code);
}

void TestGeneSets::readableNames_data()
{
    QTest::addColumn<QString>("readable");
    QTest::newRow("HALLMARK_TNFA_SIGNALING_VIA_NFKB") << "TNFA signaling via NFKB";
    QTest::newRow("HALLMARK_GLYCOLYSIS") << "Glycolysis";
    QTest::newRow("HALLMARK_IL6_JAK_STAT3_SIGNALING") << "IL6 JAK STAT3 signaling";
    QTest::newRow("HALLMARK_REACTIVE_OXYGEN_SPECIES_PATHWAY") << "Reactive oxygen species pathway";
    QTest::newRow("KEGG_GLUTATHIONE_METABOLISM") << "Glutathione metabolism";
    QTest::newRow("TNF-alpha Signaling via NF-kB") << "TNF-alpha Signaling via NF-kB";
    QTest::newRow("Pperoxisome") << "Pperoxisome";
    QTest::newRow("Glycolysis") << "Glycolysis";
}

void TestGeneSets::readableNames()
{
    QFETCH(QString, readable);
    QCOMPARE(QString::fromStdString(readableSetName(QTest::currentDataTag())), readable);
}

void TestGeneSets::rowsAndCoverage()
{
    GeneSetCollection sets;
    sets.sets = {{"One", "", {"gpx1", "SLC51A", "OSTalpha", "NOGENE"}}, {"Two", "", {"TP53", "GPX1"}}};
    const std::vector<std::string> names = {"TP53", "GPX1", "OSTalpha"};
    const GeneIndex index(names, GeneTable::builtIn());
    const auto rows = setRows(sets, index);
    QCOMPARE(rows[0], (std::vector<Index>{1, 2})); // both names of one gene are one row
    QCOMPARE(rows[1], (std::vector<Index>{0, 1}));
    const Coverage coverage = setCoverage(sets, index, names);
    QCOMPARE(coverage.total, std::size_t{5});
    QCOMPARE(coverage.matched, std::size_t{4});
    QCOMPARE(coverage.byCase, std::size_t{1});
    QCOMPARE(coverage.aliases, std::vector<std::string>{"SLC51A → OSTalpha"});
    QCOMPARE(coverage.unmatched, std::vector<std::string>{"NOGENE"});
}

void TestGeneSets::enrichrHallmark()
{
    NEED_SHARED(path, "hallmark/MSigDB_Hallmark_2020.gmt");
    const Result<GeneSetCollection> sets = readGeneSets(path, m_report);
    QVERIFY(sets.ok());
    QCOMPARE(sets->library, std::string("MSigDB_Hallmark_2020"));
    QCOMPARE(sets->sets.size(), std::size_t{50});
    QCOMPARE(sets->sets[0].genes.size(), std::size_t{200});
    QVERIFY(std::any_of(sets->sets.begin(), sets->sets.end(),
                        [](const GeneSet &set) { return set.name == "Pperoxisome"; }));
}

void TestGeneSets::msigdbHallmark()
{
    NEED_SHARED(path, "hallmark/h.all.v7.0.symbols.gmt");
    const Result<GeneSetCollection> sets = readGeneSets(path, m_report);
    QVERIFY(sets.ok());
    QCOMPARE(sets->sets.size(), std::size_t{50});
    std::set<std::string> genes;
    for (const GeneSet &set : sets->sets)
        genes.insert(set.genes.begin(), set.genes.end());
    QCOMPARE(genes.size(), std::size_t{4384});
}

PATHGAN_TEST(TestGeneSets)
#include "tst_genesets.moc"
