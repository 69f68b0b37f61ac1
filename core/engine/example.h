// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/steps/config.h"

namespace pathgan {

/// The embedded example's files, written to a private folder on first use; removed at exit.
Result<AnalysisConfig> exampleConfig();

} // namespace pathgan
