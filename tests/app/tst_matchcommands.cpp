// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clidriver.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

/// What the commands say of inputs that fit together in part only, and what they refuse.
class TestMatchCommands : public QObject, private CliDriver
{
    Q_OBJECT
private slots:
    void compareReadsBarcodesOfAnyLength();
    void compareTakesAColumnOfIds();
    void compareRefusesForeignSamples();
    void fluxCountsGenes();
    void fluxRefusesAForeignMatrix();
    void enrichRefusesForeignGenes();
    void runTellsItsManifest();

private:
    /// Twelve samples, values higher in the group YES.
    QByteArray values(const char *suffix) const
    {
        QByteArray text = "sample\tV1\n";
        for (int i = 0; i < 12; ++i)
            text += QStringLiteral("TCGA-AB-20%1-01%2\t%3\n")
                        .arg(i, 2, 10, QLatin1Char('0'))
                        .arg(QLatin1String(suffix))
                        .arg(i % 2 * 3 + i * 0.25)
                        .toUtf8();
        return text;
    }
    static QByteArray clinical(bool ownIds)
    {
        QByteArray text = ownIds ? "sampleID\tgroup\n" : "uuid\tage\tcase_submitter_id\tgroup\n";
        for (int i = 11; i >= 0; --i) {
            const QString patient = QStringLiteral("TCGA-AB-20%1").arg(i, 2, 10, QLatin1Char('0'));
            const char *group = i % 2 ? "YES" : "NO";
            text += ownIds ? QStringLiteral("%1-01\t%2\n").arg(patient, group).toUtf8()
                           : QStringLiteral("u%1\t%1\t%2\t%3\n").arg(i).arg(patient, group).toUtf8();
        }
        return text;
    }
    Outcome compare(const QByteArray &table, const QByteArray &groups, const QStringList &more = {})
    {
        return run(QStringList{"compare", file("v.tsv", table), file("c.tsv", groups), "--group", "group",
                               "--json", "--out", m_folder.filePath("groups")} +
                   more);
    }
    QByteArray groupTable()
    {
        QFile table(m_folder.filePath("groups/groups.tsv"));
        return table.open(QIODevice::ReadOnly) ? table.readAll() : QByteArray();
    }
    /// A matrix of the example's samples with those genes.
    QString matrix(const QByteArrayList &genes)
    {
        QByteArray text = "sample";
        for (int i = 0; i < 6; ++i)
            text += "\tTCGA-EX-A00" + QByteArray::number(i) + "-01";
        for (qsizetype g = 0; g < genes.size(); ++g) {
            text += "\n" + genes[g];
            for (int i = 0; i < 6; ++i)
                text += "\t" + QByteArray::number(3 + (i + g) % 5);
        }
        return file("matrix.tsv", text + "\n");
    }
};

void TestMatchCommands::compareReadsBarcodesOfAnyLength()
{
    const Outcome plain = compare(values(""), clinical(true));
    QVERIFY2(plain.code == 0, plain.err);
    QVERIFY(!plain.err.contains("found in the clinical table"));
    const QByteArray expected = groupTable();
    QVERIFY(expected.contains("NO\tYES\t6\t6"));
    for (const char *suffix : {"A", "A-11R", "A-11R-A29S-07"}) {
        const Outcome longer = compare(values(suffix), clinical(true));
        QVERIFY2(longer.code == 0, longer.err);
        QCOMPARE(groupTable(), expected);
        QVERIFY2(
            longer.err.contains("12 of 12 samples of the table found in the clinical table (12 by barcode)"),
            longer.err);
    }
    QByteArray fewer = clinical(true);
    fewer.truncate(fewer.lastIndexOf("TCGA-AB-2000-01"));
    const Outcome partial = compare(values(""), fewer);
    QVERIFY2(partial.err.contains("11 of 12 samples") &&
                 partial.err.contains("1 not there (TCGA-AB-2000-01)"),
             partial.err);
    QVERIFY(!QJsonValue(partial.json())[QLatin1String("notes")].toArray().isEmpty());
    QCOMPARE(QJsonValue(
                 partial.json())[QLatin1String("coverage")][QLatin1String("clinical")][QLatin1String("found")]
                 .toInt(),
             11);
}

void TestMatchCommands::compareTakesAColumnOfIds()
{
    compare(values(""), clinical(true));
    const QByteArray expected = groupTable();
    const Outcome found = compare(values("A"), clinical(false));
    QVERIFY2(found.code == 0, found.err);
    QCOMPARE(groupTable(), expected);
    QVERIFY2(found.err.contains("by its column case_submitter_id (12 by patient)"), found.err);
    QCOMPARE(compare(values("A"), clinical(false), {"--id-column", "case_submitter_id"}).code, 0);
    QCOMPARE(groupTable(), expected);
    QCOMPARE(compare(values("A"), clinical(false), {"--id-column", "uuid"}).code, 2);
    const Outcome unknown = compare(values("A"), clinical(false), {"--id-column", "nothing"});
    QCOMPARE(unknown.code, 2);
    QVERIFY(unknown.err.contains("nothing"));
}

