// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/lp/lpproof_p.h"

#include "core/metabolic/lp/lpcertificate_p.h"

#include <glpk.h>

#include <cmath>
#include <cstddef>

namespace pathgan {

namespace {

/// GLPK's variables: rows, then columns, with (I | −A) (rows, columns) = 0.
bool isBasic(glp_prob *problem, int variable)
{
    const int rows = glp_get_num_rows(problem);
    return (variable < rows ? glp_get_row_stat(problem, variable + 1)
                            : glp_get_col_stat(problem, variable - rows + 1)) == GLP_BS;
}

/// Multipliers of the rows at which no basic variable has a price, for costs given by variable: Bᵀ (−y) =
/// c_B. Refined once with the residual in extended precision, as GLPK's factors are good to about 12 digits.
std::vector<double> multipliersOf(glp_prob *problem, const LpNumbers &numbers,
                                  const std::vector<double> &cost)
{
    const int rows = glp_get_num_rows(problem);
    const auto count = static_cast<std::size_t>(rows);
    std::vector<double> result(count, 0.0);
    for (int step = 0; step < 2; ++step) {
        std::vector<long double> left(cost.begin(), cost.end());
        for (std::size_t row = 0; row < count; ++row)
            left[row] += result[row];
        numbers.forEachEntry([&](std::size_t row, std::size_t column, double coefficient) {
            left[count + column] -= static_cast<long double>(coefficient) * result[row];
        });
        std::vector<double> right(count + 1, 0.0);
        for (int place = 1; place <= rows; ++place)
            right[static_cast<std::size_t>(place)] =
                static_cast<double>(left[static_cast<std::size_t>(glp_get_bhead(problem, place) - 1)]);
        glp_btran(problem, right.data());
        for (std::size_t row = 0; row < count; ++row)
            result[row] -= right[row + 1];
    }
    return result;
}

/// What the scaled problem has as a unit of the variable.
double unitOf(glp_prob *problem, int variable)
{
    const int rows = glp_get_num_rows(problem);
    return variable < rows ? 1 / glp_get_rii(problem, variable + 1)
                           : glp_get_sjj(problem, variable - rows + 1);
}

/// Costs of the first phase: of every basic variable outside its bounds, in the units of the scaled problem.
std::vector<double> infeasibilityCosts(glp_prob *problem, const LpNumbers &numbers)
{
    constexpr double outside = 1e-7; // as GLPK has it
    const int rows = glp_get_num_rows(problem), columns = glp_get_num_cols(problem);
    std::vector<double> cost(static_cast<std::size_t>(rows + columns), 0.0);
    for (int variable = 0; variable < rows + columns; ++variable) {
        if (!isBasic(problem, variable))
            continue;
        const bool isRow = variable < rows;
        const auto at = static_cast<std::size_t>(isRow ? variable : variable - rows);
        const double value =
            isRow ? glp_get_row_prim(problem, variable + 1) : glp_get_col_prim(problem, variable - rows + 1);
        const double low = isRow ? numbers.rowLower[at] : numbers.lower[at];
        const double high = isRow ? numbers.rowUpper[at] : numbers.upper[at];
        const double unit = unitOf(problem, variable);
        if (value < low - outside * unit)
            cost[static_cast<std::size_t>(variable)] = -1 / unit;
        else if (value > high + outside * unit)
            cost[static_cast<std::size_t>(variable)] = 1 / unit;
    }
    return cost;
}

} // namespace

bool provesInfeasible(glp_prob *problem, const LpNumbers &numbers)
{
    const int ray = glp_get_unbnd_ray(problem);
    if (ray > 0 && isBasic(problem, ray - 1)) {
        std::vector<double> cost(numbers.rowLower.size() + numbers.lower.size(), 0.0);
        cost[static_cast<std::size_t>(ray - 1)] = 1;
        if (isFarkasRay(numbers, multipliersOf(problem, numbers, cost)))
            return true;
    }
    return isFarkasRay(numbers, multipliersOf(problem, numbers, infeasibilityCosts(problem, numbers)));
}

bool provesUnbounded(glp_prob *problem, const LpNumbers &numbers)
{
    const int ray = glp_get_unbnd_ray(problem);
    const int rows = glp_get_num_rows(problem), columns = glp_get_num_cols(problem);
    if (ray == 0 || isBasic(problem, ray - 1))
        return false;
    std::vector<double> right(static_cast<std::size_t>(rows) + 1, 0.0);
    if (ray <= rows)
        right[static_cast<std::size_t>(ray)] = -1;
    else
        numbers.forEachEntry([&](std::size_t row, std::size_t column, double coefficient) {
            if (static_cast<int>(column) == ray - rows - 1)
                right[row + 1] += coefficient;
        });
    glp_ftran(problem, right.data());
    std::vector<double> values(static_cast<std::size_t>(columns)), step(values.size(), 0.0);
    for (int place = 1; place <= rows; ++place)
        if (const int variable = glp_get_bhead(problem, place); variable > rows)
            step[static_cast<std::size_t>(variable - rows - 1)] = right[static_cast<std::size_t>(place)];
    if (ray > rows)
        step[static_cast<std::size_t>(ray - rows - 1)] = 1;
    for (int column = 1; column <= columns; ++column)
        values[static_cast<std::size_t>(column - 1)] = glp_get_col_prim(problem, column);
    return isEndless(numbers, values, step);
}

} // namespace pathgan
