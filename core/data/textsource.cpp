#include "core/data/textsource.h"

#include <algorithm>
#include <array>
#include <bzlib.h>
#include <fstream>
#include <limits>
#include <zlib.h>

namespace pathgan {

namespace {

constexpr std::size_t inputSize = std::size_t{1} << 18;

enum class Packing { None, Gzip, Bzip2 };

/// How far a decompressor came in one call.
struct Step
{
    std::size_t consumed = 0, produced = 0;
    bool memberEnd = false, damaged = false;
};

/// One decompressor of gzip members or bzip2 streams.
class Unpacker
{
public:
    explicit Unpacker(Packing packing) : m_packing(packing) { begin(); }
    ~Unpacker() { end(); }
    Unpacker(const Unpacker &) = delete;
    Unpacker &operator=(const Unpacker &) = delete;

    void restart()
    {
        end();
        begin();
    }

    Step step(const char *input, std::size_t inputLength, char *output, std::size_t outputLength)
    {
        constexpr std::size_t most = std::numeric_limits<unsigned>::max() / 2;
        const auto in = static_cast<unsigned>(std::min(inputLength, most));
        const auto out = static_cast<unsigned>(std::min(outputLength, most));
        return m_packing == Packing::Gzip ? stepGzip(input, in, output, out)
                                          : stepBzip2(input, in, output, out);
    }

private:
    void begin()
    {
        m_gzip = {};
        m_bzip2 = {};
        m_ready = m_packing == Packing::Gzip ? inflateInit2(&m_gzip, 15 + 16) == Z_OK
                                             : BZ2_bzDecompressInit(&m_bzip2, 0, 0) == BZ_OK;
    }
    void end()
    {
        if (!m_ready)
            return;
        if (m_packing == Packing::Gzip)
            inflateEnd(&m_gzip);
        else
            BZ2_bzDecompressEnd(&m_bzip2);
        m_ready = false;
    }

    Step stepGzip(const char *input, unsigned in, char *output, unsigned out)
    {
        m_gzip.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input));
        m_gzip.avail_in = in;
        m_gzip.next_out = reinterpret_cast<Bytef *>(output);
        m_gzip.avail_out = out;
        const int code = m_ready ? inflate(&m_gzip, Z_NO_FLUSH) : Z_MEM_ERROR;
        const bool fine = code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR;
        return {in - m_gzip.avail_in, out - m_gzip.avail_out, code == Z_STREAM_END, !fine};
    }

    Step stepBzip2(const char *input, unsigned in, char *output, unsigned out)
    {
        m_bzip2.next_in = const_cast<char *>(input);
        m_bzip2.avail_in = in;
        m_bzip2.next_out = output;
        m_bzip2.avail_out = out;
        const int code = m_ready ? BZ2_bzDecompress(&m_bzip2) : BZ_MEM_ERROR;
        const bool fine = code == BZ_OK || code == BZ_STREAM_END;
        return {in - m_bzip2.avail_in, out - m_bzip2.avail_out, code == BZ_STREAM_END, !fine};
    }

    Packing m_packing;
    z_stream m_gzip{};
    bz_stream m_bzip2{};
    bool m_ready = false;
};

Packing packingOf(std::string_view start)
{
    if (start.starts_with("\x1F\x8B"))
        return Packing::Gzip;
    if (start.starts_with("BZh") && start.size() > 3 && start[3] >= '1' && start[3] <= '9')
        return Packing::Bzip2;
    return Packing::None;
}

} // namespace

struct TextSource::State
{
    std::string path;
    std::ifstream stream;
    std::size_t size = 0, consumed = 0; ///< of the file
    std::vector<char> input = std::vector<char>(inputSize);
    std::size_t begin = 0, end = 0; ///< unused part of input
    Packing packing = Packing::None;
    std::unique_ptr<Unpacker> unpacker;
    bool insideMember = true, finished = false;

