// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/session.h"
#include "core/steps/freshness.h"
#include "tests/support/runwith.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace pathgan;

namespace {

constexpr int patience = 60'000;

QString exampleFile(const char *name)
{
    return QStringLiteral(PATHGAN_TEST_DATA "/../../resources/example/") + QString::fromLatin1(name);
}

void settle(const Session &session)
{
    QTRY_VERIFY_WITH_TIMEOUT(const_cast<Session &>(session).engine().jobs().isEmpty(), patience);
}

GanOptions fewEpochs(int epochs)
{
    GanOptions options = GanOptions::fromPreset(GanPreset::Quick);
    options.epochs = epochs;
    return options;
}

std::string keyOf(const Session &session, Part part)
{
    const auto provenance = session.project().provenance(part);
    return provenance ? provenance->key : std::string();
}

/// Of the option a result was computed with.
std::string optionOf(const Session &session, Part part, const char *key)
{
    const OptionValue *value = session.project().provenance(part)->option(key);
    return value ? optionText(*value) : std::string("none");
}

} // namespace

/// Sequences of what a user does, and the state that each result must then have.
class TestFreshness : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); } // the cache of models
    void init();
    void cleanup() { m_session.reset(); }
    void editedOptionsAndBack();
    void queuedStepsFeedEachOther();
    void cancelledRunLeavesTheOldResult();
    void optionsEditedWhileARunIsOn();
    void inputsReplacedInTheMiddle();
    void sameFileAgainIsTheSame();
    void threadsDoNotMatter();
    void clearedWhileARunIsOn();
    void finishingAStoppedRunIsAnotherResult();
    void analysesKnowWhatTheyUsed();

private:
    void computeAll();
    std::unique_ptr<Session> m_session;
};

void TestFreshness::init()
{
    m_session = std::make_unique<Session>();
    m_session->openFile(exampleFile("expression.tsv.gz"), Part::Expression);
    m_session->openFile(exampleFile("clinical.tsv"), Part::Clinical);
    m_session->openFile(exampleFile("model.xml"), Part::Model);
    m_session->openFile(exampleFile("gene_sets.gmt"), Part::GeneSets);
    settle(*m_session);
    QVERIFY(m_session->project().cohort && m_session->project().model);
}

void TestFreshness::computeAll()
{
    runWith<FluxStep>(*m_session, {});
    runWith<TrainStep>(*m_session, fewEpochs(2));
    settle(*m_session);
    QVERIFY(m_session->project().flux && m_session->project().training);
    QVERIFY(!isStale(m_session->project(), Part::Flux));
    QVERIFY(!isStale(m_session->project(), Part::Training));
}

void TestFreshness::editedOptionsAndBack()
{
    computeAll();
    FluxOptions options;
    options.growthFraction = 0.5;
    QSignalSpy spy(m_session.get(), &Session::staleChanged);
    m_session->setOptions<FluxStep>(options);
    QCOMPARE(spy.count(), 1);
    const Project &project = m_session->project();
    QVERIFY(isStale(project, Part::Flux));
    const Staleness flux = staleness(project, Part::Flux);
    QCOMPARE(flux.options.size(), std::size_t(1));
    QCOMPARE(flux.options[0].key, std::string("growth_fraction"));
    QCOMPARE(optionText(flux.options[0].before), std::string("0.9"));
    QCOMPARE(optionText(flux.options[0].after), std::string("0.5"));
    QVERIFY(flux.replaced.empty() && flux.outdated.empty());
    const Staleness training = staleness(project, Part::Training);
    QVERIFY(isStale(project, Part::Training) && training.options.empty());
    QCOMPARE(training.outdated, std::vector<Part>{Part::Flux});
    m_session->setOptions<FluxStep>({});
    QVERIFY(!isStale(project, Part::Flux) && !isStale(project, Part::Training));
    QVERIFY(!staleness(project, Part::Training).isStale());
}

