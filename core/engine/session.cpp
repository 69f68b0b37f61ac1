#include "core/engine/session.h"

#include "core/base/marked.h"
#include "core/engine/analysis.h"
#include "core/engine/cachefolder.h"
#include "core/engine/steps.h"
#include "core/metabolic/modelcache.h"

#include <QTimer>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <utility>

namespace pathgan {

namespace {

using Identities = std::vector<std::pair<Part, const void *>>;

Identities identitiesOf(const Project &project, Part part)
{
    Identities found;
    for (const Part input : inputsOf(part))
        found.emplace_back(input, project.identity(input));
    return found;
}

/// Training steps hand their epochs over here; the GUI thread empties it ten times a second.
struct EpochMailbox
{
    std::mutex mutex;
    std::vector<GanEpoch> waiting;
    bool announced = false;
};

constexpr std::array resultParts = {Part::Flux,       Part::Training, Part::Explanation,
                                    Part::Enrichment, Part::Stress,   Part::Groups};

bool isInChain(Part part)
{
    return std::find(resultParts.begin(), resultParts.end(), part) != resultParts.end();
}

bool isResult(Part part)
{
    return isInChain(part) || part == Part::Analyses || part == Part::ModelCheck;
}

} // namespace

Session::Session(QObject *parent) : QObject(parent)
{
    qRegisterMetaType<pathgan::Part>();
    qRegisterMetaType<pathgan::GanEpoch>();
}

Session::~Session() = default;

const ReadReport &Session::report(Part part) const
{
    static const ReadReport none;
    const auto it = m_reports.find(part);
    return it == m_reports.end() ? none : it->second;
}

void Session::markExported()
{
    for (std::set<Part> *parts : {&m_unsaved, &m_ofExample})
        std::erase_if(*parts, [](Part part) { return part != Part::Training; });
}

void Session::setRunning(Part part, bool running)
{
    m_running[part] += running ? 1 : -1;
    if (m_running[part] <= 0)
        m_running.erase(part);
    emit runningChanged(part);
}

void Session::markDependentsStale(Part part)
{
    for (const Part dependent : dependentsOf(part))
        if (m_project.has(dependent))
            m_project.stale.insert(dependent);
    emit staleChanged();
}

template <class T>
void Session::put(Part part, std::shared_ptr<const T> Project::*field, std::shared_ptr<const T> value)
{
    std::shared_ptr<const T> replaced = std::exchange(m_project.*field, std::move(value));
    m_project.stale.erase(part);
    if (isResult(part)) {
        m_unsaved.erase(part);
        m_ofExample.erase(part);
        (m_openingExample && isInChain(part) ? m_ofExample : m_unsaved).insert(part);
    }
    markDependentsStale(part);
    emit partChanged(part); // nobody shows the other any more
    m_engine.discard(std::move(replaced));
}

template <class T>
Job *Session::startStep(Part part, const char *title,
                        std::function<Result<T>(const Project &, const TaskContext &)> work,
                        std::shared_ptr<const T> Project::*field)
{
    setRunning(part, true);
    const Identities inputs = identitiesOf(m_project, part);
    return m_engine.start<T>(
        QString::fromUtf8(title),
        [work = std::move(work), project = m_project](const TaskContext &context) {
            return work(project, context);
        },
        [this, part, field, inputs, title](Result<T> result) {
            setRunning(part, false);
            if (!result) {
                if (isInChain(part)) {
                    m_chain.clear();
                    m_openingExample = false;
                }
                if (result.error().code != ErrorCode::Cancelled)
                    emit failed(result.error(), QString::fromUtf8(title));
                return;
            }
            if (identitiesOf(m_project, part) == inputs) // else it was computed from what is no longer there
                put<T>(part, field, std::make_shared<const T>(*std::move(result)));
            if (isInChain(part))
                continueChain();
        });
}

template <class T>
void Session::startReading(Part part, const QString &path,
                           std::function<Result<T>(ReadReport &, const TaskContext &)> read,
                           std::shared_ptr<const T> Project::*field)
{
    setRunning(part, true);
    auto report = std::make_shared<ReadReport>();
    m_engine.start<T>(
        QString(readingTitle(part)),
        [read = std::move(read), report](const TaskContext &context) { return read(*report, context); },
        [this, part, field, report, path](Result<T> result) {
            setRunning(part, false);
            m_reports[part] = *report;
            emit reportChanged(part);
            if (!result) {
                m_chain.clear();
                m_openingExample = false;
                if (result.error().code != ErrorCode::Cancelled)
                    emit failed(result.error(), QString(readingTitle(part)));
                return;
            }
            put<T>(part, field, std::make_shared<const T>(*std::move(result)));
            if (part == Part::Expression || part == Part::Clinical)
                rebuildCohort();
        });
}

void Session::openFile(const QString &path, Part part, const ReadRules &rules)
{
    const std::filesystem::path file(path.toStdU16String());
    m_project.isExample = false;
    switch (part) {
    case Part::Expression:
        m_options.reading = rules;
        return startReading<ExpressionMatrix>(
            part, path,
            [file, rules](ReadReport &r, const TaskContext &c) { return readExpression(file, rules, r, c); },
            &Project::expression);
    case Part::Clinical:
        m_options.cohort.idColumn.clear(); // it was one of the other table
        return startReading<ClinicalTable>(
            part, path,
            [file, rules](ReadReport &r, const TaskContext &c) { return readClinical(file, r, c, rules); },
            &Project::clinical);
    case Part::GeneSets:
        return startReading<GeneSetCollection>(
            part, path, [file](ReadReport &r, const TaskContext &) { return readGeneSets(file, r); },
            &Project::geneSets);
    case Part::Interactions:
        return startReading<InteractionNetwork>(
            part, path,
            [file, score = m_options.interactionScore](ReadReport &r, const TaskContext &c) {
                return readInteractions(file, r, score, c);
            },
            &Project::interactions);
    case Part::GeneMap:
        return startReading<GeneTable>(
            part, path, [file](ReadReport &, const TaskContext &) { return GeneTable::readMap(file); },
            &Project::geneMap);
    case Part::Model:
        return startReading<MetabolicModel>(
            part, path,
            [file](ReadReport &, const TaskContext &c) {
                return readModelCached(file, modelCacheFolder(), c);
            },
            &Project::model);
    default:
        emit failed({ErrorCode::UnknownFormat, path.toStdString()}, QString(marked("Core", "Opening file")));
    }
}

void Session::rebuildCohort()
{
    if (!m_project.expression)
        return;
    Result<Cohort> cohort = cohortStep(m_project, m_options.cohort);
    std::optional<Error> problem;
    if (!cohort) { // nothing of an earlier table stays: the samples go without a clinical one
        problem = cohort.error();
        Project alone = m_project;
        alone.clinical = nullptr;
        cohort = cohortStep(alone, m_options.cohort);
    }
    if (cohort)
        put<Cohort>(Part::Cohort, &Project::cohort, std::make_shared<const Cohort>(*std::move(cohort)));
    if (problem)
        emit failed(*problem, QString(marked("Core", "Selecting samples")));
}

Result<void> Session::setConcepts(std::vector<ConceptAssignment> assignments)
{
    if (!m_project.model)
        return Error{ErrorCode::MissingInput, "metabolic model"};
    if (m_project.model->assignments == assignments)
        return {};
    Result<MetabolicModel> changed = withConcepts(*m_project.model, std::move(assignments));
    if (!changed)
        return changed.error();
    put<MetabolicModel>(Part::Model, &Project::model,
                        std::make_shared<const MetabolicModel>(*std::move(changed)));
    return {};
}

void Session::setCohortOptions(const CohortOptions &options)
{
    m_options.cohort = options;
    rebuildCohort();
}

void Session::computeFlux(const FluxOptions &options)
{
    m_options.flux = options;
    Job *job = startStep<FluxRun>(
        Part::Flux, marked("Core", "Computing fluxes"),
        [options, kept = m_unfinishedFlux](const Project &p, const TaskContext &c) {
            return fluxStep(p, options, c, kept.get());
        },
        &Project::flux);
    job->setCanKeep(true);
}

GanEpochCallback Session::epochSink()
{
    auto mailbox = std::make_shared<EpochMailbox>();
    const auto drain = [this, mailbox] {
        std::vector<GanEpoch> epochs;
        {
            const std::lock_guard lock(mailbox->mutex);
            epochs.swap(mailbox->waiting);
            mailbox->announced = false;
        }
        for (const GanEpoch &epoch : epochs)
            emit epochDone(epoch);
    };
    return [this, mailbox, drain](const GanEpoch &epoch) {
        const std::lock_guard lock(mailbox->mutex);
        mailbox->waiting.push_back(epoch);
        if (mailbox->announced)
            return;
        mailbox->announced = true;
        QMetaObject::invokeMethod(
            this, [this, drain] { QTimer::singleShot(100, this, drain); }, Qt::QueuedConnection);
    };
}

void Session::train(const GanOptions &options)
{
    m_options.gan = options;
    emit trainingStarted();
    Job *job = startStep<GanRun>(
        Part::Training, marked("Core", "Training network"),
        [options, sink = epochSink()](const Project &p, const TaskContext &c) {
            return trainStep(p, options, c, sink);
        },
        &Project::training);
    job->setCanKeep(true);
}

void Session::explain(const ExplainOptions &options)
{
    m_options.explain = options;
    startStep<ShapRun>(
        Part::Explanation, marked("Core", "Explaining predictions"),
        [options](const Project &p, const TaskContext &c) { return explainStep(p, options, c); },
        &Project::explanation);
}

void Session::enrich(const EnrichOptions &options)
{
    m_options.enrich = options;
    startStep<EnrichmentRun>(
        Part::Enrichment, marked("Core", "Testing enrichment"),
        [options](const Project &p, const TaskContext &c) { return enrichStep(p, options, c); },
        &Project::enrichment);
}

void Session::simulateStress(const StressOptions &options)
{
    m_options.stress = options;
    Job *job = startStep<StressResults>(
        Part::Stress, marked("Core", "Simulating stress"),
        [options](const Project &p, const TaskContext &c) { return stressStep(p, options, c); },
        &Project::stress);
    job->setCanKeep(true);
}

void Session::compareGroups(const GroupOptions &options)
{
    m_options.groups = options;
    startStep<GroupRun>(
        Part::Groups, marked("Core", "Comparing groups"),
        [options](const Project &p, const TaskContext &) { return groupStep(p, options); }, &Project::groups);
}

void Session::analyseModel(const ModelAnalysisOptions &options)
{
    Job *job = startStep<ModelAnalyses>(
        Part::Analyses, marked("Core", "Analysing model"),
        [options](const Project &p, const TaskContext &c) { return analysisStep(p, options, c); },
        &Project::analyses);
    job->setCanKeep(analysisKind(options.method) != AnalysisKind::Fluxes);
}

void Session::checkModel(const ModelCheckOptions &options)
{
    startStep<ModelCheckRun>(
        Part::ModelCheck, marked("Core", "Checking model"),
        [options](const Project &p, const TaskContext &c) { return checkStep(p, options, c); },
        &Project::modelCheck);
}

void Session::loadNetwork(const QString &path)
{
    const auto before = m_project.training;
    const std::filesystem::path file(path.toStdU16String());
    Job *job = startStep<GanRun>(
        Part::Training, marked("Core", "Loading network"),
        [file](const Project &project, const TaskContext &context) -> Result<GanRun> {
            Result<GanRun> loaded = pathgan::loadNetwork(file);
            return loaded ? applyNetworkStep(project, *std::move(loaded), context) : loaded;
        },
        &Project::training);
    connect(job, &Job::finished, this, [this, before] {
        if (m_project.training != before)
            m_unsaved.erase(Part::Training); // it is in its file
    });
}

void Session::saveNetwork(const QString &path)
{
    const std::filesystem::path file(path.toStdU16String());
    m_engine.start<bool>(
        QString(marked("Core", "Saving network")),
        [file, training = m_project.training](const TaskContext &) -> Result<bool> {
            if (!training)
                return Error{ErrorCode::MissingInput, "trained network"};
            const Result<void> saved = training->network->save(file);
            return saved ? Result<bool>(true) : Result<bool>(saved.error());
        },
        [this, training = m_project.training.get()](const Result<bool> &saved) {
            if (!saved)
                return emit failed(saved.error(), QString(marked("Core", "Saving network")));
            if (m_project.training.get() == training) {
                m_unsaved.erase(Part::Training);
                m_ofExample.erase(Part::Training);
            }
        });
}

void Session::startPart(Part part)
{
    switch (part) {
    case Part::Flux:
        return computeFlux(m_options.flux);
    case Part::Training:
        return train(m_options.gan);
    case Part::Explanation:
        return explain(m_options.explain);
    case Part::Enrichment:
        return enrich(m_options.enrich);
    case Part::Stress:
        return simulateStress(m_options.stress);
    case Part::Groups:
        return compareGroups(m_options.groups);
    default:
        return;
    }
}

void Session::continueChain()
{
    if (m_chain.empty()) {
        m_openingExample = false;
        return;
    }
    const Part next = m_chain.back();
    m_chain.pop_back();
    startPart(next);
}

void Session::runAll()
{
    m_chain.assign(resultParts.rbegin(), resultParts.rend());
    std::erase_if(m_chain, [this](Part part) {
        return (m_project.has(part) && m_project.stale.count(part) == 0) ||
               (part == Part::Groups && !m_project.clinical);
    });
    continueChain();
}

void Session::openExample()
{
    clear();
    setRunning(Part::Expression, true);
    auto options = std::make_shared<AnalysisOptions>();
    m_engine.start<Project>(
        QString(marked("Core", "Opening example")),
        [options](const TaskContext &context) -> Result<Project> {
            const Result<AnalysisConfig> config = exampleConfig();
            if (!config)
                return config.error();
            *options = config->options;
            return loadInputs(*config, context);
        },
        [this, options](Result<Project> loaded) {
            setRunning(Part::Expression, false);
            if (!loaded) {
                emit failed(loaded.error(), QString(marked("Core", "Opening example")));
                return;
            }
            m_project = *std::move(loaded);
            m_project.isExample = true;
            m_openingExample = true;
            m_options = *options;
            emit optionsChanged();
            for (const Part part : {Part::Expression, Part::Clinical, Part::GeneSets, Part::Interactions,
                                    Part::Model, Part::Cohort})
                emit partChanged(part);
            runAll();
        });
}

void Session::clear()
{
    m_engine.stopAll();
    m_chain.clear();
    m_project = {};
    m_options = {};
    m_reports.clear();
    m_unsaved.clear();
    m_ofExample.clear();
    m_openingExample = false;
    for (const Part part :
         {Part::Expression, Part::Clinical, Part::GeneMap, Part::GeneSets, Part::Interactions, Part::Model,
          Part::Cohort, Part::Flux, Part::Training, Part::Explanation, Part::Enrichment, Part::Stress,
          Part::Groups, Part::Analyses, Part::ModelCheck})
        emit partChanged(part);
    emit optionsChanged();
    emit staleChanged();
}

} // namespace pathgan
