// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <utility>
#include <vector>

namespace pathgan {

/// Entries of a row or column: index in the other direction, and coefficient.
using LpEntries = std::vector<std::pair<int, double>>;

/// A linear program as data: optimise cost·x with rowLower ≤ A x ≤ rowUpper and lower ≤ x ≤ upper. Any bound
/// may be infinite. Plain data: may be shared between threads, each of which makes its own Lp of it.
struct LpModel
{
    bool maximise = true;
    double timeLimit = std::numeric_limits<double>::infinity(); ///< processor seconds, for each solve
    std::vector<double> rowLower, rowUpper;
    std::vector<double> lower, upper, cost;
    std::vector<LpEntries> columns; ///< by column: (row, coefficient), ascending, unique, no zeros

    int addRow(double low, double high);
    void setBounds(int column, double low, double high);
    void setRowBounds(int row, double low, double high);
    /// Entries may be in any order; duplicates are summed and zeros dropped (GLPK would abort on either).
    int addColumn(LpEntries entries, double low, double high, double unitCost = 0);
    int rows() const { return static_cast<int>(rowLower.size()); }
    int size() const { return static_cast<int>(columns.size()); } ///< columns
};

} // namespace pathgan
