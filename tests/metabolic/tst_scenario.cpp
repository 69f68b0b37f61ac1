// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/scenariooptions.h"
#include "core/metabolic/io/modelreader.h"
#include "core/metabolic/io/scenariofile.h"
#include "core/metabolic/model/modelgenes.h"
#include "core/metabolic/model/scenario.h"
#include "tests/metabolic/smallnetwork.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <limits>

using namespace pathgan;

namespace {

const std::string folder = PATHGAN_TEST_DATA "/metabolic/scenario/";

Scenario sample()
{
    Scenario scenario;
    scenario.name = "Glucose ≤ 5 \"low\"";
    scenario.objective = "EX_b";
    scenario.maximise = false;
    scenario.medium = MediumPreset::Closed;
    scenario.uptake = {{"EX_a_e", 5}};
    scenario.bounds = {{"BYP", {-std::numeric_limits<double>::infinity(), 0.1}}, {"GTHY", {1, 2}}};
    scenario.knockouts = {"1_AT2"};
    return scenario;
}

} // namespace

class TestScenario : public QObject
{
    Q_OBJECT
private slots:
    void asCobrapy();
    void order();
    void unknownIds_data();
    void unknownIds();
    void roundTrip();
    void badFiles_data();
    void badFiles();
    void differences();
    void unchanged();
    void isDistributed();
};

/// The example under tests/data/metabolic/scenario, bound by bound and in its optimum.
void TestScenario::asCobrapy()
{
    const Result<MetabolicModel> model = readModel(PATHGAN_TEST_DATA "/../../resources/example/model.xml");
    const Result<Scenario> scenario = readScenario(folder + "little_glucose.json");
    QVERIFY(model && scenario);
    QCOMPARE(scenario->name, std::string("Little glucose, no G6PD"));
    std::ifstream file(folder + "example_scenario.json");
    const nlohmann::json expected = nlohmann::json::parse(file);
    Result<FbaOptions> options = scenarioOptions(*model, *scenario);
    QVERIFY(options);
    std::vector<BoundChange> bounds = changedBounds(*model, options->bounds);
    for (const int reaction : lostReactions(*model, options->knockedOutGenes))
        bounds[static_cast<std::size_t>(reaction)] = {reaction, 0, 0};
    QCOMPARE(bounds.size(), expected["bounds"].size());
    for (const BoundChange &bound : bounds) {
        const std::string &id = model->reactions[static_cast<std::size_t>(bound.reaction)].id;
        QVERIFY2(bound.lower == expected["bounds"][id][0] && bound.upper == expected["bounds"][id][1],
                 id.c_str());
    }
    const Result<FluxSolution> solved = fba(*model, *options);
    QVERIFY(solved && std::abs(solved->objectiveValue - expected["objective"].get<double>()) < 1e-8);

    Scenario atp = *scenario;
    atp.objective = "ATPM";
    options = scenarioOptions(*model, atp);
    QVERIFY(options);
    const Result<FluxSolution> most = fba(*model, *options);
    QVERIFY(most && std::abs(most->objectiveValue - expected["atpm"].get<double>()) < 1e-7);
}

/// Preset, then uptake, then bounds.
void TestScenario::order()
{
    const MetabolicModel model = smallnetwork::make();
    Scenario scenario;
    const auto ofA = [&] {
        const Result<FbaOptions> options = scenarioOptions(model, scenario);
        return options ? changedBounds(model, options->bounds)[0] : BoundChange{-1, 0, 0};
    };
    QCOMPARE(ofA().lower, -100.0);
    scenario.medium = MediumPreset::Closed;
    QCOMPARE(ofA().lower, 0.0);
    QCOMPARE(ofA().upper, 1000.0);
    scenario.uptake["EX_a_e"] = 7;
    QCOMPARE(ofA().lower, -7.0);
    scenario.bounds["EX_a_e"] = {-3, 4};
    QCOMPARE(ofA().lower, -3.0);
    QCOMPARE(ofA().upper, 4.0);
    scenario.bounds.clear();
    scenario.knockouts = {"3_AT1"}; // the bypass
    const Result<FbaOptions> options = scenarioOptions(model, scenario);
    QVERIFY(options);
    const Result<FluxSolution> solved = fba(model, *options);
    QVERIFY(solved);
    QCOMPARE(solved->objectiveValue, 7.0);
    QCOMPARE(solved->fluxes[4], 0.0);
}

