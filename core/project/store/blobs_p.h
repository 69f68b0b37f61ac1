// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/project/store/coding_p.h"
#include "core/project/store/database_p.h"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pathgan {

/// A blob and all that it is made of.
struct StoredValue
{
    std::string hash;
    std::set<std::string> blobs; ///< itself, too
};

/// The blobs of a database. What was written or read once is known again: an equal value is not coded twice,
/// and comes back as the same object as long as that is in use.
class Blobs : public BlobSink, public BlobSource
{
public:
    /// Both must outlive it.
    explicit Blobs(const Database &database) : m_database(&database) {}

    bool has(const std::string &hash) const;    ///< its content, too
    bool isLost(const std::string &hash) const; ///< it was left to a base, which lacks it
    /// Nothing is missing: the content is here, in the base, or can be read again and is not to be packed.
    bool isServed(const std::string &hash) const;
    /// The content, compared with its hash. FileDamaged, or an empty optional: it lies elsewhere.
    Result<std::optional<std::string>> content(const std::string &hash) const;
    Result<void> write(const std::string &hash, const char *kind, std::string_view content);
    /// What another database has, as it lies there; of what the base has, its name.
    Result<void> copy(const std::string &hash, const Blobs &from);
    /// Only its name stays; the content lies elsewhere.
    Result<void> leaveOut(const std::string &hash);
    /// All but these go. How many went.
    Result<std::size_t> keepOnly(const std::set<std::string> &live);
    /// By hash: bytes on disk, −1: the content lies elsewhere.
    Result<std::map<std::string, std::int64_t>> sizes() const;

    Result<StoredValue> store(const std::shared_ptr<const void> &value, const Coding &coding);
    /// isWhole: false where some of it lies elsewhere.
    Result<std::shared_ptr<const void>> load(const std::string &hash, const Coding &coding, bool &isWhole);
    /// A value that was made elsewhere and is that of this hash.
    void know(const std::string &hash, const std::set<std::string> &blobs,
              const std::shared_ptr<const void> &value, const Coding &coding);

    Result<std::string> add(const std::shared_ptr<const void> &value, const Coding &coding,
                            bool isReread) override;
    Result<std::shared_ptr<const void>> get(const std::string &hash, const Coding &coding) override;

    bool packs = true;          ///< also what could be read again
    Blobs *base = nullptr;      ///< whose content is not written once more; it must outlive this
    std::size_t leftToBase = 0; ///< bytes of content from which that is so
    TaskContext context = {};   ///< asked between chunks
    std::size_t written = 0;    ///< blobs
    std::uint64_t writtenBytes = 0;

private:
    struct Known
    {
        std::weak_ptr<const void> value;
        std::string hash;
    };
    std::int64_t idOf(const std::string &hash, std::int64_t *stored = nullptr) const; ///< −1: none
    bool isInBase(const std::string &hash) const { return base && base->has(hash); }
    Result<std::int64_t> insert(const std::string &hash, std::string_view kind, std::size_t size,
                                std::int64_t stored);
    Result<void> insertChunk(std::int64_t blob, std::size_t number, std::string_view data);
    Result<std::shared_ptr<const void>> decode(const std::string &hash, const Coding &coding, bool &isWhole);

    const Database *m_database;
    std::map<const void *, Known> m_known;
    struct Loaded
    {
        std::weak_ptr<const void> value;
        const Coding *coding = nullptr;
    };
    std::map<std::string, Loaded> m_loaded;
    std::map<std::string, std::set<std::string>> m_parts; ///< by hash: all blobs of it
    std::vector<std::set<std::string>> m_open;            ///< of what is being coded, outermost first
};

} // namespace pathgan
