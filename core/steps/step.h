// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/marked.h"
#include "core/base/task.h"
#include "core/project/project.h"

#include <array>
#include <cstddef>
#include <initializer_list>

namespace pathgan {

/// A few parts, in order, at compile time.
class PartList
{
public:
    static constexpr std::size_t most = 6;

    constexpr PartList(std::initializer_list<Part> parts)
    {
        for (const Part part : parts)
            m_parts[m_size++] = part;
    }
    constexpr const Part *begin() const { return m_parts.data(); }
    constexpr const Part *end() const { return m_parts.data() + m_size; }
    constexpr bool contains(Part part) const
    {
        for (const Part own : *this)
            if (own == part)
                return true;
        return false;
    }

private:
    std::array<Part, most> m_parts{};
    std::size_t m_size = 0;
};

/// What is known of a step apart from its types.
struct StepFacts
{
    Part part{};
    const char *name;  ///< e.g. "flux": in keys, files and manifests, never translated
    const char *title; ///< of its jobs: an English key
    int version = 1;   ///< raised when the same inputs and options give another result
    PartList required, optional;
    bool canKeep = false;     ///< ends early with what is finished
    bool inRunAll = true;     ///< a part of the whole analysis
    bool accumulates = false; ///< each run joins those there are: its own options are no reason to be stale
};

/// What a step may know of the outside besides its inputs and options.
struct StepContext
{
    TaskContext task;
    GanEpochCallback onEpoch = {};
    /// Of the flux step, see computeFlux: samples finished earlier, and those finished so far.
    FluxRun *unfinishedFlux = nullptr;
    /// Of flux and stress: the same beyond the end of the program.
    SampleKeeper *samples = nullptr;
    GanCheckpoints checkpoints = {}; ///< of the training step
};

/// MissingInput that names what the user must get for a part to be there.
inline Error missingPart(Part part)
{
    return {ErrorCode::MissingInput, partName(part == Part::Cohort ? Part::Expression : part)};
}

/// The cohort with its matrix; null: there is none, or the matrix is not there (yet): it is read later than
/// the rest of a project, may be what is damaged of it, and a cohort of a table of fluxes has none.
inline const Cohort *measuredCohort(const Project &project)
{
    return project.cohort && project.cohort->expression ? project.cohort.get() : nullptr;
}

/// MissingInput for the first of these that is not there; the cohort with its matrix.
inline Result<void> requireParts(const Project &project, const PartList &parts)
{
    for (const Part part : parts)
        if (part == Part::Cohort ? !measuredCohort(project) : !project.has(part))
            return missingPart(part);
    return {};
}

/// A result table and the file it goes to.
struct NamedTable
{
    std::string fileName; ///< e.g. "shap_values.tsv"
    Table table;
};

// A step is a struct with
//   Value, Options            types of its result and its options
//   facts                     a constexpr StepFacts
//   result                    the project's member that holds the result
//   options(project)          the project's options of the step, to read or to change
//   run(project, options, context) -> Result<Value>; MissingInput names the part that is not there
//   tables(value) -> std::vector<NamedTable>
//   canKeep(options) -> bool  where facts.canKeep depends on them
// and a line in core/steps/steplist.h. The window, `run` and the single commands know it by that line.

} // namespace pathgan
