#pragma once

#include <cstddef>
#include <functional>

namespace pathgan {

/// Threads to use when asked for `wanted` (0: one per core).
unsigned threadCount(unsigned wanted);

/// Calls body(begin, end, worker) on consecutive ranges that cover [0, count), one range a worker; the split
/// depends on count and workers only. Returns when all are done. The threads live for this call only.
void parallelRanges(std::size_t count, unsigned workers,
                    const std::function<void(std::size_t begin, std::size_t end, unsigned worker)> &body);

/// Calls body(index, worker) for every index, handed out one at a time; which worker gets which is not fixed,
/// so results must not depend on it. Per-worker state: index an array by `worker`.
void parallelEach(std::size_t count, unsigned workers,
                  const std::function<void(std::size_t index, unsigned worker)> &body);

} // namespace pathgan
