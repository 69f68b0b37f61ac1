// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clidriver.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <cmath>

/// Drives pathgan-cli as a script would, on the example's files and on Recon3D where it is.
class TestCli : public QObject, private CliDriver
{
    Q_OBJECT
private slots:
    void help();
    void badUsage_data();
    void badUsage();
    void inspectListsProblems();
    void fluxIsExplained();
    void wholeChain();
    void constantTargets();
    void enrichHeaders();
    void runExample();
};

void TestCli::help()
{
    const Outcome general = run({QStringLiteral("--help")});
    QCOMPARE(general.code, 0);
    for (const char *command :
         {"inspect", "fba", "fva", "delete", "flux", "flux-explain", "gimme", "train", "generate", "explain",
          "enrich", "stress", "compare", "run", "show", "export"}) {
        QVERIFY(general.out.contains(command));
        const Outcome one = run({QLatin1String(command), QStringLiteral("--help")});
        QCOMPARE(one.code, 0);
        QVERIFY(one.out.contains("--json"));
        QVERIFY(one.out.contains(QByteArray("Usage: pathgan-cli ") + command + " [options]"));
        QVERIFY(!one.out.contains("Qt"));
    }
    QVERIFY(run({QStringLiteral("run"), QStringLiteral("--help")}).out.contains("growth_fraction"));
}

void TestCli::badUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
    row("nothing", {});
    row("no such command", {QStringLiteral("frobnicate")});
    row("no such option", {QStringLiteral("fba"), QStringLiteral("--frobnicate"), example("model.xml")});
    row("no file", {QStringLiteral("fba"), QStringLiteral("/no/such/file.xml")});
    row("no such reaction",
        {QStringLiteral("fba"), example("model.xml"), QStringLiteral("--objective"), QStringLiteral("NOPE")});
    row("bad bounds",
        {QStringLiteral("fba"), example("model.xml"), QStringLiteral("--set"), QStringLiteral("ATPM=5:1")});
    row("no such gene",
        {QStringLiteral("delete"), example("model.xml"), QStringLiteral("--genes"), QStringLiteral("NOPE")});
    row("genes and reactions", {QStringLiteral("delete"), example("model.xml"), QStringLiteral("--genes"),
                                QStringLiteral("all"), QStringLiteral("--reactions"), QStringLiteral("all")});
    row("partners of no pair",
        {QStringLiteral("delete"), example("model.xml"), QStringLiteral("--with"), QStringLiteral("all")});
    row("no out", {QStringLiteral("flux"), example("model.xml"), example("expression.tsv.gz")});
    row("bad rule",
        {QStringLiteral("flux"), example("model.xml"), example("expression.tsv.gz"), QStringLiteral("--rule"),
         QStringLiteral("magic"), QStringLiteral("--out"), QStringLiteral("/tmp/x.tsv")});
    row("two sources", {QStringLiteral("run"), QStringLiteral("--example"), QStringLiteral("--config"),
                        QStringLiteral("x"), QStringLiteral("--out"), QStringLiteral("/tmp/x")});
}

void TestCli::badUsage()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.code, 2);
    QVERIFY(!outcome.err.isEmpty());
}

void TestCli::inspectListsProblems()
{
    const QString bad =
        file("bad.tsv", "sample\tTCGA-AA-0001-01\tTCGA-AA-0002-01\nGSR\t1\tx\nGPX1\t3\nGPX4\t1\t2\n");
    const Outcome outcome =
        run({QStringLiteral("inspect"), bad, example("model.xml"), QStringLiteral("--json")});
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.err.contains("with --ragged") || outcome.err.contains("with --not-numbers"));
    QVERIFY(!outcome.err.contains("panel") && !outcome.err.contains("QCommandLineParser"));
    const QJsonArray files = outcome.json()[QStringLiteral("files")].toArray();
    QCOMPARE(files.size(), 2);
    QCOMPARE(files[1].toObject()[QStringLiteral("kind")].toString(), QStringLiteral("metabolic model"));
    const QJsonArray problems = files[0].toObject()[QStringLiteral("problems")].toArray();
    QVERIFY(problems.size() >= 2);
    const auto found = [&](int line, const QString &kind) {
        return std::any_of(problems.begin(), problems.end(), [&](const QJsonValue &p) {
            return p[QStringLiteral("line")].toInt() == line && p[QStringLiteral("kind")].toString() == kind;
        });
    };
    QVERIFY(found(2, QStringLiteral("not a number")));
    QVERIFY(found(3, QStringLiteral("ragged row")));
    QCOMPARE(run({QStringLiteral("inspect"), bad, QStringLiteral("--ragged"), QStringLiteral("drop"),
                  QStringLiteral("--not-numbers"), QStringLiteral("missing")})
                 .code,
             0);
}

