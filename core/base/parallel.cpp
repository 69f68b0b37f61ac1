// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace pathgan {

namespace {

/// Runs task(worker) on `workers` threads, rethrows the first exception of any.
void onThreads(unsigned workers, const std::function<void(unsigned)> &task)
{
    std::exception_ptr failure;
    std::mutex failureMutex;
    {
        std::vector<std::jthread> threads;
        for (unsigned worker = 0; worker < workers; ++worker) {
            threads.emplace_back([&, worker] {
                try {
                    task(worker);
                } catch (...) {
                    const std::lock_guard lock(failureMutex);
                    if (!failure)
                        failure = std::current_exception();
                }
            });
        }
    }
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace

unsigned threadCount(unsigned wanted)
{
    return wanted > 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

void parallelEach(std::size_t count, unsigned workers, const std::function<void(std::size_t, unsigned)> &body)
{
    const auto used =
        static_cast<unsigned>(std::min<std::size_t>(std::max(1U, workers), std::max<std::size_t>(count, 1)));
    std::atomic<std::size_t> nextIndex{0};
    const auto work = [&](unsigned worker) {
        for (std::size_t index = nextIndex++; index < count; index = nextIndex++)
            body(index, worker);
    };
    if (used == 1)
        work(0);
    else
        onThreads(used, work);
}

} // namespace pathgan