void TestMatchCommands::compareRefusesForeignSamples()
{
    QByteArray other = clinical(true);
    other.replace("TCGA-AB-20", "TCGA-ZZ-99");
    const Outcome outcome = compare(values(""), other);
    QCOMPARE(outcome.code, 2);
    for (const char *name : {"TCGA-AB-2000-01", "TCGA-AB-2001-01", "TCGA-ZZ-9911-01", "TCGA-ZZ-9910-01"})
        QVERIFY2(outcome.err.contains(name), outcome.err);
    QCOMPARE(QJsonValue(outcome.json())[QLatin1String("error")].toString(), QString("NoOverlap"));
}

void TestMatchCommands::fluxCountsGenes()
{
    const QString out = m_folder.filePath("flux.tsv");
    const Outcome whole =
        run({"flux", example("model.xml"), example("expression.tsv.gz"), "--json", "--out", out});
    QVERIFY2(whole.code == 0, whole.err);
    const QJsonValue model = QJsonValue(whole.json())[QLatin1String("coverage")][QLatin1String("model")];
    QVERIFY(model[QLatin1String("genes_found")].toInt() > 0);
    QCOMPARE(model[QLatin1String("genes_found")].toInt(),
             QJsonValue(whole.json())[QLatin1String("genes_matched")].toInt());
    QCOMPARE(model[QLatin1String("rules")].toInt(), 86);
    QVERIFY2(whole.err.contains("genes of the metabolic model found in the expression matrix"), whole.err);
    // The example grows faster than any cell; of its genes there is nothing to warn of.
    for (const QByteArray &line : whole.err.split('\n'))
        QVERIFY2(!line.contains("warning") || line.contains("growth of"), line);
}

void TestMatchCommands::fluxRefusesAForeignMatrix()
{
    const QString few = matrix({"ACO1", "ACO2", "LCK", "CXCL9", "PTPRC"}), out = m_folder.filePath("few.tsv");
    for (const QStringList &arguments : {QStringList{"flux", example("model.xml"), few, "--out", out},
                                         QStringList{"flux-explain", example("model.xml"), few, "--sample",
                                                     "TCGA-EX-A000-01", "--reaction", "GTHOr"},
                                         QStringList{"gimme", example("model.xml"), few},
                                         QStringList{"stress", example("model.xml"), few, "--out", out}}) {
        const Outcome refused = run(arguments);
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("--allow-low-coverage") && refused.err.contains("gene rules"),
                 refused.err);
        QVERIFY2(refused.err.contains("LCK") || refused.err.contains("ACO1"), refused.err);
        QVERIFY(!QFile::exists(out));
    }
    const Outcome allowed = run({"flux", example("model.xml"), few, "--out", out, "--allow-low-coverage"});
    QVERIFY2(allowed.code == 0, allowed.err);
    QVERIFY2(allowed.err.contains("warning: 2 of "), allowed.err);
}

void TestMatchCommands::enrichRefusesForeignGenes()
{
    QByteArray ranks;
    for (int i = 0; i < 200; ++i)
        ranks += "YAL" + QByteArray::number(i) + "C\t" + QByteArray::number(i - 100) + "\n";
    const QString out = m_folder.filePath("enriched.csv");
    const Outcome ranked =
        run({"enrich", "--rank", file("yeast.rnk", ranks), "--sets", example("gene_sets.gmt"), "--out", out});
    QCOMPARE(ranked.code, 2);
    QVERIFY2(ranked.err.contains("YAL0C") || ranked.err.contains("YAL199C"), ranked.err);
    const Outcome listed = run({"enrich", "--genes", file("yeast.txt", "YAL0C\nYAL1C\n"), "--sets",
                                example("gene_sets.gmt"), "--out", out});
    QCOMPARE(listed.code, 2);
    QVERIFY2(listed.err.contains("0 of 2 genes of the list"), listed.err);
}

void TestMatchCommands::runTellsItsManifest()
{
    const QString genes = matrix({"ACO1", "ACO2", "LCK", "CXCL9", "PTPRC"});
    QByteArray table = "patient\tgroup\n";
    for (int i = 0; i < 5; ++i)
        table += "tcga.ex.a00" + QByteArray::number(i) + "\tYES\n";
    const QString config = file(
        "config.json", "{\"expression\": \"matrix.tsv\", \"clinical\": \"" +
                           QFileInfo(file("patients.tsv", table)).fileName().toUtf8() + "\", \"model\": \"" +
                           example("model.xml").toUtf8() + "\", \"allow_low_coverage\": true}");
    const QString out = m_folder.filePath("run");
    const Outcome outcome = run({"run", "--config", config, "--out", out, "--json", "--dpi", "40"});
    QVERIFY2(outcome.code != 2, outcome.err);
    QFile manifest(out + "/manifest.json");
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    const QJsonObject matching = QJsonDocument::fromJson(manifest.readAll()).object()["matching"].toObject();
    QCOMPARE(matching["clinical"].toObject()["found_by_patient"].toInt(), 5);
    QCOMPARE(matching["clinical"].toObject()["not_there"].toInt(), 1);
    QCOMPARE(matching["model"].toObject()["genes_found"].toInt(), 2);
    QCOMPARE(matching["warnings"].toArray().size(), 1);
    QVERIFY2(outcome.err.contains("5 of 6 samples"), outcome.err);
}

PATHGAN_TEST(TestMatchCommands)
#include "tst_matchcommands.moc"
