#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

/// Drives pathgan-cli as a script would, on the example's files and on Recon3D where it is.
class TestCli : public QObject
{
    Q_OBJECT
private slots:
    void help();
    void badUsage_data();
    void badUsage();
    void fbaAndFva();
    void scenario();
    void listedObjectives();
    void check();
    void deletions();
    void infeasible();
    void gimme();
    void inspectListsProblems();
    void fluxIsExplained();
    void wholeChain();
    void constantTargets();
    void enrichHeaders();
    void runExample();
    void recon3d();

private:
    struct Outcome
    {
        int code = -1;
        QByteArray out, err;
        QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };
    Outcome run(const QStringList &arguments);
    QString file(const char *name, const QByteArray &content);
    static QString example(const char *name)
    {
        return QStringLiteral(PATHGAN_EXAMPLE "/") + QLatin1String(name);
    }
    static QList<QByteArrayList> table(const QString &path, char separator = '\t');

    QTemporaryDir m_folder;
};

TestCli::Outcome TestCli::run(const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("QT_QPA_PLATFORM")); // the program must manage without a display itself
    environment.remove(QStringLiteral("DISPLAY"));
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), m_folder.filePath(QStringLiteral("cache")));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(PATHGAN_CLI), arguments);
    process.waitForFinished(600'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

QString TestCli::file(const char *name, const QByteArray &content)
{
    QFile target(m_folder.filePath(QLatin1String(name)));
    if (target.open(QIODevice::WriteOnly))
        target.write(content);
    return target.fileName();
}

QList<QByteArrayList> TestCli::table(const QString &path, char separator)
{
    QFile source(path);
    QList<QByteArrayList> rows;
    if (!source.open(QIODevice::ReadOnly))
        return rows;
    for (const QByteArray &line : source.readAll().split('\n'))
        if (!line.isEmpty())
            rows.append(line.split(separator));
    return rows;
}

void TestCli::help()
{
    const Outcome general = run({QStringLiteral("--help")});
    QCOMPARE(general.code, 0);
    for (const char *command : {"inspect", "fba", "fva", "delete", "flux", "flux-explain", "gimme", "train",
                                "explain", "enrich", "stress", "compare", "run"}) {
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

void TestCli::fbaAndFva()
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
    QCOMPARE(rows[0], QByteArrayList({"reaction", "flux", "reduced_cost"}));
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const QByteArrayList &r) { return r[0] == objective; });
    QVERIFY(row != rows.end());
    QVERIFY(qAbs((*row)[1].toDouble() - growth) < 1e-6 * growth);

    const QString ranges = m_folder.filePath(QStringLiteral("fva.tsv"));
    QCOMPARE(run({QStringLiteral("fva"), example("model.xml"), QStringLiteral("--out"), ranges}).code, 0);
    const auto fva = table(ranges);
    QCOMPARE(fva[0], QByteArrayList({"reaction", "minimum", "maximum", "status"}));
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
void TestCli::scenario()
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

void TestCli::listedObjectives()
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

void TestCli::check()
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

void TestCli::deletions()
{
    const QString out = m_folder.filePath(QStringLiteral("deletions.tsv"));
    const Outcome all = run({QStringLiteral("delete"), example("model.xml"), QStringLiteral("--json"),
                             QStringLiteral("--out"), out});
    QVERIFY2(all.code == 0, all.err);
    const double wildType = all.json()[QStringLiteral("wild_type_growth")].toDouble();
    QVERIFY(wildType > 0);
    auto rows = table(out);
    QCOMPARE(rows[0], QByteArrayList({"ids", "status", "growth", "essential"}));
    QCOMPARE(rows.size() - 1, all.json()[QStringLiteral("deletions")].toInt());
    QSet<QByteArray> names;
    int essential = 0;
    for (qsizetype i = 1; i < rows.size(); ++i) {
        names.insert(rows[i][0]); // Entrez ids: variants are one gene
        essential += static_cast<int>(rows[i][3] == "true");
        QVERIFY(rows[i][1] != "optimal" || rows[i][2].toDouble() <= wildType + 1e-9);
        QCOMPARE(rows[i][3] == "true", rows[i][1] != "optimal" || rows[i][2].toDouble() < 0.01 * wildType);
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
    QCOMPARE(lines[0], QByteArray("ids\tstatus\tgrowth\tessential\tdistance"));
    QVERIFY(lines[1].startsWith("GTHS+PFK\t") && lines[2].startsWith("PYK+PFK\t"));

    const Outcome none =
        run({QStringLiteral("delete"), example("model.xml"), QStringLiteral("--set"),
             QStringLiteral("ATPM=900:1000"), QStringLiteral("--set"), QStringLiteral("EX_o2_e=0:0"),
             QStringLiteral("--set"), QStringLiteral("EX_glc__D_e=0:0"), QStringLiteral("--json")});
    QCOMPARE(none.code, 1);
    QCOMPARE(none.json()[QStringLiteral("error")].toString(), QStringLiteral("Infeasible"));
}

void TestCli::infeasible()
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

void TestCli::gimme()
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
    const Outcome shap =
        run({QStringLiteral("explain"), network, example("expression.tsv.gz"), QStringLiteral("--top"),
             QStringLiteral("15"), QStringLiteral("--out"), explained});
    QVERIFY2(shap.code == 0, shap.err);
    const auto values = table(explained + QStringLiteral("/shap_values.tsv"));
    QCOMPARE(values[0][0], QByteArray("sample"));
    QCOMPARE(values.size(), 11);
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
                                                 "Odds Ratio", "Combined Score", "Genes"}));
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

void TestCli::recon3d()
{
    const QString model = QStringLiteral(PATHGAN_SHARED_DATA "/recon3d/Recon3D.xml.gz");
    if (!QFile::exists(model))
        QSKIP("Recon3D is not beside this checkout (../shared/data/recon3d)");
    const Outcome outcome = run({QStringLiteral("fba"), model});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains("755.0032"), outcome.out);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
