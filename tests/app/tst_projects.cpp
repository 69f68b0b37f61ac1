// SPDX-License-Identifier: GPL-3.0-or-later
#include "clidriver.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

/// Projects on the command line.
class TestProjects : public QObject, private CliDriver
{
    Q_OBJECT
private slots:
    void initTestCase();
    void exportsWhatRunWrote();
    void showsWhatIsThere();
    void goesOnWithWhatIsOutOfDate();
    void fromAStepOn();
    void keepsInputsWhereTheyAre();
    void refuses_data();
    void refuses();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString copyOfProject(const char *name)
    {
        QFile::remove(path(QLatin1String(name)));
        QFile::copy(path("made.pathgan"), path(QLatin1String(name)));
        return path(QLatin1String(name));
    }
    /// Parts that are out of date, and why.
    QMap<QString, QString> stale(const QString &project)
    {
        QMap<QString, QString> found;
        for (const QJsonValue &part : run({"show", project, "--json"}).json()["parts"].toArray())
            if (part.toObject()["out_of_date"].toBool())
                found[part.toObject()["part"].toString()] = part.toObject()["because"].toString();
        return found;
    }
    void sameTables(const QString &one, const QString &other)
    {
        const QStringList kinds = {"*.tsv", "*.csv", "*.svg", "*.pt"};
        const QStringList names = QDir(one).entryList(kinds);
        QVERIFY(names.size() > 20);
        QCOMPARE(QDir(other).entryList(kinds), names);
        for (const QString &name : names)
            QVERIFY2(content(one + '/' + name) == content(other + '/' + name), qPrintable(name));
    }
};

void TestProjects::initTestCase()
{
    const Outcome made = run({"run", "--example", "--set", "epochs=3", "--dpi", "40", "--out", path("made"),
                              "--project", path("made.pathgan"), "--json"});
    QVERIFY2(made.code == 0, made.err);
    QCOMPARE(made.json()["project"].toString(), path("made.pathgan"));
}

void TestProjects::exportsWhatRunWrote()
{
    const Outcome written =
        run({"export", path("made.pathgan"), "--out", path("exported"), "--dpi", "40", "--json"});
    QVERIFY2(written.code == 0, written.err);
    sameTables(path("made"), path("exported"));
    const QJsonObject before = QJsonDocument::fromJson(content(path("made/manifest.json"))).object(),
                      after = QJsonDocument::fromJson(content(path("exported/manifest.json"))).object();
    for (const char *key : {"versions", "inputs", "notes", "options", "results", "matching", "summary"})
        QVERIFY2(before[QLatin1String(key)] == after[QLatin1String(key)], key);
    QVERIFY(!QDir(path("exported")).entryList({"*.png"}).isEmpty());
    const Outcome pages = run({"export", path("made.pathgan"), "--out", path("pages"), "--figures", "pdf"});
    QVERIFY2(pages.code == 0, pages.err);
    QCOMPARE(QDir(path("pages")).entryList({"*.pdf"}).size(), QDir(path("made")).entryList({"*.svg"}).size());
    QVERIFY(QDir(path("pages")).entryList({"*.svg", "*.png"}).isEmpty());
}

void TestProjects::showsWhatIsThere()
{
    const Outcome shown = run({"show", path("made.pathgan"), "--verify", "--json"});
    QVERIFY2(shown.code == 0, shown.err);
    const QJsonObject json = shown.json();
    QVERIFY(json["example"].toBool());
    QCOMPARE(json["inputs"].toArray().size(), 5);
    QVERIFY(json["inputs"].toArray()[0].toObject()["packed"].toBool()); // its files are gone by now
    QCOMPARE(json["parts"].toArray().size(), 12);
    QCOMPARE(json["history"].toArray().size(), 6);
    for (const QJsonValue &run : json["history"].toArray())
        QVERIFY(run.toObject()["current"].toBool() && run.toObject()["bytes"].toDouble() > 0);
    const QByteArray text = run({"show", path("made.pathgan")}).out;
    for (const char *word : {"expression matrix", "fluxes", "current", "test Pearson r"})
        QVERIFY2(text.contains(word), word);
    QVERIFY(!text.contains("out of date"));
}

