// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <cstddef>
#include <span>
#include <vector>

namespace pathgan {

/// Extremes of one running sum, fed hit by hit in list order.
/// In O(set size): after hit i at position x the sum is cum_i/W − (x − i)/(N − k).
class EnrichmentScore
{
public:
    /// total: Σ weights of the hits; 0 lets every hit count 1/k.
    EnrichmentScore(std::size_t listSize, std::size_t setSize, double total);

    void addHit(std::size_t position, double weight);
    /// Sum of largest magnitude; of equal magnitudes the one reached first. positiveOnly: the highest sum.
    double value(bool positiveOnly) const;
    /// Index in the list of value().
    std::size_t peak(bool positiveOnly) const { return takesHighest(positiveOnly) ? m_highAt : m_lowAt; }

private:
    bool takesHighest(bool positiveOnly) const;

    double m_scale = 0, m_miss = 0, m_sum = 0;
    bool m_equalWeights = false;
    std::size_t m_count = 0;
    double m_high = 0, m_low = 0; ///< the sum ends at 0
    std::size_t m_highAt, m_lowAt;
};

/// Significance of enrichment scores from one null, by set. Where nothing of the null is as extreme, p, q and
/// fwer are 0, and the least values that it could have given stand in the bounds.
struct Significance
{
    std::vector<double> nes, p, q, fwer;
    std::vector<bool> pIsBound;                    ///< none of the null was as extreme
    std::vector<double> leastP, leastQ, leastFwer; ///< 1/n of what p, q, fwer count, q's over its other share
};

/// GSEApy's conventions (its Rust engine): NES by the mean of the same-signed null (≥ 0 counts as positive),
/// p the share of the same-signed null at least as extreme, q pooled over all sets and permutations without a
/// monotone step, FWER by the best NES of each permutation. null: sets × permutations.
Significance significanceFromNull(std::span<const double> es, const MatrixD &null);

} // namespace pathgan
