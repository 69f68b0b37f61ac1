// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/session.h"

#include "core/base/hash.h"
#include "core/base/marked.h"
#include "core/engine/cachefolder.h"
#include "core/engine/example.h"
#include "core/engine/learnttimes.h"
#include "core/steps/compute.h"
#include "core/steps/reading.h"

#include <QTimer>
#include <QtGlobal>

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

namespace pathgan {

namespace {

/// Training steps hand their epochs over here; the GUI thread empties it ten times a second.
struct EpochMailbox
{
    std::mutex mutex;
    std::vector<GanEpoch> waiting;
    bool announced = false;
};

bool isInChain(Part part)
{
    const StepFacts *facts = stepOf(part);
    return facts && facts->inRunAll;
}

/// The cohort is no result that could be lost: it follows from the inputs at once.
bool isResult(Part part)
{
    return !isInput(part) && part != Part::Cohort;
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

template <class T>
void Session::put(Part part, Artifact<T> Project::*field, Artifact<T> value)
{
    Artifact<T> replaced = std::exchange(m_project.*field, std::move(value));
    announce(part); // nobody shows the other any more
    m_engine.discard(replaced.value());
}

/// A part was replaced; isSaved: by one that lies in the project's file.
void Session::announce(Part part, bool isSaved)
{
    m_unsaved.erase(part);
    m_ofExample.erase(part);
    if (isResult(part) && !isSaved)
        (m_openingExample && isInChain(part) ? m_ofExample : m_unsaved).insert(part);
    const Edits::Quiet quiet(m_edits); // what forms make of it is nobody's edit
    emit staleChanged();
    emit partChanged(part);
}

namespace {

/// What looks at the model alone need not wait for a long run, only for an input that is being read.
Lane laneOf(const Session &session, Part part)
{
    const bool isLight = part == Part::ModelCheck || part == Part::Analyses;
    bool isReading = false;
    forEachPart(session.project(), [&](Part input, const auto &) {
        isReading = isReading || ((isInput(input) || input == Part::Cohort) && session.isRunning(input));
    });
    return isLight && !isReading ? Lane::Light : Lane::Main;
}

} // namespace

template <class Step>
void Session::start()
{
    using Value = typename Step::Value;
    constexpr Part part = Step::facts.part;
    const Lane lane = laneOf(*this, part);
    setRunning(part, true);
    Job *job = m_engine.startPrepared<Artifact<Value>>(
        QString::fromUtf8(Step::facts.title),
        [this, options = Step::options(std::as_const(m_project))] {
            return [project = m_project, options, sink = epochSink(),
                    kept = m_unfinishedFlux](const TaskContext &context) {
                return compute<Step>(project, options, {context, sink, kept.get(), {}});
            };
        },
        [this, opened = m_opened](Result<Artifact<Value>> result) {
            setRunning(part, false);
            if (opened != m_opened) // of a project that was closed
                return;
            if (!result) {
                if (isInChain(part))
                    endChain();
                if (result.error().code != ErrorCode::Cancelled)
                    emit failed(result.error(), Step::facts.part);
                return;
            }
            put<Value>(part, Step::result, *std::move(result));
            LearntTimes::learn(m_project, part);
            if (isInChain(part))
                continueChain();
        },
        lane);
    job->setExpected(LearntTimes::expected(m_project, part).value_or(-1));
    if constexpr (requires { Step::canKeep(Step::options(m_project)); })
        job->setCanKeep(Step::canKeep(Step::options(m_project)));
    else
        job->setCanKeep(Step::facts.canKeep);
}

void Session::run(Part part)
{
    if (part == Part::Training)
        emit trainingStarted();
    withStep(part, [this]<class Step>() { start<Step>(); });
}

void Session::openFile(const QString &path, Part part, const ReadRules &rules)
{
    const std::filesystem::path file(path.toStdU16String());
    if (!isInput(part)) {
        emit failed({ErrorCode::UnknownFormat, path.toStdString()}, std::nullopt);
        return;
    }
    m_project.isExample = false;
    if (part == Part::Clinical)
        m_project.options.cohort.idColumn.clear(); // it was one of the other table
    InputOptions reading = m_project.options.inputs;
    reading.reading = rules;
    setRunning(part, true);
    auto report = std::make_shared<ReadReport>();
    m_engine.start<Project>(
        QString::fromUtf8(readingTitle(part)),
        [file, part, reading, report](const TaskContext &context) -> Result<Project> {
            Project read;
            const Result<void> done =
                readInput(read, part, file, reading, modelCacheFolder(), *report, context);
            return done ? Result<Project>(std::move(read)) : Result<Project>(done.error());
        },
        [this, part, report, reading, opened = m_opened](Result<Project> read) {
            setRunning(part, false);
            if (opened != m_opened)
                return;
            m_reports[part] = *report;
            emit reportChanged(part);
            if (!read) {
                endChain();
                if (read.error().code != ErrorCode::Cancelled)
                    emit failed(read.error(), part);
                return;
            }
            if (part == Part::Expression)
                m_project.options.inputs.reading = reading.reading;
            take(*read, part, false);
            if (part == Part::Expression || part == Part::Clinical)
                rebuildCohort();
        });
}

void Session::setLoading(Part part, bool isLoading)
{
    m_loading[part] += isLoading ? 1 : -1;
    if (m_loading[part] <= 0)
        m_loading.erase(part);
    setRunning(part, isLoading);
}

void Session::take(Project &from, Part part, bool isSaved)
{
    auto before = std::make_shared<Project>(m_project);
    takePart(m_project, from, part);
    if (part == Part::Model)
        m_edits.forget(EditKind::Concepts, Part::Model);
    else if (part == Part::Clinical)
        m_edits.forget(EditKind::Options, Part::Cohort);
    announce(part, isSaved);
    m_engine.discard(std::move(before));
}

void Session::rebuildCohort()
{
    if (!m_project.expression)
        return;
    Result<Artifact<Cohort>> cohort = compute<CohortStep>(m_project, m_project.options.cohort);
    std::optional<Error> problem;
    if (!cohort) { // nothing of an earlier table stays: the samples go without a clinical one
        problem = cohort.error();
        Project alone = m_project;
        alone.clinical = nullptr;
        cohort = compute<CohortStep>(alone, m_project.options.cohort);
        if (cohort) // of the table that is there, which gave nothing
            cohort = Artifact<Cohort>(
                cohort->value(), std::make_shared<const Provenance>(
                                     provenanceOf(m_project, CohortStep::facts, m_project.options.cohort)));
    }
    if (cohort)
        put<Cohort>(Part::Cohort, &Project::cohort, *std::move(cohort));
    if (problem)
        emit failed(*problem, Part::Cohort);
}

Result<void> Session::setConcepts(std::vector<ConceptAssignment> assignments)
{
    if (!m_project.model)
        return Error{ErrorCode::MissingInput, "metabolic model"};
    if (m_project.model->assignments == assignments)
        return {};
    Result<Artifact<MetabolicModel>> changed = withAssignments(m_project.model, assignments);
    if (!changed)
        return changed.error();
    const auto again = [this](const std::vector<ConceptAssignment> &given) {
        return [this, given] { static_cast<void>(setConcepts(given)); };
    };
    m_edits.push({.kind = EditKind::Concepts,
                  .part = Part::Model,
                  .undo = again(m_project.model->assignments),
                  .redo = again(assignments)});
    put<MetabolicModel>(Part::Model, &Project::model, *std::move(changed));
    return {};
}

void Session::setCohortOptions(const CohortOptions &options)
{
    const CohortOptions before = std::exchange(m_project.options.cohort, options);
    m_edits.pushOptions(Part::Cohort, m_project.options.cohort, before, [this] {
        rebuildCohort();
        showOptions();
    });
    rebuildCohort();
}

/// After an edit of them was taken back.
void Session::showOptions()
{
    emit optionsChanged();
    emit staleChanged();
}

void Session::setAllowLowCoverage(bool allow)
{
    if (m_project.options.allowLowCoverage == allow)
        return;
    const auto put = [this](bool given) {
        return [this, given] {
            m_project.options.allowLowCoverage = given;
            showOptions();
        };
    };
    m_edits.push({.kind = EditKind::Options,
                  .part = Part::Flux,
                  .keys = {"allow_low_coverage"},
                  .undo = put(!allow),
                  .redo = put(allow)});
    m_project.options.allowLowCoverage = allow;
}

void Session::editScenarios(ScenarioList after, const std::string &name)
{
    const auto put = [this](const ScenarioList &list) {
        return [this, list] { setScenarios({list, m_project.scenarios.saved}); };
    };
    m_edits.push({.kind = EditKind::Scenario,
                  .name = name,
                  .undo = put(m_project.scenarios.list),
                  .redo = put(after)});
    setScenarios({std::move(after), m_project.scenarios.saved});
}

void Session::setScenarios(ScenarioSet scenarios)
{
    m_project.scenarios = std::move(scenarios);
    const ScenarioList &list = m_project.scenarios.list;
    m_project.analysisOptions.scenario =
        list.current < list.scenarios.size() ? list.scenarios[list.current] : Scenario();
    emit scenariosChanged();
    emit staleChanged();
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

void Session::loadNetwork(const QString &path)
{
    const std::filesystem::path file(path.toStdU16String());
    setRunning(Part::Training, true);
    m_engine.startPrepared<Artifact<GanRun>>(
        QString::fromUtf8(marked("Core", "Loading network")),
        [this, file] {
            return [file, project = m_project](const TaskContext &context) -> Result<Artifact<GanRun>> {
                if (!project.cohort)
                    return missingPart(Part::Cohort);
                return loadedNetwork(project, file, context);
            };
        },
        [this, opened = m_opened](Result<Artifact<GanRun>> loaded) {
            setRunning(Part::Training, false);
            if (opened != m_opened)
                return;
            if (!loaded) {
                endChain();
                if (loaded.error().code != ErrorCode::Cancelled)
                    emit failed(loaded.error(), Part::Training);
                return;
            }
            put<GanRun>(Part::Training, &Project::training, *std::move(loaded));
            m_unsaved.erase(Part::Training); // it is in its file
            continueChain();
        });
}

void Session::saveNetwork(const QString &path)
{
    const std::filesystem::path file(path.toStdU16String());
    m_engine.start<bool>(
        QString::fromUtf8(marked("Core", "Saving network")),
        [file, training = m_project.training.value()](const TaskContext &) -> Result<bool> {
            if (!training)
                return Error{ErrorCode::MissingInput, "trained network"};
            const Result<void> saved = training->network->save(file);
            return saved ? Result<bool>(true) : Result<bool>(saved.error());
        },
        [this, training = m_project.training.get()](const Result<bool> &saved) {
            if (!saved)
                return emit failed(saved.error(), Part::Training);
            if (m_project.training.get() == training) {
                m_unsaved.erase(Part::Training);
                m_ofExample.erase(Part::Training);
            }
        });
}

void Session::endChain()
{
    m_chain.clear();
    m_openingExample = false;
}

void Session::continueChain()
{
    if (m_chain.empty()) {
        m_openingExample = false;
        return;
    }
    const Part next = m_chain.back();
    m_chain.pop_back();
    run(next);
}

void Session::runAll()
{
    m_chain = partsToRun(m_project);
    std::reverse(m_chain.begin(), m_chain.end());
    continueChain();
}

void Session::openExample()
{
    clear();
    setRunning(Part::Expression, true);
    auto readings = std::make_shared<std::vector<InputReading>>();
    m_engine.start<Project>(
        QString::fromUtf8(marked("Core", "Opening example")),
        [readings](const TaskContext &context) -> Result<Project> {
            const Result<AnalysisConfig> config = exampleConfig();
            return config ? readInputs(*config, modelCacheFolder(), context, readings.get())
                          : Result<Project>(config.error());
        },
        [this, readings, opened = m_opened](Result<Project> loaded) {
            setRunning(Part::Expression, false);
            if (opened != m_opened)
                return;
            if (!loaded) {
                emit failed(loaded.error(), std::nullopt);
                return;
            }
            m_project = *std::move(loaded);
            m_openingExample = true;
            const Edits::Quiet quiet(m_edits);
            for (const InputReading &reading : *readings) {
                m_reports[reading.part] = reading.report;
                emit reportChanged(reading.part);
            }
            emit optionsChanged();
            emit scenariosChanged();
            for (const Part part : {Part::Expression, Part::Clinical, Part::GeneSets, Part::Interactions,
                                    Part::Model, Part::Cohort})
                emit partChanged(part);
            runAll();
        });
}

void Session::restore(Project project, std::map<Part, ReadReport> reports)
{
    m_engine.stopAll();
    endChain();
    ++m_opened;
    auto before = std::make_shared<Project>(std::exchange(m_project, std::move(project)));
    m_reports = std::move(reports);
    m_unsaved.clear();
    m_ofExample.clear();
    m_edits.clear();
    m_view.replace({});
    const Edits::Quiet quiet(m_edits);
    emit optionsChanged();
    emit scenariosChanged();
    forEachPart(m_project, [this](Part part, const auto &) { emit partChanged(part); });
    for (const auto &[part, report] : m_reports)
        emit reportChanged(part);
    emit staleChanged();
    m_engine.discard(std::move(before));
}

void Session::markSaved(const Project &saved)
{
    for (std::set<Part> *parts : {&m_unsaved, &m_ofExample})
        std::erase_if(*parts,
                      [&](Part part) { return m_project.provenance(part) == saved.provenance(part); });
}

} // namespace pathgan
