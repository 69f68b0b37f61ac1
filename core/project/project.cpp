#include "core/project/project.h"

#include <algorithm>

namespace pathgan {

const OptionValue *Provenance::option(const std::string &wanted) const
{
    const auto it = std::find_if(options.begin(), options.end(),
                                 [&](const OptionSetting &setting) { return setting.key == wanted; });
    return it == options.end() ? nullptr : &it->value;
}

const GroupRun::Entry *GroupRun::find(std::string_view source, std::string_view reaction) const
{
    const auto it = std::find_if(entries.begin(), entries.end(), [&](const Entry &entry) {
        return entry.source == source && entry.reaction == reaction;
    });
    return it == entries.end() ? nullptr : &*it;
}

const GeneTable &Project::genes() const
{
    return geneMap ? *geneMap : GeneTable::builtIn();
}

bool Project::has(Part part) const
{
    bool found = false;
    forEachPart(*this, [&](Part at, const auto &artifact) { found = found || (at == part && artifact); });
    return found;
}

std::shared_ptr<const Provenance> Project::provenance(Part part) const
{
    std::shared_ptr<const Provenance> found;
    forEachPart(*this, [&](Part at, const auto &artifact) {
        if (at == part)
            found = artifact.provenance();
    });
    return found;
}

const char *partName(Part part)
{
    static constexpr EnumWord<Part> names[] = {{Part::Expression, "expression matrix"},
                                               {Part::Clinical, "clinical table"},
                                               {Part::GeneMap, "gene map"},
                                               {Part::GeneSets, "gene sets"},
                                               {Part::Interactions, "interaction network"},
                                               {Part::Model, "metabolic model"},
                                               {Part::Cohort, "cohort"},
                                               {Part::Flux, "fluxes"},
                                               {Part::Training, "network"},
                                               {Part::Explanation, "explanation"},
                                               {Part::Enrichment, "enrichment"},
                                               {Part::Stress, "stress test"},
                                               {Part::Groups, "group comparison"},
                                               {Part::Analyses, "model analyses"},
                                               {Part::ModelCheck, "model check"}};
    return wordOf(names, part);
}

} // namespace pathgan
