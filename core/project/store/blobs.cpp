// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store/blobs_p.h"

#include "core/base/hash.h"
#include "core/base/parallel.h"
#include "core/project/store/chunk_p.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace pathgan {

namespace {

// In place of the bytes on disk:
constexpr std::int64_t elsewhere = -1; // it can be read again
constexpr std::int64_t inBase = -2;    // of a recovery file: the project's own file has it

} // namespace

std::int64_t Blobs::idOf(const std::string &hash, std::int64_t *stored) const
{
    Statement found = m_database->prepare("SELECT id, stored FROM blob WHERE hash = ?");
    if (!found.bind(hash).next())
        return -1;
    if (stored)
        *stored = found.integer(1);
    return found.integer(0);
}

bool Blobs::has(const std::string &hash) const
{
    std::int64_t stored = elsewhere;
    return idOf(hash, &stored) >= 0 && stored >= 0;
}

bool Blobs::isLost(const std::string &hash) const
{
    std::int64_t stored = elsewhere;
    return idOf(hash, &stored) >= 0 && stored == inBase && !isInBase(hash);
}

bool Blobs::isServed(const std::string &hash) const
{
    std::int64_t stored = elsewhere;
    return idOf(hash, &stored) >= 0 && (stored >= 0 || (stored == inBase ? isInBase(hash) : !packs));
}

Result<std::optional<std::string>> Blobs::content(const std::string &hash) const
{
    const auto damaged = [&](const char *why) {
        return Error{ErrorCode::FileDamaged, m_database->path().string() + ": blob " + hash + ": " + why};
    };
    Statement head = m_database->prepare("SELECT id, size, stored FROM blob WHERE hash = ?");
    if (!head.bind(hash).next())
        return head.failure() != 0 ? m_database->error(head.failure()) : damaged("is not there");
    const std::int64_t id = head.integer(0), size = head.integer(1), stored = head.integer(2);
    if (stored == inBase && base)
        return base->content(hash);
    if (stored < 0)
        return std::optional<std::string>();
    std::error_code failed;
    const std::uintmax_t room = std::filesystem::file_size(m_database->path(), failed);
    if (size < 0 || (static_cast<std::uint64_t>(size) > freelyPacked &&
                     (failed || static_cast<std::uint64_t>(size) / mostPacked > room)))
        return damaged("is too large");
    std::string content;
    Statement chunks = m_database->prepare("SELECT data FROM chunk WHERE blob = ? ORDER BY number");
    chunks.bind(id);
    while (chunks.next()) {
        const auto left = static_cast<std::size_t>(size) - content.size();
        if (left == 0 || !unpackChunk(chunks.text(0), std::min(left, chunkSize), content))
            return damaged("cannot be unpacked");
    }
    if (chunks.failure() != 0)
        return m_database->error(chunks.failure());
    if (static_cast<std::int64_t>(content.size()) != size)
        return damaged("ends early");
    if (sha256(content) != hash)
        return damaged("has another checksum");
    return std::optional(std::move(content));
}

Result<std::int64_t> Blobs::insert(const std::string &hash, std::string_view kind, std::size_t size,
                                   std::int64_t stored)
{
    Statement old = m_database->prepare("UPDATE blob SET stored = ? WHERE hash = ?");
    if (const std::int64_t id = idOf(hash); id >= 0) {
        const Result<void> done = m_database->run(old.bind(stored).bind(hash));
        return done ? Result<std::int64_t>(id) : done.error();
    }
    Statement made = m_database->prepare("INSERT INTO blob(hash, kind, size, stored) VALUES(?, ?, ?, ?)");
    made.bind(hash).bind(kind).bind(static_cast<std::int64_t>(size)).bind(stored);
    if (const Result<void> done = m_database->run(made); !done)
        return done.error();
    return m_database->lastId();
}

Result<void> Blobs::insertChunk(std::int64_t blob, std::size_t number, std::string_view data)
{
    Statement chunk = m_database->prepare("INSERT INTO chunk(blob, number, data) VALUES(?, ?, ?)");
    chunk.bind(blob).bind(static_cast<std::int64_t>(number)).bindBytes(data);
    return m_database->run(chunk);
}

