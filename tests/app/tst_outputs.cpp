// SPDX-License-Identifier: GPL-3.0-or-later
#include "clidriver.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

/// What commands do to the files that stand where they write.
class TestOutputs : public QObject, private CliDriver
{
    Q_OBJECT
private slots:
    void inputsAreNoOutputs_data();
    void inputsAreNoOutputs();
    void outputsDiffer();
    void replacesOnlyItsOwn();
    void foldersToo();
    void oldResultIsNamed();
    void streams();
    void pipesAreRead();
    void goesOnAfterKill_data();
    void goesOnAfterKill();
    void namedSamples();
    void unfinishedOfTheUser();
    void saysWhatWasRead();
    void leavesNoRubbish();

private:
    QString copy(const QString &source, const char *name)
    {
        const QString target = m_folder.filePath(QLatin1String(name));
        QFile::remove(target);
        QFile::copy(source, target);
        QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
        return target;
    }
    static constexpr int sampleCount = 120;
    /// The example's samples again and again: enough for a kill to come before the end.
    QString manySamples()
    {
        const Outcome matrix = shell(QStringLiteral("zcat ") + quoted(example("expression.tsv.gz")));
        QByteArray text;
        const QList<QByteArray> lines = matrix.out.split('\n');
        for (const QByteArray &line : lines) {
            const QByteArrayList fields = line.split('\t');
            if (fields.size() < 2)
                continue;
            text += fields.front();
            for (int i = 0; i < sampleCount; ++i)
                text += '\t' + (text.contains('\n') ? fields[1 + i % (fields.size() - 1)]
                                                    : "S" + QByteArray::number(i));
            text += '\n';
        }
        return file("many.tsv", text);
    }
    QByteArray bytes(const QString &path)
    {
        QFile source(path);
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray("unreadable");
    }
    Outcome shell(const QString &command)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("bash"), {QStringLiteral("-c"), command});
        process.waitForFinished(600'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static QString quoted(const QString &text) { return QLatin1Char('\'') + text + QLatin1Char('\''); }
    QString cli() const { return quoted(QStringLiteral(PATHGAN_CLI)); }
};

void TestOutputs::inputsAreNoOutputs_data()
{
    QTest::addColumn<QString>("link");
    QTest::newRow("itself") << QString();
    QTest::newRow("symbolic link") << QStringLiteral("symlink");
    QTest::newRow("hard link") << QStringLiteral("hardlink");
    QTest::newRow("another spelling") << QStringLiteral("dots");
}

void TestOutputs::inputsAreNoOutputs()
{
    QFETCH(QString, link);
    const QString model = copy(example("model.xml"), "own.xml");
    const QByteArray before = bytes(model);
    QString out = model;
    if (link == QStringLiteral("dots"))
        out = m_folder.path() + QStringLiteral("/./") + QFileInfo(model).fileName();
    else if (!link.isEmpty()) {
        out = m_folder.filePath(link);
        QCOMPARE(link == QStringLiteral("symlink") ? ::symlink(qPrintable(model), qPrintable(out))
                                                   : ::link(qPrintable(model), qPrintable(out)),
                 0);
    }
    for (const char *command : {"fba", "fva", "delete", "check"}) {
        const Outcome outcome =
            run({QLatin1String(command), model, QStringLiteral("--out"), out, QStringLiteral("--force")});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("is an input of this command"), outcome.err.constData());
        QCOMPARE(bytes(model), before);
    }
    const QString expression = example("expression.tsv.gz");
    for (const char *option : {"--out", "--minimum", "--value-status", "--sample-status"}) {
        QStringList arguments = {QStringLiteral("flux"), model, expression, QLatin1String(option), out};
        if (QLatin1String(option) != QLatin1String("--out"))
            arguments << QStringLiteral("--out") << m_folder.filePath(QStringLiteral("new.tsv"));
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("is an input of this command"), outcome.err.constData());
        QVERIFY(outcome.err.contains(option));
        QCOMPARE(bytes(model), before);
    }
    // Inputs named by options count, too.
    const Outcome enrich =
        run({QStringLiteral("enrich"), QStringLiteral("--genes"), out, QStringLiteral("--sets"),
             example("gene_sets.gmt"), QStringLiteral("--out"), model});
    QCOMPARE(enrich.code, 2);
    QVERIFY(enrich.err.contains("is an input of this command"));
    QCOMPARE(bytes(model), before);
}

