// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/metabolic/check/modelcheck_p.h"
#include "core/metabolic/check/structurecheck_p.h"

#include <algorithm>

namespace pathgan {

namespace {

/// What the reactions of one metabolite may do to it within their bounds.
struct Use
{
    int reactions = 0;
    bool isMade = false, isUsed = false;
};

std::vector<Use> usesOf(const MetabolicModel &model)
{
    std::vector<Use> uses(model.metabolites.size());
    for (const Reaction &reaction : model.reactions) {
        for (const auto &[metabolite, coefficient] : reaction.stoichiometry) {
            Use &use = uses[static_cast<std::size_t>(metabolite)];
            ++use.reactions;
            const bool forward = reaction.upper > 0, backward = reaction.lower < 0;
            use.isMade = use.isMade || (coefficient > 0 ? forward : backward);
            use.isUsed = use.isUsed || (coefficient > 0 ? backward : forward);
        }
    }
    return uses;
}

const char *deadEnd(const Use &use)
{
    if (!use.isMade && !use.isUsed)
        return marked("Core", "its reactions are closed");
    if (!use.isUsed)
        return marked("Core", "only produced");
    if (!use.isMade)
        return marked("Core", "only consumed");
    return use.reactions == 1 ? marked("Core", "in one reaction") : nullptr;
}

const char *boundaryName(BoundaryKind kind)
{
    switch (kind) {
    case BoundaryKind::Exchange:
        return marked("Core", "exchange");
    case BoundaryKind::Demand:
        return marked("Core", "demand");
    case BoundaryKind::Sink:
        return marked("Core", "sink");
    default:
        return marked("Core", "other");
    }
}

} // namespace

void checkMetabolites(const MetabolicModel &model, ModelCheckRun &run)
{
    const std::vector<Use> uses = usesOf(model);
    for (std::size_t i = 0; i < uses.size(); ++i) {
        const Metabolite &metabolite = model.metabolites[i];
        if (uses[i].reactions == 0)
            run.findings.push_back(finding(CheckKind::OrphanMetabolite, metabolite));
        else if (const char *key = deadEnd(uses[i]))
            run.findings.push_back(
                finding(CheckKind::DeadEndMetabolite, metabolite, key, {}, uses[i].reactions));
    }
}

void checkGenes(const MetabolicModel &model, const GeneTable &genes, ModelCheckRun &run)
{
    std::vector<bool> isUsed(model.genes.size(), false);
    for (const Reaction &reaction : model.reactions)
        for (const int gene : reaction.rule.genes())
            isUsed[static_cast<std::size_t>(gene)] = true;
    for (std::size_t i = 0; i < model.genes.size(); ++i) {
        const ModelGene &gene = model.genes[i];
        const bool isKnown = gene.entrez > 0 ? !genes.symbol(gene.entrez).empty()
                                             : genes.entrez(gene.id) || genes.entrez(gene.name);
        if (gene.id == "0")
            run.findings.push_back(finding(CheckKind::UnknownGene, gene, marked("Core", "placeholder")));
        else if (!isKnown)
            run.findings.push_back(
                finding(CheckKind::UnknownGene, gene, marked("Core", "not in the gene table")));
        if (!isUsed[i])
            run.findings.push_back(finding(CheckKind::UnusedGene, gene));
    }
}

/// The readers' warnings: key, reaction, what is wrong.
void checkRules(const MetabolicModel &model, ModelCheckRun &run)
{
    constexpr std::string_view key = "gene rule not understood: ";
    for (const std::string &warning : model.warnings) {
        if (!warning.starts_with(key))
            continue;
        const std::size_t end = std::min(warning.find(": ", key.size()), warning.size());
        const std::string id = warning.substr(key.size(), end - key.size());
        const int reaction = model.reactionIndex(id);
        run.findings.push_back({CheckKind::UnreadRule,
                                id,
                                reaction < 0 ? "" : model.reactions[static_cast<std::size_t>(reaction)].name,
                                {},
                                end < warning.size() ? warning.substr(end + 2) : ""});
    }
}

void checkExchanges(const MetabolicModel &model, ModelCheckRun &run)
{
    for (std::size_t j = 0; j < model.reactions.size(); ++j) {
        const Reaction &reaction = model.reactions[j];
        if (!model.isBoundary(static_cast<int>(j)))
            continue;
        const auto [metabolite, coefficient] = reaction.stoichiometry.front();
        const double entering = coefficient * (coefficient < 0 ? reaction.lower : reaction.upper);
        if (entering > 0)
            run.findings.push_back(finding(
                CheckKind::OpenExchange, reaction, boundaryName(model.boundaryKind(static_cast<int>(j))),
                model.metabolites[static_cast<std::size_t>(metabolite)].id, entering));
    }
}

void checkDuplicates(const MetabolicModel &model, ModelCheckRun &run)
{
    std::map<Stoichiometry, std::size_t> firstOf; // leading coefficient 1
    for (std::size_t j = 0; j < model.reactions.size(); ++j) {
        const Reaction &reaction = model.reactions[j];
        if (reaction.stoichiometry.empty())
            continue;
        Stoichiometry shape = reaction.stoichiometry;
        const double lead = shape.front().second;
        for (auto &entry : shape)
            entry.second /= lead;
        const auto [it, isNew] = firstOf.emplace(std::move(shape), j);
        if (isNew)
            continue;
        const Reaction &first = model.reactions[it->second];
        const bool isSame = first.stoichiometry == reaction.stoichiometry;
        run.findings.push_back(finding(CheckKind::DuplicateReaction, reaction,
                                       isSame ? marked("Core", "same stoichiometry")
                                              : marked("Core", "proportional stoichiometry"),
                                       first.id));
    }
}

} // namespace pathgan
