#include "core/engine/steps.h"

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

/// Genes of the explanation that are in any set.
std::vector<std::string> pathwayGenes(const ShapRun &shap, const GeneSetCollection &sets)
{
    std::unordered_set<std::string> members;
    for (const GeneSet &set : sets.sets)
        members.insert(set.genes.begin(), set.genes.end());
    std::vector<std::string> genes;
    for (const std::string &gene : shap.genes)
        if (members.contains(gene))
            genes.push_back(gene);
    return genes;
}

/// A network with pathway tokens gives the genes of its pathways a voice each and sums all others in one
/// token: against the measured genes every pathway would look enriched, whatever was learnt.
bool favoursPathways(const Project &project)
{
    return project.training && project.training->network && !project.training->network->tokens().empty();
}

} // namespace

Result<EnrichmentRun> enrichStep(const Project &project, const EnrichOptions &options,
                                 const TaskContext &context)
{
    if (!project.explanation)
        return Error{ErrorCode::MissingInput, "SHAP values"};
    if (!project.geneSets)
        return Error{ErrorCode::MissingInput, "gene sets"};
    const ShapRun &shap = *project.explanation;
    std::vector<std::string> measured = shap.genes;
    GeneSetCollection sets = *project.geneSets;
    if (project.cohort) {
        measured.clear();
        for (const std::string &gene : project.cohort->expression->genes)
            measured.push_back(displayGene(gene));
        sets = namedAsMeasured(sets, project.cohort->expression->genes, project.genes());
    }
    const std::vector<Index> ranking = shap.ranking();
    std::vector<std::string> query;
    for (std::size_t i = 0; i < ranking.size() && i < static_cast<std::size_t>(options.topGenes); ++i)
        query.push_back(shap.genes[static_cast<std::size_t>(ranking[i])]);

    OraOptions oraOptions = options.ora;
    if (oraOptions.background == Background::Network && !favoursPathways(project))
        oraOptions.background = Background::Measured;
    const bool within = oraOptions.background == Background::Network;
    if (within)
        oraOptions.genes = pathwayGenes(shap, sets);
    else if (oraOptions.background == Background::Measured)
        oraOptions.genes = measured;
    Result<OraRun> ora = overRepresentation(query, sets, oraOptions);
    if (!ora)
        return ora.error();

    const VectorD mean = shap.meanAbsolute();
    std::vector<std::string> ranked;
    std::vector<double> metric;
    const std::unordered_set<std::string> among(oraOptions.genes.begin(), oraOptions.genes.end());
    for (std::size_t g = 0; g < shap.genes.size(); ++g) {
        if (within && !among.contains(shap.genes[g]))
            continue;
        ranked.push_back(shap.genes[g]);
        metric.push_back(mean[static_cast<Index>(g)]);
    }
    GseaOptions gseaOptions = options.gsea;
    gseaOptions.positiveOnly = true;
    Result<GseaRun> gsea = prerank(rankGenes(ranked, metric), sets, gseaOptions, context);
    if (!gsea)
        return gsea.error();

    EnrichmentRun run;
    run.ora = std::make_shared<const OraRun>(*std::move(ora));
    run.gsea = std::make_shared<const GseaRun>(*std::move(gsea));
    run.source = "mean |SHAP value|";
    run.topGenes = options.topGenes;
    return run;
}

} // namespace pathgan
