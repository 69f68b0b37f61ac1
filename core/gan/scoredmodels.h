// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/gan.h"

#include <vector>

namespace pathgan {

/// A model that was scored on the test samples of a run.
struct ScoredModel
{
    const char *name; ///< an English key
    const HeldOut *scores;
};
/// What predicts in this run first, then the parts it is made of, then the baselines.
std::vector<ScoredModel> scoredModels(const GanRun &run);

/// What a high correlation hides: a slope or a spread that is off, values that the model cannot carry, a
/// baseline that predicts better. English keys; empty: nothing.
std::vector<const char *> doubtsAbout(const GanRun &run);

/// What the score of a network means, an English key: one with the bottleneck head stands in for linear
/// programs.
const char *scoreMeaning(const GanRun &run);

} // namespace pathgan
