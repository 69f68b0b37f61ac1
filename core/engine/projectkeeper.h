// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/engine/recovery.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace pathgan {

class Session;

/// The file of the open project, in the GUI thread, and its shadow: what was not saved stands in a recovery
/// file, which is written after every finished step and every two minutes of edits, and goes when the project
/// is closed. Files are read and written in a worker of its own. What it does to runs and notes can be
/// undone.
class ProjectKeeper : public QObject
{
    Q_OBJECT
public:
    /// recoveryFolder: of all recovery files of the user; empty: none are written.
    ProjectKeeper(Session &session, std::filesystem::path recoveryFolder, QObject *parent = nullptr);
    ~ProjectKeeper() override;

    const std::filesystem::path &path() const { return m_path; } ///< empty: not saved yet
    bool isReadOnly() const { return m_isReadOnly; } ///< in use by another window, or write-protected
    bool isModified() const { return m_revision != m_savedRevision; }
    bool isWriting() const { return m_writing > 0; }
    bool isOpening() const { return m_opening > 0; }
    bool packsInputs() const { return m_packsInputs; }
    const std::string &note() const { return m_note; }
    /// Runs of all steps, oldest first; those without a value lie in the file.
    const std::vector<KeptRun> &history() const { return m_history; }
    Engine &engine() { return *m_files; } ///< of the work with files

    ProjectContents contents() const; ///< all that would be saved now
    void open(const std::filesystem::path &path);
    /// What a program that ended early left behind; the project has its old file, and is modified.
    void recover(const std::filesystem::path &recoveryFile);
    void salvage(const std::filesystem::path &damaged); ///< what can be read of it; it stays as it is
    using Then = std::function<void()>;
    void save(Then then = {}); ///< to path()
    void saveAs(const std::filesystem::path &path, bool packsInputs, Then then = {});
    void forget(); ///< the project is closed: neither file nor recovery file any more
    void findMatrix(const std::filesystem::path &path); ///< where the one lies that was missing

    void setInterval(int milliseconds) { m_often.setInterval(milliseconds); } ///< of keeping edits
    void setNote(const std::string &note);
    void setPacksInputs(bool packs);
    void restoreRun(const KeptRun &run); ///< puts it in the place of what the project has there
    void readRun(const KeptRun &run, std::function<void(const KeptRun &)> then); ///< with its value
    void setPinned(const KeptRun &run, bool pinned);
    void setRunNote(const KeptRun &run, const std::string &note);
    void removeRun(const KeptRun &run); ///< reads it before where it lies in the file only

signals:
    void fileChanged(); ///< path or whether it may be written
    void modifiedChanged(bool isModified);
    void writingChanged(bool isWriting);
    void historyChanged();
    void noteChanged();
    void opened(); ///< and every part of it is there, or named as missing
    void created(const QString &path, qulonglong bytes); ///< saved to a new file of that size
    void keptEarlier(const QString &path);               ///< copy of the file as an earlier version wrote it
    void matrixMissing(const QString &path);     ///< it is not packed, and not where it was, or another one
    void damaged(const pathgan::Damage &damage); ///< found while opening, or what salvage() had to leave
    void failed(const pathgan::Error &error);

private:
    struct Written;
    struct Opened;
    using FileHandle = std::shared_ptr<ProjectFile>;

    static FileHandle shared(ProjectFile &&file);
    static Result<Opened> withOwnFile(FileHandle recovery, ProjectContents contents);
    void openBy(std::filesystem::path path, std::function<Result<Opened>(const TaskContext &)> work);
    void takeOpened(const std::filesystem::path &path, Opened opened);
    void take(ProjectContents contents);
    void loadOne(Part part), noteRun(Part part);
    void tellOpened(), touch(), autosave();
    void setModified(bool was), setSaved(long long revision);
    void takeHistory(const ProjectContents &sent, const SaveReport &report);
    void write(FileHandle file, const std::filesystem::path &path, Then then);
    static Result<Written> writeTo(const FileHandle &file, const std::filesystem::path &path,
                                   ProjectContents contents, std::pair<FileHandle, FileHandle> from,
                                   const SaveOptions &options, const TaskContext &context);
    void remove(FileHandle recovery);
    KeptRun *find(const KeptRun &run);
    void withValue(const KeptRun &run, std::function<void(const KeptRun &)> then);
    void put(const KeptRun &run), eraseRun(const KeptRun &run), insertRun(const KeptRun &run, std::size_t at);
    void bringBack(std::set<Part> parts);

    Session &m_session;
    std::filesystem::path m_path, m_recoveryFolder;
    std::filesystem::path m_creating;             ///< recovery file that is being made
    std::vector<std::filesystem::path> m_removed; ///< recovery files that are not wanted any more
    FileHandle m_file, m_recovery;
    std::vector<KeptRun> m_history;
    std::vector<InputFile> m_inputs;
    std::string m_note, m_lastStep;
    Damage m_damage; ///< of what is being opened
    bool m_packsInputs = false, m_isReadOnly = false, m_isQuiet = false;
    bool m_isAutosaving = false, m_recoveryFailed = false, m_isRecoveryClean = false;
    int m_writing = 0, m_opening = 0, m_project = 0; ///< the last: projects so far
    long long m_revision = 0, m_savedRevision = 0, m_recoveredRevision = 0;
    QTimer m_soon, m_often;
    std::unique_ptr<Engine> m_files;
};

} // namespace pathgan
