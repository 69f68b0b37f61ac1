// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/bottleneck.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace pathgan {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double none = BottleneckHead::noLimit;
constexpr double leastWeight = 37; ///< exp(−37) is below the precision of a sum of weights
constexpr double leastTold = 0.01; ///< weight of a tumour, elasticity of a bound
constexpr Index blockRows = 8;

using Block = Eigen::Array<double, blockRows, 1>;

/// Σ w log10 V, w ∝ (V / least)^−sharpness; values that are `none` have no weight. NaN of nothing. The
/// weights (sum 1) replace the values when asked.
double softMinimum(std::vector<double> &values, double sharpness, bool keepWeights)
{
    const double least = values.empty() ? none : *std::min_element(values.begin(), values.end());
    if (least == none)
        return unknown;
    const double cutoff = least * std::exp(leastWeight / sharpness);
    double sum = 0, logs = 0;
    for (double &value : values) {
        double weight = 0;
        if (value <= cutoff && value < none) {
            const double log = std::log(value / least);
            weight = std::exp(-sharpness * log);
            sum += weight;
            logs += weight * log;
        }
        if (keepWeights)
            value = weight;
    }
    if (keepWeights)
        for (double &value : values)
            value /= sum;
    return std::log10(least) + logs / sum * std::log10(std::exp(1.0));
}

double clamped(double value)
{
    return std::max(value, BottleneckHead::leastCapacity);
}

} // namespace

BottleneckHead::Solution BottleneckHead::stored(int sample, const DualSolution &solution)
{
    const std::size_t begin = m_terms.size();
    m_terms.insert(m_terms.end(), solution.terms.begin(), solution.terms.end());
    return {sample, begin, m_terms.size(), solution.growthDual};
}

BottleneckHead::BottleneckHead(BottleneckRecord record) : m_record(std::move(record))
{
    const CapacityDuals &duals = m_record.duals;
    const std::size_t reactions = m_record.networkShare.size();
    for (std::size_t sample = 0; sample < duals.growth.size(); ++sample)
        if (duals.growth[sample].isProven())
            m_growth.push_back(stored(static_cast<int>(sample), duals.growth[sample]));
    m_solutions.resize(reactions);
    for (std::size_t reaction = 0; reaction < reactions && !m_growth.empty(); ++reaction)
        for (std::size_t sample = 0; sample < duals.growth.size(); ++sample)
            if (duals.of(sample, reaction).isProven())
                m_solutions[reaction].push_back(stored(static_cast<int>(sample), duals.of(sample, reaction)));
    m_limits = m_record.limits;
}

double BottleneckHead::sumOf(const Solution &solution, const VectorD &bounds) const
{
    double sum = 0;
    for (std::size_t i = solution.begin; i < solution.end; ++i)
        sum += m_terms[i].dual * bounds[m_terms[i].bound];
    return sum;
}

BottleneckHead::Point BottleneckHead::pointAt(const MatrixF &expression, Index row) const
{
    Point point;
    point.expression.resize(static_cast<Index>(m_record.genes.size()));
    for (std::size_t i = 0; i < m_record.genes.size(); ++i) {
        const int gene = m_record.genes[i];
        point.expression[static_cast<Index>(i)] =
            gene < 0 ? unknown : static_cast<double>(expression(row, gene));
    }
    point.bounds = boundsAt(m_record.duals, point.expression);
    return point;
}

/// Up to blockRows samples side by side: the same sums in the same order for each.
struct BottleneckHead::Lanes
{
    std::vector<Block> bounds; ///< by bound
    std::vector<int> leftOut;  ///< by lane
    Index rows = 0;

    Block sum(const std::vector<DualTerm> &terms, const Solution &solution) const
    {
        Block out = Block::Zero();
        for (std::size_t i = solution.begin; i < solution.end; ++i)
            out += terms[i].dual * bounds[static_cast<std::size_t>(terms[i].bound)];
        return out;
    }
    void leaveOut(int sample, Block &values) const
    {
        for (Index lane = 0; lane < rows; ++lane)
            if (leftOut[static_cast<std::size_t>(lane)] == sample)
                values[lane] = none;
    }
};

void BottleneckHead::predictBlock(const MatrixF &expression, Index begin, const std::vector<int> &leftOut,
                                  MatrixD &out) const
{
    Lanes lanes;
    lanes.rows = std::min(blockRows, expression.rows() - begin);
    lanes.bounds.assign(m_record.duals.bounds.size(), Block::Zero());
    lanes.leftOut.assign(blockRows, -1);
    for (Index lane = 0; lane < lanes.rows; ++lane) {
        const VectorD bounds = pointAt(expression, begin + lane).bounds;
        for (Index i = 0; i < bounds.size(); ++i)
            lanes.bounds[static_cast<std::size_t>(i)][lane] = bounds[i];
        if (!leftOut.empty())
            lanes.leftOut[static_cast<std::size_t>(lane)] = leftOut[static_cast<std::size_t>(begin + lane)];
    }
    Block growth = Block::Constant(none);
    for (const Solution &solution : m_growth) {
        Block value = lanes.sum(m_terms, solution);
        lanes.leaveOut(solution.sample, value);
        growth = growth.min(value);
    }
    growth = (growth == none).select(0.0, growth.max(0.0) * m_record.duals.growthFraction);
    std::array<std::vector<double>, blockRows> values;
    for (std::size_t reaction = 0; reaction < m_solutions.size(); ++reaction) {
        for (auto &ofLane : values)
            ofLane.clear();
        for (const Solution &solution : m_solutions[reaction]) {
            Block value = lanes.sum(m_terms, solution);
            if (solution.growthDual != 0)
                value += solution.growthDual * growth;
            value = value.max(leastCapacity);
            lanes.leaveOut(solution.sample, value);
            for (Index lane = 0; lane < lanes.rows; ++lane)
                values[static_cast<std::size_t>(lane)].push_back(value[lane]);
        }
        for (Index lane = 0; lane < lanes.rows; ++lane)
            out(begin + lane, static_cast<Index>(reaction)) = std::pow(
                10.0, softMinimum(values[static_cast<std::size_t>(lane)], m_record.sharpness, false));
    }
}

