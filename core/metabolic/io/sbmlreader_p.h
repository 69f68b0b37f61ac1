// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/metabolic/model/model.h"

#include <string>

namespace pathgan {

/// text: the whole document, decompressed; path: for messages.
Result<MetabolicModel> readSbml(std::string text, const std::string &path, const TaskContext &context);

} // namespace pathgan
