#pragma once

#include "core/base/groupcomparison.h"
#include "core/data/cohort.h"
#include "core/enrichment/overrepresentation.h"
#include "core/enrichment/prerank.h"
#include "core/explain/shap.h"
#include "core/gan/ganoptions.h"
#include "core/metabolic/cohort/cohortflux.h"
#include "core/metabolic/stress/stress.h"

#include <string>
#include <vector>

namespace pathgan {

struct ExplainOptions
{
    /// By quadrature: 200 random draws miss the output of a real run by twice the largest mean |SHAP|.
    ShapOptions shap{.rule = ShapRule::Quadrature};
    std::vector<std::string> samples; ///< empty: the first ten of the cohort, as in the paper
    std::string reaction;             ///< empty: the mean of all outputs
};

struct EnrichOptions
{
    int topGenes = 100; ///< query of the over-representation
    /// Rank by mean |SHAP| over what an untrained network of the same shape gives the gene, not by mean
    /// |SHAP|.
    bool relative = true;
    OraOptions ora;
    GseaOptions gsea;
};

struct GroupOptions
{
    std::string column; ///< empty: radiation_therapy, else the first that fits
    std::string within; ///< column for the same test inside each value; empty: the strongest confounder
    GroupTest test = GroupTest::Auto;
    Adjustment adjustment = Adjustment::BenjaminiHochberg; ///< over pairs, and over reactions

    Result<void> check() const; ///< within may not be the column itself
};

/// Every choice of a whole analysis.
struct AnalysisOptions
{
    ReadRules reading;
    CohortOptions cohort;
    FluxOptions flux;
    GanOptions gan = GanOptions::fromPreset(GanPreset::Recommended);
    ExplainOptions explain;
    EnrichOptions enrich;
    StressOptions stress;
    GroupOptions groups;
    int interactionScore = 700;    ///< lowest STRING combined score kept
    bool allowLowCoverage = false; ///< see Project
};

} // namespace pathgan
