// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store/database_p.h"

#include <sqlite3.h>

#include <iterator>
#include <utility>

namespace pathgan {

namespace {

constexpr int applicationId = 0x5047414E; // "PGAN"

// Content-addressed blobs. Everything that matters lies in them, under the checksum that is their name; the
// tables around them are but the way there.
constexpr const char *schemaSql[] = {
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    // size: of the content; stored: bytes of its chunks, -1: the content lies elsewhere
    "CREATE TABLE blob(id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, "
    "size INTEGER NOT NULL, stored INTEGER NOT NULL)",
    "CREATE TABLE chunk(id INTEGER PRIMARY KEY, blob INTEGER NOT NULL, number INTEGER NOT NULL, "
    "data BLOB NOT NULL)",
    "CREATE UNIQUE INDEX chunk_of ON chunk(blob, number)",
};

constexpr int longestValue = 16 * 1024 * 1024; // bytes: a chunk is shorter
constexpr int busyMilliseconds = 5000;         // a reader waits while another window saves

} // namespace

void Statement::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3 *database, const char *sql)
{
    sqlite3_stmt *made = nullptr;
    m_failure = sqlite3_prepare_v2(database, sql, -1, &made, nullptr);
    if (m_failure != SQLITE_OK)
        m_failure = sqlite3_extended_errcode(database);
    m_statement.reset(made);
}

Statement &Statement::bind(std::int64_t value)
{
    if (m_failure == 0)
        m_failure = sqlite3_bind_int64(m_statement.get(), ++m_bound, value);
    return *this;
}

Statement &Statement::bind(std::string_view text)
{
    if (m_failure == 0)
        m_failure = sqlite3_bind_text64(m_statement.get(), ++m_bound, text.data(), text.size(),
                                        SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bindBytes(std::string_view bytes)
{
    if (m_failure == 0)
        m_failure =
            sqlite3_bind_blob64(m_statement.get(), ++m_bound, bytes.data(), bytes.size(), SQLITE_STATIC);
    return *this;
}

bool Statement::next()
{
    if (m_failure != 0)
        return false;
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_failure = sqlite3_extended_errcode(sqlite3_db_handle(m_statement.get()));
    return false;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string_view Statement::text(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(size)) : std::string_view();
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
    m_bound = 0;
}

void Database::Closer::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Error Database::error(int code) const
{
    const std::string detail = m_path.string() + ": ";
    const std::string reason = detail + (code == SQLITE_FULL ? "the disk is full" : sqlite3_errstr(code));
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::FileInUse, reason};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {ErrorCode::FileReadOnly, reason};
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
    case SQLITE_MISMATCH:
    case SQLITE_RANGE:
    case SQLITE_ERROR:  // a table that the schema has is not there
    case SQLITE_TOOBIG: // a length that nobody wrote
        return {ErrorCode::FileDamaged, reason};
    case SQLITE_NOTADB:
        return {ErrorCode::UnknownFormat, reason};
    case SQLITE_NOMEM:
        return {ErrorCode::OutOfMemory, reason};
    case SQLITE_FULL:
        return {ErrorCode::WriteFailed, reason};
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return {m_writes ? ErrorCode::WriteFailed : ErrorCode::FileUnreadable, reason};
    default:
        return {ErrorCode::Internal, reason};
    }
}

