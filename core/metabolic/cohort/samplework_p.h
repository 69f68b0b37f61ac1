// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace pathgan {

/// Calls solve(sample, worker) for every sample on several threads, until a stop is requested. solve returns
/// whether the sample was finished. Returns the finished samples, ascending.
std::vector<std::size_t> forEachSample(std::size_t count, unsigned threads, const char *phase,
                                       const TaskContext &context,
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
