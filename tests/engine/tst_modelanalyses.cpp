// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/session.h"
#include "core/steps/freshness.h"
#include "core/steps/resultfolder.h"
#include "tests/support/runwith.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace pathgan;

namespace {

constexpr int patience = 60'000;

QString modelFile()
{
    return QStringLiteral(PATHGAN_TEST_DATA "/../../resources/example/model.xml");
}

ModelAnalysisOptions asked(AnalysisMethod method, const std::string &scenario = {})
{
    ModelAnalysisOptions options;
    options.method = method;
    options.scenario.name = scenario;
    return options;
}

} // namespace

/// Analyses of the model as a result of the project.
class TestModelAnalyses : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); } // the cache of models
    void runsAreKept();
    void needsAModel();
    void becomesStale();
    void cancelLeavesWhatIsThere();
    void notPartOfRunAll();
    void tablesAndManifest();
    void check();
};

void TestModelAnalyses::runsAreKept()
{
    Session session;
    session.openFile(modelFile(), Part::Model);
    QTRY_VERIFY_WITH_TIMEOUT(session.project().model, patience);
    QVERIFY(!session.hasUnsavedResults());
    runWith<AnalysisStep>(session, asked(AnalysisMethod::Fba, "first"));
    QVERIFY(session.isRunning(Part::Analyses));
    QTRY_VERIFY_WITH_TIMEOUT(session.project().analyses, patience);
    QVERIFY(!session.isRunning(Part::Analyses));
    QVERIFY(session.hasUnsavedResults());
    QVERIFY(std::abs(session.project().analyses->runs[0]->objectiveValue - 87.43169398907135) <
            1e-6); // COBRApy
    runWith<AnalysisStep>(session, asked(AnalysisMethod::ReactionDeletions, "second"));
    QTRY_VERIFY_WITH_TIMEOUT(session.project().analyses->runs.size() == 2, patience);
    QCOMPARE(session.project().analyses->runs[0]->options.scenario.name, std::string("first"));
    QCOMPARE(session.project().analyses->runs[1]->options.scenario.name, std::string("second"));
    for (std::size_t i = 0; i < ModelAnalyses::most; ++i) {
        const auto before = session.project().analyses;
        runWith<AnalysisStep>(session, asked(AnalysisMethod::Fba, "later"));
        QTRY_VERIFY_WITH_TIMEOUT(session.project().analyses != before, patience);
    }
    QCOMPARE(session.project().analyses->runs.size(), ModelAnalyses::most);
    QCOMPARE(session.project().analyses->runs[0]->options.scenario.name, std::string("later"));
}

void TestModelAnalyses::needsAModel()
{
    Session session;
    QSignalSpy failures(&session, &Session::failed);
    runWith<AnalysisStep>(session, asked(AnalysisMethod::Fba));
    QTRY_COMPARE_WITH_TIMEOUT(failures.count(), 1, patience);
    QCOMPARE(failures[0][0].value<Error>().code, ErrorCode::MissingInput);
}

void TestModelAnalyses::becomesStale()
{
    QVERIFY(dependentsOf(Part::Model).size() > 1);
    QVERIFY(dependentsOf(Part::Analyses).empty());
    Session session;
    session.openFile(modelFile(), Part::Model);
    QTRY_VERIFY_WITH_TIMEOUT(session.project().model, patience);
    runWith<AnalysisStep>(session, asked(AnalysisMethod::Fba));
    QTRY_VERIFY_WITH_TIMEOUT(session.project().analyses, patience);
    const auto model = session.project().model;
    session.openFile(modelFile(), Part::Model);
    QTRY_VERIFY_WITH_TIMEOUT(session.project().model != model, patience);
    QVERIFY(!isStale(session.project(), Part::Analyses)); // the same file holds the same model
    QVERIFY(session.setConcepts({{"gthrd", "gthrd_c"}}));
    QVERIFY(isStale(session.project(), Part::Analyses));
    QCOMPARE(staleness(session.project(), Part::Analyses).replaced, std::vector<Part>{Part::Model});
    QCOMPARE(session.project().analyses->runs[0]->model, model); // what it shows stays whole

    runWith<AnalysisStep>(session, asked(AnalysisMethod::Fba, "new model"));
    QTRY_VERIFY_WITH_TIMEOUT(!isStale(session.project(), Part::Analyses), patience);
    QCOMPARE(session.project().analyses->runs.size(), std::size_t(1)); // none of another model
    session.clear();
    QVERIFY(!session.project().analyses);
}

void TestModelAnalyses::cancelLeavesWhatIsThere()
{
    Session session;
    session.openFile(modelFile(), Part::Model);
    QTRY_VERIFY_WITH_TIMEOUT(session.project().model, patience);
    runWith<AnalysisStep>(session, asked(AnalysisMethod::Fba));
    QTRY_VERIFY_WITH_TIMEOUT(session.project().analyses, patience);
    const auto before = session.project().analyses;
    QSignalSpy failures(&session, &Session::failed);
    runWith<AnalysisStep>(session, asked(AnalysisMethod::DoubleReactionDeletions));
    session.engine().stopAll();
    QTRY_VERIFY_WITH_TIMEOUT(session.engine().jobs().isEmpty() && !session.isRunning(Part::Analyses),
                             patience);
    QCOMPARE(session.project().analyses, before);
    QCOMPARE(failures.count(), 0);
}

