// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clidriver.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QtTest>

#include <cmath>

// Inputs that once were read, matched or computed wrong without a word: tests/data/cases/NOTE.md tells what
// each is and where the right value comes from. Here the commands meet them as a user's would.
class TestCases : public QObject, private CliDriver
{
    Q_OBJECT

private slots:
    void trailingTabs();
    void clinicalLayouts_data();
    void clinicalLayouts();
    void refusals_data();
    void refusals();
    void geneSetsAndLists();
    void rowsLeftOutOnTheUsersWord();
    void objectives_data();
    void objectives();
    void gimmeKeepsNoMoreThanAsked();
    void gimmeWithoutObjective();
    void rangesAtTheOptimum();
    void looplessRangesAreFinite();
    void silentGenesClose();
    void unreadRulesAreSaid_data();
    void unreadRulesAreSaid();
    void inputsAreNoOutputs();
    void modelWithoutObjective();
    void humanGem();

private:
    static QString given(const char *name)
    {
        return QStringLiteral(PATHGAN_TEST_DATA "/cases/") + QLatin1String(name);
    }
    QString out(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    /// p of the pair NO, YES of the value V1.
    double pOf(const QString &folder) const
    {
        for (const QByteArrayList &row : table(folder + QStringLiteral("/groups.tsv")))
            if (row.value(1) == "V1" && row.value(2) == "NO" && row.value(3) == "YES")
                return row.value(8).toDouble();
        return std::nan("");
    }
};

void TestCases::trailingTabs()
{
    const QString model = QStringLiteral(PATHGAN_SHARED_DATA "/models/textbook.xml.gz");
    if (!QFile::exists(model))
        QSKIP("needs the shared data file models/textbook.xml.gz");
    QFile source(given("m_trailtab_rows.tsv"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray plain = source.readAll().replace("\t\n", "\n");
    const auto fluxes = [&](const QString &matrix) {
        const Outcome outcome =
            run({QStringLiteral("flux"), model, matrix, QStringLiteral("--reactions"),
                 QStringLiteral("PFK,PGI,ACKr"), QStringLiteral("--medium"), QStringLiteral("as-distributed"),
                 QStringLiteral("--force"), QStringLiteral("--out"), out("f.tsv")});
        return outcome.code == 0 ? table(out("f.tsv")) : QList<QByteArrayList>();
    };
    const auto expected = fluxes(file("plain.tsv", plain));
    QCOMPARE(expected.size(), qsizetype{7});
    QCOMPARE(expected[1][0], QByteArray("TCGA-AA-1000-01"));
    QCOMPARE(fluxes(given("m_trailtab_rows.tsv")), expected);
}

void TestCases::clinicalLayouts_data()
{
    QTest::addColumn<QString>("values");
    QTest::addColumn<QString>("clinical");
    QTest::newRow("as it should be") << given("v_base.tsv") << given("c_base.tsv");
    QTest::newRow("R's layout") << given("v_base.tsv") << given("c_rstyle.tsv");
    QTest::newRow("vials in the table") << given("v_16.tsv") << given("c_base.tsv");
}

void TestCases::clinicalLayouts()
{
    QFETCH(QString, values);
    QFETCH(QString, clinical);
    const QString folder = out("compared");
    const Outcome outcome = run({QStringLiteral("compare"), values, clinical, QStringLiteral("--group"),
                                 QStringLiteral("radiation_therapy"), QStringLiteral("--out"), folder});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QVERIFY(std::fabs(pOf(folder) - 0.0104118) < 1e-6); // scipy.stats.mannwhitneyu, exact
}

void TestCases::refusals_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("says");
    const QString compare = QStringLiteral("compare|%1|%2|--group|radiation_therapy|--out|%3");
    QTest::newRow("unquoted comma") << compare.arg(given("v_base.tsv"), given("c_ragcsv.csv"), out("x"))
                                    << QByteArray("c_ragcsv.csv:2: 5 of 4");
    QTest::newRow("no id in common") << compare.arg(given("v_base.tsv"), given("c_none.tsv"), out("x"))
                                     << QByteArray("TCGA-AB-2000-01, TCGA-AB-2001-01");
    QTest::newRow("set size") << QStringLiteral("enrich|--rank|%1|--sets|%2|--min-size|4294967298|--out|%3")
                                     .arg(given("r_base.rnk"), given("g_base.gmt"), out("x.csv"))
                              << QByteArray("4294967298, not integer from 1 to");
    QTest::newRow("permutations") << QStringLiteral(
                                         "enrich|--rank|%1|--sets|%2|--permutations|2000000000|--out|%3")
                                         .arg(given("r_base.rnk"), given("g_base.gmt"), out("x.csv"))
                                  << QByteArray("2000000000, not integer from 1 to");
    QTest::newRow("epochs") << QStringLiteral("run|--config|%1|--out|%2")
                                   .arg(file("c.json", "{\"expression\": \"x\",\n \"epochs\": 4294967298}"),
                                        out("x"))
                            << QByteArray("c.json:2:2: epochs: 4294967298");
    QTest::newRow("bounds") << QStringLiteral("fba|%1").arg(given("flux/b02_lb_gt_ub.xml"))
                            << QByteArray("EX: lower bound 5 above upper bound 2");
    QTest::newRow("NaN")
        << QStringLiteral("fba|%1").arg(file(
               "nan.json", "{\"metabolites\": [{\"id\": \"a\"}], \"genes\": [],\n \"reactions\": [{\"id\": "
                           "\"r\", \"metabolites\": {\"a\": 1}, \"lower_bound\": NaN}]}"))
        << QByteArray("nan.json:2:");
}

void TestCases::refusals()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, says);
    const Outcome outcome = run(arguments.split(QLatin1Char('|')));
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
}

