// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/enrichment/enrichmentscore.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace pathgan {

EnrichmentScore::EnrichmentScore(std::size_t listSize, std::size_t setSize, double total)
    : m_scale(1 / (total > 0 ? total : static_cast<double>(setSize))),
      m_miss(1 / static_cast<double>(listSize - setSize)), m_equalWeights(!(total > 0)),
      m_highAt(listSize - 1), m_lowAt(listSize - 1)
{
    assert(setSize > 0 && setSize < listSize);
}

void EnrichmentScore::addHit(std::size_t position, double weight)
{
    const double misses = static_cast<double>(position - m_count) * m_miss;
    const double before = m_sum * m_scale - misses;
    m_sum += m_equalWeights ? 1 : weight;
    const double after = m_sum * m_scale - misses;
    // A low lies on the miss before the hit; at the top of the list there is none.
    if (position > 0 && before < m_low) {
        m_low = before;
        m_lowAt = position - 1;
    }
    if (after > m_high) {
        m_high = after;
        m_highAt = position;
    }
    ++m_count;
}

bool EnrichmentScore::takesHighest(bool positiveOnly) const
{
    constexpr double rounding = 1e-12;
    if (positiveOnly)
        return true;
    const double difference = m_high + m_low;
    return std::abs(difference) > rounding ? difference > 0 : m_highAt < m_lowAt;
}

double EnrichmentScore::value(bool positiveOnly) const
{
    return takesHighest(positiveOnly) ? m_high : m_low;
}

namespace {

/// Null scores of one set, split by sign.
struct NullSummary
{
    double positiveMean = 0, negativeMean = 0; ///< the latter as a magnitude
    std::size_t positives = 0, negatives = 0;
};

NullSummary summaryOf(std::span<const double> null, double es)
{
    NullSummary summary;
    for (const double score : null) {
        (score >= 0 ? summary.positiveMean : summary.negativeMean) += std::abs(score);
        ++(score >= 0 ? summary.positives : summary.negatives);
    }
    const auto mean = [es](double sum, std::size_t count) {
        return count > 0 ? sum / static_cast<double>(count) : std::abs(es);
    };
    summary.positiveMean = mean(summary.positiveMean, summary.positives);
    summary.negativeMean = mean(summary.negativeMean, summary.negatives);
    return summary;
}

double normalised(double es, const NullSummary &summary)
{
    const double scale = es >= 0 ? summary.positiveMean : summary.negativeMean;
    return scale > 0 ? es / scale : 0;
}

/// Ascending scores with counts of those beyond a limit, on the limit's side of 0.
class Pool
{
public:
    explicit Pool(std::vector<double> scores) : m_scores(std::move(scores))
    {
        std::sort(m_scores.begin(), m_scores.end());
        m_negatives = countBelow(0);
    }

    /// Share of the scores with the limit's sign that are at least as extreme.
    double extremeShare(double limit) const
    {
        if (limit >= 0)
            return share(m_scores.size() - countBelow(limit), ofSign(limit));
        const auto end = std::upper_bound(m_scores.begin(), m_scores.end(), limit);
        return share(static_cast<std::size_t>(end - m_scores.begin()), ofSign(limit));
    }
    std::size_t ofSign(double limit) const
    {
        return limit >= 0 ? m_scores.size() - m_negatives : m_negatives;
    }
    static double share(std::size_t count, std::size_t all)
    {
        return static_cast<double>(count) / static_cast<double>(std::max<std::size_t>(all, 1));
    }

private:
    std::size_t countBelow(double limit) const
    {
        return static_cast<std::size_t>(std::lower_bound(m_scores.begin(), m_scores.end(), limit) -
                                        m_scores.begin());
    }

    std::vector<double> m_scores;
    std::size_t m_negatives = 0;
};

/// Best score of each permutation on each side (0 where there is none), ascending.
struct Extremes
{
    std::vector<double> highest, lowest;
};

Extremes extremesOf(const MatrixD &normalisedNull)
{
    Extremes extremes;
    for (Index column = 0; column < normalisedNull.cols(); ++column) {
        extremes.highest.push_back(std::max(normalisedNull.col(column).maxCoeff(), 0.0));
        extremes.lowest.push_back(std::min(normalisedNull.col(column).minCoeff(), 0.0));
    }
    return extremes;
}

/// Permutations that the family-wise rate of a NES counts. On the lower side only those with a negative
/// score, as GSEApy has it.
std::size_t familySize(const Extremes &extremes, double nes)
{
    if (nes >= 0)
        return extremes.highest.size();
    return static_cast<std::size_t>(std::count_if(extremes.lowest.begin(), extremes.lowest.end(),
                                                  [](double score) { return score < 0; }));
}

double familyWise(const Extremes &extremes, double nes)
{
    const std::size_t all = familySize(extremes, nes);
    if (all == 0)
        return 1;
    const auto &side = nes >= 0 ? extremes.highest : extremes.lowest;
    // Strict on the lower side, as GSEApy has it.
    const auto extreme = std::count_if(side.begin(), side.end(),
                                       [nes](double score) { return nes >= 0 ? score >= nes : score < nes; });
    return Pool::share(static_cast<std::size_t>(extreme), all);
}

} // namespace

Significance significanceFromNull(std::span<const double> es, const MatrixD &null)
{
    assert(static_cast<Index>(es.size()) == null.rows());
    Significance result;
    if (es.empty())
        return result;
    MatrixD normalisedNull(null.rows(), null.cols());
    for (std::size_t set = 0; set < es.size(); ++set) {
        const auto row = static_cast<Index>(set);
        const std::span<const double> scores(null.row(row).data(), static_cast<std::size_t>(null.cols()));
        const NullSummary summary = summaryOf(scores, es[set]);
        for (Index column = 0; column < null.cols(); ++column)
            normalisedNull(row, column) = normalised(null(row, column), summary);
        result.nes.push_back(normalised(es[set], summary));

        const bool positive = es[set] >= 0;
        const std::size_t sameSign = positive ? summary.positives : summary.negatives;
        const auto extreme = std::count_if(scores.begin(), scores.end(), [&](double score) {
            return positive ? score >= es[set] : score <= es[set];
        });
        result.p.push_back(sameSign > 0 ? static_cast<double>(extreme) / static_cast<double>(sameSign) : 1);
        result.pIsBound.push_back(extreme == 0 && sameSign > 0);
        result.leastP.push_back(Pool::share(1, sameSign));
    }
    const Pool observed(result.nes);
    const Pool pooledNull({normalisedNull.data(), normalisedNull.data() + normalisedNull.size()});
    const Extremes extremes = extremesOf(normalisedNull);
    for (const double nes : result.nes) {
        const double share = observed.extremeShare(nes);
        result.q.push_back(share > 0 ? std::clamp(pooledNull.extremeShare(nes) / share, 0.0, 1.0) : 1);
        result.leastQ.push_back(share > 0 ? std::min(Pool::share(1, pooledNull.ofSign(nes)) / share, 1.0)
                                          : 1);
        result.fwer.push_back(familyWise(extremes, nes));
        result.leastFwer.push_back(Pool::share(1, familySize(extremes, nes)));
    }
    return result;
}

} // namespace pathgan
