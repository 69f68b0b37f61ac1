// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/example.h"
#include "core/steps/reading.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace pathgan;

namespace {

/// Every key, as a configuration has it.
std::string optionsJson(const AnalysisOptions &options)
{
    nlohmann::ordered_json json;
    const ConstOptionsRef all(options);
    for (const OptionField &field : all.table().fields())
        json[field.key] =
            std::visit([](const auto &value) { return nlohmann::ordered_json(value); }, all.value(field));
    return json.dump(2);
}

} // namespace

class TestConfig : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); } // the cache of models
    void reads();
    void skipsByteOrderMark();
    void presetThenFields();
    void refuses_data();
    void refuses();
    void optionsReadBack();
    void exampleIsWhole();

private:
    Result<AnalysisConfig> read(const QByteArray &json);
    QTemporaryDir m_folder;
};

Result<AnalysisConfig> TestConfig::read(const QByteArray &json)
{
    QFile file(m_folder.filePath(QStringLiteral("config.json")));
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::WriteFailed, ""};
    file.write(json);
    file.close();
    return readAnalysisConfig(file.fileName().toStdString());
}

void TestConfig::reads()
{
    const auto config = read(R"({"expression": "a.tsv", "model": "/m.xml", "seed": 7, "reactions": ["GTHOr"],
        "rule": "paper", "samples": "all", "growth_fraction": 0.5, "strict_stress": false,
        "clinical_id_column": "case_submitter_id", "allow_low_coverage": true})");
    QVERIFY2(config.ok(), config ? "" : config.error().detail.c_str());
    QCOMPARE(config->paths.expression, m_folder.filePath(QStringLiteral("a.tsv")).toStdString());
    QCOMPARE(config->paths.model, std::string("/m.xml"));
    QCOMPARE(config->options.gan.seed, std::uint64_t(7));
    QCOMPARE(config->options.explain.shap.seed, std::uint64_t(7));
    QCOMPARE(config->options.flux.reactions, std::vector<std::string>{"GTHOr"});
    QVERIFY(config->options.flux.rule == ExpressionRule::Paper);
    QVERIFY(config->options.cohort.filter == SampleFilter::All);
    QCOMPARE(config->options.flux.growthFraction, 0.5);
    QVERIFY(!config->options.stress.strict);
    QCOMPARE(config->options.cohort.idColumn, std::string("case_submitter_id"));
    QVERIFY(config->options.allowLowCoverage);
}

void TestConfig::skipsByteOrderMark()
{
    const auto config = read("\xEF\xBB\xBF{\"epochs\": 3}");
    QVERIFY2(config.ok(), config ? "" : config.error().detail.c_str());
    QCOMPARE(config->options.gan.epochs, 3);
    const auto wrong = read("\xEF\xBB\xBF{\"epochs\": \"3\"}");
    QVERIFY(!wrong && QString::fromStdString(wrong.error().detail).contains("config.json:1:2: epochs"));
}

void TestConfig::presetThenFields()
{
    // The preset comes first whatever the order in the file.
    const auto config = read(R"({"epochs": 3, "preset": "paper"})");
    QVERIFY(config);
    QCOMPARE(config->options.gan.epochs, 3);
    QVERIFY(config->options.gan.lipschitz == Lipschitz::None);
    QCOMPARE(config->options.gan.criticSteps, 1);
}

