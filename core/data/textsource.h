// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pathgan {

/// What is wanted of a file: its bytes as they are, or clean text: UTF-8 (made from UTF-16 where it is that)
/// without a byte order mark, lines ended by LF.
enum class Content { Bytes, Text };

/// Decompressed content of a plain, gzip, bzip2, xz or zip file, block by block.
class TextSource
{
public:
    static Result<TextSource> open(const std::filesystem::path &path, Content content = Content::Bytes);
    TextSource(TextSource &&) noexcept;
    TextSource &operator=(TextSource &&) noexcept;
    ~TextSource();

    /// Fills buffer from the start; 0 at the end. FileTruncated for a damaged stream.
    Result<std::size_t> read(char *buffer, std::size_t size);
    std::size_t compressedRead() const; ///< bytes of the file consumed so far
    std::size_t compressedSize() const;

private:
    struct State;
    Result<std::size_t> readBytes(char *buffer, std::size_t size);
    explicit TextSource(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Bytes as Content::Text gives them.
std::string cleanText(std::string_view bytes);
/// The whole file, decompressed.
Result<std::string> readWholeText(const std::filesystem::path &path, Content content = Content::Bytes);

} // namespace pathgan
