// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/metabolic/cohort/cohortflux.h"
#include "core/metabolic/fba/fba.h"

#include <vector>

namespace pathgan {

/// Unique or OnBound, for a value known to be unique.
ValueStatus valueStatusAt(double value, double lower, double upper);
/// Marks values of reactions that carry no flux in any steady state of the medium, growth or none. isBlocked:
/// by target, those known already.
void findBlocked(const MetabolicModel &model, const FbaOptions &base, const std::vector<int> &targets,
                 std::vector<unsigned char> isBlocked, FluxRun &run, const TaskContext &context);

} // namespace pathgan
