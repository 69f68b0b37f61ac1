// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optiontable.h"
#include "core/base/tablewriter.h"
#include "core/data/genesets.h"

#include <string>
#include <vector>

namespace pathgan {

enum class OddsRatio {
    Haldane, ///< 0.5 added to each cell (GSEApy ≥ 1.1.1)
    Enrichr, ///< k·(N−m−n+k) / max((m−k)(n−k), 1)
};

struct OraOptions
{
    /// Network: the genes that the explained network reads in pathways.
    enum class Background { Network, Measured, Library, Given, Size };
    Background background = Background::Network;
    std::size_t size = 20'000; ///< Size: its size only
    OddsRatio oddsRatio = OddsRatio::Haldane;

    static const OptionTable &table();
    Result<void> check() const;
};

struct OraRow
{
    std::string term;
    std::size_t overlap = 0, setSize = 0;
    double p = 1, adjustedP = 1, oddsRatio = 0, combinedScore = 0; ///< −ln p × odds ratio
    double logP = 0;                                               ///< ln p, finite also where p is a bound
    bool isBound = false;           ///< p is smaller than leastP (adjustment.h), which stands there
    std::vector<std::string> genes; ///< the overlap, sorted, in the set's spelling
};

/// Rows sorted by p (ln p), then term; only sets with an overlap (GSEApy `enrich`).
struct OraRun
{
    OraOptions options;
    std::string library;
    std::vector<std::string> query; ///< genes asked for
    std::string ranking;            ///< what they lead, e.g. "mean |SHAP value|"; empty: given
    std::size_t queryInBackground = 0, backgroundSize = 0;
    std::vector<OraRow> rows;

    Table table() const; ///< GSEApy's headers, behind them whether p is a bound
};

/// background: the genes of Network, Measured and Given, else not used. Genes are matched without regard to
/// case. setSize: genes of the set in the background. NoOverlap: no gene of the query is in the background.
Result<OraRun> overRepresentation(const std::vector<std::string> &query, const GeneSetCollection &sets,
                                  const OraOptions &options, const std::vector<std::string> &background = {});

} // namespace pathgan
