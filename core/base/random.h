// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace pathgan {

/// xoshiro256++ seeded by SplitMix64 (Blackman & Vigna, 2019). The same seed and stream give the same numbers
/// on every platform; streams with different numbers are independent, so work can be split in any way.
class Random
{
public:
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

    std::uint64_t next();
    /// Uniform in [0, 1).
    double uniform();
    /// Standard normal (Box & Muller 1958); takes two uniform numbers.
    double normal();
    /// Uniform integer in [0, bound); bound > 0. Unbiased (rejection).
    std::uint64_t below(std::uint64_t bound);

    /// Fisher–Yates.
    template <class T>
    void shuffle(std::vector<T> &items)
    {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[below(i)]);
    }
    /// 0 … n−1 in random order.
    std::vector<std::size_t> permutation(std::size_t n);

private:
    std::uint64_t m_state[4];
};

} // namespace pathgan
