// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/projectkeeper.h"

#include "core/base/marked.h"
#include "core/engine/recovery.h"
#include "core/engine/session.h"
#include "core/steps/freshness.h"
#include "core/steps/projectinputs.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace pathgan {

namespace fs = std::filesystem;

namespace {

constexpr int soonMilliseconds = 500;      // after a finished step
constexpr int oftenMilliseconds = 120'000; // while something is edited

std::set<Part> staleResults(const Project &project)
{
    std::set<Part> found;
    for (const StepFacts &facts : allSteps())
        if (project.has(facts.part) && isStale(project, facts.part))
            found.insert(facts.part);
    return found;
}

/// Of what the rest of a file may be read all the same.
bool isDamage(const Error &error)
{
    return error.code == ErrorCode::FileDamaged || error.code == ErrorCode::FileTruncated;
}

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
    m_often.setInterval(oftenMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &ProjectKeeper::autosave);
    connect(&m_often, &QTimer::timeout, this, &ProjectKeeper::autosave);
    m_often.start();
    connect(&m_session, &Session::partChanged, this, &ProjectKeeper::noteRun);
    for (const auto signal : {&Session::staleChanged, &Session::optionsChanged, &Session::scenariosChanged})
        connect(&m_session, signal, this, &ProjectKeeper::touch);
    connect(&m_session.view(), &ViewSettings::edited, this, &ProjectKeeper::touch);
    auto wasStale = std::make_shared<std::set<Part>>();
    connect(&m_session.edits(), &Edits::aboutToReplay, this,
            [this, wasStale] { *wasStale = staleResults(m_session.project()); });
    connect(&m_session.edits(), &Edits::replayed, this, [this, wasStale](const Edit &edit) {
        std::set<Part> parts = staleResults(m_session.project());
        std::erase_if(parts, [&](Part part) { return wasStale->count(part) > 0; });
        if (edit.kind != EditKind::ShownRun)
            bringBack(std::move(parts));
    });
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
    contents.settings = m_session.view().all();
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
    std::vector<LostPart> lost = {};
    bool isModified = false; ///< the files hold less
};