void TestOutputs::outputsDiffer()
{
    const QString out = m_folder.filePath(QStringLiteral("one.tsv"));
    const Outcome outcome = run({QStringLiteral("flux"), example("model.xml"), example("expression.tsv.gz"),
                                 QStringLiteral("--out"), out, QStringLiteral("--sample-status"),
                                 m_folder.path() + QStringLiteral("/./one.tsv")});
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains("is another output of this command"), outcome.err.constData());
    QVERIFY(!QFile::exists(out));
}

void TestOutputs::replacesOnlyItsOwn()
{
    const QString out = file("notes.tsv", "my own notes\nof years\n");
    const QStringList fba = {QStringLiteral("fba"), example("model.xml"), QStringLiteral("--out"), out};
    Outcome outcome = run(fba);
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains("--force replaces it"), outcome.err.constData());
    QCOMPARE(bytes(out), QByteArray("my own notes\nof years\n"));
    QCOMPARE(::chmod(qPrintable(out), 0640), 0);
    outcome = run(fba + QStringList{QStringLiteral("--force")});
    QCOMPARE(outcome.code, 0);
    QVERIFY(bytes(out).startsWith("reaction\tflux"));
    outcome = run(fba); // its own
    QCOMPARE(outcome.code, 0);
    struct stat now
    {};
    QCOMPARE(::stat(qPrintable(out), &now), 0);
    QCOMPARE(now.st_mode & 07777, mode_t(0640));
    outcome = run({QStringLiteral("fva"), example("model.xml"), QStringLiteral("--out"), out});
    QCOMPARE(outcome.code, 2); // another command's
    QCOMPARE(
        run({QStringLiteral("fba"), example("model.xml"), QStringLiteral("--out"), file("empty.tsv", "")})
            .code,
        0);

    const QString fluxes = m_folder.filePath(QStringLiteral("flux.tsv"));
    const QStringList flux = {QStringLiteral("flux"),       example("model.xml"),
                              example("expression.tsv.gz"), QStringLiteral("--samples"),
                              QStringLiteral("tumour"),     QStringLiteral("--out")};
    QCOMPARE(run(flux + QStringList{fluxes}).code, 0);
    QCOMPARE(run(flux + QStringList{fluxes}).code, 0);
    // Also begins with "sample", but has no reactions.
    const QString clinical = copy(example("clinical.tsv"), "clinical.tsv");
    QCOMPARE(run(flux + QStringList{clinical}).code, 2);
    const QString matrix = file("matrix.tsv", "sample\tS1\tS2\nGSR\t1\t2\n");
    QCOMPARE(run(flux + QStringList{matrix}).code, 2);
    QCOMPARE(bytes(matrix), QByteArray("sample\tS1\tS2\nGSR\t1\t2\n"));
    QCOMPARE(run(flux + QStringList{fluxes, QStringLiteral("--sample-status"), matrix}).code, 2);

    const QString sets = example("gene_sets.gmt"), genes = file("genes.txt", "GSR\nGPX1\nGCLC\nGCLM\n");
    const QString enriched = m_folder.filePath(QStringLiteral("enriched.csv"));
    const QStringList enrich = {
        QStringLiteral("enrich"), QStringLiteral("--genes"), genes, QStringLiteral("--sets"), sets,
        QStringLiteral("--out")};
    QCOMPARE(run(enrich + QStringList{enriched}).code, 0);
    QCOMPARE(run(enrich + QStringList{enriched}).code, 0);
    QCOMPARE(run(enrich + QStringList{out}).code, 2);
}

