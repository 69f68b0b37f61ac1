// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace pathgan {

/// Threads to use when asked for `wanted` (0: one per core).
unsigned threadCount(unsigned wanted);

/// Calls body(index, worker) for every index, handed out one at a time; which worker gets which is not fixed,
/// so results must not depend on it. Per-worker state: index an array by `worker`.
void parallelEach(std::size_t count, unsigned workers,
                  const std::function<void(std::size_t index, unsigned worker)> &body);

} // namespace pathgan
