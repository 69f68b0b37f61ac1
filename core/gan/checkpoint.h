// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace pathgan {

constexpr const char *checkpointStart = "PathGAN unfinished training 1\n"; ///< of such a file

struct CheckpointNews
{
    enum class Kind {
        Continued,  ///< training goes on in `epoch`, where an earlier run ended
        OtherRun,   ///< of other inputs or options, or of another version: not used
        Damaged,    ///< not used
        NotWritten, ///< `detail` says why; training goes on
    };
    Kind kind = Kind::Continued;
    int epoch = 0;
    std::string detail = {};
};

/// A file with all that training needs to go on: a run that goes on with it gives, to the last bit, what one
/// without interruption gives on the same machine. Replaced as a whole, never in part.
struct GanCheckpoints
{
    std::filesystem::path path; ///< empty: none. Left where training ends, whether stopped or finished.
    double seconds = 60;        ///< between two; 0: one before each batch. A stop writes one, too.
    std::function<void(const CheckpointNews &)> onNews = {};
    std::string version = {}; ///< of the program: a checkpoint of another one is not gone on with
    /// Ends where the checkpoint stands, as if stopped there with what is there so far; MissingInput without
    /// one.
    bool endsThere = false;
    int networkEpochs = 0;              ///< between networks written to epochNetworkPath(); 0: none
    std::filesystem::path network = {}; ///< what the training is for: gives those their names
};

/// folder/network.pt and 20: folder/network.epoch-20.pt
std::filesystem::path epochNetworkPath(const std::filesystem::path &network, int epoch);

/// To be called once the result is safe. Also removes what a process that was killed while it wrote one left.
void removeCheckpoint(const std::filesystem::path &path);

} // namespace pathgan
