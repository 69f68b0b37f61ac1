// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clidriver.h"
#include "tests/support/testmain.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <cmath>

/// The commands that ask a model alone, on the example's and on Recon3D where it is.
class TestModelCommands : public QObject, private CliDriver
{
    Q_OBJECT
private slots:
    void fbaAndFva();
    void scenario();
    void listedObjectives();
    void check();
    void deletions();
    void interruptedDeletionsAreKept();
    void timeLimit();
    void infeasible();
    void gimme();
    void recon3d();
};

void TestModelCommands::fbaAndFva()
{
    const QString out = m_folder.filePath(QStringLiteral("fba.tsv"));
    const Outcome fba = run({QStringLiteral("fba"), example("model.xml"), QStringLiteral("--json"),
                             QStringLiteral("--out"), out});
    QCOMPARE(fba.code, 0);
    QCOMPARE(fba.json()[QStringLiteral("status")].toString(), QStringLiteral("optimal"));
    const double growth = fba.json()[QStringLiteral("objective_value")].toDouble();
    QVERIFY(growth > 0);
    const QByteArray objective = fba.json()[QStringLiteral("objective")].toString().toUtf8();
    const auto rows = table(out);
    QCOMPARE(rows[0], QByteArrayList({"reaction", "flux", "reduced_cost", "lower_bound", "upper_bound",
                                      "at_bound", "name", "subsystem"}));
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const QByteArrayList &r) { return r[0] == objective; });
    QVERIFY(row != rows.end());
    QVERIFY(qAbs((*row)[1].toDouble() - growth) < 1e-6 * growth);

    const QString ranges = m_folder.filePath(QStringLiteral("fva.tsv"));
    QCOMPARE(run({QStringLiteral("fva"), example("model.xml"), QStringLiteral("--out"), ranges}).code, 0);
    const auto fva = table(ranges);
    QCOMPARE(fva[0], QByteArrayList(
                         {"reaction", "minimum", "maximum", "span", "kind", "status", "name", "subsystem"}));
    QCOMPARE(fva.size(), rows.size());
    for (qsizetype i = 1; i < fva.size(); ++i) {
        const double flux = rows[i][1].toDouble();
        QVERIFY(fva[i][1].toDouble() <= fva[i][2].toDouble());
        QVERIFY(fva[i][1].toDouble() <= flux + 1e-5 && flux <= fva[i][2].toDouble() + 1e-5);
    }

    // Narrower with less total flux, and without loops.
    for (const QStringList &more : {QStringList{QStringLiteral("--pfba-factor"), QStringLiteral("1.1")},
                                    QStringList{QStringLiteral("--loopless")}}) {
        QCOMPARE(
            run(QStringList{QStringLiteral("fva"), example("model.xml"), QStringLiteral("--out"), ranges} +
                more)
                .code,
            0);
        const auto narrow = table(ranges);
        QCOMPARE(narrow.size(), fva.size());
        int narrower = 0;
        for (qsizetype i = 1; i < fva.size(); ++i) {
            QVERIFY(narrow[i][1].toDouble() >= fva[i][1].toDouble() - 1e-5);
            QVERIFY(narrow[i][2].toDouble() <= fva[i][2].toDouble() + 1e-5);
            narrower += static_cast<int>(narrow[i][2].toDouble() < fva[i][2].toDouble() - 1);
        }
        QCOMPARE(narrower > 0, more.size() == 2); // the example has no loops
    }
}

/// Figures of COBRApy: tests/data/metabolic/scenario.
void TestModelCommands::scenario()
{
    const QString file = QStringLiteral(PATHGAN_TEST_DATA "/metabolic/scenario/little_glucose.json");
    const QStringList base = {"fba", example("model.xml"), "--scenario", file, "--json"};
    const Outcome plain = run(base);
    QCOMPARE(plain.code, 0);
    QVERIFY(std::abs(plain.json()["objective_value"].toDouble() - 0.4277159965782726) < 1e-8);
    const Outcome further = run(base + QStringList{"--knockout", "SLC25A10"});
    QVERIFY(std::abs(further.json()["objective_value"].toDouble() - 0.3805175038051752) < 1e-8);
    const Outcome ranges = run({"fva", example("model.xml"), "--scenario", file, "--fraction", "0.9",
                                "--reactions", "GTHOr", "--json"});
    QCOMPARE(ranges.code, 0);
    QVERIFY(std::abs(ranges.json()["ranges"][0]["maximum"].toDouble() - 0.25) < 1e-6);
    const QString wrong = this->file("wrong.json", "{\"pathgan_scenario\": 1,\n \"bounds\": {\"PGI\": [5]}}");
    const Outcome bad = run({"fba", example("model.xml"), "--scenario", wrong});
    QCOMPARE(bad.code, 2);
    QVERIFY2(bad.err.contains("wrong.json:2:13"), bad.err.constData());
}

