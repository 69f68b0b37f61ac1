// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/bottleneck.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace pathgan {

namespace {

constexpr double leastWeight = 0.01; ///< of a tumour, to be told
constexpr double leastElasticity = 0.01;

} // namespace

std::vector<int> BottleneckHead::trainingSamples(const std::vector<std::string> &names) const
{
    std::unordered_map<std::string, int> trained;
    for (std::size_t i = 0; i < m_record.samples.size(); ++i)
        trained.emplace(m_record.samples[i], static_cast<int>(i));
    std::vector<int> found;
    for (const std::string &name : names) {
        const auto at = trained.find(name);
        found.push_back(at == trained.end() ? -1 : at->second);
    }
    return found;
}

SampleBottleneck BottleneckHead::bottleneckAt(const Point &point, std::size_t reaction, int leftOut) const
{
    SampleBottleneck found;
    const Solution *growth = nullptr;
    const std::vector<double> values = valuesAt(point.bounds, reaction, growth, leftOut);
    const double least = values.empty() ? noLimit : *std::min_element(values.begin(), values.end());
    if (least == noLimit)
        return found;
    double sum = 0;
    std::vector<double> weights;
    for (const double value : values) {
        weights.push_back(value == noLimit ? 0 : std::pow(value / least, -m_record.sharpness));
        sum += weights.back();
    }
    // The elasticities of the mean of the solutions that count: what holds back, not how the weights move.
    VectorD elasticities = VectorD::Zero(point.bounds.size());
    double byGrowth = 0;
    for (std::size_t n = 0; n < values.size(); ++n) {
        const double weight = weights[n] / sum;
        if (weight < leastWeight)
            continue;
        const Solution &solution = m_solutions[reaction][n];
        found.tumours.push_back({solution.sample, weight});
        for (std::size_t i = solution.begin; i < solution.end; ++i)
            elasticities[m_terms[i].bound] +=
                weight * m_terms[i].dual * point.bounds[m_terms[i].bound] / values[n];
        byGrowth += weight * solution.growthDual * m_record.duals.growthFraction / values[n];
    }
    if (growth)
        for (std::size_t i = growth->begin; i < growth->end; ++i)
            elasticities[m_terms[i].bound] += byGrowth * m_terms[i].dual * point.bounds[m_terms[i].bound];
    const VectorD scores = geneScores(m_record.duals, point.expression);
    for (Index i = 0; i < elasticities.size(); ++i) {
        if (std::abs(elasticities[i]) < leastElasticity)
            continue;
        const auto shares =
            expressionShares(m_record.duals, m_record.duals.bounds[static_cast<std::size_t>(i)], scores);
        found.limits.push_back(
            {static_cast<int>(i), elasticities[i], shares.empty() ? -1 : shares.front().index});
    }
    std::stable_sort(found.tumours.begin(), found.tumours.end(),
                     [](const auto &a, const auto &b) { return a.weight > b.weight; });
    std::stable_sort(found.limits.begin(), found.limits.end(), [](const auto &a, const auto &b) {
        return std::abs(a.elasticity) > std::abs(b.elasticity);
    });
    return found;
}

} // namespace pathgan
