#pragma once

#include "core/metabolic/cohort/cohortflux.h"
#include "core/metabolic/cohort/expressionbounds_p.h"
#include "core/metabolic/fba/reducednetwork_p.h"
#include "core/metabolic/lp/dualsimplex_p.h"
#include "core/metabolic/lp/lp_p.h"

#include <limits>
#include <memory>
#include <optional>
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
    std::vector<double> weights; ///< of the second stage, by reaction; empty: none
};

/// Largest value of each target (and least, if asked for) with growth ≥ growthFraction · μ.
std::unique_ptr<SamplePlan> makeCapacityPlan(const SampleTask &task, const TaskContext &context);
/// Target entries of an optimal flux vector: the one of least Σ weight |v| where there are weights.
std::unique_ptr<SamplePlan> makeVectorPlan(const SampleTask &task, const TaskContext &context);

/// Reduced column that carries a reported reaction; −1: it carries no flux.
struct ReducedTarget
{
    int column = -1;
    double factor = 1;
};
std::vector<ReducedTarget> reducedTargets(const ReducedNetwork &network, const std::vector<int> &targets);
/// The reduced problem with the task's objective.
LpModel reducedProblem(const ReducedNetwork &network, const LpModel &problem);
/// Sets all bounds but those of rows added since.
void setBounds(LpModel &problem, const ReducedNetwork::Bounds &bounds);
void setBounds(Lp &lp, const ReducedNetwork::Bounds &bounds);

/// Basis of the solved problem; empty where that failed: solvers then start from nothing.
LpBasis referenceBasis(const LpModel &problem, const TaskContext &context);
/// From the basis by dual simplex. An infeasibility is confirmed from an advanced basis.
SolutionStatus solveFrom(Lp &lp, const LpBasis &basis, const TaskContext &context);

/// An optimal vertex that samples start from.
struct ReferenceVertex
{
    LpBasis basis;                          ///< empty: there is none
    std::shared_ptr<const DualStart> start; ///< null: there is none
    double optimum = std::numeric_limits<double>::quiet_NaN();

    /// Solves the problem.
    static ReferenceVertex of(const LpModel &problem, const TaskContext &context);
};

/// A problem that is solved from the reference vertex with one sample's bounds after another's: the dual
/// simplex finds the basis, the solver proves it. What it finds depends on nothing but the bounds.
class SampleLp
{
public:
    SampleLp(const LpModel &problem, const ReferenceVertex &reference);
    void setBounds(int column, double low, double high);
    void setRowBounds(int row, double low, double high);
    SolutionStatus solve(const TaskContext &context);
    /// The solution; costs may be changed from solve to solve, bounds after one for what follows.
    Lp &lp() { return m_lp; }
    const Lp &lp() const { return m_lp; }

private:
    Lp m_lp;
    const LpBasis &m_basis;
    std::optional<DualSimplex> m_search;
};
/// Sets all bounds but those of rows added since.
void setBounds(SampleLp &lp, const ReducedNetwork::Bounds &bounds);

} // namespace pathgan