void TestModelCommands::listedObjectives()
{
    const QString toy = QStringLiteral(PATHGAN_TEST_DATA "/metabolic/toy_fbc2.xml"),
                  objective = QStringLiteral("--objective"), json = QStringLiteral("--json");
    const QJsonObject inspected = run({QStringLiteral("inspect"), toy, json}).json();
    const QJsonArray listed = inspected[QStringLiteral("files")][0][QStringLiteral("objectives")].toArray();
    QCOMPARE(listed.size(), 2);
    QCOMPARE(listed[0][QStringLiteral("id")].toString(), QStringLiteral("obj_min"));
    QCOMPARE(listed[0][QStringLiteral("direction")].toString(), QStringLiteral("minimise"));
    QCOMPARE(listed[0][QStringLiteral("active")].toBool(), false);
    QCOMPARE(listed[1][QStringLiteral("active")].toBool(), true);
    const Outcome chosen = run({QStringLiteral("fba"), toy, objective, QStringLiteral("obj_min"), json});
    QCOMPARE(chosen.code, 0);
    QCOMPARE(chosen.json()[QStringLiteral("objective")].toString(), QStringLiteral("GLYC"));
    const Outcome same = run(
        {QStringLiteral("fba"), toy, objective, QStringLiteral("GLYC"), QStringLiteral("--minimise"), json});
    QCOMPARE(chosen.json()[QStringLiteral("objective_value")],
             same.json()[QStringLiteral("objective_value")]);
    QCOMPARE(
        run({QStringLiteral("fba"), toy, objective, QStringLiteral("obj_min"), QStringLiteral("--minimise")})
            .code,
        2);
}

void TestModelCommands::check()
{
    const QString out = m_folder.filePath(QStringLiteral("check.tsv"));
    const Outcome outcome = run({QStringLiteral("check"), example("model.xml"), QStringLiteral("--json"),
                                 QStringLiteral("--out"), out});
    QCOMPARE(outcome.code, 0);
    const auto rows = table(out);
    QCOMPARE(rows[0], QByteArrayList({"kind", "id", "name", "finding", "detail", "value"}));
    const auto open = std::count_if(rows.begin(), rows.end(),
                                    [](const QByteArrayList &row) { return row[0] == "open exchanges"; });
    QVERIFY(open > 0);
    QCOMPARE(outcome.json()[QStringLiteral("open exchanges")].toInt(), static_cast<int>(open));
    QVERIFY(outcome.json().contains(QStringLiteral("blocked reactions")));
}