void TestFreshness::queuedStepsFeedEachOther()
{
    computeAll();
    const std::string before = keyOf(*m_session, Part::Training);
    FluxOptions options;
    options.growthFraction = 0.5;
    runWith<FluxStep>(*m_session, options);
    runWith<TrainStep>(*m_session, fewEpochs(2)); // clicked while the fluxes are computed
    settle(*m_session);
    const Project &project = m_session->project();
    QVERIFY(keyOf(*m_session, Part::Training) != before);
    QVERIFY(!isStale(project, Part::Flux) && !isStale(project, Part::Training));
    const auto &inputs = project.training.provenance()->inputs;
    const auto flux = std::find_if(inputs.begin(), inputs.end(),
                                   [](const InputKey &input) { return input.part == Part::Flux; });
    QVERIFY(flux != inputs.end());
    QCOMPARE(flux->key, keyOf(*m_session, Part::Flux));
}

void TestFreshness::cancelledRunLeavesTheOldResult()
{
    computeAll();
    const std::string before = keyOf(*m_session, Part::Training);
    runWith<TrainStep>(*m_session, fewEpochs(100'000));
    QTRY_VERIFY_WITH_TIMEOUT(m_session->isRunning(Part::Training), patience);
    m_session->engine().stopAll();
    settle(*m_session);
    QCOMPARE(keyOf(*m_session, Part::Training), before);
    QCOMPARE(optionOf(*m_session, Part::Training, "epochs"), std::string("2")); // not what was asked last
    const Staleness reasons = staleness(m_session->project(), Part::Training);
    QCOMPARE(reasons.options.size(), std::size_t(1));
    QCOMPARE(reasons.options[0].key, std::string("epochs"));
    m_session->setOptions<TrainStep>(fewEpochs(2));
    QVERIFY(!isStale(m_session->project(), Part::Training));
}

void TestFreshness::optionsEditedWhileARunIsOn()
{
    runWith<FluxStep>(*m_session, {});
    FluxOptions options;
    options.orRule = OrRule::Sum;
    m_session->setOptions<FluxStep>(options);
    settle(*m_session);
    QVERIFY(m_session->project().flux);
    QCOMPARE(optionOf(*m_session, Part::Flux, "or_rule"), std::string("maximum"));
    QVERIFY(isStale(m_session->project(), Part::Flux));
    QCOMPARE(staleness(m_session->project(), Part::Flux).options[0].key, std::string("or_rule"));
}

void TestFreshness::inputsReplacedInTheMiddle()
{
    computeAll();
    const std::string before = keyOf(*m_session, Part::Training);
    // Gene sets are replaced while the network is trained on the others: what comes is kept, and labelled.
    QTemporaryDir folder;
    QFile source(exampleFile("gene_sets.gmt"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    QFile copy(folder.filePath(QStringLiteral("fewer.gmt")));
    QVERIFY(copy.open(QIODevice::WriteOnly));
    const QList<QByteArray> lines = source.readAll().split('\n');
    for (qsizetype i = 0; i < lines.size() / 2; ++i)
        copy.write(lines[i] + '\n');
    copy.close();
    runWith<TrainStep>(*m_session, fewEpochs(3));
    m_session->openFile(copy.fileName(), Part::GeneSets);
    settle(*m_session);
    const Project &project = m_session->project();
    QVERIFY(keyOf(*m_session, Part::Training) != before); // not dropped
    QCOMPARE(optionOf(*m_session, Part::Training, "epochs"), std::string("3"));
    QVERIFY(isStale(project, Part::Training) && !isStale(project, Part::Flux));
    QCOMPARE(staleness(project, Part::Training).replaced, std::vector<Part>{Part::GeneSets});
    m_session->openFile(exampleFile("gene_sets.gmt"), Part::GeneSets);
    settle(*m_session);
    QVERIFY(!isStale(project, Part::Training)); // the sets it was trained with are back
}

void TestFreshness::sameFileAgainIsTheSame()
{
    computeAll();
    m_session->openFile(exampleFile("expression.tsv.gz"), Part::Expression);
    settle(*m_session);
    QVERIFY(!isStale(m_session->project(), Part::Flux));
    m_session->setCohortOptions({SampleFilter::All});
    QVERIFY(isStale(m_session->project(), Part::Flux) && isStale(m_session->project(), Part::Training));
    QCOMPARE(staleness(m_session->project(), Part::Flux).replaced, std::vector<Part>{Part::Cohort});
    m_session->setCohortOptions({});
    QVERIFY(!isStale(m_session->project(), Part::Flux));
}

void TestFreshness::threadsDoNotMatter()
{
    FluxOptions options;
    options.threads = 1;
    runWith<FluxStep>(*m_session, options);
    settle(*m_session);
    const std::string key = keyOf(*m_session, Part::Flux);
    QCOMPARE(m_session->project().flux.provenance()->threads, 1U);
    m_session->setOptions<FluxStep>({});
    QVERIFY(!isStale(m_session->project(), Part::Flux));
    m_session->run(Part::Flux);
    settle(*m_session);
    QCOMPARE(keyOf(*m_session, Part::Flux), key);
}

void TestFreshness::clearedWhileARunIsOn()
{
    QSignalSpy failures(m_session.get(), &Session::failed);
    runWith<FluxStep>(*m_session, {});
    runWith<TrainStep>(*m_session, fewEpochs(2));
    m_session->clear();
    settle(*m_session);
    QVERIFY(!m_session->project().flux && !m_session->project().training && !m_session->project().expression);
    QCOMPARE(failures.count(), 0);
}

/// Of the same options and inputs, but of fewer samples: what was made of it is not made of the whole.
void TestFreshness::finishingAStoppedRunIsAnotherResult()
{
    runWith<FluxStep>(*m_session, {});
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->engine().jobs().isEmpty(), patience);
    Job *job = m_session->engine().jobs().front();
    connect(job, &Job::progressChanged, job, [job] {
        if (!job->isStopping() && job->progress().done >= 30) // enough samples to train on
            job->requestStop(StopKind::Keep);
    });
    settle(*m_session);
    const Project &project = m_session->project();
    QVERIFY(project.flux);
    if (!project.flux->stoppedEarly)
        QSKIP("all samples were finished before the stop");
    QVERIFY(!isStale(project, Part::Flux)); // what was asked for, as far as it goes
    const std::string part = keyOf(*m_session, Part::Flux);
    runWith<TrainStep>(*m_session, fewEpochs(2));
    settle(*m_session);
    QVERIFY(project.training && !isStale(project, Part::Training));
    runWith<FluxStep>(*m_session, {}); // goes on
    settle(*m_session);
    QVERIFY(!project.flux->stoppedEarly && !isStale(project, Part::Flux));
    QVERIFY(keyOf(*m_session, Part::Flux) != part);
    QVERIFY(isStale(project, Part::Training));
    QCOMPARE(staleness(project, Part::Training).replaced, std::vector<Part>{Part::Flux});
}

/// Of the analyses of a model only GIMME reads expression, and each that is kept counts.
void TestFreshness::analysesKnowWhatTheyUsed()
{
    const Project &project = m_session->project();
    const auto analyse = [&](AnalysisMethod method) {
        ModelAnalysisOptions options;
        options.method = method;
        if (method == AnalysisMethod::Gimme)
            options.sample = project.cohort->samples.front();
        runWith<AnalysisStep>(*m_session, options);
        settle(*m_session);
    };
    const auto choose = [&](SampleFilter filter) {
        m_session->setCohortOptions({filter});
        settle(*m_session);
    };
    analyse(AnalysisMethod::Fba);
    QVERIFY(project.analyses);
    QCOMPARE(project.analyses.provenance()->inputs.size(), std::size_t(1));
    choose(SampleFilter::All);
    QVERIFY(!isStale(project, Part::Analyses) && !staleness(project, Part::Analyses).isStale());

    analyse(AnalysisMethod::Gimme);
    QVERIFY(!isStale(project, Part::Analyses));
    choose(SampleFilter::Tumours);
    QVERIFY(isStale(project, Part::Analyses));
    QCOMPARE(staleness(project, Part::Analyses).replaced, std::vector<Part>{Part::Cohort});
    analyse(AnalysisMethod::Fba); // the GIMME run is still of the other cohort
    QVERIFY(isStale(project, Part::Analyses));
    analyse(AnalysisMethod::Gimme); // one of each cohort: out of date with either
    QVERIFY(isStale(project, Part::Analyses));
    choose(SampleFilter::All);
    QVERIFY(isStale(project, Part::Analyses));
    QCOMPARE(staleness(project, Part::Analyses).replaced, std::vector<Part>{Part::Cohort});
    for (std::size_t i = 0; i < ModelAnalyses::most; ++i) // both are forgotten
        analyse(AnalysisMethod::Fba);
    QVERIFY(!isStale(project, Part::Analyses) && !staleness(project, Part::Analyses).isStale());
}

PATHGAN_TEST(TestFreshness)
#include "tst_freshness.moc"
