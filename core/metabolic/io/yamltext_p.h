// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/metabolic/model/model.h"

#include <string>
#include <string_view>

namespace pathgan {

/// COBRApy's and RAVEN's layouts.
Result<MetabolicModel> readCobraYaml(const std::string &text, const std::string &path,
                                     const TaskContext &context);
/// A top-level key of a COBRA model in YAML; start: the first part of a text or all of it.
bool looksLikeCobraYaml(std::string_view start);

} // namespace pathgan