void TestModelCommands::deletions()
{
    const QString out = m_folder.filePath(QStringLiteral("deletions.tsv"));
    const Outcome all = run({QStringLiteral("delete"), example("model.xml"), QStringLiteral("--json"),
                             QStringLiteral("--out"), out});
    QVERIFY2(all.code == 0, all.err);
    const double wildType = all.json()[QStringLiteral("wild_type_growth")].toDouble();
    QVERIFY(wildType > 0);
    auto rows = table(out);
    QCOMPARE(rows[0],
             QByteArrayList({"deleted", "growth", "share_of_wild_type", "essential", "status", "name"}));
    QCOMPARE(rows.size() - 1, all.json()[QStringLiteral("deletions")].toInt());
    QSet<QByteArray> names;
    int essential = 0;
    for (qsizetype i = 1; i < rows.size(); ++i) {
        names.insert(rows[i][0]); // Entrez ids: variants are one gene
        essential += static_cast<int>(rows[i][3] == "yes");
        QVERIFY(rows[i][4] != "optimal" || rows[i][1].toDouble() <= wildType + 1e-9);
        QCOMPARE(rows[i][3] == "yes", rows[i][4] != "optimal" || rows[i][1].toDouble() < 0.01 * wildType);
    }
    QCOMPARE(names.size(), rows.size() - 1);
    QVERIFY(names.contains("226") && !names.contains("226_AT1"));
    QCOMPARE(essential, all.json()[QStringLiteral("essential")].toInt());

    const Outcome only = run({QStringLiteral("delete"), example("model.xml"),
                              QStringLiteral("--essential-only"), QStringLiteral("--json")});
    QCOMPARE(only.json()[QStringLiteral("rows")].toArray().size(), essential);
    QCOMPARE(only.json()[QStringLiteral("deletions")], all.json()[QStringLiteral("deletions")]);

    // One row is what fba says of the same knock-out.
    const Outcome one = run({QStringLiteral("delete"), example("model.xml"), QStringLiteral("--genes"),
                             QStringLiteral("GPI"), QStringLiteral("--json")});
    const Outcome fba = run({QStringLiteral("fba"), example("model.xml"), QStringLiteral("--knockout"),
                             QStringLiteral("GPI"), QStringLiteral("--json")});
    QVERIFY(fba.json()[QStringLiteral("objective_value")].toDouble() < wildType - 1);
    const QJsonArray single = one.json()[QStringLiteral("rows")].toArray();
    QCOMPARE(single.size(), 1);
    QCOMPARE(single[0][QStringLiteral("ids")].toString(), QStringLiteral("2821"));
    QCOMPARE(single[0][QStringLiteral("status")], fba.json()[QStringLiteral("status")]);
    QVERIFY(qAbs(single[0][QStringLiteral("growth")].toDouble() -
                 fba.json()[QStringLiteral("objective_value")].toDouble()) < 1e-6);

    const Outcome pairs =
        run({QStringLiteral("delete"), example("model.xml"), QStringLiteral("--reactions"),
             QStringLiteral("GTHS,PYK"), QStringLiteral("--with"), QStringLiteral("PFK"),
             QStringLiteral("--double"), QStringLiteral("--method"), QStringLiteral("moma")});
    QVERIFY2(pairs.code == 0, pairs.err);
    const QByteArrayList lines = pairs.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], QByteArray("deleted\tgrowth\tshare_of_wild_type\tessential\tstatus\tdistance\tname"));
    QVERIFY(lines[1].startsWith("GTHS+PFK\t") && lines[2].startsWith("PYK+PFK\t"));

    const Outcome none =
        run({QStringLiteral("delete"), example("model.xml"), QStringLiteral("--set"),
             QStringLiteral("ATPM=900:1000"), QStringLiteral("--set"), QStringLiteral("EX_o2_e=0:0"),
             QStringLiteral("--set"), QStringLiteral("EX_glc__D_e=0:0"), QStringLiteral("--json")});
    QCOMPARE(none.code, 1);
    QCOMPARE(none.json()[QStringLiteral("error")].toString(), QStringLiteral("Infeasible"));
}

void TestModelCommands::interruptedDeletionsAreKept()
{
    const QString out = m_folder.filePath(QStringLiteral("part.tsv"));
    const QStringList command = {
        "delete", example("model.xml"), "--reactions", "all",    "--double", "--method",
        "moma",   "--threads",          "1",           "--json", "--out",    out};
    const Outcome part = runUntil(command, "Solving deletions");
    QCOMPARE(part.code, 1);
    QVERIFY2(part.err.contains("of 7260 finished"), part.err.constData());
    QCOMPARE(part.json()["stopped_early"].toBool(), true);
    const auto rows = table(out);
    QCOMPARE(rows.size() - 1, part.json()["deletions"].toInt());
    QVERIFY(rows.size() > 1 && rows.size() < 7261);
    for (qsizetype i = 1; i < rows.size(); ++i)
        QVERIFY(rows[i][1] != "stopped");
}

void TestModelCommands::timeLimit()
{
    const Outcome late = run({"fba", example("model.xml"), "--time-limit", "1e-9", "--json"});
    QCOMPARE(late.code, 1);
    QCOMPARE(late.json()["status"].toString(), QStringLiteral("time limit"));
    QVERIFY(late.json()["objective_value"].isNull());
    QCOMPARE(run({"fba", example("model.xml"), "--time-limit", "0"}).code, 2);
}

