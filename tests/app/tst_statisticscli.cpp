// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clidriver.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

/// compare and enrich as a script sees them.
class TestStatisticsCli : public QObject, private CliDriver
{
    Q_OBJECT

private slots:
    void noiseIsNotTested();
    void testAndAdjustment();
    void groupsThatMeanTheSame();
    void printsItsColumnsUnderTheirNames();
    void wordsThatDoNotFit_data();
    void wordsThatDoNotFit();
    void infiniteScores();
    void oneSidedScores();
    void outOfRange_data();
    void outOfRange();

private:
    static QString given(const char *name)
    {
        return QStringLiteral(PATHGAN_TEST_DATA "/cases/") + QLatin1String(name);
    }
    QString out(const char *name) { return m_folder.filePath(QLatin1String(name)); }
    /// Two reactions over eight samples, one different between the groups YES and NO.
    QStringList compareSmall(const QByteArray &labels)
    {
        const QString table = file("table.tsv", "sample\tR1\tR2\nA\t1\t1\nB\t2\t5\nC\t3\t2\nD\t4\t6\n"
                                                "E\t5\t3\nF\t6\t7\nG\t7\t4\nH\t8\t8\n");
        QByteArray clinical = "id\tgrp\n";
        char sample = 'A';
        for (const QByteArray &label : labels.split(' '))
            clinical += QByteArray(1, sample++) + '\t' + label + '\n';
        return {QStringLiteral("compare"),
                table,
                file("clinical.tsv", clinical),
                QStringLiteral("--group"),
                QStringLiteral("grp"),
                QStringLiteral("--out"),
                out("compared"),
                QStringLiteral("--json")};
    }
    QStringList enrich(const QString &ranks)
    {
        return {QStringLiteral("enrich"), QStringLiteral("--rank"), ranks,
                QStringLiteral("--sets"), given("g_base.gmt"),      QStringLiteral("--min-size"),
                QStringLiteral("2"),      QStringLiteral("--out"),  out("prerank.csv"),
                QStringLiteral("--json")};
    }
    static QByteArray notesOf(const Outcome &outcome)
    {
        QByteArray notes;
        for (const QJsonValue &note : outcome.json()[QLatin1String("notes")].toArray())
            notes += note.toString().toUtf8() + '\n';
        return notes;
    }
};

void TestStatisticsCli::noiseIsNotTested()
{
    const Outcome outcome = run({QStringLiteral("compare"), given("noise_flux.tsv"), given("noise_clin.tsv"),
                                 QStringLiteral("--group"), QStringLiteral("grp"), QStringLiteral("--out"),
                                 out("noise"), QStringLiteral("--json")});
    QVERIFY2(outcome.code == 0, outcome.err);
    const QJsonArray comparisons = outcome.json()[QLatin1String("comparisons")].toArray();
    QVERIFY(comparisons.size() > 61);
    int constant = 0;
    for (const QJsonValue &value : comparisons) {
        const QJsonObject comparison = value.toObject();
        if (comparison[QLatin1String("note")] != QLatin1String("not testable: constant"))
            continue;
        ++constant;
        QVERIFY(comparison[QLatin1String("p")].isNull());
        QVERIFY(comparison[QLatin1String("p.adj.reactions")].isNull());
    }
    QVERIFY(constant >= 61);
    QVERIFY2(outcome.err.contains("reactions are not testable: constant"), outcome.err);
    QVERIFY(notesOf(outcome).contains("reactions are not testable: constant"));
    const auto rows = table(out("noise/groups.tsv"));
    const auto p = rows[0].indexOf("p"), note = rows[0].indexOf("note");
    QVERIFY(p > 0 && note > 0);
    for (qsizetype i = 1; i < rows.size(); ++i)
        QCOMPARE(rows[i][p].isEmpty(), rows[i][note] == "not testable: constant");
}

