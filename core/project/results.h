// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/enrichment/overrepresentation.h"
#include "core/enrichment/prerank.h"
#include "core/metabolic/analysis/modelanalysis.h"
#include "core/metabolic/stress/feasibility.h"
#include "core/metabolic/stress/paperstress.h"
#include "core/metabolic/stress/stress.h"
#include "core/project/artifact.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace pathgan {

// Results of steps that are made of several runs.

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
    std::vector<std::vector<InputKey>> inputs; ///< that each run used; empty where nothing is known of it
};

} // namespace pathgan
