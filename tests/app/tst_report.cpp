// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clidriver.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>
#include <QtTest>

/// `report` on a project that `run` made.
class TestReport : public QObject, private CliDriver
{
    Q_OBJECT

private slots:
    void tellsEverything();
    void writesPdf();
    void replacesReportsOnly();

private:
    QString project();
    QString m_project;
};

QString TestReport::project()
{
    if (m_project.isEmpty()) {
        m_project = m_folder.filePath(QStringLiteral("example.pathgan"));
        const Outcome made =
            run({QStringLiteral("run"), QStringLiteral("--example"), QStringLiteral("--project"), m_project});
        if (made.code != 0)
            qWarning() << made.err;
    }
    return m_project;
}

void TestReport::tellsEverything()
{
    const QString path = m_folder.filePath(QStringLiteral("report.html"));
    const Outcome outcome = run({QStringLiteral("report"), project(), QStringLiteral("--out"), path});
    QVERIFY2(outcome.code == 0, outcome.err);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString html = QString::fromUtf8(file.readAll());
    // Nothing outside it.
    QVERIFY(!html.contains(QRegularExpression(QStringLiteral("(src|href)=\"(?!#|data:)"))));
    QVERIFY(!html.contains(QStringLiteral("<script")));
    // Every figure of `export` is there.
    const QString folder = m_folder.filePath(QStringLiteral("exported"));
    QCOMPARE(run({QStringLiteral("export"), project(), QStringLiteral("--figures"), QStringLiteral("svg"),
                  QStringLiteral("--out"), folder})
                 .code,
             0);
    const auto figures = QDir(folder).entryList({QStringLiteral("*.svg")}).size();
    QVERIFY(figures > 10);
    QCOMPARE(html.count(QStringLiteral("<figure>")), figures);
    QCOMPARE(html.count(QStringLiteral("<svg")), figures);
    // Data by hash, steps by key, seed and settings, methods with the true figures.
    QFile matrix(example("expression.tsv.gz"));
    QVERIFY(matrix.open(QIODevice::ReadOnly));
    QVERIFY(html.contains(
        QString::fromLatin1(QCryptographicHash::hash(matrix.readAll(), QCryptographicHash::Sha256).toHex())));
    const QJsonObject results =
        QJsonDocument::fromJson([&] {
            QFile manifest(folder + QStringLiteral("/manifest.json"));
            return manifest.open(QIODevice::ReadOnly) ? manifest.readAll() : QByteArray();
        }())
            .object()[QLatin1String("results")]
            .toObject();
    QVERIFY(results.size() >= 6);
    for (const QJsonValue &result : results)
        QVERIFY2(html.contains(result.toObject()[QLatin1String("key")].toString()),
                 qPrintable(result.toObject()[QLatin1String("key")].toString()));
    QVERIFY(html.contains(QStringLiteral("600 genes")) &&
            html.contains(QStringLiteral("80 samples were used")));
    QVERIFY(html.contains(QStringLiteral("growth_fraction")));
    QVERIFY(html.contains(QStringLiteral("Made-up example data.")));
    // What the panels warn of.
    QVERIFY(html.contains(QStringLiteral("independent directions")) &&
            html.contains(QStringLiteral("therapy given after the sample was taken")));
    QVERIFY(html.contains(QStringLiteral("5 missing values (kept as unmeasured)")));
}

void TestReport::writesPdf()
{
    const QString path = m_folder.filePath(QStringLiteral("report.PDF"));
    for (int i = 0; i < 2; ++i) // the second takes the place of the first
        QCOMPARE(run({QStringLiteral("report"), project(), QStringLiteral("--out"), path}).code, 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF-") && pdf.contains("/ToUnicode"));
    const QString text = m_folder.filePath(QStringLiteral("report.txt"));
    const Outcome refused = run({QStringLiteral("report"), project(), QStringLiteral("--out"), text});
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains(".html or .pdf"), refused.err);
    QVERIFY(!QFile::exists(text));
}

void TestReport::replacesReportsOnly()
{
    const QString mine = file("mine.html", "my own words");
    QCOMPARE(run({QStringLiteral("report"), project(), QStringLiteral("--out"), mine}).code, 2);
    QFile kept(mine);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("my own words"));
    const QString path = m_folder.filePath(QStringLiteral("twice.html"));
    for (int i = 0; i < 2; ++i)
        QCOMPARE(run({QStringLiteral("report"), project(), QStringLiteral("--out"), path}).code, 0);
    QCOMPARE(run({QStringLiteral("report"), mine, QStringLiteral("--out"), path}).code, 2);
}

PATHGAN_TEST(TestReport)
#include "tst_report.moc"