void TestCases::geneSetsAndLists()
{
    const QString csv = out("e.csv");
    Outcome outcome = run({QStringLiteral("enrich"), QStringLiteral("--rank"), given("r_base.rnk"),
                           QStringLiteral("--sets"), given("g_even12.txt"), QStringLiteral("--min-size"),
                           QStringLiteral("2"), QStringLiteral("--out"), csv});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QVERIFY(table(csv, ',')[1][1].startsWith("SET"));
    outcome = run({QStringLiteral("enrich"), QStringLiteral("--genes"), given("l_bom.txt"),
                   QStringLiteral("--sets"), given("g_base.gmt"), QStringLiteral("--force"),
                   QStringLiteral("--out"), csv});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QVERIFY(std::fabs(table(csv, ',')[1][3].toDouble() - 1.4165e-4) <
            1e-7); // hypergeometric tail, 8 of 10 in 20 of 80
    outcome =
        run({QStringLiteral("enrich"), QStringLiteral("--rank"), given("r_inf.rnk"), QStringLiteral("--sets"),
             given("g_base.gmt"), QStringLiteral("--force"), QStringLiteral("--out"), csv});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QVERIFY(std::fabs(table(csv, ',')[1][2].toDouble() - 0.844) < 5e-4); // GSEApy
    QVERIFY2(outcome.err.contains("10 of 200 scores are infinite"), outcome.err.constData());
}

void TestCases::rowsLeftOutOnTheUsersWord()
{
    const QString folder = out("dropped");
    const Outcome outcome =
        run({QStringLiteral("compare"), given("v_base.tsv"), given("c_ragcsv.csv"), QStringLiteral("--group"),
             QStringLiteral("radiation_therapy"), QStringLiteral("--ragged"), QStringLiteral("drop"),
             QStringLiteral("--out"), folder});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QVERIFY2(outcome.err.contains("(dropped)"), outcome.err.constData());
    for (const QByteArrayList &row : table(folder + QStringLiteral("/groups.tsv")))
        QVERIFY(row[2] == "group1" || (row[2] == "NO" && row[3] == "YES"));
}

