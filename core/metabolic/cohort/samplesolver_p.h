// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/metabolic/cohort/expressionbounds_p.h"
#include "core/metabolic/cohort/sampleduals_p.h"
#include "core/metabolic/lp/lpmodel_p.h"

#include <limits>
#include <memory>
#include <vector>

namespace pathgan {

struct SampleFlux
{
    SolutionStatus status = SolutionStatus::Undefined;
    double growth = std::numeric_limits<double>::quiet_NaN(); ///< the objective's optimum
    std::vector<double> values;                               ///< by target; empty unless Optimal
    std::vector<double> minima;                               ///< by target, where asked for
    /// By target: its value is not proven to be the only optimal one. Empty: all are.
    std::vector<unsigned char> isOpen;
    SampleDuals duals; ///< where asked for
};

/// Solves one sample after another, each from the same reference vertex: a sample's values depend on nothing
/// but its bounds. One a thread.
class SampleSolver
{
public:
    SampleSolver() = default;
    SampleSolver(const SampleSolver &) = delete;
    SampleSolver &operator=(const SampleSolver &) = delete;
    virtual ~SampleSolver() = default;
    virtual SampleFlux solve(ExpressionBounds::Bounds bounds, const TaskContext &context) = 0;
};

/// What all samples share: the reduced problem and the reference vertices. Not changed once made.
class SamplePlan
{
public:
    SamplePlan() = default;
    SamplePlan(const SamplePlan &) = delete;
    SamplePlan &operator=(const SamplePlan &) = delete;
    virtual ~SamplePlan() = default;
    virtual std::unique_ptr<SampleSolver> makeSolver() const = 0;
    /// The network shows that no steady state carries flux through the target (not all such are seen).
    virtual bool isBlocked(std::size_t target) const = 0;
};

/// What to solve for each sample.
struct SampleTask
{
    LpModel problem; ///< rows, columns, objective; bounds: the widest of all samples
    std::vector<int> targets;
    ExpressionBounds::Bounds reference; ///< bounds of the reference vertex
    double growthFraction = 0.9;
    bool withMinima = false;     ///< capacities: the minimum attainable flux, too
    bool withDuals = false;      ///< capacities of a problem that maximises
    std::vector<double> weights; ///< of the second stage, by reaction; empty: none
};

} // namespace pathgan
