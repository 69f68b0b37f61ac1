// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

namespace pathgan {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Doubles as integers in the same order.
std::int64_t orderedBits(double value)
{
    const auto bits = std::bit_cast<std::int64_t>(value);
    return bits >= 0 ? bits : std::numeric_limits<std::int64_t>::min() - bits;
}

double fromOrderedBits(std::int64_t ordered)
{
    return std::bit_cast<double>(ordered >= 0 ? ordered : std::numeric_limits<std::int64_t>::min() - ordered);
}

/// The k-th (from 0) smallest a[i] − b[j], both ascending: bisection over all doubles, without the table of
/// differences.
double kthDifference(std::span<const double> a, std::span<const double> b, std::size_t k)
{
    const auto countAtMost = [&](double limit) {
        std::size_t count = 0;
        std::size_t j = b.size();
        // The larger a is, the fewer b are small enough to leave a − b at most limit.
        for (std::size_t i = a.size(); i-- > 0;) {
            while (j > 0 && a[i] - b[j - 1] <= limit)
                --j;
            count += b.size() - j;
        }
        return count;
    };
    std::int64_t low = orderedBits(a.front() - b.back());
    std::int64_t high = orderedBits(a.back() - b.front());
    while (low < high) {
        const std::int64_t middle = std::midpoint(low, high);
        const std::int64_t probe = middle < high ? middle : low;
        if (countAtMost(fromOrderedBits(probe)) > k)
            high = probe;
        else
            low = probe + 1;
    }
    return fromOrderedBits(low);
}

} // namespace

double cliffsDelta(std::span<const double> a, std::span<const double> b)
{
    if (a.empty() || b.empty())
        return nan;
    const double pairs = static_cast<double>(a.size()) * static_cast<double>(b.size());
    return 2 * mannWhitney(a, b).statistic / pairs - 1;
}

double hodgesLehmann(std::span<const double> a, std::span<const double> b)
{
    if (a.empty() || b.empty())
        return nan;
    std::vector<double> first(a.begin(), a.end());
    std::vector<double> second(b.begin(), b.end());
    std::sort(first.begin(), first.end());
    std::sort(second.begin(), second.end());
    const std::size_t pairs = first.size() * second.size();
    const double upper = kthDifference(first, second, pairs / 2);
    return pairs % 2 == 1 ? upper : (kthDifference(first, second, pairs / 2 - 1) + upper) / 2;
}

double cramersV(std::span<const int> a, std::span<const int> b)
{
    assert(a.size() == b.size());
    std::map<int, double> rows;
    std::map<int, double> columns;
    std::map<std::pair<int, int>, double> cells;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ++rows[a[i]];
        ++columns[b[i]];
        ++cells[{a[i], b[i]}];
    }
    const std::size_t smaller = std::min(rows.size(), columns.size());
    if (smaller < 2)
        return 0;
    // χ²/n = Σ O²/(R·C) − 1
    double sum = -1;
    for (const auto &[cell, count] : cells)
        sum += count * count / (rows[cell.first] * columns[cell.second]);
    return std::sqrt(std::clamp(sum / static_cast<double>(smaller - 1), 0.0, 1.0));
}

} // namespace pathgan