void TestCases::objectives_data()
{
    QTest::addColumn<double>("optimum");
    QTest::newRow("b23_bom.xml") << 10.0;
    QTest::newRow("b29_inf.json") << 12.0;
    QTest::newRow("toy.xml") << 10.0;
}

void TestCases::objectives()
{
    QFETCH(double, optimum);
    const Outcome outcome =
        run({QStringLiteral("fba"), given("flux/") + QLatin1String(QTest::currentDataTag()),
             QStringLiteral("--json")});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QVERIFY(std::fabs(outcome.json()[QLatin1String("objective_value")].toDouble() - optimum) < 1e-9);
}

void TestCases::gimmeKeepsNoMoreThanAsked()
{
    const Outcome outcome =
        run({QStringLiteral("gimme"), given("flux/gimme_tiny.xml"), given("flux/gimme_tiny.tsv"),
             QStringLiteral("--medium"), QStringLiteral("as-distributed"), QStringLiteral("--samples"),
             QStringLiteral("all"), QStringLiteral("--sample"), QStringLiteral("S1"),
             QStringLiteral("--fraction"), QStringLiteral("0.5"), QStringLiteral("--threshold"),
             QStringLiteral("3"), QStringLiteral("--out"), out("g.tsv")});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    const auto rows = table(out("g.tsv"));
    QCOMPARE(rows[1][rows[0].indexOf("P")].toDouble(), 5.0);
    QVERIFY2(outcome.out.contains("S1\toptimal\t3\t1\t10\t"), outcome.out.constData());
}

