// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/runrows_p.h"

#include <algorithm>
#include <unordered_map>

namespace pathgan {

namespace {

/// Row `to` of a run becomes row `from` of another, or the same.
void copyRow(const FluxRun &source, std::size_t from, FluxRun &run, std::size_t to)
{
    run.samples[to] = source.samples[from];
    run.status[to] = source.status[from];
    run.growth[to] = source.growth[from];
    run.values.row(static_cast<Index>(to)) = source.values.row(static_cast<Index>(from)).eval();
    if (run.minima.size() > 0)
        run.minima.row(static_cast<Index>(to)) = source.minima.row(static_cast<Index>(from)).eval();
    const auto width = static_cast<std::ptrdiff_t>(run.reactions.size());
    std::copy_n(source.valueStatus.begin() + static_cast<std::ptrdiff_t>(from) * width, width,
                run.valueStatus.begin() + static_cast<std::ptrdiff_t>(to) * width);
}

} // namespace

void keepFinished(const std::vector<unsigned char> &finished, FluxRun &run)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < finished.size(); ++i)
        if (finished[i])
            copyRow(run, i, run, kept++);
    run.stoppedEarly = kept < finished.size();
    run.samples.resize(kept);
    run.status.resize(kept);
    run.growth.resize(kept);
    run.values.conservativeResize(static_cast<Index>(kept), Eigen::NoChange);
    if (run.minima.size() > 0)
        run.minima.conservativeResize(static_cast<Index>(kept), Eigen::NoChange);
    run.valueStatus.resize(kept * run.reactions.size());
}

std::vector<unsigned char> takeFinished(const FluxRun *earlier, FluxRun &run, DualCollection *duals)
{
    std::vector<unsigned char> finished(run.samples.size(), 0);
    if (!earlier || earlier->key != run.key || earlier->key.empty() || earlier->reactions != run.reactions ||
        (duals && !earlier->duals))
        return finished;
    std::unordered_map<std::string, std::size_t> rowOf;
    for (std::size_t i = 0; i < earlier->samples.size(); ++i)
        rowOf.emplace(earlier->samples[i], i);
    for (std::size_t i = 0; i < run.samples.size(); ++i)
        if (const auto it = rowOf.find(run.samples[i]);
            it != rowOf.end() && (!duals || duals->take(*earlier->duals, it->second, i))) {
            copyRow(*earlier, it->second, run, i);
            finished[i] = 1;
        }
    return finished;
}

FluxRun finishedPart(const FluxRun &run, const std::vector<unsigned char> &finished,
                     const DualCollection *duals)
{
    FluxRun part;
    part.key = run.key;
    part.reactions = run.reactions;
    const auto rows = std::count(finished.begin(), finished.end(), static_cast<unsigned char>(1));
    const auto count = static_cast<std::size_t>(rows);
    part.samples.resize(count);
    part.status.resize(count);
    part.growth.resize(count);
    part.values.resize(rows, run.values.cols());
    part.minima.resize(run.minima.size() > 0 ? rows : 0, run.minima.cols());
    part.valueStatus.resize(count * run.reactions.size());
    std::size_t row = 0;
    for (std::size_t i = 0; i < finished.size(); ++i)
        if (finished[i])
            copyRow(run, i, part, row++);
    if (duals)
        part.duals = duals->of(finished);
    return part;
}

} // namespace pathgan
