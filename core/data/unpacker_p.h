// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string_view>

namespace pathgan {

/// How the bytes of a file are packed, as its first bytes say.
enum class Packing { None, Gzip, Bzip2, Xz, Zip };
Packing packingOf(std::string_view start);

/// How far a decompressor came in one call.
struct UnpackStep
{
    std::size_t consumed = 0, produced = 0;
    bool memberEnd = false, damaged = false;
};

/// Decompressor of one gzip member, bzip2 stream or xz stream after the other.
class Unpacker
{
public:
    explicit Unpacker(Packing packing);
    ~Unpacker();
    Unpacker(const Unpacker &) = delete;
    Unpacker &operator=(const Unpacker &) = delete;

    void restart(); ///< for the next member
    UnpackStep step(const char *input, std::size_t inputLength, char *output, std::size_t outputLength);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The one file in a zip archive.
class ZipEntry
{
public:
    /// UnknownFormat: a workbook, a trained network, no file or several; FileTruncated: damaged.
    static Result<std::unique_ptr<ZipEntry>> open(const std::filesystem::path &path);
    ~ZipEntry();
    ZipEntry(const ZipEntry &) = delete;
    ZipEntry &operator=(const ZipEntry &) = delete;

    /// 0 at the end, −1 for a damaged archive (its check sum is looked at too).
    long long read(char *buffer, std::size_t size);
    std::size_t size() const; ///< unpacked

private:
    struct State;
    explicit ZipEntry(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Whether the zip archive is what LibTorch writes.
bool isTorchArchive(const std::filesystem::path &path);

} // namespace pathgan
