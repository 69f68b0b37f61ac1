// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/meantests.h"

#include "core/base/constant.h"
#include "core/base/specialfunctions_p.h"

#include <boost/math/special_functions/beta.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace pathgan {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr TestResult undefined{nan, nan, false};

/// Regularised incomplete beta; y = 1 − x, given apart so that neither is lost.
double incompleteBeta(double a, double b, double x, double y)
{
    if (x <= 0)
        return 0;
    if (y <= 0)
        return 1;
    return x < y ? boost::math::ibeta(a, b, x, NoExceptions()) : boost::math::ibetac(b, a, y, NoExceptions());
}

struct Moments
{
    double n = 0, mean = 0, squares = 0; ///< squares: Σ(x − mean)²; 0 where only noise varies
    double variance() const { return squares / (n - 1); }
};

Moments momentsOf(std::span<const double> values)
{
    Moments moments;
    moments.n = static_cast<double>(values.size());
    moments.mean = mean(values);
    if (!isConstant(values))
        for (const double value : values)
            moments.squares += (value - moments.mean) * (value - moments.mean);
    return moments;
}

/// Empty: a group is too small.
std::vector<Moments> momentsOf(const std::vector<std::vector<double>> &groups)
{
    std::vector<Moments> all;
    for (const std::vector<double> &group : groups) {
        if (group.size() < 2)
            return {};
        all.push_back(momentsOf(group));
    }
    return all;
}

/// Variance within the groups, with its degrees of freedom.
struct Within
{
    double variance = 0, degrees = 0;
};

Within withinOf(const std::vector<Moments> &groups)
{
    Within within;
    for (const Moments &group : groups) {
        within.variance += group.squares;
        within.degrees += group.n - 1;
    }
    within.variance /= within.degrees;
    return within;
}

TestResult tResult(double difference, double squaredError, double degrees)
{
    if (!(squaredError > 0))
        return undefined;
    const double t = difference / std::sqrt(squaredError);
    return {t, studentTwoSided(t, degrees), false};
}

} // namespace

double studentTwoSided(double t, double degrees)
{
    if (std::isnan(t) || !(degrees > 0))
        return nan;
    const double square = t * t, sum = degrees + square;
    return std::isinf(sum) ? 0 : incompleteBeta(degrees / 2, 0.5, degrees / sum, square / sum);
}

double fisherSf(double f, double degrees1, double degrees2)
{
    if (std::isnan(f) || !(degrees1 > 0) || !(degrees2 > 0))
        return nan;
    if (f <= 0)
        return 1;
    const double sum = degrees2 + degrees1 * f;
    return std::isinf(sum) ? 0
                           : incompleteBeta(degrees2 / 2, degrees1 / 2, degrees2 / sum, degrees1 * f / sum);
}

TestResult studentT(std::span<const double> a, std::span<const double> b)
{
    if (a.size() < 2 || b.size() < 2)
        return undefined;
    const Moments x = momentsOf(a), y = momentsOf(b);
    const Within within = withinOf({x, y});
    return tResult(x.mean - y.mean, within.variance * (1 / x.n + 1 / y.n), within.degrees);
}

TestResult welchT(std::span<const double> a, std::span<const double> b)
{
    if (a.size() < 2 || b.size() < 2)
        return undefined;
    const Moments x = momentsOf(a), y = momentsOf(b);
    const double u = x.variance() / x.n, v = y.variance() / y.n;
    const double degrees = (u + v) * (u + v) / (u * u / (x.n - 1) + v * v / (y.n - 1));
    return tResult(x.mean - y.mean, u + v, degrees);
}

TestResult anova(const std::vector<std::vector<double>> &groups)
{
    const std::vector<Moments> moments = momentsOf(groups);
    if (moments.size() < 2)
        return undefined;
    double n = 0, total = 0, between = 0;
    for (const Moments &group : moments) {
        n += group.n;
        total += group.n * group.mean;
    }
    for (const Moments &group : moments)
        between += group.n * (group.mean - total / n) * (group.mean - total / n);
    const Within within = withinOf(moments);
    if (!(within.variance > 0))
        return undefined;
    const double degrees = static_cast<double>(moments.size()) - 1;
    const double f = between / degrees / within.variance;
    return {f, fisherSf(f, degrees, within.degrees), false};
}

TestResult welchAnova(const std::vector<std::vector<double>> &groups)
{
    const std::vector<Moments> moments = momentsOf(groups);
    if (moments.size() < 2)
        return undefined;
    const auto k = static_cast<double>(moments.size());
    double weights = 0, centre = 0, spread = 0, between = 0;
    for (const Moments &group : moments) {
        if (!(group.squares > 0))
            return undefined;
        const double weight = group.n / group.variance();
        weights += weight;
        centre += weight * group.mean;
    }
    centre /= weights;
    for (const Moments &group : moments) {
        const double weight = group.n / group.variance();
        spread += (1 - weight / weights) * (1 - weight / weights) / (group.n - 1);
        between += weight * (group.mean - centre) * (group.mean - centre);
    }
    spread /= k * k - 1;
    const double f = between / ((k - 1) * (1 + 2 * (k - 2) * spread));
    return {f, fisherSf(f, k - 1, 1 / (3 * spread)), false};
}

std::vector<TestResult> pooledPairT(const std::vector<std::vector<double>> &groups)
{
    const std::vector<Moments> moments = momentsOf(groups);
    const Within within = moments.empty() ? Within{} : withinOf(moments);
    std::vector<TestResult> results;
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (std::size_t j = i + 1; j < groups.size(); ++j)
            results.push_back(moments.empty()
                                  ? undefined
                                  : tResult(moments[i].mean - moments[j].mean,
                                            within.variance * (1 / moments[i].n + 1 / moments[j].n),
                                            within.degrees));
    return results;
}

} // namespace pathgan
