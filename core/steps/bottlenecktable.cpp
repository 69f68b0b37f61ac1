// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/bottlenecktable.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pathgan {

namespace {

const SampleBottleneck *bottleneckOf(const GanRun &run, int sample, int reaction)
{
    const std::size_t at =
        static_cast<std::size_t>(sample) * run.reactions.size() + static_cast<std::size_t>(reaction);
    return at < run.bottlenecks.size() ? &run.bottlenecks[at] : nullptr;
}

/// Reaction, side, subsystem, gene.
std::vector<Cell> limitCells(const CapacityDuals &duals, int bound, int gene)
{
    const ExpressedBound &limit = duals.bounds[static_cast<std::size_t>(bound)];
    return {limit.reaction, std::string(limit.isUpper ? "upper" : "lower"), limit.subsystem,
            gene < 0 ? std::string("medium") : duals.genes[static_cast<std::size_t>(gene)]};
}

} // namespace

void addBottlenecks(GanRun &run, const MatrixF &expression)
{
    run.bottlenecks.clear();
    const BottleneckHead *head = run.network ? run.network->bottleneck() : nullptr;
    if (!head || expression.rows() != static_cast<Index>(run.samples.size()))
        return;
    const std::vector<int> own = head->trainingSamples(run.samples);
    const std::size_t reactions = run.reactions.size();
    run.bottlenecks.resize(run.samples.size() * reactions);
    parallelEach(run.samples.size(), threadCount(0), [&](std::size_t sample, unsigned) {
        const BottleneckHead::Point point = head->pointAt(expression, static_cast<Index>(sample));
        for (std::size_t reaction = 0; reaction < reactions; ++reaction)
            run.bottlenecks[sample * reactions + reaction] = head->bottleneckAt(point, reaction, own[sample]);
    });
}

Table bottleneckTable(const GanRun &run)
{
    Table table{{"sample", "reaction", "training_sample", "weight", "limiting_reaction", "side", "subsystem",
                 "gene", "elasticity"},
                {}};
    if (run.bottlenecks.empty())
        return table;
    const BottleneckRecord &record = run.network->bottleneck()->record();
    for (std::size_t s = 0; s < run.samples.size(); ++s)
        for (std::size_t r = 0; r < run.reactions.size(); ++r) {
            const SampleBottleneck &found = run.bottlenecks[s * run.reactions.size() + r];
            if (found.tumours.empty())
                continue;
            const SampleBottleneck::Tumour &first = found.tumours.front();
            for (const SampleBottleneck::Limit &limit : found.limits) {
                std::vector<Cell> row = {run.samples[s], run.reactions[r],
                                         record.samples[static_cast<std::size_t>(first.sample)],
                                         first.weight};
                for (Cell &cell : limitCells(record.duals, limit.bound, limit.gene))
                    row.push_back(std::move(cell));
                row.emplace_back(limit.elasticity);
                table.rows.push_back(std::move(row));
            }
        }
    return table;
}

Table limitTable(const GanRun &run, int sample, int reaction)
{
    Table table{{"reaction", "gene", "elasticity", "side", "subsystem"}, {}};
    if (run.bottlenecks.empty())
        return table;
    std::map<std::pair<int, int>, double> sums; // by bound and gene
    std::size_t count = 0;
    for (int s = 0; s < static_cast<int>(run.samples.size()); ++s) {
        const SampleBottleneck *found = sample < 0 || s == sample ? bottleneckOf(run, s, reaction) : nullptr;
        if (!found || found->tumours.empty())
            continue;
        ++count;
        for (const SampleBottleneck::Limit &limit : found->limits)
            sums[{limit.bound, limit.gene}] += limit.elasticity;
    }
    const CapacityDuals &duals = run.network->bottleneck()->record().duals;
    std::vector<std::pair<std::pair<int, int>, double>> ordered(sums.begin(), sums.end());
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto &a, const auto &b) { return std::abs(a.second) > std::abs(b.second); });
    for (const auto &[limit, sum] : ordered) {
        const std::vector<Cell> cells = limitCells(duals, limit.first, limit.second);
        table.rows.push_back({cells[0], cells[3], sum / static_cast<double>(count), cells[1], cells[2]});
    }
    return table;
}

Table tumourTable(const GanRun &run, int sample, int reaction)
{
    Table table{{"training_sample", "weight"}, {}};
    const SampleBottleneck *found = sample < 0 ? nullptr : bottleneckOf(run, sample, reaction);
    if (!found)
        return table;
    const BottleneckRecord &record = run.network->bottleneck()->record();
    for (const SampleBottleneck::Tumour &tumour : found->tumours)
        table.rows.push_back({record.samples[static_cast<std::size_t>(tumour.sample)], tumour.weight});
    return table;
}

} // namespace pathgan
