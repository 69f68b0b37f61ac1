#pragma once

#include "core/steps/steplist.h"

#include <vector>

namespace pathgan {

/// Every table of the results there are; byte-identical for the same seed.
std::vector<NamedTable> resultTables(const Project &project);
Table valueStatusTable(const FluxRun &run); ///< samples × reactions, text

} // namespace pathgan
