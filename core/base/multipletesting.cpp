// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

/// Indices of the p that are numbers, by p ascending.
std::vector<std::size_t> ascendingOrder(std::span<const double> p)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (!std::isnan(p[i]))
            order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    return order;
}

/// p·factor·m/rank, cumulative minimum from the largest p, at most 1.
std::vector<double> stepUp(std::span<const double> p, const std::vector<std::size_t> &order, double factor)
{
    std::vector<double> adjusted(p.begin(), p.end());
    const auto count = static_cast<double>(order.size());
    double running = 1;
    for (std::size_t i = order.size(); i-- > 0;) {
        running = std::min(running, p[order[i]] * factor * count / static_cast<double>(i + 1));
        adjusted[order[i]] = running;
    }
    return adjusted;
}

} // namespace

std::vector<double> adjustBenjaminiHochberg(std::span<const double> p)
{
    return stepUp(p, ascendingOrder(p), 1);
}

std::vector<double> adjustBenjaminiYekutieli(std::span<const double> p)
{
    const std::vector<std::size_t> order = ascendingOrder(p);
    double harmonic = 0;
    for (std::size_t i = 1; i <= order.size(); ++i)
        harmonic += 1 / static_cast<double>(i);
    return stepUp(p, order, harmonic);
}

std::vector<double> adjustHolm(std::span<const double> p)
{
    const std::vector<std::size_t> order = ascendingOrder(p);
    std::vector<double> adjusted(p.begin(), p.end());
    double running = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        running = std::max(running, p[order[i]] * static_cast<double>(order.size() - i));
        adjusted[order[i]] = std::min(running, 1.0);
    }
    return adjusted;
}

std::string significanceStars(double p)
{
    if (std::isnan(p))
        return "";
    if (p <= 0.0001)
        return "****";
    if (p <= 0.001)
        return "***";
    if (p <= 0.01)
        return "**";
    return p <= 0.05 ? "*" : "ns";
}

} // namespace pathgan
