// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/dualsfile.h"

#include "core/base/hash.h"
#include "tests/metabolic/smallnetwork.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pathgan;

/// The dual solutions of a run in a file beside its table of fluxes.
class TestDualsFile : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void goesWithATable();
    void damage_data();
    void damage();
    void otherSamplesAreRefused();

private:
    FluxRun table(std::vector<std::string> samples, std::vector<std::string> reactions) const;
    std::string path() const { return m_folder.filePath(QStringLiteral("run.duals")).toStdString(); }

    QTemporaryDir m_folder;
    FluxRun m_run;
};

void TestDualsFile::initTestCase()
{
    const GeneTable genes = smallnetwork::geneTable(m_folder.path().toStdString(), 3);
    MatrixD values(3, 2);
    values << 8, 0.25, 0, 0.125, 16, 1;
    FluxOptions options;
    options.medium = MediumPreset::AsDistributed;
    options.reactions = {"GTHX", "BYP"};
    Result<FluxRun> run = computeFlux(smallnetwork::make(), smallnetwork::cohortOf(values), genes, options);
    QVERIFY(run.ok() && run->duals);
    m_run = *std::move(run);
    QVERIFY(writeDuals(m_run, path()).ok());
    QCOMPARE(writeDuals(FluxRun(), path() + "none").error().code, ErrorCode::MissingInput);
}

/// As readFluxTable gives it.
FluxRun TestDualsFile::table(std::vector<std::string> samples, std::vector<std::string> reactions) const
{
    FluxRun run;
    run.samples = std::move(samples);
    run.reactions = std::move(reactions);
    return run;
}

/// In the order of the table, to the last bit: 31.25 for GTHX of S2 by gene 1 alone.
void TestDualsFile::goesWithATable()
{
    FluxRun run = table({"S2", "S1"}, {"BYP", "GTHX"});
    const Result<void> read = readDuals(path(), run);
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
    const VectorD expression = run.duals->expression.col(0);
    const VectorD bounds = boundsAt(*run.duals, expression);
    const double growth = dualValue(run.duals->growth[0], bounds, 0);
    QCOMPARE(growth, 93.75);
    QCOMPARE(dualValue(run.duals->of(0, 1), bounds, 0.9 * growth), 31.25);
    QCOMPARE(dualValue(run.duals->of(0, 0), bounds, 0.9 * growth), 62.5);
    QVERIFY(expression == VectorD(m_run.duals->expression.col(1)));
    QCOMPARE(run.duals->genes, m_run.duals->genes);
    QCOMPARE(run.duals->bounds.size(), m_run.duals->bounds.size());
    for (std::size_t i = 0; i < run.duals->bounds.size(); ++i) {
        const ExpressedBound &now = run.duals->bounds[i], &then = m_run.duals->bounds[i];
        QVERIFY(now.reaction == then.reaction && now.isUpper == then.isUpper && now.medium == then.medium);
        QVERIFY(now.greatest == then.greatest || (std::isnan(now.greatest) && std::isnan(then.greatest)));
        QCOMPARE(now.rule.size(), then.rule.size());
    }
}

void TestDualsFile::damage_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("a bit of a number") << QByteArray("\t1000\t") << QByteArray("\t1001\t");
    QTest::newRow("the start") << QByteArray("PathGAN dual") << QByteArray("PathGAN dula");
    QTest::newRow("a gene that is none") << QByteArray("\tg0") << QByteArray("\tg9");
    QTest::newRow("an operator that is none") << QByteArray("\tg0") << QByteArray("\tx0");
    QTest::newRow("operands that are not there") << QByteArray("\tg0") << QByteArray("\t&4");
    QTest::newRow("a bound that is none") << QByteArray(" 0 0 ") << QByteArray(" 0 0 99 1 ");
    QTest::newRow("no number") << QByteArray("linear\t1000") << QByteArray("linear\tmany");
    QTest::newRow("more bounds than lines") << QByteArray("\t0.9\t") << QByteArray("\t0.9\t9");
    QTest::newRow("the end is missing") << QByteArray("\nS2") << QByteArray();
}

/// Refused with and without a checksum that fits, and the run stays as it was.
void TestDualsFile::damage()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFile source(QString::fromStdString(path()));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray whole = source.readAll();
    const auto at = whole.indexOf(from);
    QVERIFY2(at >= 0, whole.constData());
    QByteArray damaged = to.isEmpty() ? whole.left(at) : whole;
    if (!to.isEmpty())
        damaged.replace(at, from.size(), to);
    const auto start = static_cast<qsizetype>(std::string_view(dualsFileStart).size());
    for (const bool isSummed : {false, true}) {
        QByteArray text = damaged;
        if (isSummed && text.startsWith(dualsFileStart)) {
            const QByteArray rest = text.mid(text.indexOf('\n', start) + 1);
            text = dualsFileStart + QByteArray::fromStdString(sha256(rest.toStdString())) + '\n' + rest;
        }
        QFile target(m_folder.filePath(QStringLiteral("damaged.duals")));
        QVERIFY(target.open(QIODevice::WriteOnly));
        target.write(text);
        target.close();
        FluxRun run = table({"S1"}, {"GTHX"});
        const Result<void> read = readDuals(target.fileName().toStdString(), run);
        const bool isOnlyANumber = from.contains("1000\t") && isSummed;
        QCOMPARE(read.ok(), isOnlyANumber);
        QCOMPARE(run.duals != nullptr, isOnlyANumber);
        if (!read.ok())
            QVERIFY2(read.error().detail.find("damaged.duals") != std::string::npos,
                     read.error().detail.c_str());
    }
}

void TestDualsFile::otherSamplesAreRefused()
{
    FluxRun run = table({"S1", "S3"}, {"GTHX"});
    QVERIFY(readDuals(path(), run).error().detail.ends_with("S3"));
    run = table({"S1"}, {"GTHY"});
    QVERIFY(readDuals(path(), run).error().detail.ends_with("GTHY"));
    QVERIFY(!run.duals);
}

PATHGAN_TEST(TestDualsFile)
#include "tst_dualsfile.moc"
