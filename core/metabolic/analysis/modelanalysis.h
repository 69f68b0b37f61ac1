// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optiontable.h"
#include "core/base/tablewriter.h"
#include "core/data/cohort.h"
#include "core/data/geneids.h"
#include "core/metabolic/fba/conflict.h"
#include "core/metabolic/fba/moma.h"
#include "core/metabolic/model/scenario.h"

#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace pathgan {

enum class AnalysisMethod {
    Fba,
    ParsimoniousFba,
    PerturbedFba,
    Gimme, ///< of one sample of a cohort
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
    double fractionOfOptimum = 1.0; ///< pFBA: share of the optimum to keep
    double rangeFraction = 1;       ///< flux ranges: the same; see FvaOptions
    double pfbaFactor = 0;          ///< flux ranges: see FvaOptions
    bool loopless = false;
    /// Reactions whose ranges are wanted; genes (by id, Entrez id or symbol) or reactions to delete. Empty:
    /// all.
    std::vector<std::string> targets;
    double essentialShare = 0.01;    ///< deletions: less growth than this share of the wild type's is none
    std::string sample;              ///< GIMME: of the cohort
    double gimmeFraction = 0.9;      ///< GIMME: share of the optimum to keep
    double quantile = 0.25;          ///< GIMME: of the sample's scores: the threshold
    OrRule orRule = OrRule::Maximum; ///< GIMME
    double timeLimit = 0;            ///< processor seconds for each linear program; 0: none
    unsigned threads = 0;

    static const OptionTable &table();
    Result<void> check(const MetabolicModel &model) const;
};

/// Of GIMME; see GimmeSolution. expression × mmol/gDW/h: the matrix on the linear scale.
struct GimmeFigures
{
    double optimum = std::numeric_limits<double>::quiet_NaN();   ///< of the objective, without expression
    double threshold = std::numeric_limits<double>::quiet_NaN(); ///< expression
    double score = std::numeric_limits<double>::quiet_NaN();     ///< expression × mmol/gDW/h
    std::size_t penalised = 0;                    ///< reactions with a score below the threshold
    std::size_t used = 0;                         ///< of these, with a flux
    std::size_t genesMatched = 0, genesTotal = 0; ///< of the model, in the matrix
    std::string expressionSha256;                 ///< of the matrix
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
    GimmeFigures gimme;                      ///< GIMME only
    std::size_t asked = 0;                   ///< ranges or deletions there would be without a stop
    std::size_t finished = 0;                ///< ranges or deletions there are, listed or not
    bool stoppedEarly = false;               ///< only those finished before a Keep request
    std::size_t blocked = 0, fixed = 0;      ///< ranges of that kind
    double slack = 0;                        ///< ranges: see FvaRun
    std::size_t essential = 0;               ///< deletions
    std::vector<BoundSide> conflict;         ///< Infeasible: bounds that cannot hold together
    std::vector<std::pair<int, double>> ray; ///< Unbounded: reactions that may grow together without limit
};

/// Where GIMME finds the expression of its sample.
struct ExpressionSource
{
    const Cohort *cohort = nullptr;
    const GeneTable *genes = nullptr; ///< null: the built-in table
};

/// Infeasible and unbounded scenarios, and those that reach the time limit, are a result without figures;
/// UnknownName for ids the model lacks, or the cohort; MissingInput for GIMME without a cohort.
Result<ModelAnalysis> analyseModel(std::shared_ptr<const MetabolicModel> model,
                                   const ModelAnalysisOptions &options, const TaskContext &context = {},
                                   const ExpressionSource &expression = {});

/// Model genes of an id, Entrez id, symbol or alias; UnknownName.
Result<std::vector<int>> modelGenes(const MetabolicModel &model, const std::vector<std::string> &names);
Result<std::vector<int>> reactionIndices(const MetabolicModel &model, const std::vector<std::string> &ids);

} // namespace pathgan
