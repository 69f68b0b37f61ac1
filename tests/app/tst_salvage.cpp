// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clidriver.h"
#include "tests/support/testmain.h"

#include <QtTest>

/// `salvage` on a project that was damaged, and how a user comes to it.
class TestSalvage : public QObject, private CliDriver
{
    Q_OBJECT

private slots:
    void writesWhatCanBeRead();

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void TestSalvage::writesWhatCanBeRead()
{
    const QString whole = m_folder.filePath(QStringLiteral("whole.pathgan")),
                  out = m_folder.filePath(QStringLiteral("out.pathgan"));
    QCOMPARE(
        run({QStringLiteral("run"), QStringLiteral("--example"), QStringLiteral("--project"), whole}).code,
        0);
    const QByteArray good = contentOf(whole);
    QString damaged;
    Outcome shown;
    // Until a place is found at which something is lost that `show --verify` tells.
    for (qsizetype at = good.size() / 2; at < good.size() && shown.code != 2; at += good.size() / 20) {
        QByteArray bytes = good;
        bytes.replace(at, 60, QByteArray(60, 'x'));
        damaged = file("damaged.pathgan", bytes);
        shown = run({QStringLiteral("show"), QStringLiteral("--verify"), damaged});
    }
    QCOMPARE(shown.code, 2);
    QVERIFY2(shown.err.contains("`salvage`"), shown.err);
    const QByteArray before = contentOf(damaged);
    const Outcome outcome =
        run({QStringLiteral("salvage"), damaged, QStringLiteral("--out"), out, QStringLiteral("--json")});
    QVERIFY2(outcome.code == 0, outcome.err);
    QVERIFY(outcome.json()[QLatin1String("runs")].toInt() > 5);
    const QJsonArray lost = outcome.json()[QLatin1String("lost")].toArray();
    for (const QJsonValue &part : lost)
        QVERIFY2(outcome.err.contains(part.toString().toUtf8()), outcome.err);
    QCOMPARE(contentOf(damaged), before);
    QCOMPARE(run({QStringLiteral("show"), QStringLiteral("--verify"), out}).code, 0);
    // Nothing is replaced, the damaged file least of all.
    QCOMPARE(run({QStringLiteral("salvage"), damaged, QStringLiteral("--out"), whole}).code, 2);
    QCOMPARE(run({QStringLiteral("salvage"), damaged, QStringLiteral("--out"), damaged}).code, 2);
    QCOMPARE(contentOf(whole), good);
    QCOMPARE(contentOf(damaged), before);
}

PATHGAN_TEST(TestSalvage)
#include "tst_salvage.moc"
