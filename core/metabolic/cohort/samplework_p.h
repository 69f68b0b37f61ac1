// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/data/keptsamples.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace pathgan {

/// Which samples are finished, told by all threads, and handed on now and then.
class FinishedSamples
{
public:
    using Keep = std::function<void(const std::vector<unsigned char> &finished)>;

    /// keep: may be empty; is called at most every so many seconds, by one thread at a time.
    FinishedSamples(std::vector<unsigned char> finished, Keep keep, double seconds)
        : m_finished(std::move(finished)), m_keep(std::move(keep)), m_seconds(seconds)
    {}

    /// Of a sample whose result is there.
    void add(std::size_t sample);
    std::vector<unsigned char> take() { return std::move(m_finished); }

private:
    using Clock = std::chrono::steady_clock;

    std::vector<unsigned char> m_finished;
    Keep m_keep;
    double m_seconds;
    std::mutex m_mutex;
    Clock::time_point m_kept = Clock::now();
    bool m_isKeeping = false;
};

/// How the results of a run's samples become text, and text results.
struct SampleRows
{
    std::string key; ///< see KeptSamples
    const std::vector<std::string> &names;
    std::function<std::string(std::size_t sample)> write;
    /// False: the row is of other inputs, or damaged.
    std::function<bool(const std::string &row, std::size_t sample)> read;
};

/// Calls solve(sample, worker) for every sample on several threads, until a stop is requested. solve returns
/// whether the sample was finished. Returns the finished samples, ascending.
std::vector<std::size_t> forEachSample(std::size_t count, unsigned threads, const char *phase,
                                       const TaskContext &context,
                                       const std::function<bool(std::size_t sample, unsigned worker)> &solve);
/// The same, without those that the keeper has, if there is one; those finished are put there.
std::vector<std::size_t> forEachSample(const SampleRows &rows, unsigned threads, const char *phase,
                                       const TaskContext &context, SampleKeeper *keeper,
                                       const std::function<bool(std::size_t sample, unsigned worker)> &solve);

/// The entries of the given samples.
template <class T>
std::vector<T> entriesOf(const std::vector<T> &values, const std::vector<std::size_t> &samples)
{
    std::vector<T> result;
    result.reserve(samples.size());
    for (const std::size_t sample : samples)
        result.push_back(values[sample]);
    return result;
}

} // namespace pathgan
