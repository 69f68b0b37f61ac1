// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/store/blobs_p.h"
#include "core/project/store/projectfile.h"
#include "core/project/store/state_p.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pathgan {

/// A run that is to be in the file.
struct WantedRun
{
    KeptRun run;
    bool isCurrent = false; ///< the project's own
};

/// All calls but the public ones of ProjectFile are made with the mutex held.
struct ProjectFile::Impl
{
    explicit Impl(Database opened) : database(std::make_unique<Database>(std::move(opened))), blobs(*database)
    {}

    /// Of a file that is there.
    static Result<std::unique_ptr<Impl>> open(const std::filesystem::path &path, Access access);
    Result<void> readState();

    // Values
    ProjectContents contents() const;
    KeptRun runOf(const RunRecord &record, const std::string &id) const;
    /// Null: the file does not have it.
    const std::pair<const std::string, RunRecord> *recordOf(const KeptRun &run) const;
    Result<std::shared_ptr<const void>> value(const RunRecord &record, const TaskContext &context);
    /// An expression matrix whose values lie in its own file.
    Result<std::shared_ptr<const void>> reread(const RunRecord &record, const ExpressionMatrix &names,
                                               const TaskContext &context);

    // Saving, in a transaction
    Result<SaveReport> save(const ProjectContents &contents, Impl *from, const SaveOptions &options,
                            const TaskContext &context);
    Result<SaveReport> write(const ProjectContents &contents, Impl *from, const SaveOptions &options);
    Result<std::string> idOf(const KeptRun &run, Impl *from, std::map<std::string, RunRecord> &kept);
    Result<void> complete(const RunRecord &record, const KeptRun &run, const Impl *from);
    Result<std::filesystem::path> keepEarlier() const;
    Result<RunRecord> encodeRun(const KeptRun &run);
    Result<RunRecord> copyRun(const KeptRun &run, Impl &from);
    bool mustPack(const ProjectContents &contents, const std::vector<InputFile> &inputs,
                  const Impl *from) const;
    Result<std::string> keepRecord(RunRecord record, std::map<std::string, RunRecord> &kept);
    bool isOfEarlierCoding(const std::string &hash) const;
    Result<std::string> placeMatrix(const ProjectContents &contents, const std::string &id,
                                    std::map<std::string, RunRecord> &kept);
    std::vector<InputFile> inputsOf(const ProjectContents &contents, const Impl *from) const;
    Result<void> checkUnchanged() const;

    mutable std::mutex mutex;
    Access access = Access::ReadOnly;
    std::optional<WriterLock> lock;
    std::unique_ptr<Database> database; ///< stays where it is when the file is moved
    Blobs blobs;
    std::shared_ptr<ProjectFile> base; ///< null: it leans on none
    std::string stateHash;             ///< empty: nothing was saved yet
    std::uint64_t version = 0;         ///< of the state's coding; 0: nothing was saved yet
    ProjectState state;
    std::map<std::string, RunRecord> records; ///< by id
    MatrixReader reader;
    std::map<Part, std::filesystem::path> moved;
    std::filesystem::path home; ///< where the file will lie: inputs are relative to it
};

/// The state, or a run, of a hash.
template <class T>
Result<std::shared_ptr<const T>> loadAs(Blobs &blobs, const std::string &hash)
{
    bool isWhole = true;
    const Result<std::shared_ptr<const void>> value = blobs.load(hash, codingOf<T>(), isWhole);
    if (!value)
        return value.error();
    if (!*value)
        return Error{ErrorCode::FileDamaged, "blob " + hash};
    return std::static_pointer_cast<const T>(*value);
}

} // namespace pathgan
