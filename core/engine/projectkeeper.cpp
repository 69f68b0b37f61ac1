// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/projectkeeper.h"

#include "core/base/marked.h"
#include "core/engine/recovery.h"
#include "core/engine/session.h"
#include "core/steps/freshness.h"
#include "core/steps/projectinputs.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

namespace pathgan {

namespace fs = std::filesystem;

namespace {

constexpr int soonMilliseconds = 500; // after a finished step

} // namespace

ProjectKeeper::FileHandle ProjectKeeper::shared(ProjectFile &&file)
{
    file.setMatrixReader(matrixReader());
    return std::make_shared<ProjectFile>(std::move(file));
}

ProjectKeeper::ProjectKeeper(Session &session, fs::path recoveryFolder, QObject *parent)
    : QObject(parent), m_session(session), m_recoveryFolder(std::move(recoveryFolder)),
      m_files(std::make_unique<Engine>())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMilliseconds);
    setInterval(120'000);
    connect(&m_soon, &QTimer::timeout, this, &ProjectKeeper::autosave);
    connect(&m_often, &QTimer::timeout, this, &ProjectKeeper::autosave);
    m_often.start();
    connect(&m_session, &Session::partChanged, this, &ProjectKeeper::noteRun);
    for (const auto signal : {&Session::staleChanged, &Session::optionsChanged, &Session::scenariosChanged})
        connect(&m_session, signal, this, &ProjectKeeper::touch);
}

ProjectKeeper::~ProjectKeeper()
{
    m_files.reset(); // waits
    std::error_code ignored;
    for (const fs::path &path : m_removed)
        fs::remove(path, ignored);
}

void ProjectKeeper::touch()
{
    if (m_isQuiet)
        return;
    const bool was = isModified();
    ++m_revision;
    m_recoveryFailed = false;
    setModified(was);
}

void ProjectKeeper::setModified(bool was)
{
    if (was != isModified())
        emit modifiedChanged(isModified());
}

/// A part was replaced: its run is history, and worth keeping soon.
void ProjectKeeper::noteRun(Part part)
{
    if (m_isQuiet)
        return;
    touch();
    KeptRun run = keptRun(m_session.project(), part);
    if (!run.value || part <= Part::Cohort)
        return;
    m_lastStep = partName(part);
    if (std::none_of(m_history.begin(), m_history.end(),
                     [&run](const KeptRun &known) { return isSameRun(known, run); })) {
        m_history.push_back(std::move(run));
        emit historyChanged();
    }
    m_soon.start();
}

ProjectContents ProjectKeeper::contents() const
{
    ProjectContents contents;
    contents.project = m_session.project();
    contents.history = m_history;
    contents.note = m_note;
    contents.settings = m_settings;
    contents.inputs = m_inputs;
    contents.packsInputs = m_packsInputs || contents.project.isExample; // whose files go with the program
    forEachPart(contents.project, [&](Part part, const auto &) {
        if (isInput(part) && m_session.project().has(part))
            contents.reports[part] = m_session.report(part);
    });
    return contents;
}

// Reading.

/// Files that were opened, and what is in the project.
struct ProjectKeeper::Opened
{
    FileHandle file, recovery; ///< either may be null
    ProjectContents contents;
    bool isRecovered = false;          ///< it is more than the file has
    std::optional<Error> problem = {}; ///< that is to be told all the same
};

/// In the worker: what is recovered and its own file, as far as that is there and what it was.
Result<ProjectKeeper::Opened> ProjectKeeper::withOwnFile(FileHandle recovery, ProjectContents contents)
{
    const std::string own = contents.settings[recoveryOf];
    const auto base = contents.settings.find(recoveryBase);
    FileHandle file;
    std::optional<Error> problem;
    for (const auto access : {ProjectFile::Access::ReadWrite, ProjectFile::Access::ReadOnly}) {
        if (own.empty() || file)
            continue;
        if (Result<ProjectFile> opened = ProjectFile::open(own, access); opened)
            file = shared(*std::move(opened));
        else if (!problem)
            problem = opened.error();
    }
    if (file && !problem && base != contents.settings.end() &&
        file->state() != base->second) { // saved since: what it has now must stay
        problem = Error{ErrorCode::FileChanged, own};
        file.reset();
        if (Result<ProjectFile> opened = ProjectFile::open(own, ProjectFile::Access::ReadOnly); opened)
            file = shared(*std::move(opened));
    }
    recovery->leanOn(file);
    if (recovery->isWhole())
        return Opened{problem ? nullptr : file, recovery, std::move(contents), true, problem};
    // Some of it was in the own file only: the rest, and the recovery file stays for another try.
    const fs::path path = recovery->path();
    recovery.reset();
    std::vector<LostPart> lost;
    Result<ProjectContents> rest = salvageProject(path, lost, {}, matrixReader());
    if (!rest)
        return problem.value_or(rest.error());
    std::string names;
    for (const LostPart &part : lost)
        names += (names.empty() ? "" : ", ") + std::string(partName(part.part));
    return Opened{nullptr, nullptr, *std::move(rest), true,
                  Error{problem ? problem->code : ErrorCode::FileChanged, own + ": " + names}};
}