void TestModelAnalyses::notPartOfRunAll()
{
    Session session;
    session.openFile(modelFile(), Part::Model);
    QTRY_VERIFY_WITH_TIMEOUT(session.project().model, patience);
    session.runAll();
    QTRY_VERIFY_WITH_TIMEOUT(session.engine().jobs().isEmpty(), patience);
    QVERIFY(!session.project().analyses);
}

void TestModelAnalyses::tablesAndManifest()
{
    Session session;
    session.openFile(modelFile(), Part::Model);
    QTRY_VERIFY_WITH_TIMEOUT(session.project().model, patience);
    runWith<AnalysisStep>(session, asked(AnalysisMethod::Fba, "plain"));
    QTRY_VERIFY_WITH_TIMEOUT(session.project().analyses, patience);
    ModelAnalysisOptions impossible = asked(AnalysisMethod::FluxRanges, "impossible");
    impossible.scenario.bounds["BIOMASS_maintenance"] = {1000, 1000};
    runWith<AnalysisStep>(session, impossible);
    QTRY_VERIFY_WITH_TIMEOUT(session.project().analyses->runs.size() == 2, patience);

    QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    const auto files = writeResults(session.project(), path);
    QVERIFY(files);
    QVERIFY(writeManifest(session.project(), {}, *files, path).ok());
    QCOMPARE(
        QDir(folder.path()).entryList(QDir::Files, QDir::Name),
        QStringList({"analyses.tsv", "analysis_1_fba.tsv", "analysis_1_shadow_prices.tsv", "manifest.json"}));
    QFile overview(folder.filePath("analyses.tsv"));
    QVERIFY(overview.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = overview.readAll().split('\n');
    QVERIFY(lines[1].startsWith("1\tfba\tplain\toptimal\tBIOMASS_maintenance\t87.43"));
    QCOMPARE(lines[2], QByteArray("2\tfva\timpossible\tinfeasible\tBIOMASS_maintenance\t\t\t\t\tno"));
    QFile file(folder.filePath("manifest.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray runs = QJsonDocument::fromJson(file.readAll()).object()["model_analyses"].toArray();
    QCOMPARE(runs.size(), 2);
    QCOMPARE(
        runs[1].toObject()["scenario"].toObject()["bounds"].toObject()["BIOMASS_maintenance"].toArray()[0],
        QJsonValue(1000.0));
    QCOMPARE(runs[1].toObject()["status"].toString(), QStringLiteral("infeasible"));
    QVERIFY(runs[1].toObject()["objective_value"].isNull());
}

/// COBRApy finds no blocked reaction in the example's model; all its 16 exchanges are open.
void TestModelAnalyses::check()
{
    Session session;
    session.openFile(modelFile(), Part::Model);
    QTRY_VERIFY_WITH_TIMEOUT(session.project().model, patience);
    session.runAll();
    QTRY_VERIFY_WITH_TIMEOUT(session.engine().jobs().isEmpty(), patience);
    QVERIFY(!session.project().modelCheck);
    runWith<CheckStep>(session, {});
    QVERIFY(session.isRunning(Part::ModelCheck));
    QTRY_VERIFY_WITH_TIMEOUT(session.project().modelCheck, patience);
    QVERIFY(session.hasUnsavedResults());
    const ModelCheckRun &run = *session.project().modelCheck;
    QCOMPARE(run.count(CheckKind::OpenExchange), std::size_t(16));
    QCOMPARE(run.count(CheckKind::BlockedReaction), std::size_t(0));
    const std::vector<NamedTable> tables = CheckStep::tables(run);
    QCOMPARE(tables.size(), std::size_t(1));
    QCOMPARE(tables[0].fileName, std::string("model_check.tsv"));
    QCOMPARE(tables[0].table.rows.size(), run.findings.size());
    const auto model = session.project().model;
    session.openFile(modelFile(), Part::Model);
    QTRY_VERIFY_WITH_TIMEOUT(session.project().model != model, patience);
    QVERIFY(!isStale(session.project(), Part::ModelCheck));
    ModelCheckOptions fewer;
    fewer.withFluxes = false;
    session.setOptions<CheckStep>(fewer);
    const Staleness reasons = staleness(session.project(), Part::ModelCheck);
    QCOMPARE(reasons.options.size(), std::size_t(1));
    QCOMPARE(reasons.options[0].key, std::string("check_fluxes"));
    session.setOptions<CheckStep>({});
    QVERIFY(!isStale(session.project(), Part::ModelCheck));
}

PATHGAN_TEST(TestModelAnalyses)
#include "tst_modelanalyses.moc"
