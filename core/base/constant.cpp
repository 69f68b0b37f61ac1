// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/constant.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace pathgan {

namespace {

constexpr double relativeNoise = 1e-9, absoluteNoise = 1e-9;

/// Infinite ones are no magnitude to measure others by.
double noiseOf(std::span<const double> values)
{
    double magnitude = 0;
    for (const double value : values)
        if (std::isfinite(value))
            magnitude = std::max(magnitude, std::abs(value));
    return std::max(relativeNoise * magnitude, absoluteNoise);
}

bool isWithin(double low, double high, double noise)
{
    return low == high || high - low <= noise;
}

} // namespace

bool isConstant(std::span<const double> values)
{
    double least = std::numeric_limits<double>::infinity(), most = -least;
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        least = std::min(least, value);
        most = std::max(most, value);
    }
    return !(least < most) || isWithin(least, most, noiseOf(values));
}

std::vector<double> withoutNoise(std::span<const double> values)
{
    const double noise = noiseOf(values);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!std::isnan(values[i]))
            order.push_back(i);
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> result(values.begin(), values.end());
    double start = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double value = values[order[i]];
        if (i == 0 || !isWithin(start, value, noise))
            start = value;
        result[order[i]] = start;
    }
    return result;
}

} // namespace pathgan
