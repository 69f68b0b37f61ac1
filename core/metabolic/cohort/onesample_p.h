// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/cohort/cohortflux.h"
#include "core/metabolic/cohort/expressionbounds_p.h"
#include "core/metabolic/cohort/sampleduals_p.h"
#include "core/metabolic/fba/fba.h"
#include "core/metabolic/lp/solutionstatus.h"

#include <limits>
#include <memory>
#include <vector>

namespace pathgan {

/// One reaction's flux in one sample, and how it depends on every bound.
struct OneFlux
{
    SolutionStatus status = SolutionStatus::Undefined;
    double growth = std::numeric_limits<double>::quiet_NaN();
    double value = std::numeric_limits<double>::quiet_NaN(); ///< mmol/gDW/h
    /// By reaction: d value / d bound where the bound holds (capacities), or d growth / d bound (flux
    /// vectors; of the first solution only).
    std::vector<double> lowerDual, upperDual;
    SampleDuals duals;   ///< capacities of a problem that maximises: of the target; else empty
    bool isOpen = false; ///< plain FBA: other optima may have another value
};

/// Solves the same sample with one set of bounds after another, in the whole network (duals of a reduced one
/// are not those of its reactions). Use in one thread.
class OneSampleSolver
{
public:
    OneSampleSolver() = default;
    OneSampleSolver(const OneSampleSolver &) = delete;
    OneSampleSolver &operator=(const OneSampleSolver &) = delete;
    virtual ~OneSampleSolver() = default;
    virtual OneFlux solve(const ExpressionBounds::Bounds &bounds, const TaskContext &context) = 0;
};

/// target: reaction.
std::unique_ptr<OneSampleSolver> makeOneSampleSolver(const MetabolicModel &model, const FbaOptions &base,
                                                     const FluxOptions &options, int target);

} // namespace pathgan
