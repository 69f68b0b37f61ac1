// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"

#include "core/base/constant.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>

namespace pathgan {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

} // namespace

double mean(std::span<const double> values)
{
    if (values.empty())
        return nan;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double standardDeviation(std::span<const double> values, int ddof)
{
    const double degrees = static_cast<double>(values.size()) - ddof;
    if (degrees <= 0)
        return nan;
    const double centre = mean(values);
    double sum = 0;
    for (const double value : values)
        sum += (value - centre) * (value - centre);
    return std::sqrt(sum / degrees);
}

double quantileSorted(std::span<const double> ascending, double p)
{
    if (ascending.empty() || std::isnan(p))
        return nan;
    const double position = std::clamp(p, 0.0, 1.0) * static_cast<double>(ascending.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const double fraction = position - static_cast<double>(below);
    if (fraction == 0)
        return ascending[below];
    const double step = ascending[below + 1] - ascending[below];
    return fraction < 0.5 ? ascending[below] + fraction * step : ascending[below + 1] - (1 - fraction) * step;
}

double quantile(std::span<const double> values, double p)
{
    std::vector<double> ascending(values.begin(), values.end());
    std::sort(ascending.begin(), ascending.end());
    return quantileSorted(ascending, p);
}

std::vector<double> midRanks(std::span<const double> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && values[order[end]] == values[order[begin]])
            ++end;
        for (std::size_t i = begin; i < end; ++i)
            ranks[order[i]] = static_cast<double>(begin + end + 1) / 2;
        begin = end;
    }
    return ranks;
}

double pearson(std::span<const double> a, std::span<const double> b)
{
    assert(a.size() == b.size());
    if (a.size() < 2 || isConstant(a) || isConstant(b))
        return nan;
    const double meanA = mean(a);
    const double meanB = mean(b);
    double products = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        products += (a[i] - meanA) * (b[i] - meanB);
        squaresA += (a[i] - meanA) * (a[i] - meanA);
        squaresB += (b[i] - meanB) * (b[i] - meanB);
    }
    return std::clamp(products / (std::sqrt(squaresA) * std::sqrt(squaresB)), -1.0, 1.0);
}

double spearman(std::span<const double> a, std::span<const double> b)
{
    if (isConstant(a) || isConstant(b))
        return nan;
    return pearson(midRanks(withoutNoise(a)), midRanks(withoutNoise(b)));
}

BoxStatistics boxStatistics(std::span<const double> values)
{
    std::vector<double> ascending;
    std::copy_if(values.begin(), values.end(), std::back_inserter(ascending),
                 [](double value) { return !std::isnan(value); });
    std::sort(ascending.begin(), ascending.end());

    BoxStatistics box;
    box.n = ascending.size();
    box.mean = mean(ascending);
    box.minimum = quantileSorted(ascending, 0);
    box.maximum = quantileSorted(ascending, 1);
    box.q1 = quantileSorted(ascending, 0.25);
    box.median = quantileSorted(ascending, 0.5);
    box.q3 = quantileSorted(ascending, 0.75);
    const double range = box.q3 - box.q1;
    const double notch = 1.57 * range / std::sqrt(static_cast<double>(box.n));
    box.notchLow = box.n > 0 ? box.median - notch : nan;
    box.notchHigh = box.n > 0 ? box.median + notch : nan;
    box.whiskerLow = box.q1;
    box.whiskerHigh = box.q3;
    for (const double value : ascending) {
        if (value >= box.q1 - 1.5 * range)
            box.whiskerLow = std::min(box.whiskerLow, value);
        if (value <= box.q3 + 1.5 * range)
            box.whiskerHigh = std::max(box.whiskerHigh, value);
    }
    std::copy_if(ascending.begin(), ascending.end(), std::back_inserter(box.outliers),
                 [&](double value) { return value < box.whiskerLow || value > box.whiskerHigh; });
    return box;
}

} // namespace pathgan
