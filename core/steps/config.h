// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optiontable.h"
#include "core/project/options.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pathgan {

/// Paths of the inputs of an analysis; empty: none.
struct InputPaths
{
    std::string expression, clinical, model, geneSets, interactions, geneMap;
    std::string concepts; ///< of what readConcepts() reads: what the model calls something

    static const OptionTable &table();
};

/// Files and choices of a whole analysis, as `pathgan-cli run --config` reads them.
struct AnalysisConfig
{
    InputPaths paths;
    AnalysisOptions options;
    bool example = false;

    /// Every key the JSON may have.
    static const OptionTable &table();
};

/// `key=value` texts as after --set; a preset is set before the fields that it sets. UnknownName,
/// InvalidOption.
Result<void> setOptions(AnalysisConfig &config, const std::vector<std::string> &assignments);

/// The same on top of options that are there already, where what follows from others follows only a change.
/// given: the keys that were named.
Result<void> changeOptions(AnalysisConfig &config, const std::vector<std::string> &assignments,
                           std::vector<std::string> *given = nullptr);

/// Paths in the file are relative to it. UnknownName for a key that does not exist, DuplicateName for one
/// that occurs twice, InvalidOption for a value of another type or out of range, UnknownFormat for what is no
/// JSON; with line and column. assignments: as after --set, they stand above the file's.
Result<AnalysisConfig> readAnalysisConfig(const std::filesystem::path &path,
                                          const std::vector<std::string> &assignments = {});

} // namespace pathgan
