// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "core/metabolic/cohort/cohortflux.h"

#include <optional>

namespace pathgan {

/// MODEL, EXPRESSION, how expression sets bounds, and which samples.
void addFluxOptions(CommandLine &line);
Result<FluxOptions> fluxOptions(const CommandLine &line);
/// Cohort and model of the arguments; the exit code where they cannot be read.
std::optional<int> loadFluxInputs(const CommandLine &line, MediumPreset medium, Project &project,
                                  OrderedJson &coverage);

} // namespace pathgan
