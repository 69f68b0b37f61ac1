#include "core/base/marked.h"
#include "core/engine/steps.h"

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
const TrainedNetwork *tokenNetwork(const Project &project)
{
    const TrainedNetwork *network = project.training ? project.training->network.get() : nullptr;
    return network && !network->tokens().empty() &&
                   network->genes().size() == project.explanation->genes.size()
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

Ranking rankingOf(const Project &project, bool relative)
{
    const ShapRun &shap = *project.explanation;
    const TrainedNetwork *network = tokenNetwork(project);
    VectorD importance = shap.meanAbsolute();
    Ranking ranking;
    ranking.genes = shap.genes;
    ranking.inPathway.assign(shap.genes.size(), !network);
    ranking.name = marked("Core", "mean |SHAP value|");
    for (std::size_t t = 0; network && t < network->tokens().size(); ++t)
        for (const int gene : network->tokenGenes()[t])
            if (network->tokens()[t] != TrainedNetwork::noSet)
                ranking.inPathway[static_cast<std::size_t>(gene)] = true;
    if (network && relative) {
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
    RankedList list = rankGenes(ranking.genes, ranking.importance);
    list.genes.resize(std::min(list.genes.size(), static_cast<std::size_t>(count)));
    return list.genes;
}

} // namespace

Result<EnrichmentRun> enrichStep(const Project &project, const EnrichOptions &options,
                                 const TaskContext &context)
{
    if (!project.explanation)
        return Error{ErrorCode::MissingInput, marked("Core", "SHAP values")};
    if (!project.geneSets)
        return Error{ErrorCode::MissingInput, "gene sets"};
    if (const Result<void> shared = requireSetGenes(project); !shared)
        return shared.error();
    std::vector<std::string> measured = project.explanation->genes;
    GeneSetCollection sets = *project.geneSets;
    if (project.cohort) {
        measured.clear();
        for (const std::string &gene : project.cohort->expression->genes)
            measured.push_back(displayGene(gene));
        sets = namedAsMeasured(sets, project.cohort->expression->genes, project.genes());
    }
    Ranking ranking = rankingOf(project, options.relative);
    OraOptions oraOptions = options.ora;
    if (oraOptions.background == Background::Network && !tokenNetwork(project))
        oraOptions.background = Background::Measured;
    if (oraOptions.background == Background::Network) {
        keepPathwayGenes(ranking);
        oraOptions.genes = ranking.genes;
    } else if (oraOptions.background == Background::Measured) {
        oraOptions.genes = measured;
    }
    Result<OraRun> ora = overRepresentation(leaders(ranking, options.topGenes), sets, oraOptions);
    if (!ora)
        return ora.error();
    ora->ranking = ranking.name;

    GseaOptions gseaOptions = options.gsea;
    gseaOptions.positiveOnly = true;
    Result<GseaRun> gsea = prerank(rankGenes(ranking.genes, ranking.importance), sets, gseaOptions, context);
    if (!gsea)
        return gsea.error();
    gsea->metric = ranking.name;

    EnrichmentRun run;
    run.ora = std::make_shared<const OraRun>(*std::move(ora));
    run.gsea = std::make_shared<const GseaRun>(*std::move(gsea));
    run.source = ranking.name;
    run.topGenes = options.topGenes;
    return run;
}

} // namespace pathgan
