// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/unpacker_p.h"

#include <algorithm>
#include <bzlib.h>
#include <cstdint>
#include <limits>
#include <lzma.h>
#include <zlib.h>

namespace pathgan {

struct Unpacker::State
{
    explicit State(Packing kind) : packing(kind) { begin(); }
    ~State() { end(); }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    void begin()
    {
        gzip = {};
        bzip2 = {};
        xz = LZMA_STREAM_INIT;
        if (packing == Packing::Gzip)
            ready = inflateInit2(&gzip, 15 + 16) == Z_OK;
        else if (packing == Packing::Bzip2)
            ready = BZ2_bzDecompressInit(&bzip2, 0, 0) == BZ_OK;
        else
            ready = lzma_stream_decoder(&xz, std::numeric_limits<std::uint64_t>::max(), 0) == LZMA_OK;
    }
    void end()
    {
        if (!ready)
            return;
        if (packing == Packing::Gzip)
            inflateEnd(&gzip);
        else if (packing == Packing::Bzip2)
            BZ2_bzDecompressEnd(&bzip2);
        else
            lzma_end(&xz);
        ready = false;
    }

    UnpackStep stepGzip(const char *input, unsigned in, char *output, unsigned out)
    {
        gzip.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input));
        gzip.avail_in = in;
        gzip.next_out = reinterpret_cast<Bytef *>(output);
        gzip.avail_out = out;
        const int code = inflate(&gzip, Z_NO_FLUSH);
        const bool fine = code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR;
        return {in - gzip.avail_in, out - gzip.avail_out, code == Z_STREAM_END, !fine};
    }

    UnpackStep stepBzip2(const char *input, unsigned in, char *output, unsigned out)
    {
        bzip2.next_in = const_cast<char *>(input);
        bzip2.avail_in = in;
        bzip2.next_out = output;
        bzip2.avail_out = out;
        const int code = BZ2_bzDecompress(&bzip2);
        const bool fine = code == BZ_OK || code == BZ_STREAM_END;
        return {in - bzip2.avail_in, out - bzip2.avail_out, code == BZ_STREAM_END, !fine};
    }

    UnpackStep stepXz(const char *input, unsigned in, char *output, unsigned out)
    {
        xz.next_in = reinterpret_cast<const std::uint8_t *>(input);
        xz.avail_in = in;
        xz.next_out = reinterpret_cast<std::uint8_t *>(output);
        xz.avail_out = out;
        const lzma_ret code = lzma_code(&xz, LZMA_RUN);
        const bool fine = code == LZMA_OK || code == LZMA_STREAM_END || code == LZMA_BUF_ERROR;
        return {in - xz.avail_in, out - xz.avail_out, code == LZMA_STREAM_END, !fine};
    }

    Packing packing;
    z_stream gzip{};
    bz_stream bzip2{};
    lzma_stream xz = LZMA_STREAM_INIT;
    bool ready = false;
};

Unpacker::Unpacker(Packing packing) : m_state(std::make_unique<State>(packing)) {}
Unpacker::~Unpacker() = default;

void Unpacker::restart()
{
    m_state->end();
    m_state->begin();
}

UnpackStep Unpacker::step(const char *input, std::size_t inputLength, char *output, std::size_t outputLength)
{
    constexpr std::size_t most = std::numeric_limits<unsigned>::max() / 2;
    const auto in = static_cast<unsigned>(std::min(inputLength, most));
    const auto out = static_cast<unsigned>(std::min(outputLength, most));
    if (!m_state->ready)
        return {0, 0, false, true};
    if (m_state->packing == Packing::Gzip)
        return m_state->stepGzip(input, in, output, out);
    return m_state->packing == Packing::Bzip2 ? m_state->stepBzip2(input, in, output, out)
                                              : m_state->stepXz(input, in, output, out);
}

Packing packingOf(std::string_view start)
{
    if (start.starts_with("\x1F\x8B"))
        return Packing::Gzip;
    if (start.starts_with("BZh") && start.size() > 3 && start[3] >= '1' && start[3] <= '9')
        return Packing::Bzip2;
    if (start.starts_with(std::string_view("\xFD"
                                           "7zXZ\0",
                                           6)))
        return Packing::Xz;
    if (start.starts_with("PK\x03\x04"))
        return Packing::Zip;
    return Packing::None;
}

} // namespace pathgan