void TestCli::fluxIsExplained()
{
    const QString flux = m_folder.filePath(QStringLiteral("explained.tsv")),
                  known = m_folder.filePath(QStringLiteral("known.tsv"));
    QCOMPARE(run({QStringLiteral("flux"), example("model.xml"), example("expression.tsv.gz"),
                  QStringLiteral("--out"), flux, QStringLiteral("--value-status"), known})
                 .code,
             0);
    const auto values = table(flux), statuses = table(known);
    const qsizetype column = values[0].indexOf("GTHOr");
    QVERIFY(column > 0 && statuses[0] == values[0]);
    const Outcome told =
        run({QStringLiteral("flux-explain"), example("model.xml"), example("expression.tsv.gz"),
             QStringLiteral("--sample"), QString::fromUtf8(values[1][0]), QStringLiteral("--reaction"),
             QStringLiteral("GTHOr"), QStringLiteral("--json")});
    QVERIFY2(told.code == 0, told.err);
    const auto json = told.json();
    QVERIFY(std::abs(json[QStringLiteral("value")].toDouble() - values[1][column].toDouble()) < 1e-6);
    QCOMPARE(json[QStringLiteral("value_status")].toString().toUtf8(), statuses[1][column]);
    QCOMPARE(json[QStringLiteral("rule")][QStringLiteral("gene")].toString(), QStringLiteral("GSR"));
    QCOMPARE(run({QStringLiteral("flux-explain"), example("model.xml"), example("expression.tsv.gz"),
                  QStringLiteral("--sample"), QStringLiteral("nobody"), QStringLiteral("--reaction"),
                  QStringLiteral("GTHOr")})
                 .code,
             2);
}

void TestCli::wholeChain()
{
    const QString flux = m_folder.filePath(QStringLiteral("flux.tsv")),
                  network = m_folder.filePath(QStringLiteral("n.pt"));
    const Outcome fluxes = run({QStringLiteral("flux"), example("model.xml"), example("expression.tsv.gz"),
                                QStringLiteral("--out"), flux, QStringLiteral("--json")});
    QVERIFY2(fluxes.code == 0, fluxes.err);
    QVERIFY(fluxes.json()[QStringLiteral("effective_rank")].toDouble() > 2);
    const auto rows = table(flux);
    QCOMPARE(rows[0][0], QByteArray("sample"));

    QStringList train = {QStringLiteral("train"),
                         example("expression.tsv.gz"),
                         flux,
                         QStringLiteral("--sets"),
                         example("gene_sets.gmt"),
                         QStringLiteral("--preset"),
                         QStringLiteral("quick"),
                         QStringLiteral("--seed"),
                         QStringLiteral("3"),
                         QStringLiteral("--epochs"),
                         QStringLiteral("4"),
                         QStringLiteral("--json"),
                         QStringLiteral("--out"),
                         network};
    const Outcome trained = run(train);
    QVERIFY2(trained.code == 0, trained.err);
    for (const char *key : {"epochs", "seed", "test_pearson_r", "ridge_pearson_r", "baselines"})
        QVERIFY2(trained.json().contains(QLatin1String(key)), key);
    QCOMPARE(trained.json()[QStringLiteral("seed")].toInt(), 3);
    const Outcome again = run(train);
    QCOMPARE(again.json()[QStringLiteral("test_pearson_r")],
             trained.json()[QStringLiteral("test_pearson_r")]);

    const QString explained = m_folder.filePath(QStringLiteral("explained"));
    const Outcome shap = run({QStringLiteral("explain"), network, example("expression.tsv.gz"),
                              QStringLiteral("--top"), QStringLiteral("15"), QStringLiteral("--clinical"),
                              example("clinical.tsv"), QStringLiteral("--out"), explained});
    QVERIFY2(shap.code == 0, shap.err);
    QVERIFY2(shap.err.contains("50 of 80 samples, drawn with seed 1, each value of _cohort with its share"),
             shap.err);
    const auto values = table(explained + QStringLiteral("/shap_values.tsv"));
    QCOMPARE(values[0][0], QByteArray("sample"));
    QCOMPARE(values.size(), 51);
    const auto top = table(explained + QStringLiteral("/top_genes.tsv"));
    QCOMPARE(top[0], QByteArrayList({"gene", "mean_abs_shap"}));
    QCOMPARE(top.size(), 16);

    const QString groups = m_folder.filePath(QStringLiteral("groups"));
    const Outcome compared =
        run({QStringLiteral("compare"), flux, example("clinical.tsv"), QStringLiteral("--group"),
             QStringLiteral("radiation_therapy"), QStringLiteral("--out"), groups});
    QVERIFY2(compared.code == 0, compared.err);
    const auto pairs = table(groups + QStringLiteral("/groups.tsv"));
    for (const char *column : {"group1", "group2", "n1", "n2", "test", "statistic", "p", "p.adj"})
        QVERIFY2(pairs[0].contains(column), column);
}

