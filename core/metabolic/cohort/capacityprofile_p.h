// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/cohort/samplesolver_p.h"

#include <memory>

namespace pathgan {

/// Largest value of each target (and least, if asked for) with growth ≥ growthFraction · μ.
std::unique_ptr<SamplePlan> makeCapacityPlan(const SampleTask &task, const TaskContext &context);

} // namespace pathgan
