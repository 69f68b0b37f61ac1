#pragma once

#include "core/base/tablewriter.h"
#include "core/base/task.h"
#include "core/data/genesets.h"

#include <cstdint>
#include <string>
#include <vector>

namespace pathgan {

struct GseaOptions
{
    int permutations = 1000;
    int minimumSize = 15, maximumSize = 500;
    double weight = 1;
    std::uint64_t seed = 123;
    bool positiveOnly =
        false; ///< a metric that is never negative (mean |SHAP|): ES is the highest running sum
    unsigned threads = 0;

    Result<void> check() const;
};

/// Genes with a metric, descending; ties by name; duplicates keep the largest |metric|.
struct RankedList
{
    std::vector<std::string> genes;
    std::vector<double> metric;
    double tiedShare = 0;       ///< of genes that share their metric with another
    std::size_t duplicates = 0; ///< dropped
    std::size_t notFinite = 0;  ///< dropped: NaN or infinite
};
/// Both of equal length. Names that differ in case only are duplicates.
RankedList rankGenes(const std::vector<std::string> &genes, const std::vector<double> &metric);
/// The list of readRankFile (core/enrichment/rankfile.h), its columns recognised.
Result<RankedList> readRanks(const std::filesystem::path &path, ReadReport &report);

struct GseaRow
{
    std::string term;
    std::size_t size = 0;
    double es = 0, nes = 0, p = 1, q = 1, fwer = 1, adjustedP = 1; ///< adjustedP: BH of p
    bool pIsBound = false;                ///< none of the null was as extreme: p < 1/n
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

    Table table() const; ///< GSEApy's prerank headers
};

/// Subramanian et al. 2005, preranked; gene permutations shared by all sets, as GSEApy. Genes are matched
/// without regard to case. The result does not depend on the number of threads. NoOverlap: no set is left.
Result<GseaRun> prerank(const RankedList &list, const GeneSetCollection &sets, const GseaOptions &options,
                        const TaskContext &context = {});
/// Running enrichment score at each position of the list.
std::vector<double> runningScore(const RankedList &list, const std::vector<std::size_t> &hits, double weight);

} // namespace pathgan
