// SPDX-License-Identifier: GPL-3.0-or-later
#include "clidriver.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>

/// What `train` keeps of a run that something ended.
class TestUnfinishedTraining : public QObject, private CliDriver
{
    Q_OBJECT
private slots:
    void initTestCase();
    void goesOnAfterKills();
    void goesOnAfterInterrupt();
    void endsWhereItStands();
    void networksOnTheWay();
    void tellsWhatIsNotUsed();
    void unfinishedOfTheUser();

private:
    QString path(const char *name) { return m_folder.filePath(QLatin1String(name)); }
    static QByteArray bytes(const QString &path)
    {
        QFile source(path);
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }
    QStringList train(const QString &out, const char *keepEvery, const char *seed = "1")
    {
        return {QStringLiteral("train"),
                example("expression.tsv.gz"),
                path("flux.tsv"),
                QStringLiteral("--sets"),
                example("gene_sets.gmt"),
                QStringLiteral("--preset"),
                QStringLiteral("quick"),
                QStringLiteral("--epochs"),
                QStringLiteral("60"),
                QStringLiteral("--patience"),
                QStringLiteral("0"),
                QStringLiteral("--seed"),
                QLatin1String(seed),
                QStringLiteral("--keep-every"),
                QLatin1String(keepEvery),
                QStringLiteral("--history"),
                out + QStringLiteral(".tsv"),
                QStringLiteral("--out"),
                out};
    }
    bool isAsUndisturbed(const QString &out)
    {
        const QString history = QStringLiteral(".tsv");
        return QFile::exists(out) && bytes(out) == bytes(path("undisturbed.pt")) &&
               bytes(out + history) == bytes(path("undisturbed.pt") + history);
    }
    bool killOnce(const QString &out, QRandomGenerator &random);
};

void TestUnfinishedTraining::initTestCase()
{
    QCOMPARE(run({QStringLiteral("flux"), example("model.xml"), example("expression.tsv.gz"),
                  QStringLiteral("--out"), path("flux.tsv")})
                 .code,
             0);
    const Outcome whole = run(train(path("undisturbed.pt"), "60"));
    QVERIFY2(whole.code == 0, whole.err.constData());
}

/// Some moment after it has written a checkpoint. False where it came to its end before.
bool TestUnfinishedTraining::killOnce(const QString &out, QRandomGenerator &random)
{
    const QString kept = out + QStringLiteral(".unfinished");
    const QByteArray before = bytes(kept);
    QProcess process;
    process.start(QStringLiteral(PATHGAN_CLI), train(out, "0.05"));
    while (process.state() != QProcess::NotRunning && (!QFile::exists(kept) || bytes(kept) == before))
        process.waitForFinished(1);
    process.waitForFinished(random.bounded(1, 100));
    if (process.state() == QProcess::NotRunning)
        return false;
    ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
    process.waitForFinished();
    return process.exitStatus() == QProcess::CrashExit;
}

void TestUnfinishedTraining::goesOnAfterKills()
{
    const QString out = path("killed.pt");
    QRandomGenerator random(5);
    int kills = 0, ends = 0;
    const int wanted = qEnvironmentVariableIsSet("PATHGAN_LONG_TESTS") ? 10 : 3;
    while (kills < wanted) {
        if (killOnce(out, random)) {
            ++kills;
            continue;
        }
        QVERIFY2(isAsUndisturbed(out) && ++ends < 10, "it ended with another result");
        QFile::remove(out);
    }
    QVERIFY(!QFile::exists(out));
    const Outcome rest = run(train(out, "60"));
    QVERIFY2(rest.code == 0, rest.err.constData());
    QVERIFY2(rest.err.contains("goes on at epoch ") &&
                 rest.err.contains(" of an earlier run of this command"),
             rest.err.constData());
    QVERIFY(isAsUndisturbed(out));
    const QDir folder(m_folder.path());
    QCOMPARE(folder.entryList({QStringLiteral("*unfinished*")}, QDir::Files | QDir::Hidden).size(), 0);
}

