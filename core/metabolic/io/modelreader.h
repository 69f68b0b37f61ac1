// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/metabolic/model/model.h"

#include <filesystem>

namespace pathgan {

/// SBML (L3 FBC v2 and v1, L2 with notes), COBRA JSON or YAML, MATLAB file; plain or packed.
Result<MetabolicModel> readModel(const std::filesystem::path &path, const TaskContext &context = {});

} // namespace pathgan