void ProjectKeeper::open(const fs::path &path)
{
    // Going back to what was saved last: the file is open already, and would be in use.
    std::error_code different;
    const bool isOwn = m_file && !m_isReadOnly && fs::equivalent(path, m_path, different);
    openBy(path, [path, own = isOwn ? m_file : nullptr](const TaskContext &) -> Result<Opened> {
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
    openBy(recoveryFile, [recoveryFile](const TaskContext &) -> Result<Opened> {
        Result<ProjectFile> made = ProjectFile::open(recoveryFile, ProjectFile::Access::ReadWrite);
        if (!made)
            return made.error();
        const FileHandle recovery = shared(*std::move(made));
        Result<ProjectContents> contents = recovery->load();
        if (!contents)
            return contents.error();
        FileHandle file;
        if (const std::string own = contents->settings[recoveryOf]; !own.empty())
            if (Result<ProjectFile> opened = ProjectFile::open(own, ProjectFile::Access::ReadWrite); opened)
                file = shared(*std::move(opened));
        return Opened{file, recovery, *std::move(contents), {}, true};
    });
}

void ProjectKeeper::salvage(const fs::path &damaged)
{
    openBy(damaged, [damaged](const TaskContext &context) -> Result<Opened> {
        Opened opened;
        Result<ProjectContents> contents = salvageProject(damaged, opened.lost, context, matrixReader());
        if (!contents)
            return contents.error();
        opened.contents = *std::move(contents);
        opened.isModified = true;
        return opened;
    });
}

/// Does the work in the worker, and takes over what it opened.
void ProjectKeeper::openBy(fs::path path, std::function<Result<Opened>(const TaskContext &)> work)
{
    ++m_opening;
    m_files->start<Opened>(QString(marked("Core", "Opening project")), std::move(work),
                           [this, path = std::move(path)](Result<Opened> opened) {
                               --m_opening;
                               if (!opened) {
                                   if (isDamage(opened.error()))
                                       emit damaged({path, opened.error(), {}, false});
                                   else
                                       emit failed(opened.error());
                                   return;
                               }
                               forget();
                               m_file = opened->file;
                               m_recovery = opened->recovery;
                               m_path = m_file ? m_file->path() : fs::path();
                               m_isReadOnly = m_file && m_file->access() == ProjectFile::Access::ReadOnly;
                               m_damage = {path, {}, std::move(opened->lost), !m_file && !m_recovery};
                               take(std::move(opened->contents));
                               if (opened->isModified)
                                   touch();
                               if (m_recovery)
                                   m_recoveredRevision = m_revision;
                               emit fileChanged();
                               for (const Part part : pendingParts(m_session.project()))
                                   loadOne(part);
                               tellOpened();
                           });
}

/// Once every part is there, or is not to be had.
void ProjectKeeper::tellOpened()
{
    if (m_opening > 0)
        return;
    const Damage found = std::exchange(m_damage, {});
    emit opened();
    if (!found.parts.empty() || found.isSalvaged)
        emit damaged(found);
}

void ProjectKeeper::take(ProjectContents contents)
{
    const QScopedValueRollback quiet(m_isQuiet, true);
    m_history = std::move(contents.history);
    m_note = contents.note;
    m_inputs = std::move(contents.inputs);
    m_packsInputs = contents.packsInputs;
    for (const char *own : {recoveryOf, recoveryTime, recoveryStep, recoveryClean})
        contents.settings.erase(own);
    m_session.restore(std::move(contents.project), std::move(contents.reports));
    m_session.view().replace(std::move(contents.settings));
    emit historyChanged();
    emit noteChanged();
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
                context.report(partName(part), 0, 0);
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
                m_session.take(**loaded, part, true);
            } else if (part == Part::Expression && loaded.error().code != ErrorCode::Cancelled) {
                QString path = QString::fromStdString(loaded.error().detail);
                for (const InputFile &input : m_inputs)
                    if (input.part == part)
                        path = QString::fromStdString(input.path);
                emit matrixMissing(path);
            } else if (isDamage(loaded.error())) {
                m_damage.parts.push_back({part, loaded.error()});
            } else if (loaded.error().code != ErrorCode::Cancelled) {
                emit failed(loaded.error());
            }
            tellOpened();
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
    const std::string before = std::exchange(m_note, note);
    const auto again = [this](const std::string &text) { return [this, text] { setNote(text); }; };
    m_session.edits().push({.kind = EditKind::ProjectNote, .undo = again(before), .redo = again(note)});
    touch();
    emit noteChanged();
}

void ProjectKeeper::setPacksInputs(bool packs)
{
    if (packs == m_packsInputs)
        return;
    m_packsInputs = packs;
    touch();
}

KeptRun *ProjectKeeper::find(const KeptRun &run)
{
    const auto found = std::find_if(m_history.begin(), m_history.end(),
                                    [&run](const KeptRun &one) { return isSameRun(one, run); });
    return found == m_history.end() ? nullptr : &*found;
}

/// The run with its value, read in the worker where it lies in the file only.
void ProjectKeeper::withValue(const KeptRun &run, std::function<void(const KeptRun &)> then)
{
    if (!run.value)
        m_session.setLoading(run.part, true);
    readRun(run, [this, isLoading = !run.value, then = std::move(then)](const KeptRun &whole) {
        if (isLoading)
            m_session.setLoading(whole.part, false);
        if (whole.value)
            then(whole);
    });
}

/// then: with the run as it is, without a value, where that cannot be read or the project was closed.
void ProjectKeeper::readRun(const KeptRun &run, std::function<void(const KeptRun &)> then)
{
    if (run.value)
        return then(run);
    m_files->start<KeptRun>(
        QString(marked("Core", "Reading an earlier run")),
        [run, files = std::pair(m_file, m_recovery)](const TaskContext &context) -> Result<KeptRun> {
            Result<KeptRun> loaded = Error{ErrorCode::MissingInput, partName(run.part)};
            for (const FileHandle &file : {files.first, files.second})
                if (file && !loaded)
                    loaded = file->loadRun(run, context);
            return loaded;
        },
        [this, run, then = std::move(then), at = m_project](const Result<KeptRun> &loaded) {
            then(loaded && at == m_project ? *loaded : run);
            if (!loaded && at == m_project && loaded.error().code != ErrorCode::Cancelled)
                emit failed(loaded.error());
        });
}

void ProjectKeeper::put(const KeptRun &run)
{
    Project changed = m_session.project();
    putRun(changed, run);
    const KeptRun *own = find(run);
    {
        const QScopedValueRollback quiet(m_isQuiet, true);
        m_session.take(changed, run.part, own && !own->id.empty()); // what has an id lies in a file
    }
    touch();
}

void ProjectKeeper::restoreRun(const KeptRun &run)
{
    withValue(run, [this](const KeptRun &whole) {
        const KeptRun before = keptRun(m_session.project(), whole.part);
        put(whole);
        if (before.value)
            m_session.edits().push({.kind = EditKind::ShownRun,
                                    .part = whole.part,
                                    .undo = [this, before] { put(before); },
                                    .redo = [this, whole] { put(whole); }});
    });
}

/// Of these results, which an edit that was undone or redone put out of date, those that were computed like
/// this come back from the history.
void ProjectKeeper::bringBack(std::set<Part> parts)
{
    const Project &project = m_session.project();
    while (!parts.empty()) {
        const Part part = *parts.begin();
        parts.erase(parts.begin());
        const auto found = std::find_if(m_history.rbegin(), m_history.rend(), [&](const KeptRun &run) {
            return run.part == part && run.provenance && run.provenance->key == currentKey(project, part);
        });
        if (found == m_history.rend() || m_session.isRunning(part) || !isStale(project, part))
            continue;
        return withValue(KeptRun(*found), [this, parts](const KeptRun &run) {
            put(run);
            bringBack(parts); // what was made of it
        });
    }
}

void ProjectKeeper::setPinned(const KeptRun &run, bool pinned)
{
    KeptRun *own = find(run);
    if (!own || own->isPinned == pinned)
        return;
    own->isPinned = pinned;
    const auto again = [this, run = *own](bool pins) { return [this, run, pins] { setPinned(run, pins); }; };
    m_session.edits().push(
        {.kind = EditKind::Pinned, .part = run.part, .undo = again(!pinned), .redo = again(pinned)});
    touch();
    emit historyChanged();
}

void ProjectKeeper::setRunNote(const KeptRun &run, const std::string &note)
{
    KeptRun *own = find(run);
    if (!own || own->note == note)
        return;
    const std::string before = std::exchange(own->note, note);
    const auto again = [this, run = *own](const std::string &text) {
        return [this, run, text] { setRunNote(run, text); };
    };
    m_session.edits().push(
        {.kind = EditKind::RunNote, .part = run.part, .undo = again(before), .redo = again(note)});
    touch();
    emit historyChanged();
}

void ProjectKeeper::insertRun(const KeptRun &run, std::size_t at)
{
    m_history.insert(m_history.begin() + static_cast<std::ptrdiff_t>(std::min(at, m_history.size())), run);
    touch();
    emit historyChanged();
}

void ProjectKeeper::eraseRun(const KeptRun &run)
{
    if (const KeptRun *own = find(run)) {
        m_history.erase(m_history.begin() + (own - m_history.data()));
        touch();
        emit historyChanged();
    }
}

void ProjectKeeper::removeRun(const KeptRun &run)
{
    withValue(run, [this](const KeptRun &whole) {
        const KeptRun *own = find(whole);
        if (!own)
            return;
        const auto at = static_cast<std::size_t>(own - m_history.data());
        eraseRun(whole);
        m_session.edits().push({.kind = EditKind::RemovedRun,
                                .part = whole.part,
                                .undo = [this, whole, at] { insertRun(whole, at); },
                                .redo = [this, whole] { eraseRun(whole); }});
    });
}

} // namespace pathgan
