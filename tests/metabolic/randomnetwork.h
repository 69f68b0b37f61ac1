// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/model/model.h"

#include <random>
#include <string>

/// Networks made up at random: every run of a seed gives the same one.
namespace randomnetwork {

using namespace pathgan;

inline GeneRule ruleOf(std::mt19937 &generator, int genes)
{
    using Op = GeneRule::Op;
    const auto gene = [&] { return static_cast<int>(generator() % static_cast<unsigned>(genes)); };
    switch (generator() % 5) {
    case 0:
        return {};
    case 1:
        return GeneRule({{Op::Gene, gene()}});
    case 2:
        return GeneRule({{Op::Gene, gene()}, {Op::Gene, gene()}, {Op::And, 2}});
    case 3:
        return GeneRule({{Op::Gene, gene()}, {Op::Gene, gene()}, {Op::Or, 2}});
    default:
        return GeneRule(
            {{Op::Gene, gene()}, {Op::Gene, gene()}, {Op::And, 2}, {Op::Gene, gene()}, {Op::Or, 2}});
    }
}

/// Exchanges for a third of the metabolites, reactions of two to four metabolites, one that must run, genes
/// of which every fourth has two variants. Objective: the last reaction, which uses three metabolites.
inline MetabolicModel make(unsigned seed, int metabolites = 14, int reactions = 26)
{
    std::mt19937 generator(seed);
    const auto below = [&](int count) {
        return static_cast<int>(generator() % static_cast<unsigned>(count));
    };
    MetabolicModel model;
    for (int i = 0; i < metabolites; ++i) {
        model.metabolites.emplace_back();
        model.metabolites.back().id = "m" + std::to_string(i);
    }
    const int genes = reactions;
    for (int i = 0; i < genes; ++i) {
        model.genes.emplace_back();
        model.genes.back().entrez = 100 + i - (i % 4 == 3);
        model.genes.back().id = std::to_string(model.genes.back().entrez) + "_AT" + std::to_string(i);
    }
    const auto add = [&model](double low, double high) -> Reaction & {
        model.reactions.emplace_back();
        Reaction &item = model.reactions.back();
        item.id = "r" + std::to_string(model.reactions.size());
        item.lower = low;
        item.upper = high;
        return item;
    };
    for (int i = 0; i < metabolites; i += 3)
        add(i % 2 == 0 ? -10 : 0, 1000).stoichiometry = {{i, -1.0}};
    while (static_cast<int>(model.reactions.size()) < reactions) {
        const bool isLast = static_cast<int>(model.reactions.size()) == reactions - 1;
        Reaction &item = add(below(2) == 0 && !isLast ? -20 : 0, 5 + below(30));
        const int members = isLast ? 3 : 2 + below(3);
        for (int metabolite = below(3), k = 0; k < members && metabolite < metabolites;
             metabolite += 1 + below(metabolites / 4), ++k)
            item.stoichiometry.emplace_back(metabolite,
                                            isLast || k % 2 == 0 ? -1.0 - below(2) : 1.0 + below(2));
        item.rule = ruleOf(generator, genes);
    }
    if (seed % 2 == 0)
        model.reactions[static_cast<std::size_t>(metabolites / 3 + 2)].lower = 0.5;
    model.objectives = {{"obj", true, {{reactions - 1, 1.0}}}};
    model.activeObjective = 0;
    model.buildIndex();
    return model;
}

} // namespace randomnetwork
