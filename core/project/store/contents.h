// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readreport.h"
#include "core/project/project.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace pathgan {

/// A run of a step, or a file that was read, as the history keeps it. Copies share the value.
struct KeptRun
{
    /// SHA-256 of provenance and value: the same in every file; empty: not saved yet.
    std::string id;
    Part part{};
    std::shared_ptr<const void> value;            ///< of the part's type; null: it lies in the file
    std::shared_ptr<const Provenance> provenance; ///< null: put together by hand
    std::string note;                             ///< the user's
    bool isPinned = false;                        ///< kept for ever, however many follow
    /// What tells runs of the step apart in a list: English key and value, e.g. "test Pearson r".
    std::vector<std::pair<std::string, double>> scores;
    std::uint64_t bytes = 0; ///< on disk, of what it shares with others, too; 0: not saved yet
};

/// Where an input was read from.
struct InputFile
{
    Part part{};
    std::string path;       ///< where it was, absolute
    std::string relative;   ///< to the folder of the project's file; empty: on another drive
    std::string sha256;     ///< of the file as it lay on disk
    std::uint64_t size = 0; ///< bytes; 0: unknown
    bool isPacked = true;   ///< the content is in the project's file
};

/// All that a project's file keeps, as values: what is saved, and what comes back.
struct ProjectContents
{
    Project project;
    /// Runs and inputs, oldest first; those that the project holds now need not be among them.
    std::vector<KeptRun> history;
    std::string note;                            ///< the user's, on the project
    std::map<std::string, std::string> settings; ///< the window's own: figures, selection; any text
    std::map<Part, ReadReport> reports;          ///< of inputs: what was met in reading
    std::vector<InputFile> inputs;               ///< of the parts read from files; filled by saving
    bool packsInputs = false;                    ///< every input's content goes into the file
};

/// The run that the project holds now, e.g. before it is replaced; nothing to keep: no value, no provenance.
KeptRun keptRun(const Project &project, Part part);
/// Puts a run in the place of the project's own; without its value the part is pending.
void putRun(Project &project, const KeptRun &run);
/// Whether both are one run: the same part, key and start.
bool isSameRun(const KeptRun &a, const KeptRun &b);
/// Parts whose value lies in the file only.
std::vector<Part> pendingParts(const Project &project);

} // namespace pathgan
