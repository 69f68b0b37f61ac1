// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/concepttable.h"

#include "core/base/text.h"
#include "core/data/texttable.h"
#include "core/metabolic/model/compoundnames_p.h"
#include "core/metabolic/model/compounds_p.h"
#include "core/metabolic/model/conceptreactions.h"
#include "core/metabolic/model/medium.h"

#include <algorithm>

namespace pathgan {

namespace {

/// What analyses ask for besides the nutrients.
constexpr const char *redoxCompounds[] = {"gthrd", "gthox", "h2o2", "o2s", "nadph", "nadp", "atp", "adp"};

/// Nutrients, then vitamins.
std::vector<std::string> enteringCompounds()
{
    std::vector<std::string> names;
    for (const auto *list : {&modelRNutrients(), &modelRVitamins()})
        for (const auto &entry : *list)
            names.push_back(entry.first);
    return names;
}

std::vector<Cell> reactionRow(const MetabolicModel &model, const std::string &topic,
                              const ConceptReaction &found)
{
    const Reaction *reaction =
        found.reaction < 0 ? nullptr : &model.reactions[static_cast<std::size_t>(found.reaction)];
    return {topic,
            topic,
            std::string(),
            reaction ? reaction->id : std::string(),
            reaction ? reaction->name : std::string(),
            std::string(foundByName(reaction ? found.by : FoundBy::Nothing))};
}

void addCompound(const MetabolicModel &model, const Compound &compound, Table &table)
{
    const std::size_t before = table.rows.size();
    for (const std::string &compartment : model.compartments) {
        const int index = model.concepts().metabolite(compound.id, compartment);
        if (index < 0)
            continue;
        const Metabolite &metabolite = model.metabolites[static_cast<std::size_t>(index)];
        table.rows.push_back({std::string(compound.id), std::string(compound.name), compartment,
                              metabolite.id, metabolite.name,
                              std::string(foundByName(model.concepts().foundBy(index)))});
    }
    if (table.rows.size() == before)
        table.rows.push_back({std::string(compound.id), std::string(compound.name), std::string(),
                              std::string(), std::string(), std::string(foundByName(FoundBy::Nothing))});
}

bool isExchangeTopic(std::string_view topic)
{
    static constexpr std::string_view start = "exchange of ";
    return topic.starts_with(start) && compoundIndex(topic.substr(start.size())) >= 0;
}

} // namespace

std::vector<std::string> conceptNames()
{
    std::vector<std::string> names(std::begin(redoxCompounds), std::end(redoxCompounds));
    const std::vector<std::string> entering = enteringCompounds();
    names.insert(names.end(), entering.begin(), entering.end());
    names.insert(names.end(),
                 {"biomass", "maintenance", "exchange of gthox", "exchange of h2o2", "exchange of o2s"});
    for (const std::string &compound : entering)
        names.push_back("exchange of " + compound);
    for (const RedoxReaction &role : redoxReactions({}))
        names.push_back(role.topic);
    return names;
}

Table conceptTable(const MetabolicModel &model)
{
    Table table{{"concept", "name", "compartment", "id", "id_name", "found_by"}, {}};
    std::vector<std::string> names = conceptNames();
    for (const std::string &name : names)
        if (const int compound = compoundIndex(name); compound >= 0)
            addCompound(model, compounds()[static_cast<std::size_t>(compound)], table);
    table.rows.push_back(reactionRow(model, "biomass", biomassReaction(model)));
    table.rows.push_back(reactionRow(model, "maintenance", maintenanceReaction(model)));
    for (const std::string &name : names)
        if (isExchangeTopic(name))
            table.rows.push_back(
                reactionRow(model, name, exchangeOf(model, name.substr(std::string("exchange of ").size()))));
    for (const RedoxReaction &role : redoxReactions(model))
        table.rows.push_back(reactionRow(model, role.topic, role.found));
    return table;
}

Result<MetabolicModel> withConcepts(MetabolicModel model, std::vector<ConceptAssignment> assignments)
{
    const std::vector<std::string> names = conceptNames();
    for (const ConceptAssignment &assignment : assignments) {
        const bool isCompound = compoundIndex(assignment.topic) >= 0;
        if (!isCompound && !isExchangeTopic(assignment.topic) &&
            std::find(names.begin(), names.end(), assignment.topic) == names.end())
            return Error{ErrorCode::UnknownName, assignment.topic};
        const int index =
            isCompound ? model.metaboliteIndex(assignment.id) : model.reactionIndex(assignment.id);
        if (index < 0)
            return Error{ErrorCode::UnknownName, assignment.topic + ": " + assignment.id};
    }
    model.assignments = std::move(assignments);
    model.buildIndex();
    return model;
}

Result<std::vector<ConceptAssignment>> readConcepts(const std::filesystem::path &path)
{
    ReadReport report;
    const Result<TextTable> table = readTextTable(path, report);
    if (!table)
        return table.error();
    const auto at = [&](const char *name) {
        return static_cast<std::size_t>(std::find(table->header.begin(), table->header.end(), name) -
                                        table->header.begin());
    };
    const std::size_t topic = at("concept"), id = at("id");
    if (std::max(topic, id) >= table->width())
        return Error{ErrorCode::BadHeader,
                     path.string() + ':' + std::to_string(table->headerLine) + ": concept, id"};
    std::vector<ConceptAssignment> assignments;
    for (const Record &row : table->rows) {
        const std::string name(trimmed(row.fields[id]));
        if (name.empty())
            continue;
        const bool isIt = name[0] != '!';
        assignments.push_back({std::string(trimmed(row.fields[topic])), isIt ? name : name.substr(1), isIt});
    }
    return assignments;
}

std::string conceptsText(const std::vector<ConceptAssignment> &assignments)
{
    std::string text = "concept\tid\n";
    for (const ConceptAssignment &assignment : assignments)
        text += assignment.topic + '\t' + (assignment.isIt ? "" : "!") + assignment.id + '\n';
    return text;
}

} // namespace pathgan