void TestStatisticsCli::testAndAdjustment()
{
    const QByteArray labels = "NO NO NO NO YES YES YES YES";
    const Outcome rank = run(compareSmall(labels));
    QVERIFY2(rank.code == 0, rank.err);
    const auto comparison = [](const Outcome &outcome, int i) {
        return outcome.json()[QLatin1String("comparisons")].toArray()[i].toObject();
    };
    // Mean, R1, R2: R1 is one of the two most extreme of 70 orders.
    QCOMPARE(comparison(rank, 1)[QLatin1String("test")].toString(), QStringLiteral("Mann-Whitney U"));
    QVERIFY(std::abs(comparison(rank, 1)[QLatin1String("p")].toDouble() - 2.0 / 70) < 1e-12);
    QVERIFY(std::abs(comparison(rank, 1)[QLatin1String("p.adj.reactions")].toDouble() - 4.0 / 70) < 1e-12);
    QVERIFY(comparison(rank, 0)[QLatin1String("p.adj.reactions")].isNull());
    // t of means 2.5 and 6.5, variances 5/3: −4.38, 6 degrees of freedom.
    const Outcome student =
        run(compareSmall(labels) + QStringList{QStringLiteral("--test"), QStringLiteral("student"),
                                               QStringLiteral("--adjust"), QStringLiteral("none")});
    QCOMPARE(comparison(student, 1)[QLatin1String("test")].toString(), QStringLiteral("Student t"));
    QVERIFY(std::abs(comparison(student, 1)[QLatin1String("statistic")].toDouble() + 4.381780460041329) <
            1e-12);
    QVERIFY(std::abs(comparison(student, 1)[QLatin1String("p")].toDouble() - 0.004659214943993937) < 1e-12);
    QCOMPARE(comparison(student, 1)[QLatin1String("p.adj.reactions")],
             comparison(student, 1)[QLatin1String("p")]);
    QCOMPARE(student.json()[QLatin1String("adjustment")].toString(), QStringLiteral("none"));
    // The overview begins with the smallest.
    const auto rows = table(out("compared/groups_overview.tsv"));
    QCOMPARE(rows[1][rows[0].indexOf("reaction")], QByteArray("R1"));
    QVERIFY(rows[0].contains("p.adj.reactions"));
}

void TestStatisticsCli::groupsThatMeanTheSame()
{
    const Outcome outcome = run(compareSmall("YES Yes YES 0 Unknown 0.0 0 -"));
    QVERIFY2(outcome.code == 0, outcome.err);
    const QByteArray notes = notesOf(outcome);
    QVERIFY2(notes.contains("grp: one group YES of YES (2), Yes (1)."), notes);
    QVERIFY2(notes.contains("grp: one group 0 of 0 (2), 0.0 (1)."), notes);
    QVERIFY2(notes.contains("grp: 2 samples are not reported: - (1), Unknown (1)."), notes);
    const QJsonObject pair = outcome.json()[QLatin1String("comparisons")]
                                 .toArray()[1]
                                 .toObject()[QLatin1String("pairs")]
                                 .toArray()[0]
                                 .toObject();
    QCOMPARE(pair[QLatin1String("n1")].toInt() + pair[QLatin1String("n2")].toInt(), 6);
}

void TestStatisticsCli::printsItsColumnsUnderTheirNames()
{
    QStringList arguments = compareSmall("N NO NO N YES Y YES YES");
    arguments.removeAll(QStringLiteral("--json"));
    const Outcome outcome = run(arguments);
    QVERIFY2(outcome.code == 0, outcome.err);
    QVERIFY2(outcome.err.contains("grp: one group YES of Y (1), YES (3)."), outcome.err);
    QByteArrayList header, first;
    for (const QByteArray &line : outcome.out.split('\n')) {
        if (line.startsWith("reaction\t"))
            header = line.split('\t');
        else if (line.startsWith("R1\t"))
            first = line.split('\t');
    }
    QCOMPARE(first.size(), header.size());
    const auto field = [&](const char *name) { return first.value(header.indexOf(name)); };
    QCOMPARE(field("test"), QByteArray("Mann-Whitney U"));
    QCOMPARE(field("p"), QByteArray("0.0286"));               // 2 of 70 orders
    QCOMPARE(field("p.adj.reactions"), QByteArray("0.0571")); // of two reactions
    QCOMPARE(field("cliffs_delta"), QByteArray("-1"));
    QCOMPARE(field("cliffs_delta_of").count('-'), 1);
    QCOMPARE(field("note"), QByteArray());
}

