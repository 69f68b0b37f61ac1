// SPDX-License-Identifier: GPL-3.0-or-later
// What ProjectKeeper writes.
#include "core/engine/projectkeeper.h"

#include "core/base/marked.h"
#include "core/engine/recovery.h"
#include "core/engine/session.h"
#include "core/steps/freshness.h"
#include "core/steps/projectinputs.h"

#include <QUuid>

#include <algorithm>
#include <set>
#include <utility>

namespace pathgan {

namespace fs = std::filesystem;

namespace {

/// Values of runs that the first file lacks and the second has: history that was moved out of memory.
Result<void> fetchRuns(ProjectContents &contents, const ProjectFile &first, const ProjectFile &second,
                       const TaskContext &context)
{
    const Result<ProjectContents> there = first.load();
    if (!there)
        return there.error();
    std::set<std::string> known;
    for (const KeptRun &run : there->history)
        known.insert(run.id);
    for (KeptRun &run : contents.history) {
        if (run.value || known.count(run.id))
            continue;
        Result<KeptRun> loaded = second.loadRun(run, context);
        if (!loaded && loaded.error().code != ErrorCode::MissingInput)
            return loaded.error();
        if (loaded)
            run = *std::move(loaded);
    }
    return {};
}

} // namespace

/// A file that was written, and what was done.
struct ProjectKeeper::Written
{
    FileHandle file;
    SaveReport report;
};

/// In the worker: into the file, or a new one at the path where it is null. from: other files with values of
/// runs that are not in memory; each may be null.
Result<ProjectKeeper::Written> ProjectKeeper::writeTo(const FileHandle &file, const fs::path &path,
                                                      ProjectContents contents,
                                                      std::pair<FileHandle, FileHandle> from,
                                                      const SaveOptions &options, const TaskContext &context)
{
    if (!from.first)
        std::swap(from.first, from.second);
    if (from.first && from.second)
        if (const Result<void> whole = fetchRuns(contents, *from.first, *from.second, context); !whole)
            return whole.error();
    Written written{file, {}};
    if (file) {
        Result<SaveReport> report = file->save(contents, options, context, from.first.get());
        if (report) {
            written.report = *std::move(report);
            return written;
        }
        if (report.error().code != ErrorCode::FileNotFound)
            return report.error();
        // It was deleted meanwhile, and is still in hand: it comes back.
        if (from.first)
            if (const Result<void> whole = fetchRuns(contents, *file, *from.first, context); !whole)
                return whole.error();
        from = {file, nullptr};
    }
    Result<ProjectFile> made = ProjectFile::create(file ? file->path() : path, contents, from.first.get(),
                                                   options, context, &written.report);
    if (!made)
        return made.error();
    written.file = shared(*std::move(made));
    return written;
}

void ProjectKeeper::save(Then then)
{
    write(m_file, m_path, std::move(then));
}

void ProjectKeeper::saveAs(const fs::path &path, bool packsInputs, Then then)
{
    m_packsInputs = packsInputs;
    std::error_code different;
    const bool isOwn = m_file && !m_isReadOnly && fs::equivalent(path, m_path, different);
    write(isOwn ? m_file : nullptr, path, std::move(then));
}

void ProjectKeeper::write(FileHandle file, const fs::path &path, Then then)
{
    if (m_writing++ == 0)
        emit writingChanged(true);
    // Of now: when its turn comes another project may be open.
    auto sent = std::make_shared<ProjectContents>(contents());
    sent->settings[recoverySaved] = savedMark(m_recovery ? m_recovery->path() : m_creating, m_revision);
    const auto others = file ? std::pair(m_recovery, FileHandle()) : std::pair(m_file, m_recovery);
    m_files->start<Written>(
        QString(marked("Core", "Saving project")),
        [file, path, sent, others](const TaskContext &context) {
            return writeTo(file, path, *sent, others, {}, context);
        },
        [this, sent, revision = m_revision, then = std::move(then), isNew = !file,
         at = m_project](Result<Written> written) {
            if (--m_writing == 0)
                emit writingChanged(false);
            if (!written)
                return emit failed(written.error());
            if (at != m_project)
                return;
            m_file = written->file;
            m_path = m_file->path();
            m_isReadOnly = false;
            m_inputs = written->report.inputs;
            takeHistory(*sent, written->report);
            setSaved(revision);
            m_session.markSaved(sent->project);
            emit fileChanged();
            if (const fs::path &earlier = written->report.earlier; !earlier.empty())
                emit keptEarlier(QString::fromStdU16String(earlier.u16string()));
            if (isNew)
                emit created(QString::fromStdU16String(m_path.u16string()), m_file->size());
            if (m_recovery)
                autosave(); // which tells that there is nothing to recover
            if (then)
                then();
        });
}

void ProjectKeeper::setSaved(long long revision)
{
    const bool was = isModified();
    m_savedRevision = revision;
    setModified(was);
}

/// Runs that lie in a file now need no memory; those that were sent and did not come back were the oldest.
void ProjectKeeper::takeHistory(const ProjectContents &sent, const SaveReport &report)
{
    std::vector<KeptRun> history = report.history;
    std::erase_if(history, [](const KeptRun &run) { return run.part <= Part::Cohort; });
    const auto isIn = [](const std::vector<KeptRun> &runs, const KeptRun &run) {
        return std::any_of(runs.begin(), runs.end(),
                           [&run](const KeptRun &one) { return isSameRun(one, run); });
    };
    for (KeptRun &run : history)
        if (const KeptRun *own = find(run)) {
            run.note = own->note;
            run.isPinned = own->isPinned;
        }
    for (const KeptRun &run : m_history)
        if (!isIn(sent.history, run) && !isIn(history, run)) // finished meanwhile
            history.push_back(run);
    std::erase_if(history, [&](const KeptRun &run) { return isIn(sent.history, run) && !find(run); });
    m_history = std::move(history);
    emit historyChanged();
}

void ProjectKeeper::autosave()
{
    const bool isNew = isModified() && m_recoveredRevision != m_revision;
    const bool isDone = !isModified() && m_recovery && !m_isRecoveryClean;
    std::error_code hidden; // what the recovery file left to the project's own may be there no more
    const bool isAlone = isModified() && m_recovery && m_file && !fs::exists(m_path, hidden);
    if (m_recoveryFolder.empty() || m_isAutosaving || m_recoveryFailed || !(isNew || isDone || isAlone))
        return;
    if (isOpening())
        return m_soon.start();
    m_isAutosaving = true;
    auto sent = std::make_shared<ProjectContents>(contents());
    sent->settings[recoveryOf] = m_path.string();
    sent->settings[recoveryTime] = utcNow();
    sent->settings[recoveryStep] = m_lastStep;
    sent->settings[recoveryEdit] = std::to_string(m_revision);
    if (isDone)
        sent->settings[recoveryClean] = "1";
    if (!m_recovery)
        m_creating = m_recoveryFolder /
                     (QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString() + ".pathgan");
    m_files->start<Written>(
        QString(marked("Core", "Keeping what is not saved")),
        [sent, recovery = m_recovery, file = m_file, path = m_creating](const TaskContext &context) {
            std::error_code ignored;
            fs::create_directories(path.parent_path(), ignored);
            SaveOptions options;
            options.keepsEarlier = false;
            if (file && file->checkPlace()) // what it has is safe there
                options.base = file;
            sent->settings[recoveryBase] = file ? file->state() : std::string();
            return writeTo(recovery, path, *sent, {file, nullptr}, options, context);
        },
        [this, sent, isDone, revision = m_revision, at = m_project](Result<Written> written) {
            m_isAutosaving = false;
            m_creating.clear();
            if (at != m_project) { // closed meanwhile
                if (written)
                    remove(std::move(written->file));
                return;
            }
            if (!written) {
                m_recoveryFailed = true; // said once, until the next edit
                return emit failed(written.error());
            }
            m_recovery = written->file;
            m_recoveredRevision = revision;
            m_isRecoveryClean = isDone;
            takeHistory(*sent, written->report);
            if (m_revision != revision)
                m_soon.start();
        });
}

void ProjectKeeper::remove(FileHandle recovery)
{
    if (!recovery)
        return;
    m_removed.push_back(recovery->path()); // at the end again: the worker may be writing it
    recovery.reset();
    std::error_code ignored;
    fs::remove(m_removed.back(), ignored);
}

} // namespace pathgan
