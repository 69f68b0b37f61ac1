#include "core/metabolic/metaboliteid_p.h"
#include "core/metabolic/model.h"

#include <algorithm>
#include <set>

namespace pathgan {

namespace {

bool isGlutathione(std::string_view metabolite)
{
    const std::string_view base = baseMetaboliteId(metabolite);
    return base == "gthrd" || base == "gthox";
}

/// By subsystem; where the model names none, by a metabolite that changes its compartment.
bool isTransport(const MetabolicModel &model, const Reaction &reaction)
{
    if (!reaction.subsystem.empty())
        return reaction.subsystem.find("ransport") != std::string::npos;
    std::set<std::string_view> consumed;
    for (const auto &[index, coefficient] : reaction.stoichiometry) {
        if (coefficient < 0)
            consumed.insert(baseMetaboliteId(model.metabolites[static_cast<std::size_t>(index)].id));
    }
    return std::any_of(reaction.stoichiometry.begin(), reaction.stoichiometry.end(), [&](const auto &entry) {
        const std::string &id = model.metabolites[static_cast<std::size_t>(entry.first)].id;
        return entry.second > 0 && isGlutathione(id) && consumed.contains(baseMetaboliteId(id));
    });
}

} // namespace

std::vector<int> glutathioneReactions(const MetabolicModel &model)
{
    std::vector<int> result;
    for (std::size_t i = 0; i < model.reactions.size(); ++i) {
        const Stoichiometry &entries = model.reactions[i].stoichiometry;
        if (std::any_of(entries.begin(), entries.end(), [&](const auto &entry) {
                return isGlutathione(model.metabolites[static_cast<std::size_t>(entry.first)].id);
            }))
            result.push_back(static_cast<int>(i));
    }
    return result;
}

std::vector<int> coreGlutathioneReactions(const MetabolicModel &model)
{
    std::vector<int> result = glutathioneReactions(model);
    std::erase_if(result, [&](int index) {
        return model.isBoundary(index) ||
               isTransport(model, model.reactions[static_cast<std::size_t>(index)]);
    });
    return result;
}

} // namespace pathgan
