// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <set>
#include <vector>

namespace pathgan {

class Session;

/// What an action would cost of the results that are there and were not exported. Parts in the order of work.
struct Loss
{
    std::vector<Part> gone;     ///< no longer there
    std::vector<Part> outdated; ///< stay, but their inputs are no longer those that are open
    std::vector<Part> running;  ///< steps at work, whose results would not be kept

    bool isEmpty() const { return gone.empty() && outdated.empty() && running.empty(); }
};

/// Of starting empty. exampleReturns: what opening the example brings back is not counted.
Loss lossOfClearing(const Session &session, bool exampleReturns);
/// Of replacing inputs (or the cohort, or the network by one from a file).
Loss lossOfReplacing(const Session &session, const std::set<Part> &replaced);

} // namespace pathgan
