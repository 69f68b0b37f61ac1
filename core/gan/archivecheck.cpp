// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/archivecheck.h"

#include "core/base/hash.h"

#include <cstdint>
#include <optional>

#include <zlib.h>

namespace pathgan {

namespace {

// APPNOTE.TXT, sections 4.3.7, 4.3.12 to 4.3.16 and 4.5.3
constexpr std::uint64_t localSignature = 0x04034b50, entrySignature = 0x02014b50, endSignature = 0x06054b50,
                        longEndSignature = 0x06064b50, locatorSignature = 0x07064b50;
constexpr std::size_t localSize = 30, entrySize = 46, endSize = 22, longEndSize = 56, locatorSize = 20;
constexpr std::uint64_t isLong = 0xFFFFFFFF; ///< the value is in the zip64 record

constexpr std::string_view commentStart = "PathGAN sha256 ";
constexpr std::size_t commentSize = commentStart.size() + 64;

/// Little-endian number of `size` bytes; nothing behind the end.
std::optional<std::uint64_t> numberAt(std::string_view bytes, std::uint64_t at, std::size_t size)
{
    if (at > bytes.size() || bytes.size() - at < size)
        return {};
    std::uint64_t value = 0;
    for (std::size_t i = size; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

struct Entry
{
    std::uint64_t packing = 0, crc = 0, packedSize = 0, size = 0, offset = 0;
    std::string_view name;
};

/// Sizes and offset of the zip64 extra field, where the entry itself has no room for them.
bool takeLongValues(std::string_view extra, Entry &entry)
{
    std::size_t at = 0;
    while (at + 4 <= extra.size()) {
        const std::size_t size = *numberAt(extra, at + 2, 2);
        const std::string_view field = extra.substr(at + 4, size);
        if (*numberAt(extra, at, 2) == 1) {
            std::size_t inField = 0;
            for (std::uint64_t *value : {&entry.size, &entry.packedSize, &entry.offset}) {
                if (*value != isLong)
                    continue;
                const auto wide = numberAt(field, inField, 8);
                if (!wide)
                    return false;
                *value = *wide;
                inField += 8;
            }
            return true;
        }
        at += 4 + size;
    }
    return entry.size != isLong && entry.packedSize != isLong && entry.offset != isLong;
}

/// The entry of the directory at `at`, which moves behind it.
std::optional<Entry> nextEntry(std::string_view bytes, std::uint64_t &at)
{
    if (numberAt(bytes, at, 4) != entrySignature || !numberAt(bytes, at + entrySize - 1, 1))
        return {};
    Entry entry;
    entry.packing = *numberAt(bytes, at + 10, 2);
    entry.crc = *numberAt(bytes, at + 16, 4);
    entry.packedSize = *numberAt(bytes, at + 20, 4);
    entry.size = *numberAt(bytes, at + 24, 4);
    entry.offset = *numberAt(bytes, at + 42, 4);
    const std::uint64_t nameSize = *numberAt(bytes, at + 28, 2), extraSize = *numberAt(bytes, at + 30, 2),
                        whole = entrySize + nameSize + extraSize + *numberAt(bytes, at + 32, 2);
    if (bytes.size() - at < whole)
        return {};
    entry.name = bytes.substr(at + entrySize, nameSize);
    if (!takeLongValues(bytes.substr(at + entrySize + nameSize, extraSize), entry))
        return {};
    at += whole;
    return entry;
}

/// The content of a deflated entry; nothing where it is damaged.
std::optional<std::string> inflated(std::string_view packed, std::uint64_t size)
{
    constexpr std::uint64_t most = std::uint64_t{1} << 30; // of code; weights are stored as they are
    z_stream stream{};
    if (size > most || packed.size() > most || inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return {};
    std::string content(size, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(content.data());
    stream.avail_out = static_cast<uInt>(size);
    const bool isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_out == 0;
    inflateEnd(&stream);
    return isWhole ? std::optional<std::string>(std::move(content)) : std::nullopt;
}

bool isWhole(std::string_view bytes, const Entry &entry)
{
    constexpr std::uint64_t stored = 0, deflated = 8;
    const auto nameSize = numberAt(bytes, entry.offset + 26, 2),
               extraSize = numberAt(bytes, entry.offset + 28, 2);
    if (numberAt(bytes, entry.offset, 4) != localSignature || !nameSize || !extraSize ||
        (entry.packing != stored && entry.packing != deflated) ||
        (entry.packing == stored && entry.packedSize != entry.size) || *nameSize != entry.name.size())
        return false;
    const std::uint64_t start = entry.offset + localSize + *nameSize + *extraSize;
    if (start > bytes.size() || bytes.size() - start < entry.packedSize ||
        bytes.substr(entry.offset + localSize, *nameSize) != entry.name)
        return false;
    std::string_view content = bytes.substr(start, entry.packedSize);
    std::optional<std::string> unpacked;
    if (entry.packing == deflated) {
        unpacked = inflated(content, entry.size);
        if (!unpacked)
            return false;
        content = *unpacked;
    }
    return crc32_z(0, reinterpret_cast<const Bytef *>(content.data()), content.size()) == entry.crc;
}

/// bytes end with the record that ends an archive without a comment.
bool areEntriesWhole(std::string_view bytes)
{
    const std::uint64_t end = bytes.size() - endSize;
    std::uint64_t count = *numberAt(bytes, end + 10, 2), at = *numberAt(bytes, end + 16, 4);
    if (end >= locatorSize && numberAt(bytes, end - locatorSize, 4) == locatorSignature) {
        const std::uint64_t record = *numberAt(bytes, end - locatorSize + 8, 8);
        if (numberAt(bytes, record, 4) != longEndSignature || !numberAt(bytes, record + longEndSize - 1, 1))
            return false;
        count = *numberAt(bytes, record + 32, 8);
        at = *numberAt(bytes, record + 48, 8);
    }
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::optional<Entry> entry = nextEntry(bytes, at);
        if (!entry || !isWhole(bytes, *entry))
            return false;
    }
    return count > 0;
}

} // namespace

std::string withChecksum(std::string archive)
{
    if (archive.size() < endSize || numberAt(archive, archive.size() - endSize, 4) != endSignature)
        return archive; // has a comment already
    const std::string digest = sha256(archive);
    archive[archive.size() - 2] = static_cast<char>(commentSize);
    return archive += std::string(commentStart) + digest;
}

Result<std::string> checkedArchive(std::string bytes)
{
    const Error damaged{ErrorCode::FileTruncated, "checksum"};
    const auto isEnd = [&bytes](std::size_t comment) {
        return bytes.size() >= endSize + comment &&
               numberAt(bytes, bytes.size() - comment - endSize, 4) == endSignature &&
               numberAt(bytes, bytes.size() - comment - 2, 2) == comment;
    };
    if (isEnd(0))
        return areEntriesWhole(bytes) ? Result<std::string>(std::move(bytes)) : damaged;
    if (!isEnd(commentSize))
        return damaged;
    const std::string comment = bytes.substr(bytes.size() - commentSize);
    bytes.resize(bytes.size() - commentSize);
    bytes[bytes.size() - 2] = 0;
    if (comment != std::string(commentStart) + sha256(bytes))
        return damaged;
    return bytes;
}

} // namespace pathgan
