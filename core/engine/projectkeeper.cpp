// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/projectkeeper.h"

#include "core/engine/recovery.h"
#include "core/engine/session.h"
#include "core/steps/freshness.h"
#include "core/steps/projectinputs.h"

#include <QScopedValueRollback>

#include <utility>

namespace pathgan {

namespace fs = std::filesystem;

namespace {

constexpr int soonMilliseconds = 500; // after a finished step

std::set<Part> staleResults(const Project &project)
{
    std::set<Part> found;
    for (const StepFacts &facts : allSteps())
        if (project.has(facts.part) && isStale(project, facts.part))
            found.insert(facts.part);
    return found;
}

} // namespace

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

} // namespace pathgan
