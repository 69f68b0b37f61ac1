// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/metabolic/io/sbmlelement_p.h"

#include <memory>
#include <string>

namespace pathgan {

/// What libSBML makes of the text. A long one is handed to it as a file, which tells how far it is, and ends
/// early where that is asked for.
std::unique_ptr<sbml::SBMLDocument> parsedSbml(const std::string &text, const TaskContext &context);

} // namespace pathgan
