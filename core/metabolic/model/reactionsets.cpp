// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/reactionsets.h"

#include "core/metabolic/model/compoundnames_p.h"

#include <algorithm>
#include <set>

namespace pathgan {

namespace {

bool isGlutathione(const MetabolicModel &model, int metabolite)
{
    static const int reduced = compoundIndex("gthrd"), oxidised = compoundIndex("gthox");
    const int compound = model.concepts().compoundOf(metabolite);
    return compound >= 0 && (compound == reduced || compound == oxidised);
}

bool namesTransport(const Reaction &reaction)
{
    return reaction.subsystem.find("ransport") != std::string::npos;
}

/// Glutathione that changes its compartment.
bool movesGlutathione(const MetabolicModel &model, const Reaction &reaction)
{
    std::set<int> consumed;
    for (const auto &[index, coefficient] : reaction.stoichiometry)
        if (coefficient < 0)
            consumed.insert(model.concepts().compoundOf(index));
    return std::any_of(reaction.stoichiometry.begin(), reaction.stoichiometry.end(), [&](const auto &entry) {
        return entry.second > 0 && isGlutathione(model, entry.first) &&
               consumed.contains(model.concepts().compoundOf(entry.first));
    });
}

} // namespace

std::vector<int> glutathioneReactions(const MetabolicModel &model)
{
    std::vector<int> result;
    for (std::size_t i = 0; i < model.reactions.size(); ++i) {
        const Stoichiometry &entries = model.reactions[i].stoichiometry;
        if (std::any_of(entries.begin(), entries.end(),
                        [&](const auto &entry) { return isGlutathione(model, entry.first); }))
            result.push_back(static_cast<int>(i));
    }
    return result;
}

std::vector<int> coreGlutathioneReactions(const MetabolicModel &model)
{
    std::vector<int> result = glutathioneReactions(model);
    // Subsystems tell transport where the model's do so at all; where they do not, the metabolites do.
    const bool isTold = std::any_of(model.reactions.begin(), model.reactions.end(), namesTransport);
    std::erase_if(result, [&](int index) {
        const Reaction &reaction = model.reactions[static_cast<std::size_t>(index)];
        const bool isTransport = isTold && !reaction.subsystem.empty() ? namesTransport(reaction)
                                                                       : movesGlutathione(model, reaction);
        return model.isBoundary(index) || isTransport;
    });
    return result;
}

} // namespace pathgan
