// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/step.h"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace pathgan {

// One layout of a folder of results, from window and command line: tables, network.pt, figures beside them,
// and manifest.json, which names every file with its hash.

/// Creates the folder where it is missing. The names of the files.
Result<std::vector<std::string>> writeTables(const std::vector<NamedTable> &tables,
                                             const std::filesystem::path &folder);
/// Every table of the project, and the trained network as network.pt.
Result<std::vector<std::string>> writeResults(const Project &project, const std::filesystem::path &folder);

/// What a manifest says besides what the project knows.
struct ManifestNotes
{
    std::vector<std::string> sentences; ///< what a reader must know besides what reading the inputs met
    std::vector<std::pair<std::string, std::string>> skipped; ///< step, reason
    std::vector<std::pair<std::string, double>> seconds;      ///< of work that is no step, wall clock
    std::map<std::string, std::string>
        givenNames; ///< by path that was read: how the input was named, if other
};
/// manifest.json: versions, inputs with hashes, for each result how it was computed, and the files (names in
/// the folder) with their hashes.
Result<void> writeManifest(const Project &project, const ManifestNotes &notes,
                           const std::vector<std::string> &files, const std::filesystem::path &folder);

} // namespace pathgan
