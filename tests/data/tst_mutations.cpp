#include "core/base/random.h"
#include "core/base/text.h"
#include "core/data/clinical.h"
#include "core/data/cohort.h"
#include "core/data/expression.h"
#include "core/data/filekind.h"
#include "core/data/genesets.h"
#include "core/data/interactions.h"
#include "tests/data/files.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <cmath>

using namespace pathgan;

// Small valid files with random bytes changed, lost or repeated: every reader must return, and what it
// returns must be sound. The seeds are fixed.
class TestMutations : public QObject
{
    Q_OBJECT

private slots:
    void mutated_data();
    void mutated();

private:
    Files m_files;
};

namespace {

QByteArray mutate(QByteArray content, Random &random)
{
    static const QByteArray spice("\t\n\r,\"# \0\xFF\x1F\x8B-.e0;|'", 18);
    const auto at = [&] {
        return static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(content.size()) + 1));
    };
    for (std::uint64_t edits = 1 + random.below(6); edits > 0 && !content.isEmpty(); --edits) {
        const qsizetype place = std::min(at(), content.size() - 1);
        switch (random.below(6)) {
        case 0:
            content[place] = static_cast<char>(random.below(256));
            break;
        case 1:
            content[place] =
                spice[static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(spice.size())))];
            break;
        case 2:
            content.insert(
                place, spice[static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(spice.size())))]);
            break;
        case 3:
            content.remove(place, static_cast<qsizetype>(1 + random.below(20)));
            break;
        case 4:
            content.insert(place, content.mid(at(), static_cast<qsizetype>(random.below(60))));
            break;
        default:
            content.truncate(at());
        }
    }
    return content;
}

ReadRules someRules(Random &random)
{
    ReadRules rules;
    rules.ragged = ReadRules::Ragged(random.below(3));
    rules.notNumber = ReadRules::NotNumber(random.below(2));
    rules.missing = ReadRules::Missing(random.below(4));
    rules.duplicate = ReadRules::Duplicate(random.below(4));
    return rules;
}

bool isSound(const ReadReport &report)
{
    for (const Problem &problem : report.problems) {
        if (problem.line == 0 || problem.value.size() > 60 || !isValidUtf8(problem.value))
            return false;
    }
    return true;
}

bool isSound(const ExpressionMatrix &matrix)
{
    bool sound = matrix.values.rows() == static_cast<Index>(matrix.genes.size()) &&
                 matrix.values.cols() == static_cast<Index>(matrix.samples.size()) &&
                 matrix.values.size() > 0;
    for (const std::string &gene : matrix.genes)
        sound = sound && !gene.empty() && isValidUtf8(gene);
    for (Index i = 0; i < matrix.values.size(); ++i)
        sound = sound && !std::isinf(matrix.values.data()[i]);
    return sound;
}

bool isSound(const InteractionNetwork &network)
{
    for (const auto &[a, b] : network.edges) {
        if (a < 0 || a >= b || b >= static_cast<int>(network.genes.size()))
            return false;
    }
    return true;
}

bool isSound(const ClinicalTable &table)
{
    for (const ClinicalColumn &column : table.columns) {
        if (column.values.size() != table.ids.size() ||
            (column.type == ColumnType::Number && column.numbers.size() != table.ids.size()))
            return false;
    }
    return true;
}

/// Reads a file by every reader; false when a result is not sound.
bool readByAll(const std::filesystem::path &path, const ReadRules &rules)
{
    (void)detectFileKind(path);
    (void)GeneTable::readMap(path);
    ReadReport report;
    const Result<ExpressionMatrix> matrix = readExpression(path, rules, report);
    bool sound = isSound(report) && (!matrix || isSound(*matrix));
    const Result<ClinicalTable> table = readClinical(path, report);
    sound = sound && isSound(report) && (!table || isSound(*table));
    const Result<GeneSetCollection> sets = readGeneSets(path, report);
    sound = sound && isSound(report) && (!sets || !sets->sets.empty());
    const Result<InteractionNetwork> network = readInteractions(path, report);
    sound = sound && isSound(report) && (!network || isSound(*network));
    if (matrix && table)
        (void)makeCohort(std::make_shared<ExpressionMatrix>(*matrix),
                         std::make_shared<ClinicalTable>(*table));
    return sound;
}

} // namespace

void TestMutations::mutated_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray matrix =
        "sample\tTCGA-OR-A5J1-01\tTCGA-OR-A5J2-01\nTP53\t1.5\t2\nGPX1\t0\tNA\nGSR\t1e-3\t-7.25\n";
    QTest::newRow("TSV") << matrix;
    QTest::newRow("gzip") << Files::gzip(matrix);
    QTest::newRow("CSV") << QByteArray("id,TP53,\"GPX1\"\nTCGA-OR-A5J1-01,1.5,\"2\"\nTCGA-OR-A5J2-01,,3\n");
    QTest::newRow("GCT") << QByteArray(
        "#1.2\n2\t2\nName\tDescription\ts1\ts2\nTP53\tx\t1\t2\nGPX1\ty\t3\t4\n");
    QTest::newRow("clinical") << QByteArray(
        "sampleID\tradiation_therapy\tage\nTCGA-OR-A5J1-01\tYES\t61\nTCGA-OR-A5J2-01\t[Discrepancy]\t50\n");
    QTest::newRow("GMT") << QByteArray("One\tna\tTP53,1.0\tGPX1\nTwo\thttp://x\tGSR\n");
    QTest::newRow("STRING") << QByteArray(
        "protein1 protein2 combined_score\n9606.ENSP01 9606.ENSP02 900\n9606.ENSP02 9606.ENSP03 701\n");
    QTest::newRow("map") << QByteArray("symbol\tentrez_gene_id\nTP53\t7157\n?|10\t10\n");
    QTest::newRow("JSON") << QByteArray("{\"reactions\": [], \"metabolites\": []}");
}

void TestMutations::mutated()
{
    QFETCH(QByteArray, content);
    Random random(20240901);
    for (int i = 0; i < 300; ++i) {
        const QByteArray mutant = mutate(content, random);
        const auto path = m_files.write("mutant", mutant);
        QVERIFY2(readByAll(path, someRules(random)), mutant.toPercentEncoding("\t ").constData());
    }
}

PATHGAN_TEST(TestMutations)
#include "tst_mutations.moc"