Result<void> Database::run(const char *sql) const
{
    if (sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return error(sqlite3_extended_errcode(m_handle.get()));
    return {};
}

Result<void> Database::run(Statement &statement) const
{
    while (statement.next()) {
    }
    return statement.failure() == 0 ? Result<void>() : error(statement.failure());
}

std::int64_t Database::lastId() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

Result<void> Database::copyTo(const std::filesystem::path &path) const
{
    sqlite3 *opened = nullptr;
    const int code =
        sqlite3_open_v2(path.string().c_str(), &opened,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    Database copy;
    copy.m_handle.reset(opened);
    copy.m_path = path;
    copy.m_writes = true;
    if (code != SQLITE_OK)
        return copy.error(opened ? sqlite3_extended_errcode(opened) : code);
    sqlite3_extended_result_codes(opened, 1);
    if (sqlite3_backup *backup = sqlite3_backup_init(opened, "main", m_handle.get(), "main")) {
        sqlite3_backup_step(backup, -1);
        sqlite3_backup_finish(backup);
    }
    const int failed = sqlite3_extended_errcode(opened);
    return failed == SQLITE_OK || failed == SQLITE_DONE ? Result<void>() : copy.error(failed);
}

// A rollback journal, not WAL: WAL needs memory that processes share, which no network folder has, and keeps
// what was saved in a second file, which is left behind when one copies a project to a stick. With the
// journal a project at rest is one file. A transaction that a crash, a full disk or a pulled stick ends is
// rolled back by whoever opens the file next; EXTRA also writes the folder down, so that what was reported as
// saved stays.
Result<void> Database::configure()
{
    sqlite3_extended_result_codes(m_handle.get(), 1);
    sqlite3_busy_timeout(m_handle.get(), busyMilliseconds);
    // The file may be anybody's: nothing that its schema may hold runs, and no length is believed.
    sqlite3_db_config(m_handle.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle.get(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(m_handle.get(), SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_limit(m_handle.get(), SQLITE_LIMIT_LENGTH, longestValue);
    return run("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; "
               "PRAGMA temp_store=MEMORY; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=FAST");
}

Result<void> Database::makeSchema()
{
    const std::string head =
        "PRAGMA page_size=8192; PRAGMA auto_vacuum=INCREMENTAL; PRAGMA journal_mode=DELETE; "
        "PRAGMA application_id=" +
        std::to_string(applicationId) + "; PRAGMA user_version=" + std::to_string(schemaVersion);
    if (const Result<void> made = run(head.c_str()); !made)
        return made;
    for (const char *sql : schemaSql)
        if (const Result<void> made = run(sql); !made)
            return made;
    return {};
}

Result<void> Database::checkSchema()
{
    const auto pragma = [this](const char *sql) -> Result<std::int64_t> {
        Statement statement = prepare(sql);
        if (statement.next())
            return statement.integer(0);
        return error(statement.failure() != 0 ? statement.failure() : SQLITE_CORRUPT);
    };
    const Result<std::int64_t> application = pragma("PRAGMA application_id");
    if (!application)
        return application.error();
    if (*application != applicationId)
        return Error{ErrorCode::UnknownFormat, m_path.string() + ": no PathGAN project"};
    const Result<std::int64_t> version = pragma("PRAGMA user_version");
    if (!version)
        return version.error();
    if (*version > schemaVersion)
        return Error{ErrorCode::NewerVersion, m_path.string() + ": schema " + std::to_string(*version) +
                                                  ", this program knows " + std::to_string(schemaVersion)};
    // No other tables, and no views or triggers in place of them.
    Statement tables = prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid");
    std::size_t at = 0;
    bool isOurs = true;
    for (; tables.next(); ++at)
        isOurs = isOurs && at < std::size(schemaSql) && tables.text(0) == schemaSql[at];
    if (tables.failure() != 0)
        return error(tables.failure());
    if (!isOurs || at != std::size(schemaSql) || *version != schemaVersion)
        return Error{ErrorCode::FileDamaged, m_path.string() + ": schema"};
    return {};
}

Result<Database> Database::open(const std::filesystem::path &path, bool writes, bool isNew)
{
    Database database;
    database.m_path = path;
    database.m_writes = isNew;
    sqlite3 *handle = nullptr;
    // Also a reader must be able to roll back what a crash left, unless the file or folder forbids it.
    const int wanted = SQLITE_OPEN_READWRITE | (isNew ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(path.string().c_str(), &handle, wanted, nullptr);
    database.m_handle.reset(handle);
    if (code != SQLITE_OK)
        return database.error(handle ? sqlite3_extended_errcode(handle) : code);
    if (writes && sqlite3_db_readonly(handle, "main") == 1)
        return database.error(SQLITE_READONLY);
    Result<void> ready = database.configure();
    if (ready)
        ready = isNew ? database.makeSchema() : database.checkSchema();
    if (!ready)
        return ready.error();
    // Another tool may have chosen another journal.
    if (const Result<void> set = database.run(writes ? "PRAGMA journal_mode=DELETE" : "PRAGMA query_only=ON");
        !set)
        return set.error();
    database.m_writes = writes;
    return database;
}

} // namespace pathgan
