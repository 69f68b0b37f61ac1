// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/inputmatch.h"

#include "core/base/marked.h"
#include "core/base/text.h"

#include <algorithm>

namespace pathgan {

namespace {

/// Names that tell nothing about the organism, such as ids, are left out.
bool isMouseLike(std::string_view name)
{
    if (name.size() < 3 || name[0] < 'A' || name[0] > 'Z')
        return false;
    bool isAnyLower = false;
    for (const char c : name.substr(1)) {
        if (c >= 'A' && c <= 'Z')
            return false;
        isAnyLower = isAnyLower || (c >= 'a' && c <= 'z');
    }
    return isAnyLower;
}

std::string namesOf(const std::vector<std::string> &names)
{
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, names.size()); ++i)
        text += (i > 0 ? ", " : "") + names[i];
    return text + (names.size() > 2 ? ", …" : "");
}

Coverage networkCoverage(const std::vector<std::string> &genes, const std::vector<std::string> &rows,
                         const GeneTable &table)
{
    const GeneIndex index(rows, table);
    Coverage coverage;
    for (const std::string &gene : genes)
        coverage.add(gene, index.find(gene), rows);
    return coverage;
}

/// The matrix that names are looked up in: the cohort's where there is no other.
Project withExpression(const Project &project)
{
    Project seen = project;
    if (!seen.expression && seen.cohort)
        seen.expression = seen.cohort->expression;
    return seen;
}

bool isRefused(std::size_t matched, std::size_t total, bool allowLow)
{
    return coverageLevel(matched, total) == CoverageLevel::TooLow && !(allowLow && matched > 0);
}

Error sharedTooLittle(const Coverage &coverage, const std::string &what, const std::string &where,
                      const std::vector<std::string> &there, const std::string &counts)
{
    return {ErrorCode::NoOverlap, "genes of the " + what + " (" + namesOf(coverage.unmatched) +
                                      "), genes of the " + where + " (" + namesOf(there) + "): " + counts};
}

bool isLow(const Coverage &coverage)
{
    return coverageLevel(coverage.matched, coverage.total) != CoverageLevel::Enough;
}

} // namespace

CoverageLevel coverageLevel(std::size_t matched, std::size_t total)
{
    if (20 * matched < total)
        return CoverageLevel::TooLow;
    return 2 * matched < total ? CoverageLevel::Low : CoverageLevel::Enough;
}

bool namesOtherOrganism(const std::vector<std::string> &genes)
{
    std::size_t mouse = 0;
    for (const std::string &gene : genes)
        mouse += isMouseLike(gene) || gene.starts_with("ENSMUSG") || gene.starts_with("ENSRNOG");
    return genes.size() >= 10 && 2 * mouse > genes.size();
}

std::vector<std::string> InputMatch::warnings() const
{
    std::vector<std::string> keys;
    const auto warn = [&keys](bool isTrue, const char *key) {
        if (isTrue)
            keys.emplace_back(key);
    };
    warn(model &&
             (isLow(model->genes) || coverageLevel(model->scored, model->rules) != CoverageLevel::Enough),
         marked("Core", "fewer than half of the model's genes are in the expression matrix"));
    warn(sets && isLow(*sets),
         marked("Core", "fewer than half of the sets' genes are in the expression matrix"));
    warn(interactions && isLow(*interactions),
         marked("Core", "fewer than half of the reactions' genes are in the interaction network"));
    warn(network && isLow(*network),
         marked("Core", "fewer than half of the trained network's genes are in the expression matrix"));
    warn(logRatios, marked("Core", "log ratios have no linear scale: fluxes computed from them mean little"));
    warn(otherOrganism && ((model && model->genes.byCase + model->genes.byAlias > 0) ||
                           (network && network->byCase + network->byAlias > 0) ||
                           (sets && sets->byCase + sets->byAlias > 0)),
         marked("Core", "gene names look like those of mouse or rat and are matched to human genes"));
    warn(clinical && 2 * clinical->matched() < clinical->size(),
         marked("Core", "fewer than half of the samples have a clinical row"));
    warn(flux && 2 * flux->matched() < flux->size(),
         marked("Core", "fewer than half of the samples have fluxes"));
    return keys;
}

InputMatch matchInputs(const Project &given)
{
    const Project project = withExpression(given);
    InputMatch match;
    if (project.cohort && project.cohort->clinical)
        match.clinical = project.cohort->clinicalJoin;
    if (project.cohort && project.flux)
        match.flux = matchSamples(project.cohort->writtenNames(), project.flux->samples, RowMeaning::Values);
    if (project.model && project.flux && project.interactions)
        match.interactions = interactionCoverage(*project.model, project.flux->reactions,
                                                 *project.interactions, project.genes());
    if (!project.expression || project.expression->genes.empty())
        return match;
    const std::vector<std::string> &rows = project.expression->genes;
    const GeneIndex index(rows, project.genes());
    if (project.model)
        match.model = modelCoverage(*project.model, index, rows);
    if (project.geneSets)
        match.sets = setCoverage(*project.geneSets, index, rows);
    if (project.training && project.training->network)
        match.network = networkCoverage(project.training->network->genes(), rows, project.genes());
    match.logRatios = project.model && project.expression->scale == ExpressionScale::LogRatio;
    match.otherOrganism = namesOtherOrganism(rows);
    return match;
}

Result<void> requireCoverage(const Coverage &coverage, const std::string &what, const std::string &where,
                             const std::vector<std::string> &there, bool allowLow)
{
    if (!isRefused(coverage.matched, coverage.total, allowLow))
        return {};
    return sharedTooLittle(coverage, what, where, there,
                           std::to_string(coverage.matched) + " of " + std::to_string(coverage.total));
}

Result<void> requireModelGenes(const MetabolicModel &model, const std::vector<std::string> &rows,
                               const GeneTable &genes, bool allowLow)
{
    const ModelCoverage coverage = modelCoverage(model, GeneIndex(rows, genes), rows);
    // What counts is how many reactions expression speaks of.
    if (!isRefused(coverage.scored, coverage.rules, allowLow))
        return {};
    return sharedTooLittle(coverage.genes, "metabolic model", "expression matrix", rows,
                           std::to_string(coverage.scored) + " of " + std::to_string(coverage.rules) +
                               " gene rules");
}

Result<void> requireSetGenes(const GeneSetCollection &sets, const std::vector<std::string> &rows,
                             const GeneTable &genes, bool allowLow)
{
    return requireCoverage(setCoverage(sets, GeneIndex(rows, genes), rows), "gene sets", "expression matrix",
                           rows, allowLow);
}

Result<void> requireInteractionGenes(const MetabolicModel &model, const std::vector<std::string> &reactions,
                                     const InteractionNetwork &interactions, const GeneTable &genes,
                                     bool allowLow)
{
    return requireCoverage(interactionCoverage(model, reactions, interactions, genes), "metabolic model",
                           "interaction network", interactions.genes, allowLow);
}

Result<void> requireNetworkGenes(const TrainedNetwork &network, const std::vector<std::string> &rows,
                                 const GeneTable &genes, bool allowLow)
{
    return requireCoverage(networkCoverage(network.genes(), rows, genes), "trained network",
                           "expression matrix", rows, allowLow);
}

} // namespace pathgan
