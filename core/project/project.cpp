#include "core/project/project.h"
#include "core/base/marked.h"
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
        {P::Expression, marked("Core", "expression matrix"), {}, pointerOf<&Project::expression>},
        {P::Clinical, marked("Core", "clinical table"), {}, pointerOf<&Project::clinical>},
        {P::GeneMap, marked("Core", "gene map"), {}, pointerOf<&Project::geneMap>},
        {P::GeneSets, marked("Core", "gene sets"), {}, pointerOf<&Project::geneSets>},
        {P::Interactions, marked("Core", "interaction network"), {}, pointerOf<&Project::interactions>},
        {P::Model, marked("Core", "metabolic model"), {}, pointerOf<&Project::model>},
        {P::Cohort, marked("Core", "cohort"), {P::Expression, P::Clinical}, pointerOf<&Project::cohort>},
        {P::Flux, marked("Core", "fluxes"), {P::Cohort, P::Model, P::GeneMap}, pointerOf<&Project::flux>},
        {P::Training,
         marked("Core", "network"),
         {P::Flux, P::GeneSets, P::Interactions},
         pointerOf<&Project::training>},
        {P::Explanation, marked("Core", "explanation"), {P::Training}, pointerOf<&Project::explanation>},
        {P::Enrichment,
         marked("Core", "enrichment"),
         {P::Explanation, P::GeneSets},
         pointerOf<&Project::enrichment>},
        {P::Stress,
         marked("Core", "stress test"),
         {P::Cohort, P::Model, P::GeneMap, P::Training},
         pointerOf<&Project::stress>},
        {P::Groups,
         marked("Core", "group comparison"),
         {P::Cohort, P::Flux, P::Training},
         pointerOf<&Project::groups>},
        {P::Analyses, marked("Core", "model analyses"), {P::Model}, pointerOf<&Project::analyses>},
        {P::ModelCheck,
         marked("Core", "model check"),
         {P::Model, P::GeneMap},
         pointerOf<&Project::modelCheck>},
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

const char *readingTitle(Part part)
{
    constexpr const char *titles[] = {marked("Core", "Reading expression matrix"),
                                      marked("Core", "Reading clinical table"),
                                      marked("Core", "Reading gene map"),
                                      marked("Core", "Reading gene sets"),
                                      marked("Core", "Reading interaction network"),
                                      marked("Core", "Reading metabolic model")};
    assert(part <= Part::Model);
    return titles[static_cast<std::size_t>(part)];
}

} // namespace pathgan
