// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/medium.h"

#include "core/base/marked.h"
#include "core/metabolic/model/conceptreactions.h"

#include <algorithm>

namespace pathgan {

namespace {

bool isWrittenAsExport(const Reaction &reaction) // "met →": uptake is a negative flux
{
    return reaction.stoichiometry.front().second < 0;
}

BoundChange boundsOf(const MetabolicModel &model, int index)
{
    const Reaction &reaction = model.reactions[static_cast<std::size_t>(index)];
    return {index, reaction.lower, reaction.upper};
}

/// One product of several reactants, without genes: what goes into the biomass as a whole.
bool makesPool(const MetabolicModel &model, int index)
{
    const Reaction &reaction = model.reactions[static_cast<std::size_t>(index)];
    const auto products = std::count_if(reaction.stoichiometry.begin(), reaction.stoichiometry.end(),
                                        [](const auto &entry) { return entry.second > 0; });
    return reaction.rule.isEmpty() && reaction.lower >= 0 && products == 1 &&
           reaction.stoichiometry.size() > 3;
}

std::vector<BoundChange> closedImports(const MetabolicModel &model, const std::vector<bool> &isKept)
{
    std::vector<BoundChange> changes;
    for (std::size_t i = 0; i < model.reactions.size(); ++i) {
        const int index = static_cast<int>(i);
        if (model.isBoundary(index) && !isKept[i] && uptakeLimit(model, boundsOf(model, index)) != 0)
            changes.push_back(withUptake(model, boundsOf(model, index), 0));
    }
    return changes;
}

} // namespace

const char *mediumName(MediumPreset preset)
{
    switch (preset) {
    case MediumPreset::AsDistributed:
        return marked("Core", "as distributed");
    case MediumPreset::Physiological:
        return marked("Core", "physiological");
    case MediumPreset::ModelR:
        return marked("Core", "model R");
    case MediumPreset::Closed:
        return marked("Core", "closed");
    }
    return marked("Core", "as distributed");
}

double uptakeLimit(const MetabolicModel &model, const BoundChange &bounds)
{
    return isWrittenAsExport(model.reactions[static_cast<std::size_t>(bounds.reaction)]) ? 0 - bounds.lower
                                                                                         : bounds.upper;
}

BoundChange withUptake(const MetabolicModel &model, const BoundChange &bounds, double uptake)
{
    if (isWrittenAsExport(model.reactions[static_cast<std::size_t>(bounds.reaction)]))
        return {bounds.reaction, 0 - uptake, std::max(bounds.upper, 0 - uptake)}; // no −0
    return {bounds.reaction, std::min(bounds.lower, uptake), uptake};
}

std::vector<std::pair<int, double>> medium(const MetabolicModel &model)
{
    std::vector<std::pair<int, double>> result;
    for (std::size_t i = 0; i < model.reactions.size(); ++i) {
        const int index = static_cast<int>(i);
        if (!model.isBoundary(index) || model.boundaryKind(index) != BoundaryKind::Exchange)
            continue;
        const double limit = uptakeLimit(model, boundsOf(model, index));
        if (limit > 0)
            result.emplace_back(index, limit);
    }
    return result;
}

const std::vector<std::pair<std::string, double>> &modelRNutrients()
{
    static const std::vector<std::pair<std::string, double>> nutrients = {
        {"h2o", 1000},     {"h", 1000},      {"pi", 1000},     {"so4", 1000},    {"na1", 1000},
        {"k", 1000},       {"hco3", 1000},   {"o2", 1000},     {"arg__L", 0.05}, {"asn__L", 0.05},
        {"asp__L", 0.05},  {"cys__L", 0.05}, {"glu__L", 0.05}, {"gly", 0.05},    {"his__L", 0.05},
        {"ile__L", 0.05},  {"leu__L", 0.05}, {"lys__L", 0.05}, {"met__L", 0.05}, {"phe__L", 0.05},
        {"pro__L", 0.05},  {"ser__L", 0.05}, {"thr__L", 0.05}, {"trp__L", 0.05}, {"tyr__L", 0.05},
        {"val__L", 0.05},  {"chol", 0.02},   {"inost", 0.02},  {"ncam", 0.02},   {"nac", 0.02},
        {"pnto__R", 0.02}, {"pydxn", 0.02},  {"pydx", 0.02},   {"pydam", 0.02},  {"ribflv", 0.02},
        {"thm", 0.02},     {"fol", 0.02},    {"btn", 0.02},    {"lnlc", 0.01},   {"lnlnca", 0.01},
        {"fe2", 0.005},    {"fe3", 0.005},   {"glc__D", 0.5},  {"gln__L", 0.1}};
    return nutrients;
}

const std::vector<std::pair<std::string, double>> &modelRVitamins()
{
    static const std::vector<std::pair<std::string, double>> vitamins = {{"lipoate", 0.02}, {"aqcobal", 0.02},
                                                                         {"caro", 0.02},    {"retinol", 0.02},
                                                                         {"avite1", 0.02},  {"yvite", 0.02}};
    return vitamins;
}

std::vector<int> biomassReactions(const MetabolicModel &model)
{
    const int biomass = biomassReaction(model).reaction;
    if (biomass < 0)
        return {};
    std::vector<int> producers(model.metabolites.size(), 0), producer(model.metabolites.size(), -1);
    for (std::size_t i = 0; i < model.reactions.size(); ++i)
        for (const auto &[metabolite, coefficient] : model.reactions[i].stoichiometry)
            if (coefficient > 0 || model.reactions[i].lower < 0) {
                ++producers[static_cast<std::size_t>(metabolite)];
                producer[static_cast<std::size_t>(metabolite)] = static_cast<int>(i);
            }
    std::vector<int> all{biomass};
    for (std::size_t next = 0; next < all.size(); ++next) {
        const Stoichiometry &entries = model.reactions[static_cast<std::size_t>(all[next])].stoichiometry;
        for (const auto &[metabolite, coefficient] : entries) {
            const auto at = static_cast<std::size_t>(metabolite);
            if (coefficient < 0 && producers[at] == 1 && makesPool(model, producer[at]) &&
                std::find(all.begin(), all.end(), producer[at]) == all.end())
                all.push_back(producer[at]);
        }
    }
    return all;
}

bool needsVitamins(const MetabolicModel &model)
{
    const ModelConcepts &concepts = model.concepts();
    for (const int reaction : biomassReactions(model))
        for (const auto &[metabolite, coefficient] :
             model.reactions[static_cast<std::size_t>(reaction)].stoichiometry)
            if (coefficient < 0 && (concepts.is(metabolite, "lipoate") || concepts.is(metabolite, "adocbl") ||
                                    concepts.is(metabolite, "aqcobal")))
                return true;
    return false;
}

std::vector<int> nutrientExchanges(const MetabolicModel &model)
{
    std::vector<int> result;
    for (const auto &entry : modelRNutrients())
        result.push_back(exchangeOf(model, entry.first).reaction);
    return result;
}

namespace {

/// Exchanges that the model has of model R's nutrients, and of its vitamins where the biomass asks for them.
std::vector<std::pair<int, double>> nutrientUptakes(const MetabolicModel &model)
{
    std::vector<std::pair<std::string, double>> wanted = modelRNutrients();
    if (needsVitamins(model))
        wanted.insert(wanted.end(), modelRVitamins().begin(), modelRVitamins().end());
    std::vector<std::pair<int, double>> uptakes;
    for (const auto &[compound, limit] : wanted)
        if (const int exchange = exchangeOf(model, compound).reaction; exchange >= 0)
            uptakes.emplace_back(exchange, limit);
    return uptakes;
}

} // namespace

std::vector<BoundChange> mediumBounds(const MetabolicModel &model, MediumPreset preset)
{
    if (preset == MediumPreset::AsDistributed)
        return {};
    if (preset == MediumPreset::ModelR)
        return modelRMediumBounds(model);
    std::vector<bool> isKept(model.reactions.size());
    if (preset == MediumPreset::Closed)
        return closedImports(model, isKept);
    for (const auto &[exchange, limit] : nutrientUptakes(model))
        isKept[static_cast<std::size_t>(exchange)] = true;
    return closedImports(model, isKept);
}

std::vector<BoundChange> modelRMediumBounds(const MetabolicModel &model)
{
    std::vector<bool> isNutrient(model.reactions.size());
    std::vector<BoundChange> nutrients;
    for (const auto &[exchange, limit] : nutrientUptakes(model)) {
        isNutrient[static_cast<std::size_t>(exchange)] = true;
        nutrients.push_back(withUptake(model, boundsOf(model, exchange), limit));
    }
    std::vector<BoundChange> changes = closedImports(model, isNutrient);
    changes.insert(changes.end(), nutrients.begin(), nutrients.end());
    return changes;
}

} // namespace pathgan