void TestOutputs::foldersToo()
{
    const QString folder = m_folder.filePath(QStringLiteral("groups"));
    const QString fluxes = m_folder.filePath(QStringLiteral("grouped.tsv"));
    QCOMPARE(run({QStringLiteral("flux"), example("model.xml"), example("expression.tsv.gz"),
                  QStringLiteral("--out"), fluxes})
                 .code,
             0);
    const QStringList compare = {QStringLiteral("compare"),
                                 fluxes,
                                 example("clinical.tsv"),
                                 QStringLiteral("--group"),
                                 QStringLiteral("radiation_therapy"),
                                 QStringLiteral("--out"),
                                 folder};
    const Outcome first = run(compare);
    QVERIFY2(first.code == 0, first.err.constData());
    const QStringList names = QDir(folder).entryList(QDir::Files);
    QVERIFY(names.size() > 3);
    const Outcome again = run(compare);
    QVERIFY2(again.code == 0, again.err.constData());
    // Every file that it writes is guarded.
    for (const QString &name : names) {
        const QString path = QDir(folder).filePath(name);
        const QByteArray result = bytes(path);
        const auto put = [&path](const QByteArray &content) {
            QFile target(path);
            QVERIFY(target.open(QIODevice::WriteOnly));
            target.write(content);
        };
        put("the user's own file\n");
        const Outcome refused = run(compare);
        QVERIFY2(refused.code == 2, qPrintable(name));
        QCOMPARE(bytes(path), QByteArray("the user's own file\n"));
        put(result);
    }
    QCOMPARE(run(compare + QStringList{QStringLiteral("--force")}).code, 0);
    // A table of the folder as an input.
    QStringList own = compare;
    own[1] = QDir(folder).filePath(QStringLiteral("groups.tsv"));
    QVERIFY(run(own).err.contains("is an input of this command"));
    // A file where the folder should be.
    QStringList onFile = compare;
    onFile.last() = file("no folder", "x");
    QVERIFY(run(onFile).err.contains("is no folder"));
}

void TestOutputs::oldResultIsNamed()
{
    const QString out = m_folder.filePath(QStringLiteral("old.tsv"));
    const QString model = copy(example("model.xml"), "changing.xml");
    QCOMPARE(run({QStringLiteral("fba"), model, QStringLiteral("--out"), out}).code, 0);
    const QByteArray before = bytes(out);
    QFile damaged(model);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("<sbml");
    damaged.close();
    Outcome outcome = run({QStringLiteral("fba"), model, QStringLiteral("--out"), out});
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains("old.tsv still holds the result of an earlier run"),
             outcome.err.constData());
    QCOMPARE(bytes(out), before);
    outcome = run({QStringLiteral("fba"), model, QStringLiteral("--out"), out, QStringLiteral("--json")});
    QVERIFY(outcome.json().value(QStringLiteral("notes")).toArray().size() == 1);
    // Infeasible is no error of the input, but the table is as old.
    outcome = run({QStringLiteral("fba"), example("model.xml"), QStringLiteral("--out"), out,
                   QStringLiteral("--set"), QStringLiteral("BIOMASS_maintenance=5000:5000")});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains("old.tsv still holds the result of an earlier run"),
             outcome.err.constData());
    QVERIFY(!run({QStringLiteral("fba"), example("model.xml"), QStringLiteral("--out"), out})
                 .err.contains("earlier run"));
}

void TestOutputs::streams()
{
    const QString model = quoted(example("model.xml"));
    const Outcome plain = shell(cli() + QStringLiteral(" fba ") + model + QStringLiteral(" --out -"));
    QCOMPARE(plain.code, 0);
    QVERIFY2(plain.out.startsWith("reaction\tflux\treduced_cost\tlower_bound\t"),
             plain.out.left(200).constData());
    QVERIFY(!plain.out.contains("objective_value") && plain.err.contains("objective_value"));
    QCOMPARE(shell(cli() + QStringLiteral(" fba ") + model + QStringLiteral(" --out /dev/stdout")).out,
             plain.out);
    QCOMPARE(shell(cli() + QStringLiteral(" fba ") + model + QStringLiteral(" --out - --json")).code, 2);
    QCOMPARE(shell(cli() + QStringLiteral(" fba ") + model + QStringLiteral(" --out /dev/null")).code, 0);
    const Outcome full = shell(cli() + QStringLiteral(" fba ") + model + QStringLiteral(" --out /dev/full"));
    QCOMPARE(full.code, 2);
    QVERIFY(full.err.contains("No space left"));
    QCOMPARE(shell(cli() + QStringLiteral(" fba ") + model + QStringLiteral(" > /dev/full")).code, 2);
    const Outcome fifo = shell(QStringLiteral("mkfifo p; cat p > got & ") + cli() + QStringLiteral(" fba ") +
                               model + QStringLiteral(" --out p > /dev/null; wait; test -p p && cat got"));
    QCOMPARE(fifo.out, plain.out);
    // Appended, not written over.
    const Outcome appended = shell(QStringLiteral("echo before > log; ") + cli() + QStringLiteral(" fba ") +
                                   model + QStringLiteral(" --out - >> log; cat log"));
    QCOMPARE(appended.out, "before\n" + plain.out);
    const Outcome csv =
        shell(QStringLiteral("printf 'GSR\\nGPX1\\nGCLC\\n' | ") + cli() +
              QStringLiteral(" enrich --genes - --out - --sets ") + quoted(example("gene_sets.gmt")));
    QVERIFY2(csv.out.startsWith("Gene_set,Term,Overlap,"), (csv.out.left(200) + csv.err).constData());
    const Outcome flux =
        shell(cli() + QStringLiteral(" flux ") + model + QLatin1Char(' ') +
              quoted(example("expression.tsv.gz")) + QStringLiteral(" --out - --samples all"));
    QVERIFY2(flux.out.startsWith("sample\t"), flux.err.constData());
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("*unfinished*")}).size(), 0);
}

