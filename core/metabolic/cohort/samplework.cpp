// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/samplework_p.h"

#include "core/base/parallel.h"

#include <atomic>
#include <unordered_map>

namespace pathgan {

namespace {

/// Takes what the keeper has of the samples; says which.
std::vector<unsigned char> takeKept(const SampleRows &rows, SampleKeeper *keeper)
{
    std::vector<unsigned char> finished(rows.names.size(), 0);
    if (!keeper)
        return finished;
    keeper->asked.push_back({rows.key, rows.names, 0, 0});
    const KeptSamples *kept = keeper->find(rows.key);
    if (!kept)
        return finished;
    std::unordered_map<std::string, std::size_t> rowOf;
    for (std::size_t i = 0; i < kept->names.size(); ++i)
        rowOf.emplace(kept->names[i], i);
    for (std::size_t sample = 0; sample < rows.names.size(); ++sample)
        if (const auto it = rowOf.find(rows.names[sample]);
            it != rowOf.end() && rows.read(kept->rows[it->second], sample)) {
            finished[sample] = 1;
            ++keeper->asked.back().taken;
        }
    return finished;
}

KeptSamples keptOf(const SampleRows &rows, const std::vector<unsigned char> &finished)
{
    KeptSamples kept;
    kept.key = rows.key;
    for (std::size_t sample = 0; sample < finished.size(); ++sample)
        if (finished[sample]) {
            kept.names.push_back(rows.names[sample]);
            kept.rows.push_back(rows.write(sample));
        }
    return kept;
}

} // namespace

void FinishedSamples::add(std::size_t sample)
{
    std::vector<unsigned char> finished;
    {
        const std::lock_guard lock(m_mutex);
        m_finished[sample] = 1;
        const std::chrono::duration<double> since = Clock::now() - m_kept;
        if (!m_keep || m_isKeeping || since.count() < m_seconds)
            return;
        m_isKeeping = true;
        finished = m_finished;
    }
    m_keep(finished);
    const std::lock_guard lock(m_mutex);
    m_kept = Clock::now();
    m_isKeeping = false;
}

std::vector<std::size_t> forEachSample(const SampleRows &rows, unsigned threads, const char *phase,
                                       const TaskContext &context, SampleKeeper *keeper,
                                       const std::function<bool(std::size_t, unsigned)> &solve)
{
    std::vector<unsigned char> before = takeKept(rows, keeper);
    std::vector<std::size_t> left;
    for (std::size_t sample = 0; sample < before.size(); ++sample)
        if (!before[sample])
            left.push_back(sample);
    const auto count = static_cast<double>(before.size());
    std::atomic<std::size_t> done{before.size() - left.size()};
    context.report(phase, static_cast<double>(done), count);
    const auto keep = [&](const std::vector<unsigned char> &finished) {
        keeper->put(keptOf(rows, finished));
        if (keeper->write)
            keeper->write(keeper->runs);
    };
    FinishedSamples ended(std::move(before), keeper ? keep : FinishedSamples::Keep(),
                          keeper ? keeper->seconds : 0);
    parallelEach(left.size(), threads, [&](std::size_t k, unsigned worker) {
        if (context.shouldStop() || !solve(left[k], worker))
            return;
        ended.add(left[k]);
        context.report(phase, static_cast<double>(++done), count);
    });
    const std::vector<unsigned char> isFinished = ended.take();
    std::vector<std::size_t> finished;
    for (std::size_t sample = 0; sample < isFinished.size(); ++sample) {
        if (isFinished[sample])
            finished.push_back(sample);
    }
    if (keeper)
        keeper->asked.back().finished = finished.size();
    if (keeper && (finished.size() < isFinished.size() || keeper->write))
        keeper->put(keptOf(rows, isFinished));
    return finished;
}

std::vector<std::size_t> forEachSample(std::size_t count, unsigned threads, const char *phase,
                                       const TaskContext &context,
                                       const std::function<bool(std::size_t, unsigned)> &solve)
{
    const std::vector<std::string> names(count);
    return forEachSample({{}, names, {}, {}}, threads, phase, context, nullptr, solve);
}

} // namespace pathgan
