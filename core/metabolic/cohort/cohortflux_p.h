#pragma once

#include "core/metabolic/cohort/cohortflux.h"
#include "core/metabolic/fba/fba.h"

#include <vector>

namespace pathgan {

/// Fills varyingReactions and effectiveRank from the values.
void describeVariation(FluxRun &run);

/// Unique or OnBound, for a value known to be unique.
ValueStatus valueStatusAt(double value, double lower, double upper);
/// Marks values of reactions that carry no flux in any steady state of the medium, growth or none. isBlocked:
/// by target, those known already.
void findBlocked(const MetabolicModel &model, const FbaOptions &base, const std::vector<int> &targets,
                 std::vector<unsigned char> isBlocked, FluxRun &run, const TaskContext &context);

/// What to optimise, in which medium; UnknownName, InvalidOption.
Result<FbaOptions> baseOptions(const MetabolicModel &model, const FluxOptions &options);
/// Model indices of the reported reactions.
Result<std::vector<int>> targetReactions(const MetabolicModel &model, const FluxOptions &options);

} // namespace pathgan
