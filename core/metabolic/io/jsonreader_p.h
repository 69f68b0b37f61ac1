// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/metabolic/model/model.h"

#include <cstddef>
#include <functional>
#include <string>

#include <nlohmann/json_fwd.hpp>

namespace pathgan {

/// text: the whole document, decompressed; path: for messages.
Result<MetabolicModel> readCobraJson(const std::string &text, const std::string &path,
                                     const TaskContext &context);

/// Where an element of a top-level list begins: "path:line:column".
using ElementPlace = std::function<std::string(const char *list, std::size_t index)>;
/// A model from a document with the keys of COBRA JSON. Of YAML documents, ordered maps are given as objects.
Result<MetabolicModel> readCobraDocument(const nlohmann::json &document, const std::string &path,
                                         const ElementPlace &place, const TaskContext &context);

} // namespace pathgan
