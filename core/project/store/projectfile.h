// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/project/store/contents.h"
#include "core/project/store/saving.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace pathgan {

/// Reads the expression matrix of a project that is not packed from its file again, by the rules of its
/// provenance: core/steps/projectinputs.h has one. FileNotFound where there is none.
using MatrixReader = std::function<Result<ExpressionMatrix>(const std::filesystem::path &path,
                                                            const Provenance &, const TaskContext &)>;

/// A part of a damaged file that cannot be read.
struct LostPart
{
    Part part{};
    Error error;
};

/// What can be read of a damaged file, values and all: the state where it is whole, else the newest run of
/// each part with the options that it was computed with. lost: what cannot. To be saved under another name.
/// reader: of a matrix that is not packed, which is lost without it.
Result<ProjectContents> salvageProject(const std::filesystem::path &path, std::vector<LostPart> &lost,
                                       const TaskContext &context = {}, MatrixReader reader = {});

/// A project in a file: one SQLite database of blobs that are addressed by the SHA-256 of their content,
/// compressed, and shared by all that is equal. Every save is one transaction: after a crash, on a full disk
/// or a pulled stick the last saved state is there. Thread-safe; calls wait for each other, so a save runs in
/// a worker and whoever asks meanwhile waits.
///
/// Errors: FileNotFound, FileUnreadable; UnknownFormat: no project; FileEmpty, FileTruncated; FileDamaged:
/// its content is not what was written; NewerVersion: written by a later program; FileInUse: another window
/// or program has it open for writing, open it ReadOnly; FileReadOnly: it, or its folder, may not be written;
/// FileChanged: saved by another program since it was opened, open it again; WriteFailed, with the reason.
class ProjectFile
{
public:
    enum class Access { ReadOnly, ReadWrite };

    /// Writes a new file, which takes the place of what was there only when it is whole, and opens it
    /// ReadWrite. from: where the values of pending parts and runs lie ("Save as"); null: there are none.
    static Result<ProjectFile> create(const std::filesystem::path &path, const ProjectContents &contents,
                                      ProjectFile *from = nullptr, const SaveOptions &options = {},
                                      const TaskContext &context = {}, SaveReport *report = nullptr);
    /// Writes nothing. ReadWrite holds the file against other writers as long as it is open.
    static Result<ProjectFile> open(const std::filesystem::path &path, Access access);
    /// By its first bytes; for what is told apart by content.
    static bool isProject(const std::filesystem::path &path);

    ProjectFile(ProjectFile &&) noexcept;
    ProjectFile &operator=(ProjectFile &&) noexcept;
    ~ProjectFile();

    const std::filesystem::path &path() const;
    Access access() const;
    std::uint64_t size() const; ///< of the file, bytes
    std::string state() const;  ///< checksum of all that was saved last
    /// The path still leads to this file, and it may be written. FileNotFound, FileChanged, FileReadOnly.
    Result<void> checkPlace() const;
    /// Of a recovery file: what its base has is read from there.
    void leanOn(std::shared_ptr<ProjectFile> base);
    bool isWhole() const; ///< false: it leans on a base, and that is not given, or lacks something

    /// Writes what is not there yet and forgets what is no longer asked for. Pending parts stay as they are,
    /// or come out of `from`. Cancelled leaves the last saved state.
    Result<SaveReport> save(const ProjectContents &contents, const SaveOptions &options = {},
                            const TaskContext &context = {}, ProjectFile *from = nullptr);

    /// Everything but the values of the parts, which are pending: milliseconds.
    Result<ProjectContents> load() const;
    /// Puts the value of a pending part into the project; nothing to do where it is not pending. Equal values
    /// are shared with what was loaded earlier. The matrix of a cohort is null until Expression is loaded.
    Result<void> loadPart(Project &project, Part part, const TaskContext &context = {}) const;
    /// All pending parts in order. lost: gets those that cannot be read, which stay pending; without it the
    /// first of them is the error.
    Result<void> loadParts(Project &project, std::vector<LostPart> *lost = nullptr,
                           const TaskContext &context = {}) const;
    /// A run of the history with its value.
    Result<KeptRun> loadRun(const KeptRun &run, const TaskContext &context = {}) const;

    /// How an expression matrix that is not packed is read again; without it such a part stays pending with
    /// MissingInput.
    void setMatrixReader(MatrixReader reader);
    /// Where the input lies now; for an input that was moved. Its content must be the same.
    void setInputPath(Part part, const std::filesystem::path &path);
    /// Names and scale of the matrix without its values, which are empty, whether it is packed or not.
    Result<ExpressionMatrix> matrixNames(const Project &project) const;

    /// Reads every blob and compares it with its hash. Empty: all is whole.
    Result<std::vector<std::string>> verify(const TaskContext &context = {}) const;

private:
    friend Result<ProjectContents> salvageProject(const std::filesystem::path &, std::vector<LostPart> &,
                                                  const TaskContext &, MatrixReader);
    struct Impl;
    explicit ProjectFile(std::unique_ptr<Impl> impl);
    std::shared_ptr<ProjectFile> base() const;
    /// Of this file, its base, and another one with its own.
    std::vector<std::unique_lock<std::mutex>> locked(const ProjectFile *other = nullptr) const;
    std::unique_ptr<Impl> m_impl;
};

} // namespace pathgan
