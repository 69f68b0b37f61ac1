// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/deletions.h"
#include "core/metabolic/fba/reducednetwork_p.h"
#include "core/metabolic/lp/lpmodel_p.h"
#include "core/metabolic/lp/solutionstatus.h"

#include <memory>
#include <vector>

namespace pathgan {

/// The wild type's problem, reduced so that any of its reactions may also be stopped.
class DeletionNetwork
{
public:
    DeletionNetwork(const LpModel &wildType, Reduction reduction);

    const ReducedNetwork &network() const { return m_network; }
    const LpModel &lp() const { return m_lp; } ///< with the wild type's bounds and costs
    bool isEmpty() const { return m_isEmpty; } ///< its bounds contradict each other

    /// What a deletion stops.
    struct Stopped
    {
        std::vector<int> columns;     ///< reduced ones, ascending: their bounds are (0, 0) now
        bool isContradiction = false; ///< one of them holds a reaction that must still run
        bool frees = false;           ///< a reaction that had to run is stopped: bounds have become wider
    };
    Stopped stop(const std::vector<int> &lost) const;

    /// Columns that carry flux, or must.
    std::vector<bool> active(const std::vector<double> &values) const;

private:
    ReducedNetwork m_network;
    LpModel m_lp;
    bool m_isEmpty = false;
    std::vector<int> m_forced;     ///< reactions whose bounds exclude 0, ascending
    std::vector<bool> m_hasForced; ///< by column
};

struct DeletionOutcome
{
    SolutionStatus status = SolutionStatus::Stopped; ///< until it is solved
    double growth = std::numeric_limits<double>::quiet_NaN();
    double distance = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> values; ///< by reduced column; empty unless Optimal
};

/// Solves one deletion after another, each from the same reference vertex. One a thread.
class DeletionSolver
{
public:
    DeletionSolver() = default;
    DeletionSolver(const DeletionSolver &) = delete;
    DeletionSolver &operator=(const DeletionSolver &) = delete;
    virtual ~DeletionSolver() = default;
    virtual DeletionOutcome solve(const std::vector<int> &columns, const TaskContext &context) = 0;
};

/// What all deletions share. Not changed once made. A deletion only ever narrows the bounds of the problem
/// (unless it frees), so that an optimum which it leaves feasible stays one.
class DeletionPlan
{
public:
    DeletionPlan() = default;
    DeletionPlan(const DeletionPlan &) = delete;
    DeletionPlan &operator=(const DeletionPlan &) = delete;
    virtual ~DeletionPlan() = default;
    virtual const DeletionNetwork &network() const = 0;
    virtual const DeletionOutcome &wildType() const = 0;
    virtual std::unique_ptr<DeletionSolver> makeSolver() const = 0;
    /// Another optimum of the wild type, with little flux in these columns (ascending); empty: none found.
    virtual std::vector<double> otherOptimum(const std::vector<int> &columns,
                                             const TaskContext &context) const = 0;
};

/// Finished rows of the options, and what each came to: outcomes[outcomeOf[row]].
struct DeletionOutcomes
{
    std::size_t asked = 0; ///< rows, finished or not
    std::vector<Deletion> rows;
    std::vector<std::size_t> outcomeOf;
    std::vector<DeletionOutcome> outcomes;
    std::size_t solved = 0; ///< linear programs
};
/// Cancelled: also after a Keep request before any row was finished.
Result<DeletionOutcomes> runDeletions(const MetabolicModel &model, const DeletionOptions &options,
                                      const DeletionPlan &plan, const TaskContext &context);
/// Status, growth and whether essential of the rows.
DeletionRun deletionRun(DeletionOutcomes &&done, double wildTypeGrowth, const DeletionOptions &options,
                        bool isMaximised);

} // namespace pathgan
