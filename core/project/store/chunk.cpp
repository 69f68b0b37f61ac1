// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store/chunk_p.h"

#include <zstd.h>

namespace pathgan {

namespace {

constexpr int level = 3; // higher ones gain a few percent of matrices for many times the time
constexpr char plain = 0, zstandard = 1;

} // namespace

std::string packedChunk(std::string_view content, std::size_t least)
{
    std::string stored(1 + ZSTD_compressBound(content.size()), '\0');
    const std::size_t size =
        ZSTD_compress(stored.data() + 1, stored.size() - 1, content.data(), content.size(), level);
    if (ZSTD_isError(size) != 0 || size >= content.size() || size < least)
        return plain + std::string(content);
    stored.front() = zstandard;
    stored.resize(1 + size);
    return stored;
}

bool unpackChunk(std::string_view stored, std::size_t size, std::string &content)
{
    if (stored.empty() || size > chunkSize)
        return false;
    const char kind = stored.front();
    stored.remove_prefix(1);
    if (kind == plain) {
        content += stored;
        return stored.size() == size;
    }
    if (kind != zstandard || ZSTD_getFrameContentSize(stored.data(), stored.size()) != size)
        return false;
    const std::size_t before = content.size();
    content.resize(before + size);
    return ZSTD_decompress(content.data() + before, size, stored.data(), stored.size()) == size;
}

} // namespace pathgan
