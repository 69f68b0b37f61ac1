#pragma once

#include "core/base/tablewriter.h"
#include "core/metabolic/conflict.h"
#include "core/metabolic/moma.h"
#include "core/metabolic/scenario.h"

#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace pathgan {

enum class AnalysisMethod {
    Fba,
    ParsimoniousFba,
    PerturbedFba,
    FluxRanges,
    GeneDeletions,
    ReactionDeletions,
    DoubleGeneDeletions,
    DoubleReactionDeletions,
    EssentialGenes, ///< gene deletions, of which only the essential are listed
    GeneMoma,
    ReactionMoma,
};
const char *methodName(AnalysisMethod method); ///< as in file names: "fba", "gene_deletions"

/// What the methods give; only runs of the same kind can be compared.
enum class AnalysisKind { Fluxes, Ranges, Deletions };
AnalysisKind analysisKind(AnalysisMethod method);
/// The targets are genes, not reactions.
bool takesGenes(AnalysisMethod method);

/// One analysis of a model under a scenario.
struct ModelAnalysisOptions
{
    Scenario scenario;
    AnalysisMethod method = AnalysisMethod::Fba;
    double fractionOfOptimum = 1.0;  ///< pFBA: share of the optimum to keep
    double rangeFraction = 0.999999; ///< flux ranges: the same; see FvaOptions
    double pfbaFactor = 0;           ///< flux ranges: see FvaOptions
    bool loopless = false;
    /// Reactions whose ranges are wanted; genes (by id, Entrez id or symbol) or reactions to delete. Empty:
    /// all.
    std::vector<std::string> targets;
    double essentialShare = 0.01; ///< deletions: less growth than this share of the wild type's is none
    unsigned threads = 0;

    Result<void> check(const MetabolicModel &model) const;
};

struct ModelAnalysis
{
    ModelAnalysisOptions options;
    std::shared_ptr<const MetabolicModel> model;
    SolutionStatus status = SolutionStatus::Undefined; ///< no figures unless Optimal
    std::string objective;                             ///< ids of the reactions optimised
    /// Of the scenario (the wild type of deletions), mmol/gDW/h, for biomass 1/h.
    double objectiveValue = std::numeric_limits<double>::quiet_NaN();
    double totalFlux = std::numeric_limits<double>::quiet_NaN(); ///< Σ|v|; fluxes only
    Table table;                             ///< one row a reaction or deletion, its id first
    Table metabolites;                       ///< shadow prices; fluxes only
    std::vector<BoundSide> conflict;         ///< Infeasible: bounds that cannot hold together
    std::vector<std::pair<int, double>> ray; ///< Unbounded: reactions that may grow together without limit
};

/// Infeasible and unbounded scenarios are a result without figures; UnknownName for ids the model lacks.
Result<ModelAnalysis> analyseModel(std::shared_ptr<const MetabolicModel> model,
                                   const ModelAnalysisOptions &options, const TaskContext &context = {});

/// Side by side, largest difference first. InvalidOption when the two are of different kinds.
Result<Table> compareAnalyses(const ModelAnalysis &first, const ModelAnalysis &second);

/// Model genes of an id, Entrez id, symbol or alias; UnknownName.
Result<std::vector<int>> modelGenes(const MetabolicModel &model, const std::vector<std::string> &names);
Result<std::vector<int>> reactionIndices(const MetabolicModel &model, const std::vector<std::string> &ids);

} // namespace pathgan
