// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/specialfunctions_p.h"
#include "core/base/statistics.h"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace pathgan {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// ln(n!) − Stirling's approximation of it.
double stirlingError(double n)
{
    if (n <= 15) {
        if (n == 0)
            return 0;
        return std::lgamma(n + 1) - (n + 0.5) * std::log(n) + n - 0.5 * std::log(2 * std::numbers::pi);
    }
    const double square = n * n;
    return (1.0 / 12 -
            (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square) /
           n;
}

/// x·ln(x/mean) + mean − x without cancellation near x = mean.
double devianceTerm(double x, double mean)
{
    if (std::abs(x - mean) >= 0.1 * (x + mean))
        return x * std::log(x / mean) + mean - x;
    const double v = (x - mean) / (x + mean);
    double sum = (x - mean) * v;
    double term = 2 * x * v;
    for (int i = 1; i < 1000; ++i) {
        term *= v * v;
        const double next = sum + term / (2 * i + 1);
        if (next == sum)
            break;
        sum = next;
    }
    return sum;
}

/// Logarithm of the binomial probability by Loader's saddle point expansion (2000).
double logBinomial(double x, double n, double p, double q)
{
    if (x == 0)
        return n == 0 ? 0 : (p < 0.1 ? -devianceTerm(n, n * q) - n * p : n * std::log(q));
    if (x == n)
        return q < 0.1 ? -devianceTerm(n, n * p) - n * q : n * std::log(p);
    const double core = stirlingError(n) - stirlingError(x) - stirlingError(n - x) - devianceTerm(x, n * p) -
                        devianceTerm(n - x, n * q);
    return core - 0.5 * (std::log(2 * std::numbers::pi) + std::log(x) + std::log1p(-x / n));
}

double logHypergeometric(double hits, double population, double marked, double draws)
{
    if (draws == 0 || draws == population)
        return 0;
    const double p = draws / population;
    const double q = (population - draws) / population;
    return logBinomial(hits, marked, p, q) + logBinomial(draws - hits, population - marked, p, q) -
           logBinomial(draws, population, p, q);
}

} // namespace

double normalSf(double z)
{
    return 0.5 * std::erfc(z / std::numbers::sqrt2);
}

double chiSquaredSf(double x, double degrees)
{
    if (std::isnan(x) || !(degrees > 0))
        return nan;
    if (x <= 0)
        return 1;
    if (std::isinf(x))
        return 0;
    return boost::math::gamma_q(degrees / 2, x / 2, NoExceptions());
}

// Boost has no logarithm of this tail, and its probability underflows.
double hypergeometricLogSf(std::size_t hits, std::size_t population, std::size_t marked, std::size_t draws)
{
    if (marked > population || draws > population)
        return nan;
    const std::size_t highest = std::min(marked, draws);
    const std::size_t lowest = marked + draws > population ? marked + draws - population : 0;
    if (hits <= lowest)
        return 0;
    if (hits > highest)
        return -std::numeric_limits<double>::infinity();
    const auto n = static_cast<double>(population);
    const auto m = static_cast<double>(marked);
    const auto k = static_cast<double>(draws);
    // Sum the tail that does not hold the mode, outwards, as multiples of its first term.
    const bool upper = static_cast<double>(hits) > (m + 1) * (k + 1) / (n + 2);
    const double start = upper ? static_cast<double>(hits) : static_cast<double>(hits) - 1;
    double sum = 1;
    double term = 1;
    for (double i = start; term > sum * epsilon * 0.01; i += upper ? 1 : -1) {
        term *= upper ? (m - i) * (k - i) / ((i + 1) * (n - m - k + i + 1))
                      : i * (n - m - k + i) / ((m - i + 1) * (k - i + 1));
        sum += term;
    }
    const double logTail = logHypergeometric(start, n, m, k) + std::log(sum);
    return upper ? logTail : std::log1p(-std::exp(logTail));
}

double hypergeometricSf(std::size_t hits, std::size_t population, std::size_t marked, std::size_t draws)
{
    return std::exp(hypergeometricLogSf(hits, population, marked, draws));
}

} // namespace pathgan