void TestProjects::goesOnWithWhatIsOutOfDate()
{
    const QString project = copyOfProject("changed.pathgan");
    const Outcome changed = run({"run", project, "--set", "top_genes=40", "--set", "stress_curve_points=11",
                                 "--out", path("changed"), "--dpi", "40", "--json"});
    QVERIFY2(changed.code == 0, changed.err);
    QCOMPARE(changed.json()["computed"].toArray(), QJsonArray({"enrich", "stress"}));
    // As if it had been asked for at once.
    const Outcome atOnce = run({"run", "--example", "--set", "epochs=3", "--set", "top_genes=40", "--set",
                                "stress_curve_points=11", "--dpi", "40", "--out", path("at_once")});
    QVERIFY2(atOnce.code == 0, atOnce.err);
    sameTables(path("at_once"), path("changed"));
    QVERIFY(stale(project).isEmpty());
    // Both runs are kept.
    const QJsonArray history = run({"show", project, "--json"}).json()["history"].toArray();
    QCOMPARE(history.size(), 8);
    QVERIFY(run({"run", project, "--json"}).json()["computed"].toArray().isEmpty());
    QVERIFY(run({"show", project, "--verify"}).code == 0);
}

void TestProjects::fromAStepOn()
{
    const QString project = copyOfProject("from.pathgan");
    const Outcome from = run({"run", project, "--from", "explain", "--json"});
    QVERIFY2(from.code == 0, from.err);
    QCOMPARE(from.json()["computed"].toArray(), QJsonArray({"explain", "enrich"}));
    const Outcome samples = run({"run", project, "--set", "samples=all", "--json"});
    QVERIFY2(samples.code == 0, samples.err);
    QCOMPARE(samples.json()["computed"].toArray().first().toString(), "cohort");
    QVERIFY(stale(project).isEmpty());
}

void TestProjects::keepsInputsWhereTheyAre()
{
    QVERIFY(QDir(m_folder.path()).mkdir("data"));
    for (const char *name : {"expression.tsv.gz", "clinical.tsv", "model.xml"})
        QVERIFY(QFile::copy(example(name), path("data/") + name));
    const QString config = file("config.json", R"({"expression": "data/expression.tsv.gz",
        "clinical": "data/clinical.tsv", "model": "data/model.xml"})");
    const Outcome made = run({"run", "--config", config, "--project", path("there.pathgan"), "--json"});
    QVERIFY2(made.code == 0, made.err); // without gene sets no network is trained
    QVERIFY(made.json()["skipped"].toObject().contains("network"));
    QVERIFY(!run({"show", path("there.pathgan"), "--json"})
                 .json()["inputs"]
                 .toArray()[0]
                 .toObject()["packed"]
                 .toBool());
    // Gene sets come later.
    const Outcome more = run({"run", path("there.pathgan"), "--set", "gene_sets=" + example("gene_sets.gmt"),
                              "--set", "epochs=1", "--json"});
    QVERIFY2(more.code == 0, more.err);
    QCOMPARE(more.json()["computed"].toArray(),
             QJsonArray({"train", "explain", "enrich", "stress", "groups"}));
    QVERIFY(QFile::remove(path("data/clinical.tsv")) && QFile::remove(path("data/model.xml"))); // are inside
    QVERIFY2(run({"run", path("there.pathgan"), "--pack"}).code == 0, "packed");
    QVERIFY(QFile::remove(path("data/expression.tsv.gz")));
    const Outcome again = run({"run", path("there.pathgan"), "--from", "flux", "--json"});
    QVERIFY2(again.code == 0, again.err);
}

void TestProjects::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    const QString project = path("made.pathgan");
    const auto row = [](const char *name, const QStringList &arguments, const char *said) {
        QTest::newRow(name) << arguments << QByteArray(said);
    };
    row("a project stands there", {"run", "--example", "--project", project}, "--force");
    row("two sources", {"run", project, "--example"}, "one of the three");
    row("nowhere to write", {"run", "--example"}, "--out or --project");
    row("no such step", {"run", project, "--from", "fluxes"}, "cohort|flux|train");
    row("from without a project", {"run", "--example", "--out", path("x"), "--from", "flux"},
        "only with PROJECT");
    row("no such option", {"run", project, "--set", "epoch=3"}, "epoch");
    row("no project", {"show", example("clinical.tsv")}, "no PathGAN project");
    row("no file", {"export", path("none.pathgan"), "--out", path("x")}, "not found");
    row("no such format", {"export", project, "--out", path("x"), "--figures", "gif"}, "svg|png|pdf");
    row("an input", {"export", project, "--out", project}, "is no folder");
}

void TestProjects::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const QByteArray before = content(path("made.pathgan"));
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains(said), outcome.err);
    QVERIFY(content(path("made.pathgan")) == before);
}

PATHGAN_TEST(TestProjects)
#include "tst_projects.moc"