void TestModelCommands::infeasible()
{
    const Outcome outcome =
        run({QStringLiteral("fba"), example("model.xml"), QStringLiteral("--json"), QStringLiteral("--set"),
             QStringLiteral("ATPM=900:1000"), QStringLiteral("--set"), QStringLiteral("EX_glc__D_e=0:0"),
             QStringLiteral("--set"), QStringLiteral("EX_o2_e=0:0")});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.json()[QStringLiteral("status")].toString(), QStringLiteral("infeasible"));
    QVERIFY(outcome.json()[QStringLiteral("objective_value")].isNull());
    const QJsonObject conflict = outcome.json()[QStringLiteral("conflict")].toObject();
    QStringList bounds;
    for (const QJsonValue &bound : conflict[QStringLiteral("bounds")].toArray())
        bounds.append(bound[QStringLiteral("reaction")].toString() + QLatin1Char(' ') +
                      bound[QStringLiteral("what")].toString());
    QVERIFY2(bounds.contains(QStringLiteral("ATPM lower bound")), qPrintable(bounds.join(u',')));
    QVERIFY(!conflict[QStringLiteral("balances")].toArray().isEmpty());

    const QString chain =
        file("chain.json", R"({"id": "chain", "metabolites": [{"id": "a_c", "compartment": "c"}],
        "genes": [], "compartments": {"c": ""}, "reactions": [
        {"id": "IN", "metabolites": {"a_c": 1}, "lower_bound": 0, "upper_bound": 5, "gene_reaction_rule": ""},
        {"id": "OUT", "metabolites": {"a_c": -2}, "lower_bound": 0, "upper_bound": 5, "gene_reaction_rule": "",
         "objective_coefficient": 1}]})");
    const Outcome unbounded =
        run({QStringLiteral("fba"), chain, QStringLiteral("--set"), QStringLiteral("IN=0:inf"),
             QStringLiteral("--set"), QStringLiteral("OUT=0:inf")});
    QCOMPARE(unbounded.code, 1);
    QVERIFY2(unbounded.out.contains("status\tunbounded"), unbounded.out);
    QVERIFY2(unbounded.out.contains("ray\tflux\nIN\t2\nOUT\t1\n"), unbounded.out);
}

void TestModelCommands::gimme()
{
    const QString out = m_folder.filePath(QStringLiteral("gimme.tsv"));
    const Outcome all = run({QStringLiteral("gimme"), example("model.xml"), example("expression.tsv.gz"),
                             QStringLiteral("--out"), out, QStringLiteral("--json")});
    QVERIFY2(all.code == 0, all.err);
    const QJsonArray samples = all.json()[QStringLiteral("samples")].toArray();
    const auto rows = table(out);
    QCOMPARE(rows.size() - 1, samples.size());
    QVERIFY(samples.size() > 10);
    const double optimum = all.json()[QStringLiteral("optimum")].toDouble();
    for (const QJsonValue &sample : samples) {
        QCOMPARE(sample[QStringLiteral("status")].toString(), QStringLiteral("optimal"));
        QVERIFY(sample[QStringLiteral("score")].toDouble() > 0);
        QVERIFY(sample[QStringLiteral("objective_value")].toDouble() >= 0.9 * optimum * (1 - 1e-6));
    }
    const QString second = samples[1][QStringLiteral("sample")].toString();
    const Outcome one = run({QStringLiteral("gimme"), example("model.xml"), example("expression.tsv.gz"),
                             QStringLiteral("--sample"), second, QStringLiteral("--json")});
    QCOMPARE(one.json()[QStringLiteral("samples")].toArray()[0], samples[1]);
    QCOMPARE(run({QStringLiteral("gimme"), example("model.xml"), example("expression.tsv.gz"),
                  QStringLiteral("--quantile"), QStringLiteral("2")})
                 .code,
             2);
}

void TestModelCommands::recon3d()
{
    const QString model = QStringLiteral(PATHGAN_SHARED_DATA "/recon3d/Recon3D.xml.gz");
    if (!QFile::exists(model))
        QSKIP("Recon3D is not beside this checkout (../shared/data/recon3d)");
    const Outcome outcome = run({QStringLiteral("fba"), model});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains("755.0032"), outcome.out);
}

PATHGAN_TEST(TestModelCommands)
#include "tst_modelcommands.moc"
