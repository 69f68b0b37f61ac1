// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clidriver.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

/// `generate` on the example: its files, read back.
class TestGenerate : public QObject, private CliDriver
{
    Q_OBJECT

private slots:
    void initTestCase();
    void distancesAreThoseOfTheFiles();
    void groupHoldsItsSamples();
    void groupMeansWhatTheComparisonMeans();
    void sameSeedSameFiles();
    void fromNoise();
    void networkWithNoise();
    void fluxesOfTheModel();
    void distanceOfFluxVectors();
    void listedInHelp();
    void refusals_data();
    void refusals();

private:
    QString folder(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QString flux() const { return folder("plain") + "/flux.tsv"; }
    QStringList command(const QString &out, const QStringList &more = {}) const
    {
        return QStringList{"generate",
                           folder("plain") + "/network.pt",
                           example("expression.tsv.gz"),
                           "--fluxes",
                           flux(),
                           "--profiles",
                           "50",
                           "--json",
                           "--out",
                           out} +
               more;
    }
    static QByteArray bytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    using Columns = std::map<QByteArray, std::vector<double>>;
    static Columns columns(const QList<QByteArrayList> &rows)
    {
        Columns found;
        for (qsizetype row = 1; row < rows.size(); ++row)
            for (qsizetype column = 1; column < rows[0].size(); ++column)
                found[rows[0][column]].push_back(rows[row][column].toDouble());
        return found;
    }
    /// By quantiles: as many of the one as of the other, each repeated.
    static double distance(const std::vector<double> &a, const std::vector<double> &b)
    {
        const auto repeated = [](const std::vector<double> &values, std::size_t times) {
            std::vector<double> all;
            for (std::size_t i = 0; i < times; ++i)
                all.insert(all.end(), values.begin(), values.end());
            std::sort(all.begin(), all.end());
            return all;
        };
        const std::vector<double> x = repeated(a, b.size()), y = repeated(b, a.size());
        double sum = 0;
        for (std::size_t i = 0; i < x.size(); ++i)
            sum += std::abs(x[i] - y[i]);
        return sum / static_cast<double>(x.size());
    }
};

void TestGenerate::initTestCase()
{
    const Outcome outcome =
        run({"run", "--example", "--set", "preset=quick", "--set", "epochs=3", "--out", folder("plain")});
    QVERIFY2(outcome.code == 0, outcome.err);
}

void TestGenerate::distancesAreThoseOfTheFiles()
{
    const QString out = folder("all");
    const Outcome outcome = run(command(out, {"--model", example("model.xml")}));
    QVERIFY2(outcome.code == 0, outcome.err);
    const auto made = table(out + "/generated_flux.tsv");
    const auto reactions = table(out + "/generated_reactions.tsv");
    QCOMPARE(made.size(), qsizetype{51});
    const Columns real = columns(table(flux())), profiles = columns(made);
    QCOMPARE(reactions.size(), table(flux())[0].size());
    QCOMPARE(reactions[0][5], QByteArray("wasserstein_1"));
    for (qsizetype row = 1; row < reactions.size(); ++row) {
        const QByteArray id = reactions[row][0];
        const double expected = distance(real.at(id), profiles.at(id));
        QVERIFY2(std::abs(reactions[row][5].toDouble() - expected) <= 1e-9 * std::max(1.0, expected), id);
        QCOMPARE(outcome.json()["reactions"]
                     .toObject()[QString::fromLatin1(id)]
                     .toObject()["wasserstein_1"]
                     .toDouble(),
                 reactions[row][5].toDouble());
    }
    // Each profile is of a sample, with a nearest real one, a score and a word on feasibility.
    const auto rows = table(out + "/generated_profiles.tsv");
    std::set<QByteArray> samples;
    for (const QByteArrayList &row : table(flux()))
        samples.insert(row[0]);
    QCOMPARE(rows[0].mid(0, 5),
             (QByteArrayList{"profile", "condition", "critic_score", "nearest_sample", "nearest_distance"}));
    for (qsizetype row = 1; row < rows.size(); ++row) {
        QCOMPARE(rows[row][0], made[row][0]);
        QVERIFY(samples.count(rows[row][1]) && samples.count(rows[row][3]));
        QVERIFY(!rows[row][2].isEmpty() && rows[row][4].toDouble() >= 0);
        QVERIFY(!rows[row][7].isEmpty());
    }
    const QJsonObject manifest = QJsonDocument::fromJson(bytes(out + "/manifest.json")).object();
    const QJsonObject result = manifest["results"].toObject()["generate"].toObject();
    QCOMPARE(result["seed"].toInt(), 1);
    QCOMPARE(result["options"].toObject()["generate_profiles"].toInt(), 50);
    QVERIFY(manifest["notes"].toArray().size() > 0);
    QVERIFY(QString(QJsonDocument(manifest).toJson()).contains("no measurements"));
    const QStringList figures = QDir(out).entryList({"generated_*.svg"});
    QCOMPARE(figures.size(), 1);
}

void TestGenerate::groupHoldsItsSamples()
{
    const QString out = folder("group");
    const Outcome outcome =
        run(command(out, {"--clinical", example("clinical.tsv"), "--column", "gender", "--group", "female"}));
    QVERIFY2(outcome.code == 0, outcome.err);
    QVERIFY(outcome.json()["condition_samples"].toInt() < 80);
    const auto clinical = table(example("clinical.tsv"));
    const qsizetype column = clinical[0].indexOf("gender");
    std::map<QByteArray, QByteArray> genders;
    for (const QByteArrayList &row : clinical)
        genders[row[0].left(15)] = row.value(column).toLower();
    for (const QByteArrayList &row : table(out + "/generated_profiles.tsv").mid(1))
        QCOMPARE(genders[row[1].left(15)], QByteArray("female"));
}

void TestGenerate::groupMeansWhatTheComparisonMeans()
{
    // Y beside YES and NO is one group with YES.
    QByteArray profiles;
    for (const char *group : {"YES", "Y", "yes"}) {
        const QString out = m_folder.filePath(QStringLiteral("label_") + QLatin1String(group));
        const Outcome outcome = run(command(
            out, {"--clinical", example("clinical.tsv"), "--column", "radiation_therapy", "--group", group}));
        QVERIFY2(outcome.code == 0, outcome.err);
        if (profiles.isEmpty())
            profiles = bytes(out + "/generated_profiles.tsv");
        QVERIFY(!profiles.isEmpty());
        QCOMPARE(bytes(out + "/generated_profiles.tsv"), profiles);
    }
}

void TestGenerate::sameSeedSameFiles()
{
    for (const char *name : {"one", "two"})
        QVERIFY(run(command(folder(name))).code == 0);
    QVERIFY(run(command(folder("other"), {"--seed", "2"})).code == 0);
    for (const char *file : {"/generated_flux.tsv", "/generated_profiles.tsv", "/generated_reactions.tsv",
                             "/generated_summary.tsv"}) {
        const QByteArray first = bytes(folder("one") + file);
        QVERIFY(!first.isEmpty());
        QCOMPARE(bytes(folder("two") + file), first);
        if (file != QByteArray("/generated_reactions.tsv"))
            QVERIFY(bytes(folder("other") + file) != first);
    }
    QVERIFY(run(command(folder("one"))).code == 0); // over its own files
}

void TestGenerate::fromNoise()
{
    const QString out = folder("noise");
    const Outcome outcome = run(command(out, {"--conditions", "normal"}));
    QVERIFY2(outcome.code == 0, outcome.err);
    QCOMPARE(outcome.json()["different_profiles"].toInt(), 50);
    QVERIFY(outcome.err.contains("no noise inputs"));
    for (const QByteArrayList &row : table(out + "/generated_profiles.tsv").mid(1))
        QVERIFY(row[1].isEmpty());
}

/// Noise moves the fluxes of a network that was trained with noise inputs.
void TestGenerate::networkWithNoise()
{
    const Outcome trained =
        run({"train", example("expression.tsv.gz"), flux(), "--sets", example("gene_sets.gmt"), "--preset",
             "quick", "--epochs", "3", "--noise-dim", "4", "--out", folder("noisy.pt")});
    QVERIFY2(trained.code == 0, trained.err);
    QStringList arguments = command(folder("noisy"));
    arguments[1] = folder("noisy.pt");
    arguments << "--samples" << QString::fromLatin1(table(flux())[1][0]);
    const Outcome outcome = run(arguments);
    QVERIFY2(outcome.code == 0, outcome.err);
    QCOMPARE(outcome.json()["noise_inputs"].toInt(), 4);
    QCOMPARE(outcome.json()["condition_samples"].toInt(), 1);
    QCOMPARE(outcome.json()["different_profiles"].toInt(), 50);
}

void TestGenerate::fluxesOfTheModel()
{
    QStringList arguments = command(folder("model"), {"--model", example("model.xml")});
    const qsizetype at = arguments.indexOf("--fluxes");
    arguments.remove(at, 2);
    QVERIFY2(run(command(folder("table"), {"--model", example("model.xml")})).code == 0, "table");
    const Outcome outcome = run(arguments);
    QVERIFY2(outcome.code == 0, outcome.err);
    QCOMPARE(bytes(folder("model") + "/generated_reactions.tsv"),
             bytes(folder("table") + "/generated_reactions.tsv"));
}

/// Where the fluxes are those of one state, feasibility is a distance.
void TestGenerate::distanceOfFluxVectors()
{
    const QString out = folder("vectors");
    const Outcome outcome =
        run(command(out, {"--model", example("model.xml"), "--quantity", "fba", "--profiles", "4"}));
    QVERIFY2(outcome.code == 0, outcome.err);
    const auto rows = table(out + "/generated_profiles.tsv");
    QCOMPARE(rows[0].mid(7), (QByteArrayList{"unattainable", "relative_distance"}));
    QCOMPARE(rows.size(), qsizetype{5});
    for (const QByteArrayList &row : rows.mid(1))
        QVERIFY(row[7].isEmpty() && !row[8].isEmpty() && row[8].toDouble() >= 0);
}

void TestGenerate::listedInHelp()
{
    QVERIFY(run({"--help"}).out.contains("generate"));
    const QByteArray help = run({"generate", "--help"}).out;
    for (const char *flag : {"--profiles", "--conditions", "--column", "--group", "--samples", "--seed"})
        QVERIFY2(help.contains(flag), flag);
}

void TestGenerate::refusals_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no such sample") << QStringList{"--samples", "TCGA-ZZ-0000-01"}
                                    << QByteArray("TCGA-ZZ-0000-01");
    QTest::newRow("no clinical table")
        << QStringList{"--column", "gender", "--group", "x"} << QByteArray("--clinical");
    QTest::newRow("no such group") << QStringList{"--clinical", example("clinical.tsv"),
                                                  "--column",   "gender",
                                                  "--group",    "neither"}
                                   << QByteArray("gender: neither (FEMALE, MALE)");
    QTest::newRow("no such column") << QStringList{"--clinical", example("clinical.tsv"),
                                                   "--column",   "sex",
                                                   "--group",    "female"}
                                    << QByteArray("sex (");
    QTest::newRow("group without column") << QStringList{"--group", "x"} << QByteArray("--group");
    QTest::newRow("none") << QStringList{"--profiles", "0"} << QByteArray("--profiles");
}

void TestGenerate::refusals()
{
    QFETCH(const QStringList, more);
    QFETCH(const QByteArray, says);
    const Outcome outcome = run(command(folder("refused"), more));
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains(says), outcome.err);
}

PATHGAN_TEST(TestGenerate)
#include "tst_generate.moc"
