// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/store/projectfile.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pathgan {

// Settings of a recovery file beside those of the window.
inline constexpr const char *recoveryOf = "recovery/of";       ///< path of the project's own file
inline constexpr const char *recoveryTime = "recovery/time";   ///< when it was written
inline constexpr const char *recoveryStep = "recovery/step";   ///< what was finished last
inline constexpr const char *recoveryClean = "recovery/clean"; ///< "1": all of it is saved in its own file
inline constexpr const char *recoveryBase = "recovery/base";   ///< state of the own file; empty: it had none
inline constexpr const char *recoveryEdit = "recovery/edit";   ///< number of the last edit that is in it
inline constexpr const char *recoverySaved = "recovery/saved"; ///< of the own file: recovery file, last edit
inline constexpr const char *recoverySettings[] = {recoveryOf,   recoveryTime, recoveryStep, recoveryClean,
                                                   recoveryBase, recoveryEdit, recoverySaved};

/// What a project's file says of a recovery file that it has all of.
std::string savedMark(const std::filesystem::path &recoveryFile, long long edit);

/// Where the window keeps recovery files, per user; empty: nowhere.
std::filesystem::path recoveryFolder();

/// A project that was not saved when its program ended.
struct Recoverable
{
    std::filesystem::path file;
    std::string project;  ///< path of its own file; empty: it had none
    std::string time;     ///< of the last edit that is in it, UTC, ISO 8601
    std::string lastStep; ///< English key; empty: none was finished
};
/// Newest first; what is in use is left alone, what holds nothing that is not saved goes. Takes milliseconds
/// for each.
std::vector<Recoverable> recoverables(const std::filesystem::path &folder);

/// What of a project's file cannot be read.
struct Damage
{
    std::filesystem::path file;
    Error whole;                 ///< why it cannot be opened at all, where no part is named
    std::vector<LostPart> parts; ///< that are lost
    bool isSalvaged = false;     ///< the rest is open, as a project that was not saved yet
};

} // namespace pathgan