void TestOutputs::pipesAreRead()
{
    const QString model = quoted(example("model.xml")), matrix = quoted(example("expression.tsv.gz"));
    const QString plain = m_folder.filePath(QStringLiteral("plain.tsv"));
    QCOMPARE(shell(cli() + QStringLiteral(" flux ") + model + QLatin1Char(' ') + matrix +
                   QStringLiteral(" --out plain.tsv"))
                 .code,
             0);
    const QByteArray expected = bytes(plain);
    for (const QString &command :
         {QStringLiteral("cat ") + matrix + QStringLiteral(" | ") + cli() + QStringLiteral(" flux ") + model +
              QStringLiteral(" - --out piped.tsv"),
          QStringLiteral("cat ") + model + QStringLiteral(" | ") + cli() + QStringLiteral(" flux - ") +
              matrix + QStringLiteral(" --out piped.tsv"),
          cli() + QStringLiteral(" flux ") + model + QStringLiteral(" <(zcat ") + matrix +
              QStringLiteral(") --out piped.tsv")}) {
        const Outcome outcome = shell(command);
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(bytes(m_folder.filePath(QStringLiteral("piped.tsv"))), expected);
        QFile::remove(m_folder.filePath(QStringLiteral("piped.tsv")));
    }
    const Outcome told =
        shell(QStringLiteral("cat ") + matrix + QStringLiteral(" | ") + cli() + QStringLiteral(" flux ") +
              model + QStringLiteral(" - --tables told --out t.tsv"));
    QVERIFY2(told.code == 0, told.err.constData());
    const QJsonObject inputs =
        QJsonDocument::fromJson(bytes(m_folder.filePath(QStringLiteral("told/manifest.json"))))["inputs"]
            .toObject();
    QCOMPARE(inputs["expression"].toObject()["path"].toString(), QStringLiteral("-"));
    const Outcome twice = shell(cli() + QStringLiteral(" flux - - --out piped.tsv < /dev/null"));
    QCOMPARE(twice.code, 2);
    const Outcome nothing =
        shell(cli() + QStringLiteral(" flux ") + model + QStringLiteral(" - --out piped.tsv < /dev/null"));
    QCOMPARE(nothing.code, 2);
    QVERIFY2(nothing.err.contains("standard input"), nothing.err.constData());
    const Outcome groups =
        shell(QStringLiteral("cat ") + quoted(example("clinical.tsv")) + QStringLiteral(" | ") + cli() +
              QStringLiteral(" compare plain.tsv - --group radiation_therapy --out piped"));
    QVERIFY2(groups.code == 0, groups.err.constData());
}

void TestOutputs::goesOnAfterKill_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QStringList>("other"); // options that make it another run
    QTest::addColumn<QString>("table");     // of a folder
    const QString model = example("model.xml"), matrix = manySamples();
    QTest::newRow("flux") << QStringList{QStringLiteral("flux"),
                                         model,
                                         matrix,
                                         QStringLiteral("--reactions"),
                                         QStringLiteral("all"),
                                         QStringLiteral("--quantity"),
                                         QStringLiteral("capacity-range")}
                          << QStringList{QStringLiteral("--growth-fraction"), QStringLiteral("0.5")}
                          << QString();
    QTest::newRow("gimme") << QStringList{QStringLiteral("gimme"), model, matrix}
                           << QStringList{QStringLiteral("--fraction"), QStringLiteral("0.5")} << QString();
    QTest::newRow("stress") << QStringList{QStringLiteral("stress"), model, matrix}
                            << QStringList{QStringLiteral("--catalase-capacity"), QStringLiteral("0.7")}
                            << QStringLiteral("survival_expression.tsv");
}

