// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/fba.h"
#include "core/metabolic/io/modelreader.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QtTest>

#include <cmath>

using namespace pathgan;

/// The flux balance cases of the SBML test suite, with the results that it expects.
class TestSbmlSuite : public QObject
{
    Q_OBJECT

private slots:
    void cases_data();
    void cases();
};

void TestSbmlSuite::cases_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("results");
    const QDir root(PATHGAN_SHARED_DATA "/sbml_fbc");
    if (!root.exists())
        QSKIP("needs the SBML test suite");
    for (const QString &number : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QDir folder(root.filePath(number));
        for (const QString &file : folder.entryList({"*.xml"}))
            QTest::newRow(qPrintable(file))
                << folder.filePath(file) << folder.filePath(number + "-results.csv");
    }
}

void TestSbmlSuite::cases()
{
    QFETCH(QString, model);
    QFETCH(QString, results);
    const Result<MetabolicModel> read = readModel(model.toStdString());
    QVERIFY2(read.ok(), read ? "" : read.error().detail.c_str());
    const Result<FluxSolution> solution = fba(*read, {});
    QVERIFY(solution.ok());
    QFile file(results);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList header = QString::fromUtf8(file.readLine()).trimmed().split(',');
    const QStringList values = QString::fromUtf8(file.readLine()).trimmed().split(',');
    QCOMPARE(header.size(), values.size());
    const QString objective =
        QString::fromStdString(read->objectives[static_cast<std::size_t>(read->activeObjective)].id);
    QVERIFY(header.contains(objective));
    for (qsizetype i = 0; i < header.size(); ++i) {
        const int reaction = read->reactionIndex(header[i].toStdString());
        QVERIFY2(reaction >= 0 || header[i] == objective, qPrintable(header[i]));
        if (values[i] == "NaN") {
            QVERIFY(solution->status != SolutionStatus::Optimal);
            continue;
        }
        QCOMPARE(solution->status, SolutionStatus::Optimal);
        const double expected = values[i] == "INF" ? INFINITY : values[i].toDouble();
        const double got = header[i] == objective ? solution->objectiveValue
                                                  : solution->fluxes[static_cast<std::size_t>(reaction)];
        QVERIFY2(got == expected || std::abs(got - expected) < 1e-4, qPrintable(header[i]));
    }
}

PATHGAN_TEST(TestSbmlSuite)
#include "tst_sbmlsuite.moc"
