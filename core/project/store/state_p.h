// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/store/coding_p.h"
#include "core/project/store/contents.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace pathgan {

/// A run as a blob: its hash is the run's id.
struct RunRecord
{
    Part part{};
    bool hasProvenance = false;
    Provenance provenance;
    std::vector<std::pair<std::string, double>> scores;
    std::string value;              ///< hash
    std::vector<std::string> blobs; ///< all that the value is made of
};

/// What of a run may change.
struct RunMark
{
    std::string id;
    std::string note;
    bool isPinned = false;
    bool isCurrent = false; ///< the project's own
};

/// Everything that is no value of a part: the blob that a file begins with.
struct ProjectState
{
    std::string program; ///< its version
    AnalysisOptions options;
    ModelAnalysisOptions analysisOptions;
    ModelCheckOptions checkOptions;
    GenerateOptions generateOptions;
    ScenarioList scenarios;
    bool isExample = false;
    std::string note;
    std::map<std::string, std::string> settings;
    std::map<Part, ReadReport> reports;
    std::vector<InputFile> inputs;
    bool packsInputs = false;
    std::vector<RunMark> runs; ///< oldest first
};

/// Of contents, without runs and inputs.
ProjectState stateOf(const ProjectContents &contents);
/// The other way; what is made of runs is not there yet.
ProjectContents contentsOf(const ProjectState &state);

} // namespace pathgan
