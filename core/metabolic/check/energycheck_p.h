// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/metabolic/check/modelcheck.h"

namespace pathgan {

Result<void> checkEnergy(const MetabolicModel &model, unsigned threads, ModelCheckRun &run,
                         const TaskContext &context);

} // namespace pathgan
