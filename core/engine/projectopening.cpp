// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/engine/projectkeeper.h"
#include "core/engine/recovery.h"
#include "core/engine/session.h"
#include "core/steps/projectinputs.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

// What is read from projects' files.

namespace pathgan {

namespace fs = std::filesystem;

namespace {

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

/// Files that were opened, and what is in the project.
struct ProjectKeeper::Opened
{
    FileHandle file, recovery; ///< either may be null
    ProjectContents contents;
    std::vector<LostPart> lost = {};
    bool isModified = false;           ///< the files hold less
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
        return Opened{problem ? nullptr : file, recovery, std::move(contents), {}, true, problem};
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
    return Opened{
        nullptr, nullptr, *std::move(rest),
        {},      true,    Error{problem ? problem->code : ErrorCode::FileChanged, own + ": " + names}};
}

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
        return withOwnFile(recovery, *std::move(contents));
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
                               if (!opened && isDamage(opened.error()))
                                   return emit damaged({path, opened.error(), {}, false});
                               if (!opened)
                                   return emit failed(opened.error());
                               takeOpened(path, *std::move(opened));
                           });
}

void ProjectKeeper::takeOpened(const fs::path &path, Opened opened)
{
    forget();
    m_file = opened.file;
    m_recovery = opened.recovery;
    m_path = m_file ? m_file->path() : fs::path();
    m_isReadOnly = m_file && m_file->access() == ProjectFile::Access::ReadOnly;
    m_damage = {path, {}, std::move(opened.lost), !m_file && !m_recovery && !opened.problem};
    m_revision = std::max(m_revision, std::atoll(opened.contents.settings[recoveryEdit].c_str()));
    m_savedRevision = m_revision;
    take(std::move(opened.contents));
    if (opened.isModified)
        touch();
    m_recoveredRevision = m_recovery ? m_revision : -1;
    emit fileChanged();
    for (const Part part : pendingParts(m_session.project()))
        loadOne(part);
    tellOpened();
    if (opened.problem)
        emit failed(*opened.problem);
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
    for (const char *own : recoverySettings)
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

} // namespace pathgan
