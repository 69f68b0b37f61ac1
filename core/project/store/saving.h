// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/store/contents.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace pathgan {

class ProjectFile;

struct SaveOptions
{
    std::size_t mostRuns = 20; ///< a step, pinned ones not counted; older ones go
    /// Of a recovery file: the project's own file, whose content is not written once more.
    std::shared_ptr<ProjectFile> base = nullptr;
    /// Bytes of content from which a value is left to the base: without it, the small ones are there.
    std::size_t leftToBase = std::size_t{1} << 20;
    bool keepsEarlier = true; ///< see SaveReport::earlier
};

/// What a save did.
struct SaveReport
{
    std::size_t blobs = 0;        ///< written; what was there already is not written again
    std::uint64_t bytes = 0;      ///< of them, compressed
    std::size_t removedBlobs = 0; ///< that no run needs any more
    /// The contents' history as it is now in the file: with ids, without values, the oldest gone.
    std::vector<KeptRun> history;
    std::vector<InputFile> inputs;
    /// Copy of the file as an earlier version of the program wrote it, which cannot read what is written now:
    /// NAME.v1.pathgan. Empty: none was made.
    std::filesystem::path earlier = {};
};

/// Removes what programs that were killed had begun to write: of a project's file, or of any in the folder.
void removeUnfinished(const std::filesystem::path &folder, const std::string &name = {});

} // namespace pathgan
