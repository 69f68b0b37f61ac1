// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/filekind.h"
#include "core/engine/edits.h"
#include "core/engine/engine.h"
#include "core/engine/viewsettings.h"
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

/// The open project and the engine that fills it, in the GUI thread. A run takes its inputs when it starts
/// working, so queued steps feed each other, and its options when asked for. What it gives is always kept.
class Session : public QObject
{
    Q_OBJECT
public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    const Project &project() const { return m_project; }
    const AnalysisOptions &options() const { return m_project.options; }
    Engine &engine() { return m_engine; }
    Edits &edits() { return m_edits; }
    ViewSettings &view() { return m_view; }
    const ReadReport &report(Part part) const; ///< of the last attempt to read that input
    bool isRunning(Part part) const { return m_running.count(part) > 0; } ///< or being loaded
    bool isLoading(Part part) const { return m_loading.count(part) > 0; } ///< from a project's file
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
    void setScenarios(ScenarioSet scenarios); ///< no edit; the analyses take the current one
    void editScenarios(ScenarioList after, const std::string &name);      ///< in the language of the window
    Result<void> setConcepts(std::vector<ConceptAssignment> assignments); ///< in place of the model's own

    template <class Step>
    void setOptions(const typename Step::Options &options) ///< an edit
    {
        auto &own = Step::options(m_project);
        const auto before = std::exchange(own, options);
        m_edits.pushOptions(Step::facts.part, own, before, [this] { showOptions(); });
        emit staleChanged();
    }
    void run(Part part); ///< starts the step that makes it, with the options of now
    void runAll();       ///< every step of the analysis whose result is missing or stale, one after the other
    void clear() { restore({}, {}); } ///< stops what runs and starts empty
    /// Stops what runs and takes a project over; parts that are pending follow by take().
    void restore(Project project, std::map<Part, ReadReport> reports);
    void setLoading(Part part, bool isLoading);
    void take(Project &from, Part part, bool isSaved); ///< a part that was read; saved: in the project's file
    void markSaved(const Project &saved);              ///< what of it is still there needs no saving

signals:
    void partChanged(pathgan::Part part); ///< replaced or removed
    void staleChanged();                  ///< what is out of date may have changed: inputs or options did
    void runningChanged(pathgan::Part part);
    void optionsChanged(); ///< replaced as a whole: forms must show them anew
    void scenariosChanged();
    void reportChanged(pathgan::Part part); ///< a file was read or failed to be
    void trainingStarted();
    void epochDone(const pathgan::GanEpoch &epoch); ///< at most ten a second, none lost
    void failed(const pathgan::Error &error, std::optional<pathgan::Part> part); ///< where it is known whose

private:
    template <class Step>
    void start();
    template <class T>
    void put(Part part, Artifact<T> Project::*field, Artifact<T> value);
    void announce(Part part, bool isSaved = false);
    void setRunning(Part part, bool running);
    void rebuildCohort();
    void continueChain(), endChain(), showOptions();
    GanEpochCallback epochSink();

    Project m_project;
    Edits m_edits;
    ViewSettings m_view{m_edits};
    std::map<Part, ReadReport> m_reports;
    std::map<Part, int> m_running, m_loading;
    std::vector<Part> m_chain;  ///< steps still to be started, last first
    std::set<Part> m_unsaved;   ///< results
    std::set<Part> m_ofExample; ///< results that opening the example brought and would bring back
    bool m_openingExample = false;
    int m_opened = 0; ///< projects opened so far: what was asked for in an earlier one is not put into this
    std::shared_ptr<FluxRun> m_unfinishedFlux = std::make_shared<FluxRun>(); ///< for the worker alone
    Engine m_engine; ///< last: its destructor waits for jobs that refer to the rest
};

} // namespace pathgan

Q_DECLARE_METATYPE(pathgan::Part)
Q_DECLARE_METATYPE(pathgan::GanEpoch)
