#pragma once

#include "core/gan/prepared_p.h"

#include <string>

namespace pathgan {

/// JSON of all that is no array: options, names, tokens, graph, split, history, scores, warnings, input
/// hashes.
std::string metaText(const NetworkFrame &frame, const GanRun &run);
/// False when the text is no such JSON.
bool parseMeta(const std::string &text, NetworkFrame &frame, GanRun &run);

} // namespace pathgan
