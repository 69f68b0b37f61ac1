// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pathgan {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Ranks of several samples put together.
struct PooledRanks
{
    std::vector<double> sums; ///< by group
    double tieTerm = 0;       ///< Σ(t³ − t) over tied blocks
    double count = 0;
};

PooledRanks pooledRanks(const std::vector<std::span<const double>> &groups)
{
    std::vector<double> pooled;
    for (const auto &group : groups)
        pooled.insert(pooled.end(), group.begin(), group.end());
    const std::vector<double> ranks = midRanks(pooled);

    PooledRanks result;
    result.count = static_cast<double>(pooled.size());
    auto rank = ranks.begin();
    for (const auto &group : groups) {
        double sum = 0;
        for (std::size_t i = 0; i < group.size(); ++i)
            sum += *rank++;
        result.sums.push_back(sum);
    }
    std::sort(pooled.begin(), pooled.end());
    for (auto begin = pooled.begin(); begin != pooled.end();) {
        const auto end = std::upper_bound(begin, pooled.end(), *begin);
        const auto ties = static_cast<double>(end - begin);
        result.tieTerm += ties * ties * ties - ties;
        begin = end;
    }
    return result;
}

std::vector<std::span<const double>> spansOf(const std::vector<std::vector<double>> &groups)
{
    return {groups.begin(), groups.end()};
}

/// P(U ≤ u) without ties, u ≤ n1·n2/2: coefficients of the Gaussian binomial (n1+n2 over n1), built factor by
/// factor as (1 − q^(large+i))/(1 − q^i).
double exactLowerTail(std::size_t n1, std::size_t n2, std::size_t u)
{
    const std::size_t small = std::min(n1, n2);
    const std::size_t large = std::max(n1, n2);
    std::vector<double> ways(u + 1, 0.0);
    ways[0] = 1;
    double total = 1;
    for (std::size_t i = 1; i <= small; ++i) {
        for (std::size_t j = u + 1; j-- > large + i;)
            ways[j] -= ways[j - large - i];
        for (std::size_t j = i; j <= u; ++j)
            ways[j] += ways[j - i];
        total *= static_cast<double>(large + i) / static_cast<double>(i);
    }
    double sum = 0;
    for (const double count : ways)
        sum += count;
    return sum / total;
}

/// P(U ≥ u) without ties.
double exactUpperTail(std::size_t n1, std::size_t n2, double u)
{
    const auto mirrored = static_cast<std::size_t>(static_cast<double>(n1 * n2) - u);
    if (2 * mirrored <= n1 * n2)
        return exactLowerTail(n1, n2, mirrored);
    if (mirrored >= n1 * n2)
        return 1; // P(U ≥ 0)
    return 1 - exactLowerTail(n1, n2, n1 * n2 - mirrored - 1);
}

} // namespace

TestResult mannWhitney(std::span<const double> a, std::span<const double> b, Alternative alternative)
{
    if (a.empty() || b.empty())
        return {nan, nan, false};
    const PooledRanks pooled = pooledRanks({a, b});
    const auto n1 = static_cast<double>(a.size());
    const auto n2 = static_cast<double>(b.size());
    const double u1 = pooled.sums[0] - n1 * (n1 + 1) / 2;
    const double u2 = n1 * n2 - u1;
    const bool twoSided = alternative == Alternative::TwoSided;
    const double extreme = twoSided ? std::max(u1, u2) : alternative == Alternative::Greater ? u1 : u2;
    TestResult result{u1, 1, false};
    if (std::min(a.size(), b.size()) <= 8 && pooled.tieTerm == 0) {
        result.exact = true;
        result.p = exactUpperTail(a.size(), b.size(), extreme);
    } else {
        const double n = pooled.count;
        const double variance = n1 * n2 / 12 * (n + 1 - pooled.tieTerm / (n * (n - 1)));
        if (variance > 1e-12 * n1 * n2 * n)
            result.p = normalSf((extreme - n1 * n2 / 2 - 0.5) / std::sqrt(variance));
    }
    if (twoSided)
        result.p = std::min(1.0, 2 * result.p);
    return result;
}

TestResult kruskalWallis(const std::vector<std::vector<double>> &groups)
{
    const PooledRanks pooled = pooledRanks(spansOf(groups));
    const double n = pooled.count;
    double sum = 0;
    int used = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].empty())
            continue;
        ++used;
        sum += pooled.sums[i] * pooled.sums[i] / static_cast<double>(groups[i].size());
    }
    const double ties = n * n * n - n - pooled.tieTerm;
    if (used < 2 || ties <= 0)
        return {nan, nan, false};
    const double h = (12 / (n * (n + 1)) * sum - 3 * (n + 1)) / (ties / (n * n * n - n));
    return {h, chiSquaredSf(h, used - 1), false};
}

std::vector<TestResult> dunn(const std::vector<std::vector<double>> &groups)
{
    const PooledRanks pooled = pooledRanks(spansOf(groups));
    const double n = pooled.count;
    const double variance = n * (n + 1) / 12 - pooled.tieTerm / (12 * (n - 1));
    std::vector<TestResult> results;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        for (std::size_t j = i + 1; j < groups.size(); ++j) {
            const auto ni = static_cast<double>(groups[i].size());
            const auto nj = static_cast<double>(groups[j].size());
            TestResult result{nan, nan, false};
            if (ni > 0 && nj > 0 && variance > 1e-12 * n * n) {
                result.statistic =
                    (pooled.sums[i] / ni - pooled.sums[j] / nj) / std::sqrt(variance * (1 / ni + 1 / nj));
                result.p = 2 * normalSf(std::abs(result.statistic));
            }
            results.push_back(result);
        }
    }
    return results;
}

} // namespace pathgan
