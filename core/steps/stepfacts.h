// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/step.h"

#include <span>
#include <vector>

namespace pathgan {

/// Of every step, in the order of computation.
std::span<const StepFacts> allSteps();
const StepFacts *stepOf(Part part); ///< null: an input
inline bool isInput(Part part)
{
    return !stepOf(part);
}
/// Required and optional inputs of a part.
std::vector<Part> inputsOf(Part part);
/// All parts that depend on it, directly or not.
std::vector<Part> dependentsOf(Part part);

} // namespace pathgan
