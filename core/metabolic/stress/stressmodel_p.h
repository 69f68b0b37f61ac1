// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/lp/lpmodel_p.h"
#include "core/metabolic/stress/stress.h"

#include <vector>

namespace pathgan {

/// An antioxidant reaction whose upper bound follows expression.
struct RedoxCapacity
{
    int reaction = 0;
    double capacity = 0;     ///< κ, mmol/gDW/h at median expression
    bool isReversed = false; ///< the model writes it from right to left; the problem from left to right
};

/// Model R as a linear program: medium, redox rules and the load reaction RAD_H2O2_c
/// (2 H2O + O2 → 2 H2O2 in the cytosol) as its last column, closed.
struct StressModel
{
    LpModel problem; ///< capacities at median expression
    int load = 0;    ///< column of the load
    std::vector<RedoxCapacity> capacities;
    std::vector<int> restricted; ///< reactions kept from consuming H2O2 or, strict, GSSG; ascending
};

/// Largest load ever asked for, mmol/gDW/h.
inline constexpr double largestLoad = 1e4;

/// UnknownName when the cytosol lacks H2O2, H2O or O2, or an objective to maximise is missing.
/// distributedMedium: imports as in the file instead of model R's.
Result<StressModel> makeStressModel(const MetabolicModel &model, const StressOptions &options,
                                    bool distributedMedium);

} // namespace pathgan
