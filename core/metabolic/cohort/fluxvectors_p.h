// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/cohort/samplesolver_p.h"

#include <memory>

namespace pathgan {

/// Target entries of an optimal flux vector: the one of least Σ weight |v| where there are weights.
std::unique_ptr<SamplePlan> makeVectorPlan(const SampleTask &task, const TaskContext &context);

} // namespace pathgan
