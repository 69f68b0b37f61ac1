// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/engine/projectkeeper.h"
#include "core/engine/session.h"
#include "core/steps/freshness.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

// The history of a project's runs, and the edits of it.

namespace pathgan {

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
