// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/textsource.h"

#include "core/data/cleantext_p.h"
#include "core/data/unpacker_p.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

namespace pathgan {

namespace {

constexpr std::size_t inputSize = std::size_t{1} << 18;

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
        std::array<char, 6> start{}; // the longest mark is that of xz
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
    std::unique_ptr<ZipEntry> zip;

    /// Only for text.
    std::unique_ptr<CleanText> clean;
    std::vector<char> raw; ///< bytes on their way to it
    std::string text;      ///< clean text not given out yet
    std::size_t textBegin = 0;
    bool textEnded = false;
};

TextSource::TextSource(std::unique_ptr<State> state) : m_state(std::move(state)) {}
TextSource::TextSource(TextSource &&) noexcept = default;
TextSource &TextSource::operator=(TextSource &&) noexcept = default;
TextSource::~TextSource() = default;

Result<TextSource> TextSource::open(const std::filesystem::path &path, Content content)
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
    if (state->packing == Packing::Zip) {
        Result<std::unique_ptr<ZipEntry>> entry = ZipEntry::open(path);
        if (!entry)
            return entry.error();
        state->zip = *std::move(entry);
        state->size = state->zip->size();
    } else if (state->packing != Packing::None) {
        state->unpacker = std::make_unique<Unpacker>(state->packing);
    }
    if (content == Content::Text) {
        state->clean = std::make_unique<CleanText>();
        state->raw.resize(inputSize);
    }
    return TextSource(std::move(state));
}

Result<std::size_t> TextSource::read(char *buffer, std::size_t size)
{
    State &s = *m_state;
    if (!s.clean)
        return readBytes(buffer, size);
    std::size_t done = 0;
    while (done < size) {
        if (s.textBegin == s.text.size()) {
            if (s.textEnded)
                break;
            s.text.clear();
            s.textBegin = 0;
            const Result<std::size_t> count = readBytes(s.raw.data(), s.raw.size());
            if (!count)
                return count;
            s.textEnded = *count == 0;
            s.clean->add({s.raw.data(), *count}, s.textEnded, s.text);
        }
        const std::size_t count = std::min(size - done, s.text.size() - s.textBegin);
        std::copy_n(s.text.data() + s.textBegin, count, buffer + done);
        s.textBegin += count;
        done += count;
    }
    return done;
}

Result<std::size_t> TextSource::readBytes(char *buffer, std::size_t size)
{
    State &s = *m_state;
    if (s.zip) {
        const long long count = s.zip->read(buffer, size);
        if (count < 0)
            return Error{ErrorCode::FileTruncated, s.path + ": byte " + std::to_string(s.consumed)};
        s.consumed += static_cast<std::size_t>(count);
        return static_cast<std::size_t>(count);
    }
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
        const UnpackStep step = s.unpacker->step(input.data(), input.size(), buffer + done, size - done);
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

std::string cleanText(std::string_view bytes)
{
    std::string text;
    CleanText().add(bytes, true, text);
    return text;
}

Result<std::string> readWholeText(const std::filesystem::path &path, Content content)
{
    Result<TextSource> source = TextSource::open(path, content);
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
