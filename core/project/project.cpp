// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"
#include "core/base/marked.h"
#include "core/project/options.h"

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

bool Project::knows(Part part) const
{
    return has(part) || provenance(part);
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
    static constexpr EnumWord<Part> names[] = {{Part::Expression, marked("Core", "expression matrix")},
                                               {Part::Clinical, marked("Core", "clinical table")},
                                               {Part::GeneMap, marked("Core", "gene map")},
                                               {Part::GeneSets, marked("Core", "gene sets")},
                                               {Part::Interactions, marked("Core", "interaction network")},
                                               {Part::Model, marked("Core", "metabolic model")},
                                               {Part::Cohort, marked("Core", "cohort")},
                                               {Part::Flux, marked("Core", "fluxes")},
                                               {Part::Training, marked("Core", "network")},
                                               {Part::Explanation, marked("Core", "explanation")},
                                               {Part::Enrichment, marked("Core", "enrichment")},
                                               {Part::Stress, marked("Core", "stress test")},
                                               {Part::Groups, marked("Core", "group comparison")},
                                               {Part::Generation, marked("Core", "generated profiles")},
                                               {Part::Analyses, marked("Core", "model analyses")},
                                               {Part::ModelCheck, marked("Core", "model check")}};
    return wordOf(names, part);
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