void TestCli::constantTargets()
{
    QByteArray flux = "sample\tA\tB\n";
    for (int i = 1; i <= 80; ++i)
        flux += QStringLiteral("TCGA-EX-A%1-01\t5\t7\n").arg(i, 3, 10, QLatin1Char('0')).toUtf8();
    const Outcome outcome =
        run({QStringLiteral("train"), example("expression.tsv.gz"), file("constant.tsv", flux),
             QStringLiteral("--sets"), example("gene_sets.gmt"), QStringLiteral("--preset"),
             QStringLiteral("quick"), QStringLiteral("--out"), m_folder.filePath(QStringLiteral("c.pt"))});
    QVERIFY2(outcome.code == 1, outcome.err);
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("c.pt"))));
}

void TestCli::enrichHeaders()
{
    const QString out = m_folder.filePath(QStringLiteral("enrichment.csv"));
    const Outcome outcome = run({QStringLiteral("enrich"), QStringLiteral("--genes"),
                                 file("genes.txt", "GSR\nGPX1\nGSS\nGCLC\nGCLM\n"), QStringLiteral("--sets"),
                                 example("gene_sets.gmt"), QStringLiteral("--out"), out});
    QVERIFY2(outcome.code == 0, outcome.err);
    QCOMPARE(table(out, ',')[0], QByteArrayList({"Gene_set", "Term", "Overlap", "P-value", "Adjusted P-value",
                                                 "Odds Ratio", "Combined Score", "Genes", "p is bound"}));
}

void TestCli::runExample()
{
    const QString first = m_folder.filePath(QStringLiteral("run1")),
                  second = m_folder.filePath(QStringLiteral("run2"));
    const Outcome outcome =
        run({QStringLiteral("run"), QStringLiteral("--example"), QStringLiteral("--dpi"),
             QStringLiteral("72"), QStringLiteral("--out"), first, QStringLiteral("--json")});
    QVERIFY2(outcome.code == 0, outcome.err);
    QVERIFY(outcome.json()[QStringLiteral("skipped")].toObject().isEmpty());
    const QDir folder(first);
    for (const char *name : {"flux.tsv", "predicted_flux.tsv", "training_history.tsv", "shap_values.tsv",
                             "top_genes.tsv", "enrichment.csv", "prerank.csv", "stress_expression.tsv",
                             "groups.tsv", "network.pt", "manifest.json"})
        QVERIFY2(folder.exists(QLatin1String(name)), name);
    const QStringList svg = folder.entryList({QStringLiteral("*.svg")}),
                      png = folder.entryList({QStringLiteral("*.png")});
    QVERIFY(svg.size() >= 8);
    QCOMPARE(svg.size(), png.size());

    // The same seed gives the same tables and figures, byte for byte.
    QCOMPARE(run({QStringLiteral("run"), QStringLiteral("--example"), QStringLiteral("--dpi"),
                  QStringLiteral("72"), QStringLiteral("--out"), second})
                 .code,
             0);
    for (const QString &name :
         folder.entryList({QStringLiteral("*.tsv"), QStringLiteral("*.csv"), QStringLiteral("*.svg")})) {
        QFile a(first + QLatin1Char('/') + name), b(second + QLatin1Char('/') + name);
        QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
        QVERIFY2(a.readAll() == b.readAll(), qPrintable(name));
    }
}

PATHGAN_TEST(TestCli)
#include "tst_cli.moc"
