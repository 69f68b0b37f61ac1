// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/enrichment/prerank.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <unordered_map>

namespace pathgan {

namespace {

std::size_t tiedIn(const std::vector<double> &descending)
{
    std::size_t tied = 0;
    for (std::size_t i = 0; i < descending.size(); ++i) {
        const bool withPrevious = i > 0 && descending[i - 1] == descending[i];
        const bool withNext = i + 1 < descending.size() && descending[i + 1] == descending[i];
        tied += withPrevious || withNext ? 1 : 0;
    }
    return tied;
}

/// Infinite scores at the ends of a descending list become the nearest finite one; both are counted.
void replaceInfinite(RankedList &list)
{
    std::vector<double> &metric = list.metric;
    const auto isFinite = [](double value) { return std::isfinite(value); };
    const auto first = std::find_if(metric.begin(), metric.end(), isFinite);
    const auto last = std::find_if(metric.rbegin(), metric.rend(), isFinite);
    const double highest = first == metric.end() ? 1 : *first, lowest = last == metric.rend() ? -1 : *last;
    for (double &value : metric) {
        if (isFinite(value))
            continue;
        ++(value > 0 ? list.infiniteHigh : list.infiniteLow);
        value = value > 0 ? highest : lowest;
    }
}

} // namespace

RankedList rankGenes(const std::vector<std::string> &genes, const std::vector<double> &metric)
{
    assert(genes.size() == metric.size());
    RankedList list;
    std::unordered_map<std::string, std::size_t> best; // by upper-case name
    for (std::size_t i = 0; i < genes.size(); ++i) {
        if (std::isnan(metric[i])) {
            ++list.missing;
            continue;
        }
        const auto [entry, isNew] = best.emplace(toUpper(genes[i]), i);
        if (isNew)
            continue;
        ++list.duplicates;
        if (std::abs(metric[i]) > std::abs(metric[entry->second]))
            entry->second = i;
    }
    std::vector<std::size_t> order;
    order.reserve(best.size());
    for (const auto &[name, index] : best)
        order.push_back(index);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return metric[a] != metric[b] ? metric[a] > metric[b] : genes[a] < genes[b];
    });
    for (const std::size_t index : order) {
        list.genes.push_back(genes[index]);
        list.metric.push_back(metric[index]);
    }
    list.tied = tiedIn(list.metric);
    if (!list.metric.empty())
        list.tiedShare = static_cast<double>(list.tied) / static_cast<double>(list.metric.size());
    replaceInfinite(list);
    return list;
}

bool RankedList::isOneSided() const
{
    return !metric.empty() && infiniteLow == 0 && metric.back() >= 0 && metric.front() > 0;
}

} // namespace pathgan
