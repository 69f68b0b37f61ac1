// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonreference.h"
#include "tests/support/testmain.h"

#include "core/metabolic/io/modelreader.h"
#include "core/metabolic/stress/paperstress.h"
#include "core/metabolic/stress/survivalcurve_p.h"

#include <QtTest>

#include <cmath>
#include <cstring>

using namespace pathgan;

namespace {

/// CRC-32 of ASCII text (zlib's).
std::uint32_t crc32(const std::string &text)
{
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : text) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

/// The reference has nine digits.
bool near(double got, double expected, double tolerance = 2e-7)
{
    return std::abs(got - expected) <= tolerance * std::max(0.01, std::abs(expected));
}

} // namespace

/// Models R and P on Recon3D against COBRApy.
class TestStressRecon3d : public QObject
{
    Q_OBJECT

private:
    MetabolicModel m_model;
    QJsonObject m_reference;

    std::string id(int reaction) const { return m_model.reactions[static_cast<std::size_t>(reaction)].id; }

private slots:
    void initTestCase();
    void ruleScores();
    void modelR_data();
    void modelR();
    void modelP();
    void tumours();
};

void TestStressRecon3d::initTestCase()
{
    const QString path = PATHGAN_SHARED_DATA "/recon3d/Recon3D.xml.gz";
    if (!QFile::exists(path))
        QSKIP("needs Recon3D");
    m_reference = loadReference(PATHGAN_SHARED_DATA "/reference/fba/out/recon3d.json");
    Result<MetabolicModel> model = readModel(path.toStdString());
    QVERIFY(model.ok());
    m_model = std::move(*model);
}

void TestStressRecon3d::ruleScores()
{
    std::vector<double> values;
    std::vector<int> geneOf;
    for (std::size_t i = 0; i < m_model.genes.size(); ++i) {
        const std::string &gene = m_model.genes[i].id;
        values.push_back(std::exp2((crc32(gene.substr(0, gene.find("_AT"))) % 1200) / 100.0) - 1);
        geneOf.push_back(static_cast<int>(i));
    }
    const QJsonObject expected = m_reference["gpr_max_of_2^x-1_with_crc32_expression"].toObject();
    QCOMPARE(expected.size(), qsizetype(8));
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        const int index = m_model.reactionIndex(it.key().toStdString());
        const double score = evaluateRule(m_model.reactions[static_cast<std::size_t>(index)].rule, values,
                                          geneOf, OrRule::Maximum);
        if (it.value().isNull())
            QVERIFY(std::isnan(score));
        else
            QVERIFY2(std::abs(score / it.value().toDouble() - 1) < 1e-8, qPrintable(it.key()));
    }
}

void TestStressRecon3d::modelR_data()
{
    QTest::addColumn<QJsonObject>("row");
    const QJsonArray rows = m_reference["radiation"].toObject()["rows"].toArray();
    QCOMPARE(rows.size(), qsizetype(7));
    for (const QJsonValue &row : rows)
        QTest::newRow(qPrintable(row["name"].toString())) << row.toObject();
}

void TestStressRecon3d::modelR()
{
    QFETCH(QJsonObject, row);
    StressOptions options;
    options.strict = row["strict"].toBool();
    const Result<StressModel> stress = makeStressModel(m_model, options, false);
    QVERIFY(stress.ok());
    QStringList restricted;
    for (const int reaction : stress->restricted)
        restricted << QString::fromStdString(id(reaction));
    QStringList blocked;
    for (const QJsonValue &entry : row["blocked"].toArray())
        blocked << entry.toString().section(' ', 0, 0);
    restricted.sort();
    blocked.sort();
    QCOMPARE(restricted, blocked);

    const QJsonObject caps = row["caps"].toObject();
    std::vector<double> upper;
    for (const RedoxCapacity &entry : stress->capacities) {
        const QJsonValue cap = caps[QString::fromStdString(id(entry.reaction))];
        upper.push_back(cap.isUndefined() ? m_model.reactions[static_cast<std::size_t>(entry.reaction)].upper
                                          : cap.toDouble());
    }
    const StressPlan plan(*stress, upper, {});
    QCOMPARE(plan.status(), SolutionStatus::Optimal);
    const SurvivalCurve curve = StressSolver(plan).solve(upper, {});
    QCOMPARE(curve.status, SolutionStatus::Optimal);
    QVERIFY(near(curve.growth(), row["mu0"].toDouble()));
    QVERIFY(near(curve.maximumLoad(), row["r_max"].toDouble()));
    QVERIFY(near(curve.tolerance(0.9), row["r_90"].toDouble()));
    QVERIFY(near(curve.tolerance(0.5), row["r_50"].toDouble()));
    for (const QJsonValue &point : row["curve"].toArray()) {
        const double got = curve.growthAt(point[0].toDouble()) / curve.growth();
        // Loads have nine digits; slopes reach 1/0.0088 of growth a unit load
        QVERIFY2(std::abs(got - point[1].toDouble()) < 2e-6 + 2e-8 * point[0].toDouble(),
                 qPrintable(QString("%1: %2, not %3")
                                .arg(point[0].toDouble())
                                .arg(got, 0, 'g', 10)
                                .arg(point[1].toDouble(), 0, 'g', 10)));
    }
}

