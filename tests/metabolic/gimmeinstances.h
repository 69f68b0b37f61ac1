// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/metabolic/randomnetwork.h"

#include "core/metabolic/fba/gimme.h"

#include <limits>

/// Problems for GIMME made up at random: every run of a seed gives the same one. The scores that HiGHS finds
/// for them are in tests/data/metabolic/flux/gimme_highs.json.
namespace gimmeinstances {

using namespace pathgan;

constexpr unsigned count = 500;

struct Instance
{
    MetabolicModel model;
    std::vector<double> scores;
    GimmeOptions options;
};

/// Forced, backward, one-sided and endless fluxes; an upper bound on the objective; objectives of several
/// reactions, or to minimise.
inline void changeBounds(MetabolicModel &model, std::mt19937 &generator)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const auto below = [&](unsigned most) { return static_cast<int>(generator() % most); };
    for (Reaction &reaction : model.reactions)
        switch (below(14)) {
        case 0: // written backwards
            for (auto &entry : reaction.stoichiometry)
                entry.second = -entry.second;
            reaction.lower = -reaction.upper;
            reaction.upper = 0;
            break;
        case 1:
            reaction.lower = 0.25 * (1 + below(4));
            break;
        case 2:
            reaction.lower = -reaction.upper;
            break;
        case 3:
            reaction.upper = infinity;
            break;
        case 4:
            reaction.lower = reaction.upper = 0;
            break;
        default:
            break;
        }
    Reaction &last = model.reactions.back();
    last.lower = below(3) == 0 ? -2 : 0;
    last.upper = below(3) == 0 ? 1 + below(5) : 500;
    ModelObjective &objective = model.objectives.front();
    if (below(4) == 0)
        objective.coefficients.emplace_back(below(static_cast<unsigned>(model.reactions.size()) - 1), 0.5);
    objective.maximise = below(6) != 0;
}

inline Instance make(unsigned seed)
{
    std::mt19937 generator(seed * 7919U + 1);
    const auto below = [&](unsigned most) { return static_cast<int>(generator() % most); };
    Instance result;
    result.model = randomnetwork::make(seed, 8 + below(24), 20 + below(50));
    changeBounds(result.model, generator);
    const double scale = std::vector<double>{1e-3, 1, 1, 1000}[static_cast<std::size_t>(below(4))];
    for (std::size_t i = 0; i < result.model.reactions.size(); ++i)
        result.scores.push_back(below(4) == 0 ? std::numeric_limits<double>::quiet_NaN()
                                              : scale * below(40) / 4);
    result.options.fractionOfOptimum =
        std::vector<double>{0, 0.3, 0.5, 0.9, 1}[static_cast<std::size_t>(below(5))];
    if (below(2) == 0)
        result.options.threshold = scale * (1 + below(8));
    else
        result.options.quantile = 0.1 * below(10);
    return result;
}

} // namespace gimmeinstances