Result<void> Blobs::write(const std::string &hash, const char *kind, std::string_view content)
{
    if (has(hash))
        return {};
    const std::size_t count = (content.size() + chunkSize - 1) / chunkSize;
    constexpr std::size_t together = 8; // packed at once, in threads
    const std::size_t least = content.size() > freelyPacked ? chunkSize / mostPacked : 0;
    std::int64_t stored = 0;
    Result<std::int64_t> blob = insert(hash, kind, content.size(), 0);
    for (std::size_t begin = 0; blob && begin < count; begin += together) {
        if (context.shouldStop())
            return Error{ErrorCode::Cancelled, {}};
        std::vector<std::string> packed(std::min(together, count - begin));
        parallelEach(packed.size(), threadCount(0), [&](std::size_t i, unsigned) {
            packed[i] = packedChunk(content.substr((begin + i) * chunkSize, chunkSize), least);
        });
        for (std::size_t i = 0; i < packed.size(); ++i) {
            stored += static_cast<std::int64_t>(packed[i].size());
            if (const Result<void> done = insertChunk(*blob, begin + i, packed[i]); !done)
                return done;
        }
    }
    if (blob)
        blob = insert(hash, kind, content.size(), stored);
    if (!blob)
        return blob.error();
    ++written;
    writtenBytes += static_cast<std::uint64_t>(stored);
    return {};
}

Result<void> Blobs::copy(const std::string &hash, const Blobs &from)
{
    if (has(hash))
        return {};
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, {}};
    const Error missing{ErrorCode::FileDamaged, from.m_database->path().string() + ": blob " + hash};
    Statement head = from.m_database->prepare("SELECT id, kind, size, stored FROM blob WHERE hash = ?");
    if (!head.bind(hash).next())
        return head.failure() != 0 ? from.m_database->error(head.failure()) : missing;
    const auto size = static_cast<std::size_t>(head.integer(2));
    const std::int64_t stored = size >= leftToBase && isInBase(hash) ? inBase : head.integer(3);
    if (stored == inBase && !isInBase(hash)) // of a file that leans on another
        return from.isInBase(hash) ? copy(hash, *from.base) : missing;
    const Result<std::int64_t> blob = insert(hash, head.text(1), size, stored);
    if (!blob || stored < 0)
        return blob ? Result<void>() : blob.error();
    Statement chunks =
        from.m_database->prepare("SELECT number, data FROM chunk WHERE blob = ? ORDER BY number");
    chunks.bind(head.integer(0));
    while (chunks.next())
        if (const Result<void> done =
                insertChunk(*blob, static_cast<std::size_t>(chunks.integer(0)), chunks.text(1));
            !done)
            return done;
    if (chunks.failure() != 0)
        return from.m_database->error(chunks.failure());
    ++written;
    writtenBytes += static_cast<std::uint64_t>(stored);
    return {};
}

Result<void> Blobs::leaveOut(const std::string &hash)
{
    if (!has(hash))
        return {};
    Statement chunks = m_database->prepare("DELETE FROM chunk WHERE blob = ?");
    if (const Result<void> done = m_database->run(chunks.bind(idOf(hash))); !done)
        return done;
    Statement blob = m_database->prepare("UPDATE blob SET stored = -1 WHERE hash = ?");
    return m_database->run(blob.bind(hash));
}

Result<std::size_t> Blobs::keepOnly(const std::set<std::string> &live)
{
    std::vector<std::int64_t> gone;
    Statement all = m_database->prepare("SELECT id, hash FROM blob");
    while (all.next())
        if (live.count(std::string(all.text(1))) == 0)
            gone.push_back(all.integer(0));
    if (all.failure() != 0)
        return m_database->error(all.failure());
    for (const char *sql : {"DELETE FROM chunk WHERE blob = ?", "DELETE FROM blob WHERE id = ?"}) {
        Statement remove = m_database->prepare(sql);
        for (const std::int64_t id : gone) {
            if (const Result<void> done = m_database->run(remove.bind(id)); !done)
                return done.error();
            remove.reset();
        }
    }
    return gone.size();
}

