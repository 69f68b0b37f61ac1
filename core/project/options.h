// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/groupcomparison.h"
#include "core/data/cohort.h"
#include "core/enrichment/overrepresentation.h"
#include "core/enrichment/prerank.h"
#include "core/explain/shap.h"
#include "core/gan/ganoptions.h"
#include "core/metabolic/analysis/modelanalysis.h"
#include "core/metabolic/check/modelcheck.h"
#include "core/metabolic/cohort/cohortflux.h"
#include "core/metabolic/stress/stress.h"

#include <string>
#include <vector>

namespace pathgan {

/// Which samples are explained unless they are named.
enum class ExplainChoice {
    Auto,       ///< Stratified; FirstTen for a network of the preset Paper
    Stratified, ///< by lot, each value of a clinical column with its share
    FirstTen,   ///< of the cohort, in the order of its file: often one tissue only
    All
};

struct ExplainOptions
{
    /// By quadrature: 200 random draws miss the output of a real run by twice the largest mean |SHAP|.
    ShapOptions shap{.rule = ShapRule::Quadrature};
    std::vector<std::string> samples = {}; ///< empty: by choice
    ExplainChoice choice = ExplainChoice::Auto;
    int count = 50;            ///< Stratified: samples drawn; all where there are no more
    std::string strata = {};   ///< Stratified: clinical column; empty: the tissue, else the usual groups
    std::string reaction = {}; ///< empty: the mean of all outputs

    static const OptionTable &table();
    Result<void> check() const;
};

struct EnrichOptions
{
    int topGenes = 100; ///< query of the over-representation
    /// Rank by mean |SHAP| over what an untrained network of the same shape gives the gene, not by mean
    /// |SHAP|.
    bool relative = true;
    OraOptions ora;
    /// Mean |SHAP| is never negative: the bottom of its ranking is no other direction.
    GseaOptions gsea{.positiveOnly = true};

    static const OptionTable &table();
    Result<void> check() const;
};

struct GroupOptions
{
    std::string column = {}; ///< empty: radiation_therapy, else the first that fits
    /// Column for the same test inside each value; empty: the strongest confounder.
    std::string within = {};
    ComparisonOptions comparison = {};

    static const OptionTable &table();
    Result<void> check() const; ///< within may not be the column itself
};

/// How files are read: part of an input's identity.
struct InputOptions
{
    ReadRules reading;
    int interactionScore = 700; ///< lowest STRING combined score kept

    static const OptionTable &table();
};

/// Every choice of a whole analysis.
struct AnalysisOptions
{
    InputOptions inputs;
    CohortOptions cohort;
    FluxOptions flux;
    GanOptions gan = GanOptions::fromPreset(GanPreset::Recommended);
    ExplainOptions explain;
    EnrichOptions enrich;
    StressOptions stress;
    GroupOptions groups;
    /// Goes on where two inputs share less than a twentieth of their genes, see inputmatch.h.
    bool allowLowCoverage = false;

    static const OptionTable &table();
    /// The check() of every step's options; the key of the field stands first in the detail.
    Result<void> check() const;
};

} // namespace pathgan
