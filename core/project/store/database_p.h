// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace pathgan {

/// A prepared statement; parameters and columns are counted from 0. The first failure stays until it is asked
/// for.
class Statement
{
public:
    Statement() = default;
    Statement(sqlite3 *database, const char *sql);

    Statement &bind(std::int64_t value);
    Statement &bind(std::string_view text);
    Statement &bindBytes(std::string_view bytes); ///< which must live until the last row
    bool next();                                  ///< to the first or next row; false: there is none
    std::int64_t integer(int column) const;
    std::string_view text(int column) const;  ///< until the next row; of bytes, too
    int failure() const { return m_failure; } ///< SQLite's extended code; 0: none
    /// To be used again with other parameters.
    void reset();

private:
    struct Finalizer
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    int m_bound = 0, m_failure = 0;
};

/// The database of a project's file. Errors as ProjectFile's.
class Database
{
public:
    /// An empty file becomes a project of the schema of now; false: of an existing one, which is looked at.
    static Result<Database> open(const std::filesystem::path &path, bool writes, bool isNew);
    Database(Database &&) noexcept = default;
    Database &operator=(Database &&) noexcept = default;

    Statement prepare(const char *sql) const { return {m_handle.get(), sql}; }
    Result<void> run(const char *sql) const;
    Result<void> run(Statement &statement) const; ///< one that gives no rows
    Error error(int code) const;
    std::int64_t lastId() const;
    Result<void> copyTo(const std::filesystem::path &path) const; ///< all of it, page by page
    int schema() const { return m_schema; }
    const std::filesystem::path &path() const { return m_path; }

    static constexpr int schemaVersion = 1;

private:
    struct Closer
    {
        void operator()(sqlite3 *handle) const;
    };
    Database() = default;
    Result<void> configure();
    Result<void> makeSchema();
    Result<void> checkSchema();

    std::unique_ptr<sqlite3, Closer> m_handle;
    std::filesystem::path m_path;
    bool m_writes = false;
    int m_schema = schemaVersion;
};

/// What its first bytes say of a file, before SQLite looks at it: none of a project, too short …
Result<void> checkProjectHead(const std::filesystem::path &path);

/// Whether this process has it open for writing: then it must not open and close it besides, as that would
/// give up the locks that SQLite holds on it (POSIX locks are the process's).
bool isWrittenHere(const std::filesystem::path &path);

/// One of at most one, by whatever process, that may write a project; kept as long as it lives.
class WriterLock
{
public:
    /// FileInUse; FileReadOnly, FileNotFound, FileUnreadable.
    static Result<WriterLock> take(const std::filesystem::path &path);
    WriterLock(WriterLock &&other) noexcept;
    WriterLock &operator=(WriterLock &&other) noexcept;
    ~WriterLock();
    /// The path still leads to the file that was locked, which may be written. FileNotFound, FileChanged,
    /// FileReadOnly.
    Result<void> check() const;

private:
    WriterLock() = default;
    std::filesystem::path m_path;
    int m_descriptor = -1;
};

} // namespace pathgan