/// As if the machine had gone down: the same command goes on, and ends with the same bytes; another does not.
void TestOutputs::goesOnAfterKill()
{
    QFETCH(QStringList, command);
    QFETCH(QStringList, other);
    QFETCH(QString, table);
    command += {QStringLiteral("--samples"), QStringLiteral("all"),          QStringLiteral("--threads"),
                QStringLiteral("1"),         QStringLiteral("--keep-every"), QStringLiteral("0"),
                QStringLiteral("--out")};
    const auto result = [&](const QString &out) {
        return bytes(table.isEmpty() ? out : out + QLatin1Char('/') + table);
    };
    const QString undisturbed = m_folder.filePath(command.front() + QStringLiteral("_undisturbed"));
    const QString out = m_folder.filePath(command.front() + QStringLiteral("_killed"));
    const QString unfinished = out + QStringLiteral(".unfinished");
    const Outcome whole = run(command + QStringList{undisturbed});
    QVERIFY2(whole.code == 0, whole.err.constData());
    const auto kill = [&] {
        QProcess process;
        process.start(QStringLiteral(PATHGAN_CLI), command + QStringList{out});
        QVERIFY(process.waitForStarted());
        while (!QFile::exists(unfinished) && process.state() == QProcess::Running)
            process.waitForFinished(1);
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        process.waitForFinished();
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QVERIFY(QFile::exists(unfinished));
    };
    kill();
    QVERIFY(!QFile::exists(out));
    const Outcome rest = run(command + QStringList{out});
    QVERIFY2(rest.code == 0, rest.err.constData());
    QCOMPARE(result(out), result(undisturbed));
    const QRegularExpression said(QStringLiteral("(\\d+) of (\\d+) samples were finished by an earlier run"));
    const auto match = said.match(QString::fromUtf8(rest.err));
    QVERIFY2(match.hasMatch(), rest.err.constData());
    QVERIFY(match.captured(1).toInt() >= 1);
    QCOMPARE(match.captured(2).toInt(), sampleCount);
    QVERIFY(!QFile::exists(unfinished));
    kill();
    const Outcome another = run(command + QStringList{out} + other);
    QVERIFY2(another.code == 0, another.err.constData());
    QVERIFY2(another.err.contains("of other inputs or options: not used"), another.err.constData());
    QVERIFY(!QFile::exists(unfinished));
}

void TestOutputs::namedSamples()
{
    const QStringList flux = {QStringLiteral("flux"), example("model.xml"), example("expression.tsv.gz"),
                              QStringLiteral("--out")};
    const QString whole = m_folder.filePath(QStringLiteral("whole.tsv"));
    QCOMPARE(run(flux + QStringList{whole}).code, 0);
    const QList<QByteArrayList> rows = table(whole);
    QVERIFY(rows.size() > 10);
    const QString some = m_folder.filePath(QStringLiteral("some.tsv"));
    const QByteArray names = rows[7][0] + ',' + rows[2][0];
    const QString list = file("list.txt", rows[7][0] + "\r\n\n" + rows[2][0] + '\n');
    for (const QString &given : {QString::fromUtf8(names), QStringLiteral("@") + list}) {
        const Outcome outcome = run(flux + QStringList{some, QStringLiteral("--samples"), given});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        const QList<QByteArrayList> chosen = table(some);
        QCOMPARE(chosen.size(), 3);
        QVERIFY(chosen.contains(rows[7]) && chosen.contains(rows[2])); // the same fluxes
    }
    const Outcome unknown =
        run(flux + QStringList{some, QStringLiteral("--samples"), QStringLiteral("nobody")});
    QCOMPARE(unknown.code, 2);
    QVERIFY(unknown.err.contains("nobody"));
    QCOMPARE(run(flux + QStringList{some, QStringLiteral("--samples"), QStringLiteral("@no such file")}).code,
             2);
}

void TestOutputs::unfinishedOfTheUser()
{
    const QString own = file("own.tsv.unfinished", "not PathGAN's\n");
    const Outcome outcome = run({QStringLiteral("flux"), example("model.xml"), example("expression.tsv.gz"),
                                 QStringLiteral("--out"), m_folder.filePath(QStringLiteral("own.tsv"))});
    QCOMPARE(outcome.code, 2);
    QCOMPARE(bytes(own), QByteArray("not PathGAN's\n"));
}