void TestConfig::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *name, const char *json, ErrorCode code, const char *names) {
        QTest::newRow(name) << QByteArray(json) << static_cast<int>(code) << QString::fromLatin1(names);
    };
    row("no JSON", "{", ErrorCode::UnknownFormat, "config.json");
    row("a list", "[]", ErrorCode::UnknownFormat, "config.json");
    row("unknown key", R"({"epoch": 3})", ErrorCode::UnknownName, "epoch");
    row("wrong type", R"({"epochs": "many"})", ErrorCode::InvalidOption, "epochs");
    row("wrong word", R"({"rule": "magic"})", ErrorCode::InvalidOption, "eflux|paper");
    row("negative", R"({"seed": -1})", ErrorCode::InvalidOption, "seed");
    row("wraps an int", "{\n \"epochs\": 4294967298}", ErrorCode::InvalidOption,
        "config.json:2:2: epochs: 4294967298");
    row("wraps an int to a negative", R"({"batch_size": 2147483648})", ErrorCode::InvalidOption,
        "config.json:1:2: batch_size");
    row("wraps 64 bits", R"({"seed": 18446744073709551617})", ErrorCode::InvalidOption,
        "config.json:1:2: seed");
    row("a real number", R"({"epochs": 2.5})", ErrorCode::InvalidOption, "config.json:1:2: epochs: 2.5");
    row("too large for a double", "{\"growth_fraction\":\n  1e999}", ErrorCode::UnknownFormat,
        "config.json:2:7: JSON");
    row("out of sense", R"({"seed": 1, "growth_fraction": 1.5})", ErrorCode::InvalidOption,
        "config.json:1:13: growth_fraction");
    row("out of sense, another name", "{\"minimum_set_size\": 20,\n\"maximum_set_size\": 10}",
        ErrorCode::InvalidOption, "config.json:2:1: maximum_set_size");
    row("zero", R"({"top_genes": 0})", ErrorCode::InvalidOption, "top_genes");
    row("no STRING score", R"({"interaction_score": 1001})", ErrorCode::InvalidOption, "from 0 to 1000");
    row("killed by memory", R"({"permutations": 2000000000})", ErrorCode::InvalidOption, "permutations");
    row("twice", "{\"epochs\": 3,\n  \"epochs\": 4}", ErrorCode::DuplicateName, "config.json:2:3: epochs");
    row("twice, as escaped", R"({"epochs": 3, "\u0065pochs": 4})", ErrorCode::DuplicateName,
        "config.json:1:15: epochs");
    row("no comma", "{\"epochs\": 3\n \"seed\": 4}", ErrorCode::UnknownFormat, "config.json:2:7: JSON");
    row("more after the end", "{}\n{}", ErrorCode::UnknownFormat, "config.json:2:1: JSON");
    row("trailing comma", R"({"epochs": 3,})", ErrorCode::UnknownFormat, "config.json:1:14: JSON");
    row("NaN", R"({"growth_fraction": NaN})", ErrorCode::UnknownFormat, "config.json:1:");
    row("null", R"({"epochs": null})", ErrorCode::InvalidOption, "config.json:1:2: epochs");
    row("true", R"({"epochs": true})", ErrorCode::InvalidOption, "epochs");
    row("a list of numbers", R"({"reactions": [1]})", ErrorCode::InvalidOption, "reactions");
    row("an object", R"({"expression": {"path": "a"}})", ErrorCode::InvalidOption, "expression");
    row("deep", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", ErrorCode::UnknownFormat, "config.json:1:20: JSON");
}

void TestConfig::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(int, code);
    QFETCH(QString, names);
    const auto config = read(json);
    QVERIFY(!config);
    QCOMPARE(static_cast<int>(config.error().code), code);
    QVERIFY2(QString::fromStdString(config.error().detail).contains(names), config.error().detail.c_str());
}

void TestConfig::optionsReadBack()
{
    AnalysisOptions options;
    options.gan = GanOptions::fromPreset(GanPreset::Quick);
    options.gan.seed = 99;
    options.gan.learningRate = 0.001;
    options.flux.quantity = FluxQuantity::PerturbedFba;
    options.groups.column = "gender";
    const std::string json = optionsJson(options);
    const auto config = read(QByteArray::fromStdString(json));
    QVERIFY2(config.ok(), config ? "" : config.error().detail.c_str());
    QCOMPARE(optionsJson(config->options), json);
}

void TestConfig::exampleIsWhole()
{
    const auto config = exampleConfig();
    QVERIFY2(config.ok(), config ? "" : config.error().detail.c_str());
    const auto project = readInputs(*config, {}, {});
    QVERIFY2(project.ok(), project ? "" : project.error().detail.c_str());
    QVERIFY(project->isExample);
    QVERIFY(project->cohort->size() >= 70);
    QVERIFY(project->cohort->clinical);
    QVERIFY(project->model->reactions.size() >= 60);
    QVERIFY(project->geneSets->sets.size() >= 10);
    QVERIFY(!project->interactions->edges.empty());
}

PATHGAN_TEST(TestConfig)
#include "tst_config.moc"
