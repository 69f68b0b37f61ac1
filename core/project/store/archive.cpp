// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store/archive_p.h"

#include <bit>

namespace pathgan {

namespace {

template <class Word>
void appendFixed(std::string &bytes, Word word)
{
    for (std::size_t i = 0; i < sizeof word; ++i)
        bytes += static_cast<char>(word >> (8 * i));
}

template <class Word>
Word fixed(std::string_view bytes)
{
    Word word = 0;
    for (std::size_t i = 0; i < sizeof word; ++i)
        word |= static_cast<Word>(static_cast<Word>(static_cast<unsigned char>(bytes[i])) << (8 * i));
    return word;
}

template <class Word, class Real>
void appendPlanes(std::string &bytes, const Real *values, std::size_t size)
{
    const std::size_t start = bytes.size();
    bytes.resize(start + size * sizeof(Real));
    char *const out = bytes.data() + start;
    for (std::size_t i = 0; i < size; ++i) {
        const Word word = std::bit_cast<Word>(values[i]);
        for (std::size_t plane = 0; plane < sizeof(Real); ++plane)
            out[plane * size + i] = static_cast<char>(word >> (8 * plane));
    }
}

template <class Word, class Real>
void readPlanes(std::string_view bytes, Real *values, std::size_t size)
{
    for (std::size_t i = 0; i < size; ++i) {
        Word word = 0;
        for (std::size_t plane = 0; plane < sizeof(Real); ++plane)
            word |= static_cast<Word>(static_cast<unsigned char>(bytes[plane * size + i])) << (8 * plane);
        values[i] = std::bit_cast<Real>(word);
    }
}

} // namespace

void Encoder::count(std::uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        m_bytes += static_cast<char>(number | 0x80);
    m_bytes += static_cast<char>(number);
}

void Encoder::integer(std::int64_t number)
{
    count((static_cast<std::uint64_t>(number) << 1) ^ static_cast<std::uint64_t>(number >> 63));
}

void Encoder::number(double value)
{
    appendFixed(m_bytes, std::bit_cast<std::uint64_t>(value));
}

void Encoder::number(float value)
{
    appendFixed(m_bytes, std::bit_cast<std::uint32_t>(value));
}

void Encoder::text(std::string_view text)
{
    count(text.size());
    m_bytes += text;
}

void Encoder::numbers(const double *values, std::size_t size)
{
    appendPlanes<std::uint64_t>(m_bytes, values, size);
}

void Encoder::numbers(const float *values, std::size_t size)
{
    appendPlanes<std::uint32_t>(m_bytes, values, size);
}

void Encoder::shared(const std::shared_ptr<const void> &value, const Coding &coding, bool isReread)
{
    const Result<std::string> hash = m_sink->add(value, coding, isReread);
    if (!hash)
        return fail(hash.error());
    text(*hash);
}

void Encoder::fail(const Error &error)
{
    if (!m_error)
        m_error = error;
}

void Decoder::fail(const Error &error)
{
    if (!m_error)
        m_error = error;
    m_left = {};
}

void Decoder::require(bool holds)
{
    if (!holds)
        fail({ErrorCode::FileDamaged, {}});
}

std::string_view Decoder::bytes(std::size_t size)
{
    require(size <= m_left.size());
    if (!isFine())
        return {};
    const std::string_view found = m_left.substr(0, size);
    m_left.remove_prefix(size);
    return found;
}

std::string_view Decoder::rest()
{
    return bytes(m_left.size());
}

std::uint64_t Decoder::count()
{
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        const std::string_view next = bytes(1);
        if (next.empty())
            return 0;
        const auto byte = static_cast<unsigned char>(next.front());
        const auto bits = static_cast<std::uint64_t>(byte & 0x7F);
        require(shift < 63 || bits <= 1);
        value |= bits << shift;
        if (byte < 0x80)
            return isFine() ? value : 0;
    }
    require(false);
    return 0;
}

std::int64_t Decoder::integer()
{
    const std::uint64_t value = count();
    return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
}

double Decoder::number()
{
    const std::string_view found = bytes(sizeof(double));
    return found.empty() ? 0 : std::bit_cast<double>(fixed<std::uint64_t>(found));
}

float Decoder::numberF()
{
    const std::string_view found = bytes(sizeof(float));
    return found.empty() ? 0 : std::bit_cast<float>(fixed<std::uint32_t>(found));
}

std::string Decoder::text()
{
    return std::string(bytes(length(1)));
}

std::size_t Decoder::length(std::size_t smallest)
{
    const std::uint64_t size = count();
    require(size <= m_left.size() / smallest);
    return isFine() ? static_cast<std::size_t>(size) : 0;
}

bool Decoder::numbers(double *values, std::size_t size)
{
    const std::string_view found = bytes(size * sizeof(double));
    if (!isFine())
        return false;
    readPlanes<std::uint64_t>(found, values, size);
    return true;
}

bool Decoder::numbers(float *values, std::size_t size)
{
    const std::string_view found = bytes(size * sizeof(float));
    if (!isFine())
        return false;
    readPlanes<std::uint32_t>(found, values, size);
    return true;
}

std::shared_ptr<const void> Decoder::shared(const Coding &coding)
{
    const std::string hash = text();
    if (!isFine() || hash.empty())
        return nullptr;
    const Result<std::shared_ptr<const void>> found = m_source->get(hash, coding);
    if (!found) {
        fail(found.error());
        return nullptr;
    }
    if (!*found)
        leaveOut();
    return *found;
}

Result<std::string> encoded(const void *value, const Coding &coding, BlobSink &sink)
{
    Encoder to(sink);
    to.text(coding.word);
    to.count(codingVersion);
    coding.encode(to, value);
    if (to.error())
        return *to.error();
    return to.take();
}

Result<std::shared_ptr<const void>> decoded(std::string_view bytes, const Coding &coding, BlobSource &source,
                                            bool *isWhole)
{
    Decoder head(bytes, 0, source);
    const std::string word = head.text();
    const std::uint64_t version = head.count();
    if (!head.isFine() || word != coding.word || version == 0)
        return Error{ErrorCode::FileDamaged, coding.word};
    if (version > codingVersion)
        return Error{ErrorCode::NewerVersion, coding.word};
    Decoder from(head.rest(), static_cast<std::uint32_t>(version), source);
    std::shared_ptr<const void> value = coding.decode(from);
    if (from.error() && !from.error()->detail.empty())
        return *from.error();
    if (from.error() || !value)
        return Error{ErrorCode::FileDamaged, coding.word};
    if (isWhole)
        *isWhole = from.isWhole();
    return value;
}

namespace {

struct NoBlobs : BlobSource
{
    Result<std::shared_ptr<const void>> get(const std::string &, const Coding &) override
    {
        return std::shared_ptr<const void>();
    }
};

} // namespace

std::string codedWord(std::string_view bytes)
{
    NoBlobs none;
    return Decoder(bytes, 0, none).text();
}

std::uint64_t codedVersion(std::string_view bytes)
{
    NoBlobs none;
    Decoder head(bytes, 0, none);
    (void)head.text();
    return head.count();
}

} // namespace pathgan
