// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/session.h"
#include "core/steps/freshness.h"
#include "tests/support/runwith.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pathgan;

class TestProject : public QObject
{
    Q_OBJECT
private slots:
    void staleness();
    void badFileLosesNothing();
};

namespace {

QString write(const QTemporaryDir &folder, const char *name, const QByteArray &content)
{
    const QString path = folder.filePath(QString::fromLatin1(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(content);
    return path;
}

const QByteArray expression = "sample\tTCGA-AA-0001-01\tTCGA-AA-0002-01\tTCGA-AA-0003-11\n"
                              "GSR\t5.5\t6.25\t7\n"
                              "GPX1\t9\t0\t3.5\n";
const QByteArray clinical = "sampleID\tradiation_therapy\n"
                            "TCGA-AA-0001-01\tYES\n"
                            "TCGA-AA-0002-01\tNO\n";

} // namespace

void TestProject::staleness()
{
    QTemporaryDir folder;
    Session session;
    session.openFiles({write(folder, "expression.tsv", expression), write(folder, "clinical.tsv", clinical)});
    QTRY_VERIFY(session.project().expression && session.project().clinical &&
                session.engine().jobs().isEmpty());
    QVERIFY(session.project().cohort);
    QCOMPARE(session.project().cohort->size(), std::size_t(2)); // the normal is left out
    runWith<GroupStep>(session, {});
    QSignalSpy failures(&session, &Session::failed);
    QTRY_COMPARE(failures.count(), 1); // no fluxes yet
    QCOMPARE(failures[0][0].value<Error>().code, ErrorCode::MissingInput);

    session.setCohortOptions({SampleFilter::All});
    QCOMPARE(session.project().cohort->size(), std::size_t(3));
    QVERIFY(!isStale(session.project(), Part::Cohort));
}

void TestProject::badFileLosesNothing()
{
    QTemporaryDir folder;
    Session session;
    session.openFile(write(folder, "expression.tsv", expression), Part::Expression);
    QTRY_VERIFY(session.project().expression);
    const auto before = session.project().expression;
    QSignalSpy failures(&session, &Session::failed);
    session.openFile(write(folder, "ragged.tsv", "sample\tA\tB\nGSR\t1\t2\nGPX1\t3\n"), Part::Expression);
    QTRY_COMPARE(failures.count(), 1);
    const Error error = failures[0][0].value<Error>();
    QCOMPARE(error.code, ErrorCode::RaggedRow);
    QVERIFY2(QString::fromStdString(error.detail).contains(QLatin1String("ragged.tsv:3")),
             error.detail.c_str());
    QCOMPARE(session.project().expression, before);
    QCOMPARE(session.report(Part::Expression).raggedRows, std::size_t(1));
}

PATHGAN_TEST(TestProject)
#include "tst_project.moc"
