// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/reducednetwork_p.h"
#include "core/metabolic/lp/lp_p.h"
#include "core/metabolic/stress/stressmodel_p.h"

#include <memory>
#include <vector>

namespace pathgan {

/// Growth as a function of the load: concave, linear between its breakpoints.
struct SurvivalCurve
{
    struct Point
    {
        double load = 0, growth = 0; ///< mmol/gDW/h; 1/h
    };
    SolutionStatus status = SolutionStatus::Undefined;
    std::vector<Point> points; ///< ascending loads from 0 to the largest; empty unless Optimal

    double growth() const { return points.front().growth; } ///< μ0
    double maximumLoad() const { return points.back().load; }
    /// 0 above the largest load.
    double growthAt(double load) const;
    /// Largest load with growth ≥ fraction · μ0.
    double tolerance(double fraction) const;
};

/// Model R made small, and the vertex from which every sample starts. Not changed once made: threads share
/// it.
class StressPlan
{
public:
    /// widest: largest upper bound of each capacity that will be asked for.
    StressPlan(const StressModel &model, const std::vector<double> &widest, const TaskContext &context);

    SolutionStatus status() const { return m_status; } ///< at median expression, without load
    double growth() const { return m_growth; }

private:
    friend class StressSolver;

    StressModel m_model;
    ReducedNetwork m_network;
    LpModel m_lp; ///< maximises growth at median expression
    std::vector<double> m_loadCosts;
    LpBasis m_basis;
    SolutionStatus m_status = SolutionStatus::Undefined;
    double m_growth = 0;
};

/// Exact survival curves. One a thread; what it returns depends on the capacities alone.
class StressSolver
{
public:
    explicit StressSolver(const StressPlan &plan);

    /// upper: upper bound of each of the model's capacities.
    SurvivalCurve solve(const std::vector<double> &upper, const TaskContext &context);

private:
    /// A point of the curve and its tangent there.
    struct Tangent
    {
        double load = 0, growth = 0, slope = 0;
        double at(double otherLoad) const { return growth + slope * (otherLoad - load); }
    };
    void setLoad(double low, double high);
    void setCosts(const std::vector<double> &costs);
    SolutionStatus growthAt(double load, LpMethod method, Tangent &tangent, const TaskContext &context);
    SolutionStatus largest(Tangent &tangent, const TaskContext &context);
    SolutionStatus refine(Tangent first, Tangent last, std::vector<SurvivalCurve::Point> &points,
                          const TaskContext &context);

    const StressPlan &m_plan;
    Lp m_lp;
    std::vector<double> m_lower, m_upper; ///< of the unreduced problem
    double m_scale = 0;                   ///< μ0
};

} // namespace pathgan