void ProjectKeeper::open(const fs::path &path)
{
    // Going back to what was saved last: the file is open already, and would be in use.
    std::error_code different;
    const bool isOwn = m_file && !m_isReadOnly && fs::equivalent(path, m_path, different);
    openBy([path, own = isOwn ? m_file : nullptr]() -> Result<Opened> {
        FileHandle file = own;
        if (!file) {
            Result<ProjectFile> made = ProjectFile::open(path, ProjectFile::Access::ReadWrite);
            if (!made &&
                (made.error().code == ErrorCode::FileInUse || made.error().code == ErrorCode::FileReadOnly))
                made = ProjectFile::open(path, ProjectFile::Access::ReadOnly);
            if (!made)
                return made.error();
            file = shared(*std::move(made));
        }
        Result<ProjectContents> contents = file->load();
        return contents ? Result<Opened>(Opened{file, nullptr, *std::move(contents)}) : contents.error();
    });
}

void ProjectKeeper::recover(const fs::path &recoveryFile)
{
    openBy([recoveryFile]() -> Result<Opened> {
        Result<ProjectFile> made = ProjectFile::open(recoveryFile, ProjectFile::Access::ReadWrite);
        if (!made)
            return made.error();
        const FileHandle recovery = shared(*std::move(made));
        Result<ProjectContents> contents = recovery->load();
        if (!contents)
            return contents.error();
        return withOwnFile(recovery, *std::move(contents));
    });
}

/// Does the work in the worker, and takes over what it opened.
void ProjectKeeper::openBy(std::function<Result<Opened>()> work)
{
    ++m_opening;
    m_files->start<Opened>(
        QString(marked("Core", "Opening project")),
        [work = std::move(work)](const TaskContext &) { return work(); },
        [this](Result<Opened> opened) {
            --m_opening;
            if (!opened)
                return emit failed(opened.error());
            forget();
            m_file = opened->file;
            m_recovery = opened->recovery;
            m_path = m_file ? m_file->path() : fs::path();
            m_isReadOnly = m_file && m_file->access() == ProjectFile::Access::ReadOnly;
            m_revision = std::max(m_revision, std::atoll(opened->contents.settings[recoveryEdit].c_str()));
            m_savedRevision = m_revision;
            take(std::move(opened->contents));
            if (opened->isRecovered)
                touch();
            m_recoveredRevision = m_recovery ? m_revision : -1;
            emit fileChanged();
            loadPending();
            if (opened->problem)
                emit failed(*opened->problem);
        });
}

void ProjectKeeper::take(ProjectContents contents)
{
    const QScopedValueRollback quiet(m_isQuiet, true);
    m_history = std::move(contents.history);
    m_note = contents.note;
    m_settings = std::move(contents.settings);
    m_inputs = std::move(contents.inputs);
    m_packsInputs = contents.packsInputs;
    for (const char *own : recoverySettings)
        m_settings.erase(own);
    m_session.restore(std::move(contents.project), std::move(contents.reports));
    emit historyChanged();
    emit settingsChanged();
}

void ProjectKeeper::loadPending()
{
    for (const Part part : pendingParts(m_session.project()))
        loadOne(part);
    if (m_opening == 0)
        emit opened();
}

