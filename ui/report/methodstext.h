// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QStringList>

namespace pathgan {

/// How the results that are there were made, as sentences for a methods section, a paragraph a step; made
/// from their provenance, not from what is asked for now. In the language of the program.
QStringList methodsText(const Project &project);
/// The works that the methods of these results come from.
QStringList methodsReferences(const Project &project);

} // namespace pathgan