void TestScenario::unknownIds_data()
{
    QTest::addColumn<int>("where");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");
    QTest::newRow("objective") << 0 << int(ErrorCode::UnknownName) << "NIX";
    QTest::newRow("uptake") << 1 << int(ErrorCode::UnknownName) << "EX_nix";
    QTest::newRow("bounds") << 2 << int(ErrorCode::UnknownName) << "NIX2";
    QTest::newRow("gene") << 3 << int(ErrorCode::UnknownName) << "99_AT1";
    QTest::newRow("no exchange") << 4 << int(ErrorCode::InvalidOption) << "uptake: BYP";
    QTest::newRow("negative") << 5 << int(ErrorCode::InvalidOption) << "uptake: EX_a_e";
    QTest::newRow("crossed") << 6 << int(ErrorCode::InvalidOption) << "bounds: BYP";
    QTest::newRow("nan") << 7 << int(ErrorCode::InvalidOption) << "bounds: BYP";
}

void TestScenario::unknownIds()
{
    QFETCH(const int, where);
    Scenario scenario;
    switch (where) {
    case 0:
        scenario.objective = "NIX";
        break;
    case 1:
        scenario.uptake["EX_nix"] = 1;
        break;
    case 2:
        scenario.bounds["NIX2"] = {0, 1};
        break;
    case 3:
        scenario.knockouts.insert("99_AT1");
        break;
    case 4:
        scenario.uptake["BYP"] = 1;
        break;
    case 5:
        scenario.uptake["EX_a_e"] = -1;
        break;
    case 6:
        scenario.bounds["BYP"] = {1, 0};
        break;
    default:
        scenario.bounds["BYP"] = {0, std::nan("")};
    }
    const Result<FbaOptions> options = scenarioOptions(smallnetwork::make(), scenario);
    QVERIFY(!options);
    QTEST(int(options.error().code), "code");
    QTEST(QString::fromStdString(options.error().detail), "detail");
}

void TestScenario::roundTrip()
{
    QTemporaryDir temporary;
    const std::string path = temporary.filePath("s.json").toStdString();
    QVERIFY(writeScenario(path, sample()).ok());
    const Result<Scenario> read = readScenario(path);
    QVERIFY(read);
    QVERIFY(*read == sample());
    const Result<Scenario> plain = parseScenario(scenarioText({}), "plain");
    QVERIFY(plain && *plain == Scenario{});
    QVERIFY(!readScenario(temporary.filePath("nothing.json").toStdString()));
}

