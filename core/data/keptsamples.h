// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace pathgan {

/// Finished samples of one run, for a later run of the same key to go on with.
struct KeptSamples
{
    std::string key;                ///< of all that a sample's result depends on but what its row says itself
    std::vector<std::string> head;  ///< what all rows share: fields without tabs and line ends
    std::vector<std::string> names; ///< samples
    std::vector<std::string> rows;  ///< by sample: fields, each with a tab before it
};

constexpr const char *keptSamplesStart = "PathGAN unfinished samples 1\n"; ///< of a file of them
Result<void> writeKept(const std::vector<KeptSamples> &runs, const std::filesystem::path &path);
/// Anything but a whole file of that kind is an error.
Result<std::vector<KeptSamples>> readKept(const std::filesystem::path &path);

/// Hands the finished samples of a command's runs on, so that whatever ends it costs little.
struct SampleKeeper
{
    std::vector<KeptSamples> runs; ///< the newest first; of an earlier command, then of this one, too
    /// Is given all runs every so many seconds, by one thread at a time; may be empty.
    std::function<void(const std::vector<KeptSamples> &)> write;
    double seconds = 60;

    /// A run of this command: its samples, and how many were not solved again and are finished.
    struct Asked
    {
        std::string key;
        std::vector<std::string> names;
        std::size_t taken = 0, finished = 0;
    };
    std::vector<Asked> asked;

    bool isComplete() const; ///< every sample asked for is finished
    bool hasOthers() const;  ///< of these runs, but samples that were not asked for
    /// Null: none of that key.
    const KeptSamples *find(const std::string &key) const;
    /// Replaces the samples of that key that it has; others stay.
    void put(KeptSamples run);
};

} // namespace pathgan
