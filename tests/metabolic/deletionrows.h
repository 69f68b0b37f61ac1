// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/deletions.h"

#include <algorithm>
#include <cstring>
#include <vector>

/// What tests ask of the rows of a deletion run.
namespace deletionrows {

using namespace pathgan;

inline bool sameBits(const std::vector<Deletion> &a, const std::vector<Deletion> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Deletion &x, const Deletion &y) {
        return x.first == y.first && x.second == y.second && x.status == y.status &&
               std::memcmp(&x.growth, &y.growth, sizeof x.growth) == 0 && x.isEssential == y.isEssential;
    });
}

/// Null: not there. A pair in either order.
inline const Deletion *find(const DeletionRun &run, int first, int second = -1)
{
    const auto found = std::find_if(run.rows.begin(), run.rows.end(), [=](const Deletion &row) {
        return (row.first == first && row.second == second) || (row.first == second && row.second == first);
    });
    return found == run.rows.end() ? nullptr : &*found;
}

} // namespace deletionrows
