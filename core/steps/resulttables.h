// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/steplist.h"

#include <vector>

namespace pathgan {

/// Every table of the results there are; byte-identical for the same seed.
std::vector<NamedTable> resultTables(const Project &project);
Table valueStatusTable(const FluxRun &run); ///< samples × reactions, text
/// What limits each capacity, by its dual solution if that is proven: the bound (mmol/gDW/h), d flux / d
/// bound (dual) and d log flux / d log bound (elasticity), what the kept growth asks for included. The
/// strongest first.
Table fluxBoundsTable(const FluxRun &run);
/// d log10 flux / d log2(x+1) by gene (gradient), zeros left out. The strongest first.
Table fluxGenesTable(const FluxRun &run);

} // namespace pathgan
