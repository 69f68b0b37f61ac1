#include "core/base/text.h"
#include "core/data/textsource.h"
#include "core/enrichment/prerank.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace pathgan {

namespace {

double tiedShareOf(const std::vector<double> &metric)
{
    std::size_t tied = 0;
    for (std::size_t i = 0; i < metric.size(); ++i) {
        const bool withPrevious = i > 0 && metric[i - 1] == metric[i];
        const bool withNext = i + 1 < metric.size() && metric[i + 1] == metric[i];
        tied += withPrevious || withNext ? 1 : 0;
    }
    return metric.empty() ? 0 : static_cast<double>(tied) / static_cast<double>(metric.size());
}

} // namespace

RankedList rankGenes(const std::vector<std::string> &genes, const std::vector<double> &metric)
{
    assert(genes.size() == metric.size());
    RankedList list;
    std::unordered_map<std::string, std::size_t> best; // by upper-case name
    for (std::size_t i = 0; i < genes.size(); ++i) {
        if (!std::isfinite(metric[i])) {
            ++list.notFinite;
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
    list.tiedShare = tiedShareOf(list.metric);
    return list;
}

} // namespace pathgan