/// A model that names no objective: what it calls growth is kept, and that is said.
void TestCases::gimmeWithoutObjective()
{
    QFile source(given("flux/gimme_tiny.xml"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    QString model = QString::fromUtf8(source.readAll());
    const QRegularExpression objectives(QStringLiteral("<fbc:listOfObjectives.*</fbc:listOfObjectives>"));
    QVERIFY(objectives.match(model).captured().contains(QStringLiteral("R_bio")));
    model.remove(objectives)
        .replace(QStringLiteral("id=\"R_bio\""), QStringLiteral("id=\"R_bio\" name=\"growth\""));
    const QStringList options = {given("flux/gimme_tiny.tsv"),
                                 QStringLiteral("--medium"),
                                 QStringLiteral("as-distributed"),
                                 QStringLiteral("--samples"),
                                 QStringLiteral("all"),
                                 QStringLiteral("--sample"),
                                 QStringLiteral("S1"),
                                 QStringLiteral("--fraction"),
                                 QStringLiteral("0.5"),
                                 QStringLiteral("--threshold"),
                                 QStringLiteral("3"),
                                 QStringLiteral("--out"),
                                 out("named.tsv"),
                                 QStringLiteral("--force")};
    const QString unnamed = file("unnamed.xml", model.toUtf8());
    const Outcome outcome = run(QStringList{QStringLiteral("gimme"), unnamed} + options);
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QVERIFY2(outcome.err.contains("The model names no objective: bio stands for growth"),
             outcome.err.constData());
    QVERIFY2(outcome.out.contains("S1\toptimal\t3\t1\t10\t"), outcome.out.constData());
    const auto rows = table(out("named.tsv"));
    QCOMPARE(rows[1][rows[0].indexOf("P")].toDouble(), 5.0);
    // Nothing there says growth.
    const QString silent = file("silent.xml", model.remove(QStringLiteral(" name=\"growth\"")).toUtf8());
    QCOMPARE(run(QStringList{QStringLiteral("gimme"), silent} + options).code, 2);
}

void TestCases::rangesAtTheOptimum()
{
    QCOMPARE(
        run({QStringLiteral("fva"), given("flux/b17_loop.xml"), QStringLiteral("--out"), out("r.tsv")}).code,
        0);
    for (const QByteArrayList &row : table(out("r.tsv")))
        if (row[0] == "EX")
            QCOMPARE(row[1].toDouble(), 10.0);
}

void TestCases::looplessRangesAreFinite()
{
    QCOMPARE(run({QStringLiteral("fva"), given("flux/b12b_inf_loop.xml"), QStringLiteral("--loopless"),
                  QStringLiteral("--out"), out("l.tsv")})
                 .code,
             0);
    int seen = 0;
    for (const QByteArrayList &row : table(out("l.tsv"))) {
        const bool isF = row[0] == "f";
        if (!isF && row[0] != "g")
            continue;
        ++seen;
        QVERIFY(std::fabs(row[1].toDouble() - (isF ? 0 : -10)) < 1e-6);
        QVERIFY(std::fabs(row[2].toDouble() - (isF ? 10 : 0)) < 1e-6);
    }
    QCOMPARE(seen, 2);
}

void TestCases::silentGenesClose()
{
    for (const char *matrix : {"flux/e_zero.tsv", "flux/e_allzero.tsv"}) {
        const Outcome outcome =
            run({QStringLiteral("flux"), given("flux/toy.xml"), given(matrix), QStringLiteral("--samples"),
                 QStringLiteral("all"), QStringLiteral("--medium"), QStringLiteral("as-distributed"),
                 QStringLiteral("--reactions"), QStringLiteral("bio"), QStringLiteral("--force"),
                 QStringLiteral("--out"), out("s.tsv")});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QVERIFY(std::fabs(table(out("s.tsv"))[1][1].toDouble() - 0.001) < 1e-9);
    }
}

void TestCases::unreadRulesAreSaid_data()
{
    QTest::addColumn<QString>("model");
    for (const char *name : {"flux/rule_01.xml", "flux/rule_03.xml", "flux/rule_07.xml", "flux/rule_19.xml"})
        QTest::newRow(name) << given(name);
}

void TestCases::unreadRulesAreSaid()
{
    QFETCH(QString, model);
    for (const QStringList &arguments : {QStringList{QStringLiteral("inspect"), model},
                                         {QStringLiteral("check"), model},
                                         {QStringLiteral("fba"), model}}) {
        const Outcome outcome = run(arguments);
        QVERIFY2(outcome.err.contains("gene rule not understood: EX: column "), outcome.err.constData());
    }
}

void TestCases::inputsAreNoOutputs()
{
    const QString model = out("own.xml");
    QVERIFY(QFile::copy(given("flux/toy.xml"), model));
    QFile before(model);
    QVERIFY(before.open(QIODevice::ReadOnly));
    const QByteArray content = before.readAll();
    QCOMPARE(run({QStringLiteral("fba"), model, QStringLiteral("--out"), model}).code, 2);
    QFile after(model);
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(after.readAll(), content);
}

void TestCases::modelWithoutObjective()
{
    const Outcome solved = run({QStringLiteral("fba"), given("flux/b11_no_objective.xml")});
    QCOMPARE(solved.code, 0);
    QVERIFY2(solved.err.contains("no active objective"), solved.err.constData());
    const Outcome deleted = run({QStringLiteral("delete"), given("flux/b11_no_objective.xml"),
                                 QStringLiteral("--out"), out("d.tsv")});
    QCOMPARE(deleted.code, 2);
    QVERIFY(!QFile::exists(out("d.tsv")));
}

void TestCases::humanGem()
{
    const QString model = QStringLiteral(PATHGAN_SHARED_DATA "/human_gem/Human-GEM.mat");
    if (!QFile::exists(model))
        QSKIP("needs the shared data file human_gem/Human-GEM.mat");
    const Outcome outcome = run({QStringLiteral("fba"), model, QStringLiteral("--knockout"),
                                 QStringLiteral("GSR"), QStringLiteral("--json")});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QVERIFY(std::fabs(outcome.json()[QLatin1String("objective_value")].toDouble() - 124.868) < 1e-3);
}

PATHGAN_TEST(TestCases)
#include "tst_cases.moc"