MatrixD BottleneckHead::predict(const MatrixF &expression, const std::vector<int> &leftOut) const
{
    MatrixD out(expression.rows(), static_cast<Index>(m_solutions.size()));
    const auto blocks = static_cast<std::size_t>((expression.rows() + blockRows - 1) / blockRows);
    parallelEach(blocks, threadCount(0), [&](std::size_t block, unsigned) {
        predictBlock(expression, static_cast<Index>(block) * blockRows, leftOut, out);
    });
    return out;
}

MatrixD BottleneckHead::limits(const MatrixF &expression) const
{
    MatrixD out = MatrixD::Constant(expression.rows(), static_cast<Index>(m_limits.size()), noLimit);
    for (Index row = 0; row < out.rows(); ++row) {
        const VectorD bounds = pointAt(expression, row).bounds;
        for (std::size_t reaction = 0; reaction < m_limits.size(); ++reaction)
            if (m_limits[reaction] >= 0)
                out(row, static_cast<Index>(reaction)) = std::max(bounds[m_limits[reaction]], 0.0);
    }
    return out;
}

std::vector<double> BottleneckHead::valuesAt(const VectorD &bounds, std::size_t reaction,
                                             const Solution *&growth, int leftOut) const
{
    double least = none;
    for (const Solution &solution : m_growth)
        if (const double value = sumOf(solution, bounds); value < least && solution.sample != leftOut) {
            least = value;
            growth = &solution;
        }
    if (!(least > 0) || least == none) // without growth it is a looser upper bound: growthDual ≤ 0
        growth = nullptr;
    const double kept = growth ? m_record.duals.growthFraction * least : 0;
    std::vector<double> values;
    for (const Solution &solution : m_solutions[reaction]) {
        double value = sumOf(solution, bounds);
        if (solution.growthDual != 0)
            value += solution.growthDual * kept;
        values.push_back(solution.sample == leftOut ? none : clamped(value));
    }
    return values;
}

MatrixD BottleneckHead::weights(std::size_t reaction, const MatrixF &expression) const
{
    MatrixD out = MatrixD::Zero(expression.rows(), static_cast<Index>(m_record.samples.size()));
    for (Index row = 0; row < out.rows(); ++row) {
        const Solution *growth = nullptr;
        std::vector<double> values = valuesAt(pointAt(expression, row).bounds, reaction, growth);
        softMinimum(values, m_record.sharpness, true);
        for (std::size_t i = 0; i < values.size(); ++i)
            out(row, m_solutions[reaction][i].sample) = values[i];
    }
    return out;
}

double BottleneckHead::logValue(const Point &point, std::size_t reaction, double factor,
                                VectorD *slopes) const
{
    const Solution *growth = nullptr;
    const std::vector<double> values = valuesAt(point.bounds, reaction, growth);
    std::vector<double> weights = values;
    const double result = softMinimum(weights, m_record.sharpness, true);
    if (!slopes)
        return result;
    double byGrowth = 0; // d log10 y / d growth · factor
    for (std::size_t n = 0; n < values.size(); ++n) {
        if (weights[n] == 0 || values[n] <= leastCapacity)
            continue;
        // The weights move, too: d(Σ w L) = Σ w (1 − sharpness · (L − Σ w L)) dL.
        const double above = std::log(values[n]) - result * std::log(10.0);
        const double slope =
            factor * weights[n] * (1 - m_record.sharpness * above) / (values[n] * std::log(10.0));
        const Solution &solution = m_solutions[reaction][n];
        for (std::size_t i = solution.begin; i < solution.end; ++i)
            (*slopes)[m_terms[i].bound] += slope * m_terms[i].dual;
        byGrowth += slope * solution.growthDual * m_record.duals.growthFraction;
    }
    if (growth)
        for (std::size_t i = growth->begin; i < growth->end; ++i)
            (*slopes)[m_terms[i].bound] += byGrowth * m_terms[i].dual;
    return result;
}

void BottleneckHead::addGeneGradient(const Point &point, const VectorD &slopes, MatrixF &gradient,
                                     Index row) const
{
    const CapacityDuals &duals = m_record.duals;
    const VectorD scores = geneScores(duals, point.expression);
    for (Index i = 0; i < slopes.size(); ++i) {
        if (slopes[i] == 0)
            continue;
        for (const Sensitivity &share :
             expressionShares(duals, duals.bounds[static_cast<std::size_t>(i)], scores)) {
            const int gene = m_record.genes[static_cast<std::size_t>(share.index)];
            const double score = scores[share.index];
            const double steepness = duals.logScores ? 1 / score : std::log(2.0) * (score + 1) / score;
            if (gene >= 0 && score > 0)
                gradient(row, gene) +=
                    static_cast<float>(slopes[i] * point.bounds[i] * share.value * steepness);
        }
    }
}

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
    std::vector<double> weights = values;
    if (std::isnan(softMinimum(weights, m_record.sharpness, true)))
        return found;
    // The elasticities of the mean of the solutions that count: what holds back, not how the weights move.
    VectorD elasticities = VectorD::Zero(point.bounds.size());
    double byGrowth = 0;
    for (std::size_t n = 0; n < values.size(); ++n) {
        const double weight = weights[n];
        if (weight < leastTold)
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
        if (std::abs(elasticities[i]) < leastTold)
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
