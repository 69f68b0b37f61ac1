#pragma once

#include "core/data/cohort.h"
#include "core/data/geneids.h"
#include "core/data/genesets.h"
#include "core/data/interactions.h"
#include "core/enrichment/overrepresentation.h"
#include "core/enrichment/prerank.h"
#include "core/explain/shap.h"
#include "core/gan/gan.h"
#include "core/metabolic/cohortflux.h"
#include "core/metabolic/modelanalysis.h"
#include "core/metabolic/modelcheck.h"
#include "core/metabolic/stress.h"
#include "core/project/grouprun.h"

#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace pathgan {

/// What a project is made of: inputs first, then results in the order in which they are computed.
enum class Part {
    Expression,
    Clinical,
    GeneMap,
    GeneSets,
    Interactions,
    Model,
    Cohort,
    Flux,
    Training,
    Explanation,
    Enrichment,
    Stress,
    Groups,
    Analyses,
    ModelCheck
};

struct EnrichmentRun
{
    std::shared_ptr<const OraRun> ora;
    std::shared_ptr<const GseaRun> gsea;
    std::string source; ///< what ranked the genes, e.g. "mean |SHAP value|"
    int topGenes = 0;   ///< of the over-representation query
};

struct StressResults
{
    std::shared_ptr<const StressRun> expression, predicted; ///< model R; predicted may be null
    std::shared_ptr<const PaperStressRun> paper;       ///< model P; null when GSSG exchange is not predicted
    std::shared_ptr<const FeasibilityRun> feasibility; ///< null without a trained network
};

/// Analyses of the model alone, oldest first; at most `most` are kept.
struct ModelAnalyses
{
    static constexpr std::size_t most = 12;
    std::vector<std::shared_ptr<const ModelAnalysis>> runs;
};

/// Everything loaded or computed, as immutable parts that are replaced, never changed. Copies are cheap, so a
/// worker takes one and needs no lock.
struct Project
{
    std::shared_ptr<const ExpressionMatrix> expression;
    std::shared_ptr<const ClinicalTable> clinical;
    std::shared_ptr<const GeneTable> geneMap; ///< null: the built-in table
    std::shared_ptr<const GeneSetCollection> geneSets;
    std::shared_ptr<const InteractionNetwork> interactions;
    std::shared_ptr<const MetabolicModel> model;
    std::shared_ptr<const Cohort> cohort;
    std::shared_ptr<const FluxRun> flux;
    std::shared_ptr<const GanRun> training;
    std::shared_ptr<const ShapRun> explanation;
    std::shared_ptr<const EnrichmentRun> enrichment;
    std::shared_ptr<const StressResults> stress;
    std::shared_ptr<const GroupRun> groups;
    std::shared_ptr<const ModelAnalyses> analyses;
    std::shared_ptr<const ModelCheckRun> modelCheck;
    std::set<Part> stale;   ///< results whose inputs were replaced since
    bool isExample = false; ///< every figure says so
    /// Goes on where two inputs share less than a twentieth of their genes, see inputmatch.h.
    bool allowLowCoverage = false;

    const GeneTable &genes() const;
    bool has(Part part) const;
    /// Identity of a part: changes whenever it is replaced.
    const void *identity(Part part) const;
};

/// Direct inputs of a part.
std::span<const Part> inputsOf(Part part);
/// All parts that depend on it, directly or not.
std::vector<Part> dependentsOf(Part part);
const char *partName(Part part); ///< English key
const char *
readingTitle(Part part); ///< "Reading clinical table", …, of the parts read from files: English key

} // namespace pathgan