void TestOutputs::saysWhatWasRead()
{
    const QString matrix = file("told.tsv", "sample\tTCGA-AA-0001-01\tTCGA-AA-0001-01B\tTCGA-AA-0002-11\t"
                                            "TCGA-AA-0003-01\n"
                                            "GSR\t1\t2\t3\t4\nGPX1\t1\tNA\t3\t4\nGSR\t5\t5\t5\t5\n"
                                            "GCLC\t1\t2\t3\t4\nGCLM\t2\t2\t1\t4\n");
    const QString out = m_folder.filePath(QStringLiteral("told"));
    const Outcome inspected = run({QStringLiteral("inspect"), matrix, QStringLiteral("--json")});
    const QJsonArray known = inspected.json().value(QStringLiteral("notes")).toArray();
    QCOMPARE(known.size(), 2);
    for (const QStringList &arguments :
         {QStringList{QStringLiteral("flux"), example("model.xml"), matrix, QStringLiteral("--out"),
                      m_folder.filePath(QStringLiteral("told.flux.tsv"))},
          QStringList{QStringLiteral("gimme"), example("model.xml"), matrix},
          QStringList{QStringLiteral("stress"), example("model.xml"), matrix, QStringLiteral("--out"), out},
          QStringList{QStringLiteral("flux-explain"), example("model.xml"), matrix,
                      QStringLiteral("--sample"), QStringLiteral("TCGA-AA-0001-01"),
                      QStringLiteral("--reaction"), QStringLiteral("GTHOr")}}) {
        const QStringList asked = arguments + QStringList{QStringLiteral("--allow-low-coverage")};
        const Outcome plain = run(asked);
        const Outcome outcome = run(asked + QStringList{QStringLiteral("--json")});
        QVERIFY2(outcome.code < 2, outcome.err.constData());
        const QJsonArray notes = outcome.json().value(QStringLiteral("notes")).toArray();
        for (const QJsonValue &sentence : known) {
            QVERIFY2(notes.contains(sentence), outcome.err.constData());
            QVERIFY(plain.err.contains(sentence.toString().toUtf8()));
        }
        QVERIFY2(
            plain.err.contains("1 missing value (kept as unmeasured), 1 duplicate name (the first kept)"),
            plain.err.constData());
        QVERIFY2(plain.err.contains("1 sample left out, sample twice in the table (TCGA-AA-0001-01B)"),
                 plain.err.constData());
        QVERIFY2(plain.err.contains("1 sample left out, no primary tumour (TCGA-AA-0002-11)"),
                 plain.err.constData());
    }
    const Outcome ranked =
        run({QStringLiteral("enrich"), QStringLiteral("--rank"),
             file("told.rnk", "GSR\t2\nGPX1\tNA\nGSR\t1\nGCLC\t1\n"), QStringLiteral("--sets"),
             example("gene_sets.gmt"), QStringLiteral("--min-size"), QStringLiteral("1"),
             QStringLiteral("--out"), m_folder.filePath(QStringLiteral("told.csv"))});
    QVERIFY2(ranked.err.contains("1 missing value") && ranked.err.contains("1 duplicate name"),
             ranked.err.constData());
}

void TestOutputs::leavesNoRubbish()
{
    QTemporaryDir folder;
    const QString out = folder.filePath(QStringLiteral("x.tsv"));
    QCOMPARE(run({QStringLiteral("fba"), file("damaged.xml", "<sbml"), QStringLiteral("--out"), out}).code,
             2);
    QCOMPARE(run({QStringLiteral("fba"), example("model.xml"), QStringLiteral("--out"),
                  folder.filePath(QStringLiteral("no such folder/x.tsv"))})
                 .code,
             2);
    QCOMPARE(run({QStringLiteral("fba"), example("model.xml"), QStringLiteral("--out"), folder.path()}).code,
             2);
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 0);
    for (const QString &name : QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden))
        QVERIFY2(!name.endsWith(QStringLiteral(".part")) || name.contains(QStringLiteral("killed")),
                 qPrintable(name)); // killed while it wrote
}

PATHGAN_TEST(TestOutputs)
#include "tst_outputs.moc"
