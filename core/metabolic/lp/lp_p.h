// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/metabolic/lp/lpmodel_p.h"
#include "core/metabolic/lp/solutionstatus.h"

#include <memory>
#include <vector>

namespace pathgan {

class LpNumbers;

/// Status of each row and column at a vertex (GLPK's numbers), rows first.
using LpBasis = std::vector<unsigned char>;

/// After such an end the problems of the thread may be gone: make new ones.
inline bool losesProblems(SolutionStatus status)
{
    using S = SolutionStatus;
    return status == S::Undefined || status == S::Stopped || status == S::TimeLimit;
}

/// Where all optimal points agree, and on what: by column and by row; NaN: they may differ, or a bound that
/// both sides share says it already.
struct LpFace
{
    std::vector<double> columns, rows;

    /// Fixes those columns and rows of a problem of the same shape.
    template <class Target>
    void fix(Target &target) const
    {
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i] == columns[i]) // not NaN
                target.setBounds(static_cast<int>(i), columns[i], columns[i]);
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i] == rows[i])
                target.setRowBounds(static_cast<int>(i), rows[i], rows[i]);
    }
};

enum class LpMethod {
    Dual,   ///< after a change of bounds: the basis stays dual feasible
    Primal, ///< after a change of costs: the vertex stays feasible
};

/// One GLPK problem. Create and use it in one thread; destroyed later elsewhere it does nothing, as GLPK's
/// memory goes with its thread. The same calls give the same bits. Set bounds and costs before setBasis.
/// Optimal is what LpCertificate proves: feasible, and a dual bound within its tolerance of the objective.
/// Infeasible is proven by a Farkas ray (or a bound that nothing satisfies), Unbounded by a ray from a
/// feasible point. What GLPK says without is solved again, and is Undefined where that does not help. What
/// takes more processor time than the model's limit ends as TimeLimit; nothing depends on how busy the
/// machine is. A stop request is seen within 100 ms; it, the time limit and a fault inside GLPK (which would
/// abort the process) end every problem of the thread: what is asked of them afterwards is Undefined and NaN.
class Lp
{
public:
    explicit Lp(const LpModel &model);
    ~Lp();
    Lp(const Lp &) = delete;
    Lp &operator=(const Lp &) = delete;

    int rows() const;
    int size() const;
    void setBounds(int column, double low, double high);
    void setRowBounds(int row, double low, double high);
    void setCost(int column, double cost);
    void clearCosts();
    void setMaximise(bool maximise);
    /// entries: (column, coefficient). The new row is basic: the basis stays valid.
    int addRow(const LpEntries &entries, double low, double high);

    /// From an advanced basis; where that fails with the presolver.
    SolutionStatus solveCold(const TaskContext &context = {});
    /// By dual simplex from the basis of slacks, to the end: where all costs are right from the start. Not
    /// proven: for callers that prove what they make of it.
    SolutionStatus solveFromSlacks(const TaskContext &context = {});
    /// From the current basis. Falls back to an advanced basis when that one is singular.
    SolutionStatus solve(LpMethod method, const TaskContext &context = {});

    /// Of rows and columns in a basis.
    static const unsigned char basicStatus, lowerStatus, upperStatus, freeStatus, fixedStatus;
    LpBasis basis() const;
    /// Restores and factorises it, so that what follows depends on nothing that came before.
    void setBasis(const LpBasis &basis);

    // Of the last solve; meaningful when it was Optimal.
    double objective() const;
    double value(int column) const;
    std::vector<double> values() const;
    double reducedCost(int column) const; ///< d_j = c_j − Σ a_ij y_i
    double shadowPrice(int row) const;    ///< d objective / d row activity
    LpFace optimalFace() const;           ///< by complementary slackness
    long iterations() const;              ///< of all solves so far
    double activity(int row) const;
    const LpNumbers &numbers() const;
    /// Rows, then columns: how far the basic ones move when the others do by `change`; empty: it is not
    /// known.
    std::vector<double> basicShift(const std::vector<double> &change) const;

private:
    struct State;
    std::unique_ptr<State> m;
};

} // namespace pathgan
