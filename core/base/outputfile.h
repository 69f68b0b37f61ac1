// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace pathgan {

/// A file being written that takes the place of another only when it is whole and on the disk. What was there
/// keeps its permissions and, where that is allowed, its owner; a symbolic link is followed, not replaced; a
/// device, a pipe, or a standard stream by its name (/dev/stdout) is written to as it is.
class OutputFile
{
public:
    /// WriteFailed with the path and why.
    static Result<OutputFile> open(const std::filesystem::path &path);
    OutputFile(OutputFile &&other) noexcept;
    OutputFile &operator=(OutputFile &&) = delete;
    ~OutputFile(); ///< without finish(): nothing is left, and what was there stays

    /// After a failure the rest is ignored: finish() tells it.
    void write(std::string_view bytes);
    /// Once, at the end.
    Result<void> finish();

private:
    OutputFile() = default;
    Error failure(int number) const;
    void discard();

    std::filesystem::path m_path, m_target, m_temporary; ///< no temporary: written to directly
    int m_descriptor = -1;
    int m_failed = 0; ///< errno of the first failure
};

/// Whole content at once.
Result<void> writeFile(const std::filesystem::path &path, std::string_view bytes);

/// Where a path leads when its symbolic links are followed, whether there is a file or not.
std::filesystem::path withoutLinks(std::filesystem::path path);
/// A pipe, a device, or the name of a standard stream: no file that could be replaced.
bool isStreamPath(const std::filesystem::path &path);

} // namespace pathgan