Result<std::map<std::string, std::int64_t>> Blobs::sizes() const
{
    std::map<std::string, std::int64_t> found;
    Statement all = m_database->prepare("SELECT hash, stored FROM blob");
    while (all.next())
        found.emplace(all.text(0), all.integer(1));
    if (all.failure() != 0)
        return m_database->error(all.failure());
    return found;
}

Result<StoredValue> Blobs::store(const std::shared_ptr<const void> &value, const Coding &coding)
{
    m_open = {{}};
    const Result<std::string> hash = add(value, coding, false);
    StoredValue stored;
    stored.blobs = std::move(m_open.front());
    m_open.clear();
    if (!hash)
        return hash.error();
    stored.hash = *hash;
    return stored;
}

Result<std::string> Blobs::add(const std::shared_ptr<const void> &value, const Coding &coding, bool isReread)
{
    const bool isOwned = value.use_count() > 0; // else it is a part of another value
    const auto known = m_known.find(value.get());
    if (isOwned && known != m_known.end() && known->second.value.lock() == value) {
        const std::string &hash = known->second.hash;
        const std::set<std::string> &parts = m_parts[hash];
        if (std::all_of(parts.begin(), parts.end(), [this](const auto &part) { return isServed(part); })) {
            m_open.back().insert(parts.begin(), parts.end());
            return hash;
        }
    }
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, {}};
    m_open.emplace_back();
    const Result<std::string> bytes = encoded(value.get(), coding, *this);
    std::set<std::string> parts = std::move(m_open.back());
    m_open.pop_back();
    if (!bytes)
        return bytes.error();
    const std::string hash = sha256(*bytes);
    const bool isLeft = bytes->size() >= leftToBase && isInBase(hash);
    if (isLeft || (isReread && !packs)) {
        if (!isServed(hash))
            if (const auto done = insert(hash, coding.word, bytes->size(), isLeft ? inBase : elsewhere);
                !done)
                return done.error();
    } else if (const Result<void> done = write(hash, coding.word, *bytes); !done) {
        return done.error();
    }
    parts.insert(hash);
    m_open.back().insert(parts.begin(), parts.end());
    if (isOwned)
        know(hash, parts, value, coding);
    return hash;
}

void Blobs::know(const std::string &hash, const std::set<std::string> &blobs,
                 const std::shared_ptr<const void> &value, const Coding &coding)
{
    m_known[value.get()] = {value, hash};
    m_loaded[hash] = {value, &coding};
    m_parts[hash] = blobs;
}

Result<std::shared_ptr<const void>> Blobs::load(const std::string &hash, const Coding &coding, bool &isWhole)
{
    m_open = {{}};
    Result<std::shared_ptr<const void>> value = decode(hash, coding, isWhole);
    m_open.clear();
    return value;
}

Result<std::shared_ptr<const void>> Blobs::get(const std::string &hash, const Coding &coding)
{
    bool isWhole = true;
    Result<std::shared_ptr<const void>> value = decode(hash, coding, isWhole);
    if (value && !isWhole)
        return std::shared_ptr<const void>();
    return value;
}

Result<std::shared_ptr<const void>> Blobs::decode(const std::string &hash, const Coding &coding,
                                                  bool &isWhole)
{
    constexpr std::size_t deepest = 16; // a blob cannot hold its own hash; a chain of them may be long
    if (m_open.size() > deepest)
        return Error{ErrorCode::FileDamaged, coding.word};
    isWhole = true;
    if (const auto known = m_loaded.find(hash); known != m_loaded.end() && known->second.coding == &coding)
        if (std::shared_ptr<const void> value = known->second.value.lock()) {
            m_open.back().insert(m_parts[hash].begin(), m_parts[hash].end());
            return value;
        }
    const Result<std::optional<std::string>> bytes = content(hash);
    if (!bytes)
        return bytes.error();
    m_open.back().insert(hash);
    if (!*bytes) {
        isWhole = false;
        return std::shared_ptr<const void>();
    }
    m_open.emplace_back();
    Result<std::shared_ptr<const void>> value = decoded(**bytes, coding, *this, &isWhole);
    std::set<std::string> parts = std::move(m_open.back());
    m_open.pop_back();
    parts.insert(hash);
    m_open.back().insert(parts.begin(), parts.end());
    if (value && isWhole)
        know(hash, parts, *value, coding);
    return value;
}

} // namespace pathgan
