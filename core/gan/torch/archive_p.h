// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/module_p.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>

namespace pathgan {

/// JSON of all that is no array: options, names, tokens, graph, split, history, scores, warnings, input
/// hashes, the head (null: none).
std::string metaText(const NetworkFrame &frame, const GanRun &run, const BottleneckRecord *head);
/// False when the text is no such JSON.
bool parseMeta(const std::string &text, NetworkFrame &frame, GanRun &run,
               std::shared_ptr<const BottleneckRecord> &head);

/// Numbers as they are, to the last bit.
nlohmann::json headJson(const BottleneckRecord &head);
/// Null where indices do not fit one another or the frame. Throws nlohmann's exceptions.
std::shared_ptr<const BottleneckRecord> headFrom(const nlohmann::json &json, const NetworkFrame &frame);

} // namespace pathgan
