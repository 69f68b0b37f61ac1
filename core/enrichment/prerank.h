// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optiontable.h"
#include "core/base/tablewriter.h"
#include "core/base/task.h"
#include "core/data/genesets.h"

#include <cstdint>
#include <string>
#include <vector>

namespace pathgan {

struct GseaOptions
{
    static constexpr int mostPermutations = 1'000'000, largestSize = 1'000'000;
    /// Random scores kept at once, sets × permutations; some 24 bytes each.
    static constexpr std::size_t mostScores = 100'000'000;

    int permutations = 1000; ///< 1 to mostPermutations; fewer where sets × permutations pass mostScores
    int minimumSize = 15, maximumSize = 500; ///< 1 to largestSize
    double weight = 1;
    std::uint64_t seed = 123;
    bool positiveOnly =
        false; ///< a metric that is never negative (mean |SHAP|): ES is the highest running sum
    unsigned threads = 0;

    static const OptionTable &table();
    Result<void> check() const;
};

/// Genes with a metric, descending; ties by name; duplicates keep the largest |metric|. Infinite scores stay
/// at their end of the list, before all finite ones; there they stand for the nearest finite score and weigh
/// as much, as in GSEApy (±1 where none is finite). Missing scores (NaN) are dropped.
struct RankedList
{
    std::vector<std::string> genes;
    std::vector<double> metric;   ///< finite
    double tiedShare = 0;         ///< of genes that share their score with another
    std::size_t tied = 0;         ///< such genes
    std::size_t duplicates = 0;   ///< dropped
    std::size_t missing = 0;      ///< dropped: NaN
    std::size_t infiniteHigh = 0; ///< genes of score +∞
    std::size_t infiniteLow = 0;  ///< genes of score −∞

    /// No score is below 0 and one is above: a two-sided score would ask what the bottom of such a list
    /// cannot answer.
    bool isOneSided() const;
};
/// Both of equal length. Names that differ in case only are duplicates.
RankedList rankGenes(const std::vector<std::string> &genes, const std::vector<double> &metric);

struct GseaRow
{
    std::string term;
    std::size_t size = 0;
    double es = 0, nes = 0, p = 1, q = 1, fwer = 1, adjustedP = 1; ///< adjustedP: BH of p
    /// None of the null was as extreme: p, q or fwer is less than the value, 1/n of the null that it counts.
    bool pIsBound = false, qIsBound = false, fwerIsBound = false;
    std::vector<std::string> leadingEdge; ///< in list order from its end of the list
    std::size_t peak = 0;                 ///< index of the extreme running sum
    std::vector<std::size_t> hits;        ///< indices into the list, ascending
};

struct GseaRun
{
    GseaOptions options;
    std::string library;
    std::string metric; ///< of the list, e.g. "mean |SHAP value|"; empty: given
    RankedList list;
    std::vector<GseaRow> rows;              ///< by |NES|, descending
    std::size_t tooSmall = 0, tooLarge = 0; ///< sets left out by their genes in the list

    Table table() const; ///< GSEApy's prerank headers, behind them which values are bounds
};

/// Subramanian et al. 2005, preranked; gene permutations shared by all sets, as GSEApy. Genes are matched
/// without regard to case. The result does not depend on the number of threads. NoOverlap: no set is left;
/// InvalidOption: more random scores than fit (GseaOptions::mostScores).
Result<GseaRun> prerank(const RankedList &list, const GeneSetCollection &sets, const GseaOptions &options,
                        const TaskContext &context = {});
/// Running enrichment score at each position of the list.
std::vector<double> runningScore(const RankedList &list, const std::vector<std::size_t> &hits, double weight);

} // namespace pathgan
