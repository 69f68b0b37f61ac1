// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/check/modelcheck.h"
#include "core/metabolic/fba/reducednetwork_p.h"

#include <vector>

namespace pathgan {

/// What a column can carry in some steady state.
enum class Flow : unsigned char {
    CutOff, ///< nothing: by the signs of the network alone
    None,   ///< nothing: by linear programs
    Some,
};
/// By column. Infeasible: there is no steady state within the bounds.
Result<std::vector<Flow>> findFlows(const LpModel &network, unsigned threads, const char *phase,
                                    const TaskContext &context);

/// The network with its boundary reactions closed and nothing that must run; no costs.
LpModel withoutInput(const MetabolicModel &model);

Result<void> checkBlocked(const MetabolicModel &model, unsigned threads, ModelCheckRun &run,
                          const TaskContext &context);
Result<void> checkLoops(const MetabolicModel &model, unsigned threads, ModelCheckRun &run,
                        const TaskContext &context);

} // namespace pathgan
