// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/conceptreactions.h"

#include "core/base/text.h"
#include "core/metabolic/model/compoundnames_p.h"
#include "core/metabolic/model/medium.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <map>
#include <optional>

namespace pathgan {

namespace {

constexpr int sboBiomass = 629;

const Reaction &reactionAt(const MetabolicModel &model, int index)
{
    return model.reactions[static_cast<std::size_t>(index)];
}

const Metabolite &metaboliteAt(const MetabolicModel &model, int index)
{
    return model.metabolites[static_cast<std::size_t>(index)];
}

/// The user's reaction for a concept.
std::optional<ConceptReaction> assigned(const MetabolicModel &model, std::string_view topic)
{
    for (const ConceptAssignment &assignment : model.assignments)
        if (assignment.isIt && assignment.topic == topic)
            return ConceptReaction{model.reactionIndex(assignment.id), FoundBy::User};
    return {};
}

/// Whether the user says that a reaction is not that concept.
bool isDenied(const MetabolicModel &model, std::string_view topic, int reaction)
{
    return std::any_of(model.assignments.begin(), model.assignments.end(), [&](const auto &assignment) {
        return !assignment.isIt && assignment.topic == topic &&
               model.reactionIndex(assignment.id) == reaction;
    });
}

using Amounts = std::map<int, double>; ///< by compound, protons left out; −1: any other metabolite

Amounts amounts(const MetabolicModel &model, const Reaction &reaction)
{
    static const int proton = compoundIndex("h");
    Amounts result;
    for (const auto &[index, coefficient] : reaction.stoichiometry)
        if (const int compound = model.concepts().compoundOf(index); compound != proton)
            result[compound] += coefficient;
    return result;
}

struct Part
{
    const char *compound;
    double amount;
};

/// 1 or −1 where the reaction is a multiple of these, as written or from right to left; 0: it is not.
int directionOf(const MetabolicModel &model, const Reaction &reaction, std::initializer_list<Part> wanted)
{
    const Amounts got = amounts(model, reaction);
    if (got.size() != wanted.size())
        return 0;
    double scale = 0;
    for (const Part &part : wanted) {
        const auto it = got.find(compoundIndex(part.compound));
        if (it == got.end())
            return 0;
        if (scale == 0)
            scale = it->second / part.amount;
        if (std::abs(it->second - scale * part.amount) > 1e-9)
            return 0;
    }
    return scale > 0 ? 1 : scale < 0 ? -1 : 0;
}

/// All of a reaction in one compartment of that kind.
bool isWithin(const MetabolicModel &model, const Reaction &reaction, CompartmentKind kind)
{
    if (reaction.stoichiometry.empty())
        return false;
    const std::string &first = metaboliteAt(model, reaction.stoichiometry.front().first).compartment;
    return model.concepts().kindOf(first) == kind &&
           std::all_of(reaction.stoichiometry.begin(), reaction.stoichiometry.end(), [&](const auto &entry) {
               return metaboliteAt(model, entry.first).compartment == first;
           });
}

bool touches(const MetabolicModel &model, const Reaction &reaction, std::string_view compound)
{
    const int wanted = compoundIndex(compound);
    return std::any_of(reaction.stoichiometry.begin(), reaction.stoichiometry.end(),
                       [&](const auto &entry) { return model.concepts().compoundOf(entry.first) == wanted; });
}

/// A role of the stress model: by its id (BiGG first, then VMH), else by its stoichiometry.
struct RedoxRole
{
    RedoxKind kind;
    CompartmentKind compartment;
    std::initializer_list<std::string_view> ids;
    const char *topic;
};

const RedoxRole roles[] = {
    {RedoxKind::Catalase, CompartmentKind::Mitochondrion, {"CATm"}, "catalase (mitochondrion)"},
    {RedoxKind::Catalase, CompartmentKind::Peroxisome, {"CATp"}, "catalase (peroxisome)"},
    {RedoxKind::Catalase, CompartmentKind::Reticulum, {"CATr"}, "catalase (reticulum)"},
    {RedoxKind::Catalase, CompartmentKind::Cytosol, {"CAT"}, "catalase (cytosol)"},
    {RedoxKind::Peroxidase, CompartmentKind::Cytosol, {"GTHPi", "GTHP"}, "glutathione peroxidase (cytosol)"},
    {RedoxKind::Peroxidase,
     CompartmentKind::Mitochondrion,
     {"GTHPm"},
     "glutathione peroxidase (mitochondrion)"},
    {RedoxKind::Peroxidase,
     CompartmentKind::Extracellular,
     {"GTHPe"},
     "glutathione peroxidase (extracellular)"},
    {RedoxKind::Peroxiredoxin, CompartmentKind::Other, {"PRDX"}, "peroxiredoxin"},
    {RedoxKind::Peroxiredoxin, CompartmentKind::Other, {"PRDXl"}, "peroxiredoxin (lysosome)"},
    {RedoxKind::Reductase, CompartmentKind::Cytosol, {"GTHOr", "GTHO"}, "glutathione reductase (cytosol)"},
    {RedoxKind::Reductase,
     CompartmentKind::Mitochondrion,
     {"GTHOm"},
     "glutathione reductase (mitochondrion)"},
};

int directionOf(const MetabolicModel &model, const Reaction &reaction, RedoxKind kind)
{
    switch (kind) {
    case RedoxKind::Catalase:
        return directionOf(model, reaction, {{"h2o2", -2}, {"h2o", 2}, {"o2", 1}});
    case RedoxKind::Peroxidase:
        return directionOf(model, reaction, {{"h2o2", -1}, {"gthrd", -2}, {"gthox", 1}, {"h2o", 2}});
    case RedoxKind::Reductase:
        return directionOf(model, reaction, {{"gthox", -1}, {"nadph", -1}, {"gthrd", 2}, {"nadp", 1}});
    case RedoxKind::Peroxiredoxin:
        break;
    }
    return 0;
}

ConceptReaction findRole(const MetabolicModel &model, const RedoxRole &role)
{
    if (const auto user = assigned(model, role.topic))
        return *user;
    const char *spent = role.kind == RedoxKind::Reductase ? "gthox" : "h2o2";
    for (const std::string_view id : role.ids) {
        const int index = model.reactionIndex(id);
        if (index >= 0 && touches(model, reactionAt(model, index), spent) &&
            !isDenied(model, role.topic, index))
            return {index, FoundBy::Id};
    }
    if (role.kind == RedoxKind::Peroxiredoxin)
        return {};
    for (std::size_t i = 0; i < model.reactions.size(); ++i) {
        const Reaction &reaction = model.reactions[i];
        const int direction = reaction.stoichiometry.size() > 2 && isWithin(model, reaction, role.compartment)
                                  ? directionOf(model, reaction, role.kind)
                                  : 0;
        const bool runs = direction > 0 ? reaction.upper > 0 : direction < 0 && reaction.lower < 0;
        if (runs && !isDenied(model, role.topic, static_cast<int>(i)))
            return {static_cast<int>(i), FoundBy::Stoichiometry};
    }
    return {};
}

bool saysGrowth(const Reaction &reaction)
{
    const std::string text = toUpper(reaction.id + ' ' + reaction.name);
    return text.find("BIOMASS") != std::string::npos || text.find("GROWTH") != std::string::npos;
}

} // namespace

ConceptReaction exchangeOf(const MetabolicModel &model, std::string_view compound)
{
    const std::string topic = "exchange of " + std::string(compound);
    if (const auto user = assigned(model, topic))
        return *user;
    const std::string usual = "EX_" + std::string(compound) + "_e";
    const int metabolite = model.concepts().metabolite(compound, model.externalCompartment());
    ConceptReaction best;
    int bestRank = 0;
    for (std::size_t i = 0; metabolite >= 0 && i < model.reactions.size(); ++i) {
        const int index = static_cast<int>(i);
        const Reaction &reaction = model.reactions[i];
        if (!model.isBoundary(index) || reaction.stoichiometry.front().first != metabolite ||
            isDenied(model, topic, index))
            continue;
        const bool enters = uptakeLimit(model, {index, reaction.lower, reaction.upper}) > 0;
        const int rank = reaction.id == usual ? 3 : enters ? 2 : 1;
        if (rank > bestRank) {
            best = {index, model.concepts().foundBy(metabolite)};
            bestRank = rank;
        }
    }
    const int named = model.reactionIndex(usual);
    if (best.reaction < 0 && named >= 0 && model.isBoundary(named) && !isDenied(model, topic, named))
        return {named, FoundBy::Id};
    return best;
}

ConceptReaction maintenanceReaction(const MetabolicModel &model)
{
    static const char *const topic = "maintenance";
    if (const auto user = assigned(model, topic))
        return *user;
    for (const char *id : {"ATPM", "DM_atp_c_"})
        if (const int index = model.reactionIndex(id); index >= 0 && !isDenied(model, topic, index))
            return {index, FoundBy::Id};
    for (std::size_t i = 0; i < model.reactions.size(); ++i) {
        const Reaction &reaction = model.reactions[i];
        if (reaction.rule.isEmpty() && reaction.upper > 0 && reaction.stoichiometry.size() > 3 &&
            isWithin(model, reaction, CompartmentKind::Cytosol) &&
            directionOf(model, reaction, {{"atp", -1}, {"h2o", -1}, {"adp", 1}, {"pi", 1}}) > 0 &&
            !isDenied(model, topic, static_cast<int>(i)))
            return {static_cast<int>(i), FoundBy::Stoichiometry};
    }
    return {};
}

ConceptReaction biomassReaction(const MetabolicModel &model)
{
    static const char *const topic = "biomass";
    if (const auto user = assigned(model, topic))
        return *user;
    if (model.activeObjective >= 0) {
        const auto &terms = model.objectives[static_cast<std::size_t>(model.activeObjective)].coefficients;
        if (!terms.empty())
            return {terms.front().first, FoundBy::Objective};
    }
    ConceptReaction best;
    std::size_t most = 0;
    for (std::size_t i = 0; i < model.reactions.size(); ++i) {
        const Reaction &reaction = model.reactions[i];
        const bool isMarked = reaction.sboTerm == sboBiomass;
        const std::size_t size = reaction.stoichiometry.size() + (isMarked ? model.metabolites.size() : 0);
        if ((isMarked || saysGrowth(reaction)) && size > most &&
            !isDenied(model, topic, static_cast<int>(i))) {
            best = {static_cast<int>(i), isMarked ? FoundBy::Annotation : FoundBy::Name};
            most = size;
        }
    }
    return best;
}

int assumedObjective(const MetabolicModel &model)
{
    return model.activeObjective < 0 ? biomassReaction(model).reaction : -1;
}

std::vector<RedoxReaction> redoxReactions(const MetabolicModel &model)
{
    std::vector<RedoxReaction> result;
    for (const RedoxRole &role : roles) {
        RedoxReaction one{role.topic, role.kind, role.compartment, findRole(model, role), false};
        if (one.found.reaction >= 0) {
            static const int oxidised = compoundIndex("gthox"), peroxide = compoundIndex("h2o2");
            const Amounts spent = amounts(model, reactionAt(model, one.found.reaction));
            const auto it = spent.find(role.kind == RedoxKind::Reductase ? oxidised : peroxide);
            one.isReversed = it != spent.end() && it->second > 0;
        }
        result.push_back(std::move(one));
    }
    return result;
}

} // namespace pathgan
