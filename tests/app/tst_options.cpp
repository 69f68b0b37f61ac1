// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/options.h"
#include "core/steps/freshness.h"
#include "core/steps/steplist.h"
#include "tests/app/clidriver.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <map>
#include <optional>
#include <set>

using namespace pathgan;

namespace {

/// Values other than the example's that go together; a field that is not here gets otherValue().
const std::map<std::string, const char *> &chosen()
{
    static const std::map<std::string, const char *> values = {
        {"clinical_id_column", "_INTEGRATION"},
        {"preset", "paper"},
        {"token_size", "8"},
        {"heads", "2"},
        {"hidden", "16"},
        {"projection", "16"},
        {"genes", "300"},
        {"token_genes", "4"},
        {"channels", "8"},
        {"critic_steps", "1"},
        {"epochs", "3"},
        {"patience", "7"},
        {"batches_per_epoch", "2"},
        {"train_share", "0.6"},
        {"test_cohort", "EXB"},
        {"validation_share", "0.2"},
        {"reactions", "GTHOr,GTHPi,GTHS,GTHOm,GGTAe2"},
        {"objective", "BIOMASS_maintenance"},
        {"flux_samples", "TCGA-EX-A001-01,TCGA-EX-A002-01"},
        {"shap_draws", "5"},
        {"shap_nodes", "2"},
        {"shap_background", "4"},
        {"explain_strata", "gender"},
        {"explain_samples", "TCGA-EX-A003-01,TCGA-EX-A004-01"},
        {"explain_reaction", "GTHOr"},
        {"top_genes", "20"},
        {"enrich_background", "size"},
        {"permutations", "20"},
        {"minimum_set_size", "5"},
        {"group_column", "gender"},
        {"within_column", "_cohort"},
        {"group_test", "welch"},
        {"stress_curve_points", "5"},
    };
    return values;
}

/// What leaves nothing to train on: in runs of their own.
const std::set<std::string> alone = {"rule", "flux_samples"};

std::string otherValue(const OptionField &field, const OptionValue &value)
{
    switch (field.kind) {
    case OptionKind::Flag:
        return std::get<bool>(value) ? "false" : "true";
    case OptionKind::Integer:
        return std::to_string(std::get<std::uint64_t>(value) + 1);
    case OptionKind::Number:
        return optionText(OptionValue(std::get<double>(value) > 0 ? 0.5 * std::get<double>(value) : 0.25));
    case OptionKind::Word:
        return field.words.front() == std::get<std::string>(value) ? field.words.at(1) : field.words.front();
    default:
        return "?"; // a name: only chosen() knows one
    }
}

const std::vector<OptionField> &fields()
{
    return AnalysisOptions::table().fields();
}

std::string valueOf(const OptionField &field)
{
    const auto it = chosen().find(field.key);
    const AnalysisOptions defaults;
    return it != chosen().end() ? it->second : otherValue(field, ConstOptionsRef(defaults).value(field));
}

QJsonValue jsonOf(const OptionField &field)
{
    const OptionValue value = *field.parsed(valueOf(field));
    if (field.kind == OptionKind::Flag)
        return std::get<bool>(value);
    if (field.kind == OptionKind::Integer)
        return static_cast<double>(std::get<std::uint64_t>(value));
    if (field.kind == OptionKind::Number)
        return std::get<double>(value);
    if (field.kind != OptionKind::Names)
        return QString::fromStdString(std::get<std::string>(value));
    QJsonArray names;
    for (const std::string &name : std::get<std::vector<std::string>>(value))
        names.append(QString::fromStdString(name));
    return names;
}

/// The step of a configuration that a key belongs to; none: of the inputs.
std::optional<StepFacts> stepOfKey(const std::string &key)
{
    std::optional<StepFacts> found;
    forEachStep([&]<class Step>() {
        const bool isOfRun = Step::facts.inRunAll || Step::facts.part == Part::Cohort;
        if (isOfRun && !found && Step::Options::table().find(key))
            found = Step::facts;
    });
    return found;
}

/// Where a manifest tells the setting that was computed with.
QJsonObject settingsOf(const QJsonObject &manifest, const std::string &key)
{
    if (const auto step = stepOfKey(key))
        return manifest["results"].toObject()[step->name].toObject()["options"].toObject();
    if (ReadRules::table().find(key))
        return manifest["inputs"].toObject()["expression"].toObject()["rules"].toObject();
    if (key == "interaction_score")
        return manifest["inputs"].toObject()["interactions"].toObject()["rules"].toObject();
    return manifest["options"].toObject();
}

QJsonObject manifestIn(const QString &folder)
{
    QFile file(folder + QStringLiteral("/manifest.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QString keyIn(const QJsonObject &manifest, const char *step)
{
    return manifest["results"].toObject()[QLatin1String(step)].toObject()["key"].toString();
}

QString flagOf(const OptionField &field)
{
    const QString name =
        QStringLiteral("--") + QString::fromStdString(field.key).replace(QLatin1Char('_'), QLatin1Char('-'));
    const QString value = QString::fromStdString(valueOf(field));
    // Of no table: it stands alone.
    return field.key == "allow_low_coverage" ? name : name + QLatin1Char('=') + value;
}

} // namespace

/// Every field of the options, in every way in which it can be set, and what the manifest tells of it.
class TestOptions : public QObject, private CliDriver
{
    Q_OBJECT
private slots:
    void keysFollowWhatMatters_data();
    void keysFollowWhatMatters();
    void byAssignment();
    void byConfiguration();
    void threadsLeaveKeys();
    void byFlag_data();
    void byFlag();
    void filesAreNamed();
    void relativeRankingNeedsShap();

private:
    QString folder(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    /// Of these keys each stands in the manifest as it was set.
    void expect(const QJsonObject &manifest, const std::vector<OptionField> &wanted);
    static std::vector<OptionField> together(bool isAlone);
    QStringList base(const QString &out) const
    {
        return {"run", "--example", "--dpi", "40", "--out", out, "--set", "epochs=1"};
    }
    QStringList commandOf(Part part, const QString &out);
};

std::vector<OptionField> TestOptions::together(bool isAlone)
{
    std::vector<OptionField> chosenFields;
    for (const OptionField &field : fields())
        if (alone.contains(field.key) == isAlone)
            chosenFields.push_back(field);
    return chosenFields;
}

void TestOptions::expect(const QJsonObject &manifest, const std::vector<OptionField> &wanted)
{
    QVERIFY(!manifest.isEmpty());
    QCOMPARE(fields().size(), together(false).size() + together(true).size());
    for (const OptionField &field : wanted) {
        const QString key = QString::fromStdString(field.key);
        const QJsonObject settings = settingsOf(manifest, field.key);
        QVERIFY2(settings.contains(key), field.key.c_str());
        if (settings[key] != jsonOf(field))
            qWarning() << key << settings[key] << jsonOf(field);
        QVERIFY2(settings[key] == jsonOf(field), field.key.c_str());
        QVERIFY2(manifest["options"].toObject()[key] == jsonOf(field), field.key.c_str());
    }
}

void TestOptions::keysFollowWhatMatters_data()
{
    QTest::addColumn<QString>("key");
    for (const OptionField &field : fields())
        QTest::newRow(field.key.c_str()) << QString::fromStdString(field.key);
}

/// One field alone changes the key of its step or input, if it matters to the result.
void TestOptions::keysFollowWhatMatters()
{
    QFETCH(const QString, key);
    const OptionField &field = *AnalysisOptions::table().find(key.toStdString());
    Project project, other;
    QVERIFY2(OptionsRef(other.options).setText(field.key, valueOf(field)), field.key.c_str());
    QVERIFY2(ConstOptionsRef(other.options).check(), valueOf(field).c_str());
    QVERIFY(ConstOptionsRef(other.options).value(field) != ConstOptionsRef(project.options).value(field));
    QCOMPARE(differences(project.options, other.options).empty(), !field.matters);
    bool isOfStep = false, isChanged = false;
    forEachStep([&]<class Step>() {
        if (!Step::facts.inRunAll && Step::facts.part != Part::Cohort)
            return;
        isOfStep = isOfStep || Step::Options::table().find(field.key);
        isChanged = isChanged || provenanceOf(project, Step::facts, Step::options(project)).key !=
                                     provenanceOf(other, Step::facts, Step::options(other)).key;
    });
    if (!isOfStep)
        for (const Part part : {Part::Expression, Part::Interactions})
            isChanged = isChanged || provenanceOfFile(part, "x", project.options.inputs).key !=
                                         provenanceOfFile(part, "x", other.options.inputs).key;
    QCOMPARE(isChanged, field.matters);
}

void TestOptions::byAssignment()
{
    const Outcome plain = run(base(folder("plain")));
    QVERIFY2(plain.code == 0, plain.err);
    const Outcome fluxes = run({"flux", example("model.xml"), example("expression.tsv.gz"), "--out",
                                folder("plain.tsv"), "--duals", folder("flux.duals")});
    QVERIFY2(fluxes.code == 0, fluxes.err);
    const QJsonObject before = manifestIn(folder("plain"));
    for (const bool isAlone : {false, true}) {
        const QString out = folder(isAlone ? "assigned-alone" : "assigned");
        QStringList arguments = base(out);
        for (const OptionField &field : together(isAlone))
            arguments << "--set" << QString::fromStdString(field.key + '=' + valueOf(field));
        const Outcome outcome = run(arguments);
        QVERIFY2(isAlone ? outcome.code != 2 : outcome.code == 0, outcome.err);
        const QJsonObject manifest = manifestIn(out);
        expect(manifest, together(isAlone));
        for (const char *step : {"cohort", "flux", "train", "explain", "enrich", "stress", "groups"}) {
            const QString key = keyIn(manifest, step);
            QVERIFY2(isAlone || (!key.isEmpty() && key != keyIn(before, step)), step);
        }
    }
}

/// The same values from a file make the same results.
void TestOptions::byConfiguration()
{
    for (const bool isAlone : {false, true}) {
        QJsonObject config{{"expression", example("expression.tsv.gz")},
                           {"clinical", example("clinical.tsv")},
                           {"model", example("model.xml")},
                           {"gene_sets", example("gene_sets.gmt")},
                           {"interactions", example("interactions.tsv")}};
        for (const OptionField &field : together(isAlone))
            config[QString::fromStdString(field.key)] = jsonOf(field);
        const QString out = folder(isAlone ? "configured-alone" : "configured");
        const Outcome outcome = run({"run", "--dpi", "40", "--out", out, "--config",
                                     file("all.json", QJsonDocument(config).toJson())});
        QVERIFY2(isAlone ? outcome.code != 2 : outcome.code == 0, outcome.err);
        const QJsonObject manifest = manifestIn(out);
        expect(manifest, together(isAlone));
        if (isAlone)
            continue;
        const QJsonObject assigned = manifestIn(folder("assigned"));
        for (const char *step : {"cohort", "flux", "train", "explain", "enrich", "stress", "groups"})
            QCOMPARE(keyIn(manifest, step), keyIn(assigned, step));
    }
}

/// How a result is computed is told, and does not make it another one.
void TestOptions::threadsLeaveKeys()
{
    QStringList arguments = base(folder("threads"));
    std::vector<OptionField> without;
    for (const OptionField &field : fields())
        if (!field.matters)
            without.push_back(field);
    QVERIFY(without.size() > 3);
    for (const OptionField &field : without)
        arguments << "--set" << QString::fromStdString(field.key + '=' + valueOf(field));
    const Outcome outcome = run(arguments);
    QVERIFY2(outcome.code == 0, outcome.err);
    const QJsonObject manifest = manifestIn(folder("threads")), plain = manifestIn(folder("plain"));
    expect(manifest, without);
    for (const char *step : {"cohort", "flux", "train", "explain", "enrich", "stress", "groups"})
        QCOMPARE(keyIn(manifest, step), keyIn(plain, step));
}

QStringList TestOptions::commandOf(Part part, const QString &out)
{
    const QString plain = folder("plain"), network = plain + "/network.pt";
    const QString matrix = example("expression.tsv.gz"), model = example("model.xml");
    switch (part) {
    case Part::Training:
        return {"train",
                matrix,
                plain + "/flux.tsv",
                "--duals",
                folder("flux.duals"),
                "--sets",
                example("gene_sets.gmt"),
                "--network",
                example("interactions.tsv"),
                "--model",
                model,
                "--clinical",
                example("clinical.tsv"),
                "--tables",
                out,
                "--out",
                folder("network.pt")};
    case Part::Explanation:
        return {"explain", network, matrix, "--clinical", example("clinical.tsv"), "--out", out};
    case Part::Enrichment:
        return {"enrich", "--shap", plain + "/shap_values.tsv", "--network", network, "--expression",
                matrix,   "--sets", example("gene_sets.gmt"),   "--tables",  out};
    case Part::Stress:
        return {"stress", model, matrix, "--network", network, "--out", out};
    case Part::Groups:
        return {"compare", plain + "/flux.tsv", example("clinical.tsv"), "--out", out};
    default: // also what is of the inputs and of the samples
        return {"flux", model, matrix, "--tables", out, "--out", folder("flux.tsv")};
    }
}

void TestOptions::byFlag_data()
{
    QTest::addColumn<Part>("part");
    QTest::addColumn<bool>("isAlone");
    for (const Part part :
         {Part::Flux, Part::Training, Part::Explanation, Part::Enrichment, Part::Stress, Part::Groups})
        QTest::newRow(partName(part)) << part << false;
    QTest::newRow("fluxes, alone") << Part::Flux << true;
}

/// By the flags of the single command, whose manifest tells them, too.
void TestOptions::byFlag()
{
    QFETCH(const Part, part);
    QFETCH(const bool, isAlone);
    const std::set<std::string> ofTraining = {"clinical_id_column", "interaction_score"}; // needs those files
    std::vector<OptionField> wanted;
    for (const OptionField &field : together(isAlone)) {
        const auto step = stepOfKey(field.key);
        Part of = step && step->part != Part::Cohort ? step->part : Part::Flux;
        if (ofTraining.contains(field.key))
            of = Part::Training;
        if (of == part)
            wanted.push_back(field);
    }
    QVERIFY(!wanted.empty());
    const QString out = folder("flags");
    QDir(out).removeRecursively();
    QStringList arguments = commandOf(part, out);
    for (const OptionField &field : wanted)
        arguments << flagOf(field);
    const Outcome outcome = run(arguments);
    QVERIFY2(outcome.code == 0, outcome.err);
    const QJsonObject manifest = manifestIn(out);
    expect(manifest, wanted);
    const QJsonObject result = manifest["results"].toObject()[stepOf(part)->name].toObject();
    QVERIFY(!result["key"].toString().isEmpty() && !result["out_of_date"].toBool());
    QVERIFY(result["versions"].toObject().contains("PathGAN"));
    QVERIFY(result["seconds"].isDouble() && !result["started"].toString().isEmpty());
    QCOMPARE(static_cast<std::size_t>(result["inputs"].toObject().size()), inputsOf(part).size());
}

/// Every file of a folder, and every file that was read, with its hash; a second run replaces the folder.
void TestOptions::filesAreNamed()
{
    const auto hashOf = [](const QString &path) {
        QFile source(path);
        return source.open(QIODevice::ReadOnly)
                   ? QString(QCryptographicHash::hash(source.readAll(), QCryptographicHash::Sha256).toHex())
                   : QString();
    };
    const std::map<Part, QStringList> read = {
        {Part::Flux, {"expression", "model"}},
        {Part::Training, {"expression", "clinical", "model", "gene_sets", "interactions", "flux_table"}},
        {Part::Explanation, {"expression", "clinical", "network"}},
        {Part::Enrichment, {"expression", "gene_sets", "network", "shap_table"}},
        {Part::Stress, {"expression", "model", "network"}},
        {Part::Groups, {"clinical", "flux_table"}}};
    for (const auto &[part, inputs] : read) {
        const QString out = folder("files");
        QDir(out).removeRecursively();
        QStringList arguments = commandOf(part, out);
        if (part == Part::Groups)
            arguments << "--group=gender";
        if (part == Part::Training)
            arguments << "--preset=quick"
                      << "--epochs=1"; // as the example
        if (part == Part::Enrichment)
            arguments << "--top-genes=30"
                      << "--minimum-set-size=10";
        for (int twice = 0; twice < 2; ++twice)
            QVERIFY2(run(arguments).code == 0, partName(part));
        const QJsonObject manifest = manifestIn(out), hashes = manifest["files_sha256"].toObject();
        QStringList files = QDir(out).entryList(QDir::Files);
        QVERIFY(files.removeOne("manifest.json") && !files.isEmpty());
        QCOMPARE(files.size(), hashes.size());
        for (const QString &name : files)
            QCOMPARE(hashes[name].toString(), hashOf(out + '/' + name));
        for (const QString &name : inputs) {
            const QJsonObject input = manifest["inputs"].toObject()[name].toObject();
            QVERIFY2(QFile::exists(input["path"].toString()), qPrintable(name));
            QCOMPARE(input["sha256"].toString(), hashOf(input["path"].toString()));
        }
        // What `run` makes of the same inputs.
        for (const QString &name : files)
            if (!name.endsWith(".svg") && !name.endsWith(".png") && !name.endsWith(".txt") &&
                part != Part::Groups)
                QVERIFY2(hashOf(out + '/' + name) == hashOf(folder("plain") + '/' + name), qPrintable(name));
        if (part == Part::Stress)
            QVERIFY(files.contains("feasibility.tsv"));
    }
}

void TestOptions::relativeRankingNeedsShap()
{
    for (const char *flag : {"--relative-ranking", "--no-relative-ranking"}) {
        const Outcome refused =
            run({"enrich", "--genes", file("list.txt", "GPX1\nGSR\n"), "--sets", example("gene_sets.gmt"),
                 "--out", folder("list.csv"), QLatin1String(flag)});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("--relative-ranking, only with --shap"), refused.err);
    }
}

PATHGAN_TEST(TestOptions)
#include "tst_options.moc"
