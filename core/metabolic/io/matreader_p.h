// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/metabolic/model/model.h"

#include <string>

namespace pathgan {

/// bytes: a MATLAB file with a COBRA structure, unpacked.
Result<MetabolicModel> readMat(const std::string &bytes, const std::string &path, const TaskContext &context);

} // namespace pathgan
