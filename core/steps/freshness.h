// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optiontable.h"
#include "core/steps/stepfacts.h"

#include <string>
#include <vector>

namespace pathgan {

/// Key of an input: of its content and the rules it was read by. Built-in gene table where there is no map.
std::string inputKey(const Project &project, Part part);
/// The key that a part would have, were it computed now from what the project holds and the options as they
/// are edited; of an input, and of a run that was asked for like that but stopped early, its own. Empty: an
/// input that is not there.
std::string currentKey(const Project &project, Part part);

/// Why a result is not what its step would give now.
struct Staleness
{
    std::vector<OptionDifference> options; ///< its own settings were changed since
    std::vector<Part> replaced;            ///< inputs that are other ones now, came or went
    std::vector<Part> outdated;            ///< inputs that are out of date themselves
    bool isOlderVersion = false;           ///< of the step's algorithm

    bool isStale() const
    {
        return !options.empty() || !replaced.empty() || !outdated.empty() || isOlderVersion;
    }
};
/// Nothing of a part that is not there, or was put together by hand.
Staleness staleness(const Project &project, Part part);
/// The key that it has is not currentKey().
bool isStale(const Project &project, Part part);

/// What a run of a step starts from: its key, options, and the keys of its inputs as they are now.
Provenance provenanceOf(const Project &project, const StepFacts &facts, const ConstOptionsRef &options);
/// Other inputs than all of its step, known after the run, and the key that follows.
void setInputs(Provenance &provenance, std::vector<InputKey> inputs);
/// The same of a file that was read; hash: of its content. Of the rules those that its kind is read by.
Provenance provenanceOfFile(Part part, const std::string &hash, const InputOptions &rules);
/// The same of a network from a file, applied to the project's cohort.
Provenance provenanceOfNetwork(const Project &project, const std::string &hash);
/// The same of a result that was read from a table.
Provenance provenanceOfTable(SourceFile file, const ReadRules &rules);
/// The same of a table with dual solutions from a second file.
Provenance withDualsFile(const Provenance &table, SourceFile duals);
/// The same of the samples of a table of fluxes, in place of a matrix's.
Provenance provenanceOfTableSamples(const Project &project);
/// Now, as Provenance::started has it.
std::string utcNow();

} // namespace pathgan