void TestStressRecon3d::modelP()
{
    const QJsonArray rows = m_reference["EX_gthox_e_fixed"].toObject()["rows"].toArray();
    FluxRun predicted;
    predicted.reactions = {"EX_gthox_e"};
    predicted.values.resize(rows.size(), 1);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        predicted.samples.push_back("s" + std::to_string(i));
        predicted.values(i, 0) = rows[i][0].toDouble();
    }
    const Result<PaperStressRun> run = simulatePaperStress(m_model, predicted);
    QVERIFY(run.ok());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        QCOMPARE(QString(statusName(run->status[at])), rows[i][1].toString());
        if (rows[i][2].isNull())
            QVERIFY(std::isnan(run->growth[at]));
        else
            QVERIFY2(near(run->growth[at], rows[i][2].toDouble()),
                     qPrintable(QString::number(run->growth[at], 'g', 10)));
    }
}

/// A few tumours: bit-identical for other orders and thread counts, and sensible.
void TestStressRecon3d::tumours()
{
    const QString path = PATHGAN_SHARED_DATA "/tcga_mixed/HiSeqV2.gz";
    if (!QFile::exists(path))
        QSKIP("needs tcga_mixed");
    ReadReport report;
    Result<ExpressionMatrix> matrix = readExpression(path.toStdString(), {}, report);
    QVERIFY(matrix.ok());
    Result<Cohort> cohort = makeCohort(std::make_shared<const ExpressionMatrix>(std::move(*matrix)), nullptr);
    QVERIFY(cohort.ok());
    cohort->samples.resize(16);
    cohort->columns.resize(16);
    StressOptions options;
    options.threads = 1;
    const Result<StressRun> one = simulateStress(m_model, *cohort, GeneTable::builtIn(), nullptr, options);
    std::reverse(cohort->samples.begin(), cohort->samples.end());
    std::reverse(cohort->columns.begin(), cohort->columns.end());
    options.threads = 3;
    const Result<StressRun> three = simulateStress(m_model, *cohort, GeneTable::builtIn(), nullptr, options);
    QVERIFY(one.ok() && three.ok());
    QCOMPARE(one->capacityReactions.size(), std::size_t(8)); // strict: no peroxiredoxins
    std::vector<double> back(three->tolerance90.rbegin(), three->tolerance90.rend());
    QCOMPARE(std::memcmp(back.data(), one->tolerance90.data(), back.size() * sizeof(double)), 0);
    QVERIFY(one->survival == three->survival.colwise().reverse());
    for (std::size_t i = 0; i < one->samples.size(); ++i) {
        QCOMPARE(one->status[i], SolutionStatus::Optimal);
        QVERIFY(one->tolerance90[i] > 0 && one->tolerance90[i] <= one->tolerance50[i]);
        QVERIFY(one->tolerance50[i] <= one->maximumLoad[i]);
        for (Index k = 1; k < one->survival.cols(); ++k)
            QVERIFY(one->survival(static_cast<Index>(i), k) <=
                    one->survival(static_cast<Index>(i), k - 1) + 1e-9);
    }
}

PATHGAN_TEST(TestStressRecon3d)
#include "tst_stressrecon3d.moc"
