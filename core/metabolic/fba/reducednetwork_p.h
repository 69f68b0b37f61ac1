// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/lp/lpmodel_p.h"

#include <utility>
#include <vector>

namespace pathgan {

/// How far a network may be reduced.
enum class Reduction {
    None,   ///< every column stays as it is
    Fluxes, ///< every flux can be recovered: blocked columns left out, columns in fixed proportion joined
    Optima, ///< only optima count: also parallel columns and those that touch a single row are absorbed
};

/// A smaller problem with the same optima, for any bounds within those it is made for. Exact: uses signs and
/// proportions only, no tolerance. All rows of the problem must be `= 0`.
class ReducedNetwork
{
public:
    /// widest: widest bounds ever asked for. kept: columns (ascending not needed) whose optima are wanted;
    /// they are never absorbed, though they may be joined with columns in fixed proportion.
    ReducedNetwork(const LpModel &widest, const std::vector<int> &kept, Reduction reduction);

    /// Rows and columns that are left, with the widest bounds; no costs.
    const LpModel &lp() const { return m_lp; }
    /// Reduced column of an original one (−1: it carries no flux, or was absorbed) and its share:
    /// v_original = factor · x.
    int columnOf(int original) const { return m_columnOf[static_cast<std::size_t>(original)]; }
    double factorOf(int original) const { return m_factorOf[static_cast<std::size_t>(original)]; }

    /// Costs of the reduced columns.
    std::vector<double> reduceCosts(const std::vector<double> &costs) const;
    /// Costs of their absolute values, from those of |v|: a joined column counts for all its members.
    std::vector<double> reduceWeights(const std::vector<double> &weights) const;

    /// Bounds of a reduced problem.
    struct Bounds
    {
        std::vector<double> lower, upper, rowLower, rowUpper;
        bool isEmpty = false; ///< they contradict each other, or what was left out for carrying no flux
        /// By join in fixed proportion: by how much the lower and the upper bound of the column that left
        /// exceed the other's; relative.
        std::vector<std::pair<double, double>> excess;
    };
    /// From bounds of the original columns.
    Bounds reduce(std::vector<double> lower, std::vector<double> upper) const;

    /// Duals of a maximum's bounds: > 0 of an upper bound, < 0 of a lower one.
    struct Duals
    {
        std::vector<double> columns, rows;
    };
    /// From duals of the reduced problem with those bounds to duals of the original columns, an optimal
    /// solution of the dual program again: a bound of joined columns counts for the member whose it is. rows
    /// may have more rows than the network.
    std::vector<double> expand(const Duals &reduced, const Bounds &bounds) const;
    /// Whether a dual may go to either of two joined columns, as their bounds are equal, but not after a
    /// move.
    bool isTied(const Duals &reduced, const Bounds &bounds, const Bounds &moved) const;

private:
    enum class StepKind : unsigned char { Proportional, Parallel, Row };
    /// `from` leaves the problem: v_from = factor · v_into (Proportional), or column_from = factor ·
    /// column_into (Parallel), or it has the coefficient `factor` in row `into` alone (Row).
    struct Step
    {
        StepKind kind{};
        int into = 0, from = 0;
        double factor = 1;
    };
    class Builder;
    template <class Join>
    std::vector<double> expandEach(const Duals &reduced, const Bounds &bounds, const Join &join) const;
    static void follow(const Step &step, std::vector<double> &lower, std::vector<double> &upper,
                       Bounds &result);

    LpModel m_lp;
    std::vector<Step> m_steps;
    std::vector<int> m_blocked; ///< original columns that carry no flux
    std::vector<int> m_left;    ///< original column of each reduced one
    std::vector<int> m_leftRow; ///< original row of each reduced one
    std::vector<double> m_rowLower, m_rowUpper;
    std::vector<int> m_columnOf;
    std::vector<double> m_factorOf;
};

} // namespace pathgan
