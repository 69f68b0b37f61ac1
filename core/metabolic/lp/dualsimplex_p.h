// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/metabolic/lp/dualstart_p.h"

#include <memory>
#include <optional>
#include <vector>

namespace pathgan {

/// Finds the optimal basis of a problem that differs from the start's in bounds only: bounded dual simplex
/// with steepest edge (Forrest and Goldfarb 1992), long steps over bound flips (Maros 2003) and perturbed
/// costs. What it finds is good to start a solver from, not a solution: Lp proves it and ends what is left.
/// The same bounds give the same basis.
class DualSimplex
{
public:
    explicit DualSimplex(std::shared_ptr<const DualStart> start);

    void setBounds(int column, double low, double high);
    void setRowBounds(int row, double low, double high);
    /// None: no basis is feasible, it takes too long or is numerically hard, or a stop was requested.
    std::optional<LpBasis> solve(const TaskContext &context = {});
    long iterations() const { return m_iterations; } ///< of all solves so far

private:
    struct Candidate
    {
        int variable = 0;
        double pivot = 0, reducedCost = 0; ///< absolute
        double ratio() const { return reducedCost / pivot; }
    };
    enum class Step { Done, Moved, Refactor, Failed };

    bool begin();
    bool placeNonbasic(std::size_t variable);
    bool refactor();
    void computeValues();
    void computeReducedCosts();
    Step iterate();
    int leavingPlace() const;
    void computeRow(int place);
    bool chooseEntering(double infeasibility, bool isBelow, Candidate &entering);
    std::size_t passBreakpoints(double infeasibility, std::vector<std::size_t> &groups);
    bool solveColumn(int entering, int place);
    void updateReducedCosts(int entering, int leaving);
    void flip();
    void updateWeights(int place);
    double range(int variable) const;

    std::shared_ptr<const DualStart> m_start;
    std::vector<double> m_lower, m_upper; ///< by variable, scaled
    BasisFactor m_factor;
    std::vector<int> m_basis;
    LpBasis m_status;
    std::vector<double> m_cost, m_reducedCost, m_value; ///< by variable
    std::vector<double> m_weight;                       ///< by place
    std::vector<double> m_rho, m_column, m_work, m_row;
    std::vector<int> m_touched; ///< variables with an entry in m_row
    std::vector<unsigned char> m_isTouched;
    std::vector<Candidate> m_candidates;
    std::vector<int> m_flips;
    long m_iterations = 0;
};

} // namespace pathgan