void TestScenario::badFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &text, ErrorCode code, const char *detail) {
        QTest::newRow(name) << text << int(code) << QString::fromLatin1(detail);
    };
    const QByteArray head = "{\"pathgan_scenario\": 1,\n";
    row("empty", "", ErrorCode::UnknownFormat, "f:1:1: JSON");
    row("no object", "[1, 2]", ErrorCode::UnknownFormat, "f:1:1: pathgan_scenario");
    row("other file", "{\"reactions\": []}", ErrorCode::UnknownFormat, "f:1:1: pathgan_scenario");
    row("newer", "{\n \"pathgan_scenario\": 2}", ErrorCode::UnknownFormat, "f:2:2: pathgan_scenario 2");
    row("cut", head + "  \"bounds\": {\"A\": [0,", ErrorCode::UnknownFormat, "f:2:22: JSON");
    row("comma", head + "  \"bounds\": {\"A\": [0 1]}}", ErrorCode::UnknownFormat, "f:2:22: JSON");
    row("key", head + "  \"name\": \"x\",\n  \"colour\": 1}", ErrorCode::UnknownName, "f:3:3: colour");
    row("name", head + "  \"name\": 7}", ErrorCode::InvalidOption, "f:2:3: name");
    row("objective", head + "\"objective\": \"A\"}", ErrorCode::InvalidOption, "f:2:1: objective");
    row("direction", head + "\"objective\": {\"reaction\": \"A\",\n \"direction\": \"up\"}}",
        ErrorCode::InvalidOption, "f:3:2: direction");
    row("preset", head + "\"medium\": {\"preset\": \"beef\"}}", ErrorCode::InvalidOption, "f:2:12: preset");
    row("uptake", head + "\"medium\": {\"uptake\": {\"A\": 1,\n\"B\": -1}}}", ErrorCode::InvalidOption,
        "f:3:1: uptake: B");
    row("uptake list", head + "\"medium\": {\"uptake\": [1]}}", ErrorCode::InvalidOption, "f:2:12: uptake");
    row("bounds", head + "\"bounds\": {\"A\": [0, 1],\n  \"B\": [2, 1]}}", ErrorCode::InvalidOption,
        "f:3:3: bounds: B");
    row("one bound", head + "\"bounds\": {\"A\": [0]}}", ErrorCode::InvalidOption, "f:2:12: bounds: A");
    row("nan", head + "\"bounds\": {\"A\": [\"nan\", 1]}}", ErrorCode::InvalidOption, "f:2:12: bounds: A");
    row("twice", head + "\"bounds\": {\"A\": [0, 1],\n  \"A\": [2, 3]}}", ErrorCode::DuplicateName,
        "f:3:3: A");
    row("knockout", head + "\"knockouts\": [\"a\",\n \"b\",\n   5]}", ErrorCode::InvalidOption,
        "f:4:4: knockouts");
    row("deep", QByteArray(100'000, '['), ErrorCode::UnknownFormat, "f:1:20: JSON");
    row("not UTF-8", head + "\"name\": \"\xff\"}", ErrorCode::UnknownFormat, "f:2:10: JSON");
}

void TestScenario::badFiles()
{
    QFETCH(const QByteArray, text);
    const Result<Scenario> read = parseScenario(text.toStdString(), "f");
    QVERIFY(!read);
    QTEST(QString::fromStdString(read.error().detail), "detail");
    QTEST(int(read.error().code), "code");
}

void TestScenario::differences()
{
    QVERIFY(scenarioDifferences(sample(), sample()).empty());
    Scenario other = sample();
    other.name = "another";
    QVERIFY(scenarioDifferences(sample(), other).empty());
    other.maximise = true;
    other.medium = MediumPreset::Physiological;
    other.uptake["EX_a_e"] = 6;
    other.bounds.erase("BYP");
    other.bounds["At"] = {0, 1};
    other.knockouts = {"3_AT1"};
    QStringList lines;
    for (const ScenarioDifference &difference : scenarioDifferences(sample(), other))
        lines.append(QString::number(int(difference.kind)) + ' ' + QString::fromStdString(difference.id) +
                     ": " + QString::fromStdString(difference.before) + " > " +
                     QString::fromStdString(difference.after));
    QCOMPARE(lines, QStringList({"0 : min EX_b > max EX_b", "1 : closed > physiological", "2 EX_a_e: 5 > 6",
                                 "3 At:  > [0, 1]", "3 BYP: [-inf, 0.1] > ", "4 1_AT2: knocked out > ",
                                 "4 3_AT1:  > knocked out"}));
}

void TestScenario::unchanged()
{
    Scenario scenario;
    scenario.name = "as it is";
    QVERIFY(scenario.isUnchanged());
    scenario.knockouts.insert("1_AT1");
    QVERIFY(!scenario.isUnchanged());
}

/// Nothing asked: the model's own optimum.
void TestScenario::isDistributed()
{
    const MetabolicModel model = smallnetwork::make();
    const Result<FbaOptions> options = scenarioOptions(model, {});
    QVERIFY(options && options->bounds.empty() && options->objective == -1);
    const Result<FluxSolution> solved = fba(model, *options);
    QVERIFY(solved);
    QCOMPARE(solved->objectiveValue, 100.0);
}

PATHGAN_TEST(TestScenario)
#include "tst_scenario.moc"
