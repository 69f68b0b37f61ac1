#pragma once

#include "core/data/filekind.h"
#include "core/engine/engine.h"
#include "core/project/options.h"
#include "core/project/project.h"

#include <QObject>
#include <QStringList>

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace pathgan {

/// What a file of that kind is opened as; nothing: it is no part of a project.
std::optional<Part> partOf(FileKind kind);

/// The open project and the engine that fills it; lives in the GUI thread, emits everything there. One method
/// a step: each starts a job, whose result replaces a part when its inputs are still the ones it was computed
/// from.
class Session : public QObject
{
    Q_OBJECT
public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    const Project &project() const { return m_project; }
    const AnalysisOptions &options() const { return m_options; }
    Engine &engine() { return m_engine; }
    const ReadReport &report(Part part) const; ///< of the last attempt to read that input
    bool isRunning(Part part) const { return m_running.count(part) > 0; }
    bool hasUnsavedResults() const { return !m_unsaved.empty(); }
    /// Computed here and neither exported nor saved since; those that came with the example, which opening it
    /// brings back, stand in a set of their own.
    const std::set<Part> &unsavedResults() const { return m_unsaved; }
    const std::set<Part> &exampleResults() const { return m_ofExample; }
    bool isOpeningExample() const { return m_openingExample; }
    void markExported(); ///< the tables were written: all is saved but the network

    /// Reads files of any kind, each recognised from its content.
    void openFiles(const QStringList &paths);
    using FileKinds = std::vector<std::pair<QString, Result<FileKind>>>;
    /// The two halves of openFiles(), for who wants to know before what would be replaced.
    void recogniseFiles(const QStringList &paths, std::function<void(const FileKinds &)> done);
    void openRecognised(const FileKinds &kinds);
    void openFile(const QString &path, Part part, const ReadRules &rules = {});
    void openExample();
    void loadNetwork(const QString &path);
    void saveNetwork(const QString &path);
    void setCohortOptions(const CohortOptions &options);
    void setAllowLowCoverage(bool allow) { m_options.allowLowCoverage = m_project.allowLowCoverage = allow; }
    /// The model with these assignments in place of its own: conceptTable() shows what comes of it.
    Result<void> setConcepts(std::vector<ConceptAssignment> assignments);

    void computeFlux(const FluxOptions &options);
    void train(const GanOptions &options);
    void explain(const ExplainOptions &options);
    void enrich(const EnrichOptions &options);
    void simulateStress(const StressOptions &options);
    void compareGroups(const GroupOptions &options);
    void analyseModel(const ModelAnalysisOptions &options); ///< its result joins those there are
    void checkModel(const ModelCheckOptions &options);
    /// Every step whose inputs are there and whose result is missing or stale, one after the other.
    void runAll();
    /// Stops what runs and starts empty.
    void clear();

signals:
    void partChanged(pathgan::Part part); ///< replaced or removed
    void staleChanged();
    void runningChanged(pathgan::Part part);
    void optionsChanged();
    void reportChanged(pathgan::Part part); ///< a file was read or failed to be
    void trainingStarted();
    void epochDone(const pathgan::GanEpoch &epoch);                ///< at most ten a second, none lost
    void failed(const pathgan::Error &error, const QString &step); ///< step: English key

private:
    template <class T>
    Job *startStep(Part part, const char *title,
                   std::function<Result<T>(const Project &, const TaskContext &)> work,
                   std::shared_ptr<const T> Project::*field);
    template <class T>
    void startReading(Part part, const QString &path,
                      std::function<Result<T>(ReadReport &, const TaskContext &)> read,
                      std::shared_ptr<const T> Project::*field);
    template <class T>
    void put(Part part, std::shared_ptr<const T> Project::*field, std::shared_ptr<const T> value);
    void markDependentsStale(Part part);
    void setRunning(Part part, bool running);
    void rebuildCohort();
    void startPart(Part part);
    void continueChain();
    GanEpochCallback epochSink();

    AnalysisOptions m_options;
    Project m_project;
    std::map<Part, ReadReport> m_reports;
    std::map<Part, int> m_running;
    std::vector<Part> m_chain;  ///< steps still to be started, last first
    std::set<Part> m_unsaved;   ///< results
    std::set<Part> m_ofExample; ///< results that opening the example brought and would bring back
    bool m_openingExample = false;
    /// Samples of a cancelled run, for the next; touched by the worker only.
    std::shared_ptr<FluxRun> m_unfinishedFlux = std::make_shared<FluxRun>();
    Engine m_engine; ///< last: its destructor waits for jobs that refer to the rest
};

} // namespace pathgan

Q_DECLARE_METATYPE(pathgan::Part)
Q_DECLARE_METATYPE(pathgan::GanEpoch)