void TestStatisticsCli::wordsThatDoNotFit_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("test") << QStringList{"--test", "t"}
                          << QByteArray(
                                 "--test: t, not auto|mann-whitney|welch|student|kruskal-wallis|anova");
    QTest::newRow("adjustment") << QStringList{"--adjust", "fdr"}
                                << QByteArray("--adjust: fdr, not BH|holm|bonferroni|BY|none");
    QTest::newRow("within itself") << QStringList{"--within", "grp"} << QByteArray("--within: grp");
}

void TestStatisticsCli::wordsThatDoNotFit()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, said);
    const Outcome outcome = run(compareSmall("NO NO NO NO YES YES YES YES") + options);
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains(said), outcome.err);
}

void TestStatisticsCli::infiniteScores()
{
    const Outcome outcome = run(enrich(given("r_inf.rnk")));
    QVERIFY2(outcome.code == 0, outcome.err);
    QCOMPARE(outcome.json()[QLatin1String("infinite_high")].toInt(), 10);
    QCOMPARE(outcome.json()[QLatin1String("genes")].toInt(), 200);
    QVERIFY(notesOf(outcome).contains("10 of 200 scores are infinite"));
    const auto rows = table(out("prerank.csv"), ',');
    for (const QByteArrayList &row : rows) {
        if (row[1] == "A")
            QVERIFY(std::abs(row[2].toDouble() - 0.844424) < 5e-7);
        QVERIFY(row[4] != "0" && row[5] != "0" && row[6] != "0");
    }
    QCOMPARE(rows.size(), 4);
}

void TestStatisticsCli::oneSidedScores()
{
    QByteArray ranks;
    for (int i = 0; i < 60; ++i)
        ranks += QStringLiteral("GEN%1\t%2\n").arg(i, 3, 10, QLatin1Char('0')).arg(i + 1).toUtf8();
    const QString path = file("positive.rnk", ranks);
    const Outcome both = run(enrich(path));
    QVERIFY2(both.code == 0, both.err);
    QVERIFY(notesOf(both).contains("Consider --one-sided"));
    const auto score = [this] {
        for (const QByteArrayList &row : table(out("prerank.csv"), ','))
            if (row[1] == "A") // the 20 lowest
                return row[2].toDouble();
        return std::nan("");
    };
    QVERIFY(score() < -0.9);
    const Outcome top = run(enrich(path) + QStringList{QStringLiteral("--one-sided")});
    QVERIFY2(top.code == 0, top.err);
    QVERIFY(!notesOf(top).contains("--one-sided"));
    QVERIFY(score() >= 0);
}

void TestStatisticsCli::outOfRange_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *option, const char *value, const char *range) {
        QTest::addRow("%s %s", option, value)
            << QStringList{QLatin1String(option), QLatin1String(value)}
            << QByteArray(option) + ": " + value + ", not integer from " + range;
    };
    row("--min-size", "4294967298", "1 to 1000000");
    row("--min-size", "0", "1 to 1000000");
    row("--max-size", "4294967298", "1 to 1000000");
    row("--permutations", "2000000000", "1 to 1000000");
    row("--permutations", "99999999999999999999", "1 to 1000000");
    for (const char *seed : {"-1", "1e3"})
        QTest::addRow("--seed %s", seed)
            << QStringList{"--seed", QLatin1String(seed)} << QByteArray("--seed: ") + seed + ", not integer";
}

void TestStatisticsCli::outOfRange()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, said);
    QStringList arguments = enrich(given("r_inf.rnk")) + options;
    if (options[0] == QLatin1String("--seed"))
        arguments = enrich(given("r_inf.rnk")) + QStringList{options[0] + QLatin1Char('=') + options[1]};
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains(said), outcome.err);
}

PATHGAN_TEST(TestStatisticsCli)
#include "tst_statisticscli.moc"