    /// False at the end of the file.
    bool fill()
    {
        if (begin < end)
            return true;
        stream.read(input.data(), static_cast<std::streamsize>(input.size()));
        begin = 0;
        end = static_cast<std::size_t>(stream.gcount());
        return end > 0;
    }
    /// After a member: another one follows, or the rest is padding.
    bool anotherMember()
    {
        std::array<char, 4> start{};
        std::size_t length = 0;
        while (length < start.size() && fill()) {
            start[length++] = input[begin++];
            ++consumed;
        }
        if (packingOf({start.data(), length}) != packing)
            return false;
        pending.assign(start.data(), length);
        unpacker->restart();
        return true;
    }
    std::string pending; ///< first bytes of a member, already taken from input
};

TextSource::TextSource(std::unique_ptr<State> state) : m_state(std::move(state)) {}
TextSource::TextSource(TextSource &&) noexcept = default;
TextSource &TextSource::operator=(TextSource &&) noexcept = default;
TextSource::~TextSource() = default;

Result<TextSource> TextSource::open(const std::filesystem::path &path)
{
    std::error_code failure;
    const std::filesystem::file_status status = std::filesystem::status(path, failure);
    if (!std::filesystem::exists(status))
        return Error{ErrorCode::FileNotFound, path.string()};
    auto state = std::make_unique<State>();
    state->path = path.string();
    state->stream.open(path, std::ios::binary);
    if (std::filesystem::is_directory(status) || !state->stream)
        return Error{ErrorCode::FileUnreadable, path.string()};
    const std::uintmax_t size = std::filesystem::file_size(path, failure);
    state->size = failure ? 0 : static_cast<std::size_t>(size);
    if (state->fill())
        state->packing = packingOf({state->input.data(), state->end});
    if (state->packing != Packing::None)
        state->unpacker = std::make_unique<Unpacker>(state->packing);
    return TextSource(std::move(state));
}

Result<std::size_t> TextSource::read(char *buffer, std::size_t size)
{
    State &s = *m_state;
    std::size_t done = 0;
    while (done < size && !s.finished) {
        const bool early = !s.pending.empty();
        if (!early && !s.fill()) {
            s.finished = true;
            if (s.stream.bad())
                return Error{ErrorCode::FileUnreadable, s.path};
            if (s.packing != Packing::None && s.insideMember)
                return Error{ErrorCode::FileTruncated, s.path + ": byte " + std::to_string(s.consumed)};
            break;
        }
        if (s.packing == Packing::None) {
            const std::size_t count = std::min(size - done, s.end - s.begin);
            std::copy_n(s.input.data() + s.begin, count, buffer + done);
            s.begin += count;
            s.consumed += count;
            done += count;
            continue;
        }
        const std::string_view input =
            early ? std::string_view(s.pending) : std::string_view(s.input.data() + s.begin, s.end - s.begin);
        const Step step = s.unpacker->step(input.data(), input.size(), buffer + done, size - done);
        if (early) {
            s.pending.erase(0, step.consumed);
        } else {
            s.begin += step.consumed;
            s.consumed += step.consumed;
        }
        done += step.produced;
        if (step.damaged || (step.consumed == 0 && step.produced == 0 && !step.memberEnd)) {
            s.finished = true;
            return Error{ErrorCode::FileTruncated, s.path + ": byte " + std::to_string(s.consumed)};
        }
        s.insideMember = !step.memberEnd;
        if (step.memberEnd && s.pending.empty()) {
            s.insideMember = s.anotherMember();
            s.finished = !s.insideMember;
        }
    }
    return done;
}

std::size_t TextSource::compressedRead() const
{
    return m_state->consumed;
}

std::size_t TextSource::compressedSize() const
{
    return m_state->size;
}

Result<std::string> readWholeText(const std::filesystem::path &path)
{
    Result<TextSource> source = TextSource::open(path);
    if (!source)
        return source.error();
    std::string text;
    std::size_t used = 0;
    for (;;) {
        if (text.size() - used < inputSize)
            text.resize(std::max(text.size() * 2, 4 * inputSize));
        const Result<std::size_t> count = source->read(text.data() + used, text.size() - used);
        if (!count)
            return count.error();
        if (*count == 0)
            break;
        used += *count;
    }
    text.resize(used);
    return text;
}

} // namespace pathgan