void TestUnfinishedTraining::goesOnAfterInterrupt()
{
    const QString out = path("interrupted.pt");
    const Outcome stopped = runUntil(train(out, "600"), "Training");
    QVERIFY2(stopped.code != 0 && stopped.err.contains("The training so far is kept in"),
             stopped.err.constData());
    QVERIFY(!QFile::exists(out) && QFile::exists(out + QStringLiteral(".unfinished")));
    const Outcome rest = run(train(out, "600"));
    QVERIFY2(rest.code == 0 && rest.err.contains("goes on at epoch "), rest.err.constData());
    QVERIFY(isAsUndisturbed(out) && !QFile::exists(out + QStringLiteral(".unfinished")));
}

void TestUnfinishedTraining::endsWhereItStands()
{
    const QString out = path("ended.pt"), kept = out + QStringLiteral(".unfinished");
    const QStringList finish = train(out, "60") << QStringLiteral("--finish");
    const Outcome nothing = run(finish);
    QVERIFY2(nothing.code == 2 && !QFile::exists(out), nothing.err.constData());
    QRandomGenerator random(8);
    QVERIFY(killOnce(out, random));
    const Outcome ended = run(QStringList(finish) << QStringLiteral("--json"));
    QVERIFY2(ended.code == 0, ended.err.constData());
    QVERIFY(ended.json().value(QStringLiteral("stopped_early")).toBool());
    QVERIFY(QFile::exists(out) && !isAsUndisturbed(out) && QFile::exists(kept));
    QCOMPARE(run(train(out, "60")).code, 0);
    QVERIFY(isAsUndisturbed(out) && !QFile::exists(kept));
}

void TestUnfinishedTraining::networksOnTheWay()
{
    const QString out = path("whole.pt");
    const Outcome whole = run(train(out, "60") << QStringLiteral("--network-every") << QStringLiteral("25"));
    QVERIFY2(whole.code == 0, whole.err.constData());
    QVERIFY(isAsUndisturbed(out));
    const QStringList written = QDir(m_folder.path()).entryList({QStringLiteral("whole.epoch-*")});
    QCOMPARE(written,
             QStringList({QStringLiteral("whole.epoch-25.pt"), QStringLiteral("whole.epoch-50.pt")}));
    file("whole.epoch-25.pt", "not PathGAN's\n");
    QCOMPARE(run(train(out, "60") << QStringLiteral("--network-every") << QStringLiteral("25")).code, 2);
}

void TestUnfinishedTraining::tellsWhatIsNotUsed()
{
    const QString out = path("other.pt"), kept = out + QStringLiteral(".unfinished");
    QRandomGenerator random(6);
    QVERIFY(killOnce(out, random));
    const QByteArray left = bytes(kept);
    const Outcome other = run(train(out, "60", "2"));
    QVERIFY2(other.code == 0 && other.err.contains("is of other inputs, options or versions: not used"),
             other.err.constData());
    QVERIFY(!isAsUndisturbed(out) && !QFile::exists(kept));
    file("other.pt.unfinished", left.left(left.size() - 1));
    const Outcome damaged = run(train(out, "60"));
    QVERIFY2(damaged.code == 0 && damaged.err.contains("is damaged and is not used"),
             damaged.err.constData());
    QVERIFY(isAsUndisturbed(out));
}

void TestUnfinishedTraining::unfinishedOfTheUser()
{
    const QString own = file("own.pt.unfinished", "not PathGAN's\n");
    QCOMPARE(run(train(path("own.pt"), "60")).code, 2);
    QCOMPARE(bytes(own), QByteArray("not PathGAN's\n"));
    QCOMPARE(run(train(path("own.pt"), "-1")).code, 2);
}

PATHGAN_TEST(TestUnfinishedTraining)
#include "tst_unfinishedtraining.moc"
