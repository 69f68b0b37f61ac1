#include "core/project/project.h"
#include "core/project/options.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace pathgan {

namespace {

struct PartRow
{
    Part part;
    const char *name;
    std::vector<Part> inputs;
    const void *(*pointer)(const Project &);
};

template <auto field>
const void *pointerOf(const Project &project)
{
    return (project.*field).get();
}

/// The one table that says what a replaced part makes stale.
const std::vector<PartRow> &partTable()
{
    using P = Part;
    static const std::vector<PartRow> table = {
        {P::Expression, "expression matrix", {}, pointerOf<&Project::expression>},
        {P::Clinical, "clinical table", {}, pointerOf<&Project::clinical>},
        {P::GeneMap, "gene map", {}, pointerOf<&Project::geneMap>},
        {P::GeneSets, "gene sets", {}, pointerOf<&Project::geneSets>},
        {P::Interactions, "interaction network", {}, pointerOf<&Project::interactions>},
        {P::Model, "metabolic model", {}, pointerOf<&Project::model>},
        {P::Cohort, "cohort", {P::Expression, P::Clinical}, pointerOf<&Project::cohort>},
        {P::Flux, "fluxes", {P::Cohort, P::Model, P::GeneMap}, pointerOf<&Project::flux>},
        {P::Training, "network", {P::Flux, P::GeneSets, P::Interactions}, pointerOf<&Project::training>},
        {P::Explanation, "explanation", {P::Training}, pointerOf<&Project::explanation>},
        {P::Enrichment, "enrichment", {P::Explanation, P::GeneSets}, pointerOf<&Project::enrichment>},
        {P::Stress,
         "stress test",
         {P::Cohort, P::Model, P::GeneMap, P::Training},
         pointerOf<&Project::stress>},
        {P::Groups, "group comparison", {P::Cohort, P::Flux, P::Training}, pointerOf<&Project::groups>},
        {P::Analyses, "model analyses", {P::Model}, pointerOf<&Project::analyses>},
        {P::ModelCheck, "model check", {P::Model, P::GeneMap}, pointerOf<&Project::modelCheck>},
    };
    return table;
}

const PartRow &rowOf(Part part)
{
    const PartRow &row = partTable()[static_cast<std::size_t>(part)];
    assert(row.part == part);
    return row;
}

} // namespace

const GroupRun::Entry *GroupRun::find(std::string_view source, std::string_view reaction) const
{
    const auto it = std::find_if(entries.begin(), entries.end(), [&](const Entry &entry) {
        return entry.source == source && entry.reaction == reaction;
    });
    return it == entries.end() ? nullptr : &*it;
}

Result<void> GroupOptions::check() const
{
    if (!column.empty() && within == column)
        return Error{ErrorCode::InvalidOption, "within: " + within + ", the column of the groups"};
    return {};
}

const GeneTable &Project::genes() const
{
    return geneMap ? *geneMap : GeneTable::builtIn();
}

bool Project::has(Part part) const
{
    return identity(part) != nullptr;
}

const void *Project::identity(Part part) const
{
    return rowOf(part).pointer(*this);
}

std::span<const Part> inputsOf(Part part)
{
    return rowOf(part).inputs;
}

std::vector<Part> dependentsOf(Part part)
{
    // Rows stand in the order of computation, so one pass finds indirect dependents too.
    std::vector<Part> found;
    for (const PartRow &row : partTable()) {
        const bool depends = std::any_of(row.inputs.begin(), row.inputs.end(), [&](Part input) {
            return input == part || std::find(found.begin(), found.end(), input) != found.end();
        });
        if (depends)
            found.push_back(row.part);
    }
    return found;
}

const char *partName(Part part)
{
    return rowOf(part).name;
}

} // namespace pathgan
