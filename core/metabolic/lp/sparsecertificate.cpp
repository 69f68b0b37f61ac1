// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/lp/sparsecertificate_p.h"

#include "core/metabolic/lp/lp_p.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pathgan {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Farkas' system as a program: a row a column of the problem and the normalisation last; a free column a row
/// of the problem (y), then one a finite bound (λ, μ).
struct FarkasProgram
{
    FarkasProgram(const LpModel &problem, const std::vector<double> &weights);

    LpModel lp;
    std::vector<int> lowerOf, upperOf; ///< column of λ and μ by column of the problem; −1: no such bound
};

FarkasProgram::FarkasProgram(const LpModel &problem, const std::vector<double> &weights)
{
    lp.maximise = false;
    lp.timeLimit = problem.timeLimit;
    const std::size_t columns = problem.columns.size();
    for (std::size_t column = 0; column < columns; ++column)
        lp.addRow(0, 0);
    const int normalisation = lp.addRow(1, 1);
    std::vector<LpEntries> transposed(problem.rowLower.size());
    for (std::size_t column = 0; column < columns; ++column)
        for (const auto &[row, coefficient] : problem.columns[column])
            transposed[static_cast<std::size_t>(row)].emplace_back(static_cast<int>(column), coefficient);
    for (LpEntries &entries : transposed)
        lp.addColumn(std::move(entries), -infinity, infinity);
    const auto addBound = [&](std::size_t column, double bound, double sign) {
        return std::isfinite(bound)
                   ? lp.addColumn({{static_cast<int>(column), sign}, {normalisation, sign * bound}}, 0,
                                  infinity, weights[column])
                   : -1;
    };
    for (std::size_t column = 0; column < columns; ++column) {
        lowerOf.push_back(addBound(column, problem.lower[column], 1));
        upperOf.push_back(addBound(column, problem.upper[column], -1));
    }
}

double largest(const std::vector<double> &values, std::size_t first)
{
    double most = 0;
    for (std::size_t i = first; i < values.size(); ++i)
        most = std::max(most, std::abs(values[i]));
    return most;
}

} // namespace

LpMembers LpMembers::everything(const LpModel &problem)
{
    LpMembers members{{}, {}, std::vector<bool>(problem.rowLower.size(), true)};
    for (std::size_t column = 0; column < problem.columns.size(); ++column) {
        members.lower.push_back(problem.lower[column] != -infinity);
        members.upper.push_back(problem.upper[column] != infinity);
    }
    return members;
}

std::size_t LpMembers::count() const
{
    const auto in = [](const std::vector<bool> &part) { return std::count(part.begin(), part.end(), true); };
    return static_cast<std::size_t>(in(lower) + in(upper) + in(rows));
}

std::optional<LpMembers> sparseCertificate(const LpModel &problem, const std::vector<double> &weights,
                                           SolutionStatus &status, const TaskContext &context)
{
    constexpr double noMultiplier = 1e-9; // of the largest
    const FarkasProgram program(problem, weights);
    Lp lp(program.lp);
    status = lp.solveFromSlacks(context);
    if (status != SolutionStatus::Optimal)
        return {};
    const std::vector<double> values = lp.values();
    const std::size_t rows = problem.rowLower.size();
    const double least = noMultiplier * largest(values, rows);
    const auto takesPart = [&](int column) {
        return column >= 0 && values[static_cast<std::size_t>(column)] > least;
    };
    LpMembers members;
    for (std::size_t column = 0; column < problem.columns.size(); ++column) {
        members.lower.push_back(takesPart(program.lowerOf[column]));
        members.upper.push_back(takesPart(program.upperOf[column]));
    }
    for (std::size_t row = 0; row < rows; ++row) {
        double greatest = 0; // y counts by what it adds to a column
        for (const auto &[column, coefficient] : program.lp.columns[row])
            greatest = std::max(greatest, std::abs(coefficient));
        members.rows.push_back(std::abs(values[row]) * greatest > least);
    }
    return members;
}

} // namespace pathgan
