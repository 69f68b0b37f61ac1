// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/enrichstep.h"
#include "core/base/marked.h"

#include "core/project/inputmatch.h"

#include <unordered_set>

namespace pathgan {

namespace {

using Background = OraOptions::Background;

/// The sets with their genes as the matrix spells them, so that an alias is no miss.
GeneSetCollection namedAsMeasured(const GeneSetCollection &sets, const std::vector<std::string> &rowNames,
                                  const GeneTable &table)
{
    const GeneIndex index(rowNames, table);
    GeneSetCollection named = sets;
    for (GeneSet &set : named.sets) {
        std::unordered_set<std::string> seen;
        std::vector<std::string> genes;
        for (const std::string &gene : set.genes) {
            const Index row = index.row(gene);
            const std::string name = row < 0 ? gene : displayGene(rowNames[static_cast<std::size_t>(row)]);
            if (seen.insert(name).second)
                genes.push_back(name);
        }
        set.genes = std::move(genes);
    }
    return named;
}

/// The network that was explained, if it reads genes through pathway tokens.
const TrainedNetwork *tokenNetwork(const EnrichInput &input)
{
    const TrainedNetwork *network = input.training ? input.training->network.get() : nullptr;
    return network && !network->tokens().empty() && network->genes().size() == input.explanation.genes.size()
               ? network
               : nullptr;
}

/// What the network's shape alone gives a gene, up to a factor. A token of n genes starts with weights of
/// variance ∝ 1/n, tokens are independent: the gradient by a gene has variance ∝ Σ 1/n over its tokens. On
/// tcga_mixed with shuffled pairs (nothing to learn) mean |SHAP| follows it, and 20 to 28 of the 50 hallmark
/// sets would be called enriched by it; relative to it 0 to 2 are.
VectorD initialGain(const TrainedNetwork &network)
{
    VectorD variance = VectorD::Zero(static_cast<Index>(network.genes().size()));
    for (const std::vector<int> &genes : network.tokenGenes())
        for (const int gene : genes)
            variance[gene] += 1.0 / static_cast<double>(genes.size());
    return variance.cwiseSqrt();
}

/// Genes of the explanation with what ranks them.
struct Ranking
{
    std::vector<std::string> genes;
    std::vector<double> importance;
    std::vector<bool> inPathway; ///< of the network; all without pathway tokens
    std::string name;
};

/// The head attributes by the linear programs, whatever the network's shape: nothing to correct.
bool predictsByHead(const GanRun &training)
{
    double share = 0;
    for (const double each : training.networkShare)
        share += each;
    return !training.networkShare.empty() && 2 * share < static_cast<double>(training.networkShare.size());
}

} // namespace

const char *relativeRankingReason(const GanRun &training)
{
    if (!training.network || training.network->tokens().empty())
        return marked("Core", "the network reads no pathways, so that its shape favours no gene");
    if (predictsByHead(training))
        return marked("Core", "the bottleneck head predicts, by the linear programs themselves: there is no "
                              "shape of a network to correct for");
    return nullptr;
}

namespace {

Ranking rankingOf(const EnrichInput &input, bool relative)
{
    const ShapRun &shap = input.explanation;
    const TrainedNetwork *network = tokenNetwork(input);
    VectorD importance = shap.meanAbsolute();
    Ranking ranking;
    ranking.genes = shap.genes;
    ranking.inPathway.assign(shap.genes.size(), !network);
    ranking.name = marked("Core", "mean |SHAP value|");
    for (std::size_t t = 0; network && t < network->tokens().size(); ++t)
        for (const int gene : network->tokenGenes()[t])
            if (network->tokens()[t] != TrainedNetwork::noSet)
                ranking.inPathway[static_cast<std::size_t>(gene)] = true;
    if (network && relative && !relativeRankingReason(*input.training)) {
        const VectorD gain = initialGain(*network);
        importance = (gain.array() > 0).select(importance.array() / gain.array(), 0.0);
        ranking.name = marked("Core", "mean |SHAP value| relative to an untrained network");
    }
    ranking.importance.assign(importance.data(), importance.data() + importance.size());
    return ranking;
}

/// Only the genes of the network's pathways. All others share one token, against which any pathway would look
/// enriched, whatever was learnt.
void keepPathwayGenes(Ranking &ranking)
{
    std::size_t kept = 0;
    for (std::size_t g = 0; g < ranking.genes.size(); ++g) {
        if (!ranking.inPathway[g])
            continue;
        ranking.genes[kept] = ranking.genes[g];
        ranking.importance[kept++] = ranking.importance[g];
    }
    ranking.genes.resize(kept);
    ranking.importance.resize(kept);
}

std::vector<std::string> leaders(const Ranking &ranking, int count)
{
    std::vector<std::string> genes;
    std::vector<double> importance;
    for (std::size_t g = 0; g < ranking.genes.size(); ++g)
        if (ranking.importance[g] > 0) { // none is no leader, however few there are
            genes.push_back(ranking.genes[g]);
            importance.push_back(ranking.importance[g]);
        }
    RankedList list = rankGenes(genes, importance);
    list.genes.resize(std::min(list.genes.size(), static_cast<std::size_t>(count)));
    return list.genes;
}

} // namespace

Result<EnrichmentRun> enrichStep(const EnrichInput &input, const EnrichOptions &options,
                                 const StepContext &context)
{
    std::vector<std::string> measured = input.explanation.genes;
    GeneSetCollection sets = input.sets;
    if (input.cohort) {
        const std::vector<std::string> &rows = input.cohort->expression->genes;
        const Result<void> shared = requireSetGenes(input.sets, rows, input.genes, input.allowLowCoverage);
        if (!shared)
            return shared.error();
        measured.clear();
        for (const std::string &gene : rows)
            measured.push_back(displayGene(gene));
        sets = namedAsMeasured(sets, rows, input.genes);
    }
    Ranking ranking = rankingOf(input, options.relative);
    OraOptions oraOptions = options.ora;
    if (oraOptions.background == Background::Network && !tokenNetwork(input))
        oraOptions.background = Background::Measured;
    if (oraOptions.background == Background::Network)
        keepPathwayGenes(ranking);
    const std::vector<std::string> &background =
        oraOptions.background == Background::Network ? ranking.genes : measured;
    Result<OraRun> ora = overRepresentation(leaders(ranking, options.topGenes), sets, oraOptions, background);
    if (!ora)
        return ora.error();
    ora->ranking = ranking.name;

    Result<GseaRun> gsea =
        prerank(rankGenes(ranking.genes, ranking.importance), sets, options.gsea, context.task);
    if (!gsea)
        return gsea.error();
    gsea->metric = ranking.name;

    EnrichmentRun run;
    run.ora = std::make_shared<const OraRun>(*std::move(ora));
    run.gsea = std::make_shared<const GseaRun>(*std::move(gsea));
    run.source = ranking.name;
    run.topGenes = options.topGenes;
    run.explained = input.explanation.chosen;
    return run;
}

Result<EnrichmentRun> EnrichStep::run(const Project &project, const EnrichOptions &options,
                                      const StepContext &context)
{
    if (const Result<void> ready = requireParts(project, facts.required); !ready)
        return ready.error();
    return enrichStep({*project.explanation, *project.geneSets, project.genes(), measuredCohort(project),
                       project.training.get(), project.options.allowLowCoverage},
                      options, context);
}

} // namespace pathgan
