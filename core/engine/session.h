// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/filekind.h"
#include "core/engine/engine.h"
#include "core/steps/config.h"
#include "core/steps/steplist.h"

#include <QObject>
#include <QStringList>

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace pathgan {

/// What a file of that kind is opened as; nothing: it is no part of a project.
std::optional<Part> partOf(FileKind kind);

/// The open project and the engine that fills it; lives in the GUI thread, emits everything there. A run
/// takes its inputs when it starts working, so steps that are queued feed each other, and its options when it
/// is asked for. What it gives is kept whatever changed meanwhile; freshness.h tells what is out of date.
class Session : public QObject
{
    Q_OBJECT
public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    const Project &project() const { return m_project; }
    const AnalysisOptions &options() const { return m_project.options; }
    Engine &engine() { return m_engine; }
    const ReadReport &report(Part part) const; ///< of the last attempt to read that input
    bool isRunning(Part part) const { return m_running.count(part) > 0; }
    bool hasUnsavedResults() const { return !m_unsaved.empty(); }
    /// Computed here, neither exported nor saved since; what opening the example brings back stands apart.
    const std::set<Part> &unsavedResults() const { return m_unsaved; }
    const std::set<Part> &exampleResults() const { return m_ofExample; }
    bool isOpeningExample() const { return m_openingExample; }
    void markExported(); ///< the tables were written: all is saved but the network

    void openFiles(const QStringList &paths); ///< of any kind, each recognised from its content
    using FileKinds = std::vector<std::pair<QString, Result<FileKind>>>;
    /// The two halves of openFiles(), for who wants to know before what would be replaced.
    void recogniseFiles(const QStringList &paths, std::function<void(const FileKinds &)> done);
    void openRecognised(const FileKinds &kinds);
    void openFile(const QString &path, Part part, const ReadRules &rules = {});
    void openExample();
    void loadNetwork(const QString &path);
    void saveNetwork(const QString &path);
    void setCohortOptions(const CohortOptions &options);
    void setAllowLowCoverage(bool allow);
    void setScenarios(ScenarioSet scenarios); ///< the analyses take the current one
    /// The model with these assignments in place of its own: conceptTable() shows what comes of it.
    Result<void> setConcepts(std::vector<ConceptAssignment> assignments);

    /// As edited: results computed with others are out of date until they are set back.
    template <class Step>
    void setOptions(const typename Step::Options &options)
    {
        Step::options(m_project) = options;
        emit staleChanged();
    }
    /// Starts the step that makes this part, with the options of now.
    void run(Part part);
    template <class Step>
    void run(const typename Step::Options &options)
    {
        setOptions<Step>(options);
        run(Step::facts.part);
    }
    /// Every step of the analysis whose result is missing or stale, one after the other.
    void runAll();
    /// Stops what runs and starts empty.
    void clear();

signals:
    void partChanged(pathgan::Part part); ///< replaced or removed
    void staleChanged();                  ///< what is out of date may have changed: inputs or options did
    void runningChanged(pathgan::Part part);
    void optionsChanged(); ///< replaced as a whole: forms must show them anew
    void scenariosChanged();
    void reportChanged(pathgan::Part part); ///< a file was read or failed to be
    void trainingStarted();
    void epochDone(const pathgan::GanEpoch &epoch); ///< at most ten a second, none lost
    /// Of a part where it is known whose.
    void failed(const pathgan::Error &error, std::optional<pathgan::Part> part);

private:
    template <class Step>
    void start();
    template <class T>
    void put(Part part, Artifact<T> Project::*field, Artifact<T> value);
    void announce(Part part);
    void takeRead(Project &read, Part part);
    void setRunning(Part part, bool running);
    void rebuildCohort();
    void continueChain(), endChain();
    GanEpochCallback epochSink();

    Project m_project;
    std::map<Part, ReadReport> m_reports;
    std::map<Part, int> m_running;
    std::vector<Part> m_chain;  ///< steps still to be started, last first
    std::set<Part> m_unsaved;   ///< results
    std::set<Part> m_ofExample; ///< results that opening the example brought and would bring back
    bool m_openingExample = false;
    int m_opened = 0; ///< projects opened so far: what was asked for in an earlier one is not put into this
    /// Samples of a cancelled run, for the next; touched by the worker only.
    std::shared_ptr<FluxRun> m_unfinishedFlux = std::make_shared<FluxRun>();
    Engine m_engine; ///< last: its destructor waits for jobs that refer to the rest
};

} // namespace pathgan

Q_DECLARE_METATYPE(pathgan::Part)
Q_DECLARE_METATYPE(pathgan::GanEpoch)