void ProjectKeeper::loadOne(Part part)
{
    using Loaded = std::shared_ptr<Project>;
    ++m_opening;
    m_session.setLoading(part, true);
    m_files->startPrepared<Loaded>(
        QString(marked("Core", "Opening project")),
        [this, part] {
            return [project = m_session.project(), part,
                    files = std::pair(m_file, m_recovery)](const TaskContext &context) -> Result<Loaded> {
                auto loaded = std::make_shared<Project>(project);
                Result<void> done = Error{ErrorCode::MissingInput, partName(part)};
                for (const FileHandle &file : {files.second, files.first})
                    if (file && !done)
                        done = file->loadPart(*loaded, part, context);
                return done ? Result<Loaded>(std::move(loaded)) : Result<Loaded>(done.error());
            };
        },
        [this, part, at = m_project](Result<Loaded> loaded) {
            --m_opening;
            m_session.setLoading(part, false);
            if (at != m_project)
                return;
            const QScopedValueRollback quiet(m_isQuiet, true);
            if (loaded) {
                m_session.takeLoaded(**loaded, part);
            } else if (part == Part::Expression && loaded.error().code != ErrorCode::Cancelled) {
                QString path = QString::fromStdString(loaded.error().detail);
                for (const InputFile &input : m_inputs)
                    if (input.part == part)
                        path = QString::fromStdString(input.path);
                emit matrixMissing(path);
            } else if (loaded.error().code != ErrorCode::Cancelled) {
                emit failed(loaded.error());
            }
            if (m_opening == 0)
                emit opened();
        });
}

void ProjectKeeper::findMatrix(const fs::path &path)
{
    for (const FileHandle &file : {m_file, m_recovery})
        if (file)
            file->setInputPath(Part::Expression, path);
    loadOne(Part::Expression);
    loadOne(Part::Cohort);
}

void ProjectKeeper::forget()
{
    ++m_project;
    m_soon.stop();
    remove(std::exchange(m_recovery, nullptr));
    if (!m_creating.empty()) // nobody takes it any more
        m_removed.push_back(m_creating);
    m_isRecoveryClean = false;
    m_file.reset();
    m_path.clear();
    m_history.clear();
    m_inputs.clear();
    m_settings.clear();
    m_note.clear();
    m_lastStep.clear();
    m_packsInputs = m_isReadOnly = false;
    setSaved(m_revision);
    emit fileChanged();
    emit historyChanged();
}

// What the project keeps besides results.

void ProjectKeeper::setNote(const std::string &note)
{
    if (note == m_note)
        return;
    m_note = note;
    touch();
}

void ProjectKeeper::setPacksInputs(bool packs)
{
    if (packs == m_packsInputs)
        return;
    m_packsInputs = packs;
    touch();
}

void ProjectKeeper::setSetting(const std::string &key, const std::string &value)
{
    m_settings[key] = value;
}

std::string ProjectKeeper::setting(const std::string &key) const
{
    const auto found = m_settings.find(key);
    return found == m_settings.end() ? std::string() : found->second;
}

KeptRun *ProjectKeeper::find(const KeptRun &run)
{
    const auto found = std::find_if(m_history.begin(), m_history.end(),
                                    [&run](const KeptRun &one) { return isSameRun(one, run); });
    return found == m_history.end() ? nullptr : &*found;
}

void ProjectKeeper::restoreRun(const KeptRun &run)
{
    const auto put = [this](const KeptRun &whole) {
        Project changed = m_session.project();
        putRun(changed, whole);
        const QScopedValueRollback quiet(m_isQuiet, true); // it is in the history
        m_session.takeLoaded(changed, whole.part);
    };
    if (run.value) {
        put(run);
        return touch();
    }
    m_session.setLoading(run.part, true);
    m_files->start<KeptRun>(
        QString(marked("Core", "Reading an earlier run")),
        [run, files = std::pair(m_file, m_recovery)](const TaskContext &context) -> Result<KeptRun> {
            Result<KeptRun> loaded = Error{ErrorCode::MissingInput, partName(run.part)};
            for (const FileHandle &file : {files.first, files.second})
                if (file && !loaded)
                    loaded = file->loadRun(run, context);
            return loaded;
        },
        [this, put, part = run.part, at = m_project](const Result<KeptRun> &loaded) {
            m_session.setLoading(part, false);
            if (at != m_project)
                return;
            if (!loaded)
                return emit failed(loaded.error());
            put(*loaded);
            touch();
        });
}

void ProjectKeeper::setPinned(const KeptRun &run, bool pinned)
{
    if (KeptRun *own = find(run); own && own->isPinned != pinned) {
        own->isPinned = pinned;
        touch();
        emit historyChanged();
    }
}

void ProjectKeeper::setRunNote(const KeptRun &run, const std::string &note)
{
    if (KeptRun *own = find(run); own && own->note != note) {
        own->note = note;
        touch();
        emit historyChanged();
    }
}

void ProjectKeeper::removeRun(const KeptRun &run)
{
    if (const KeptRun *own = find(run)) {
        m_history.erase(m_history.begin() + (own - m_history.data()));
        touch();
        emit historyChanged();
    }
}

} // namespace pathgan
