// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/lp/dualstart_p.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double optimality = 1e-6; ///< how far the reduced costs of a start may be off

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Geometric mean of smallest and largest, as a power of 2: scaling by it rounds nothing.
double middle(double least, double most)
{
    return most > 0 ? std::exp2(std::round(std::log2(std::sqrt(least * most)))) : 1;
}

/// In [0, 1), spread evenly over successive indices.
double spread(std::size_t index)
{
    constexpr double golden = 0.6180339887498949;
    const double turns = golden * static_cast<double>(index + 1);
    return turns - std::floor(turns);
}

} // namespace

/// Geometric scaling of rows and columns in turn.
void DualStart::scaleProblem(const LpModel &problem)
{
    constexpr int passes = 4;
    const std::size_t count = problem.columns.size(), lines = problem.rowLower.size();
    std::vector<double> rowScale(lines, 1.0), columnScale(count, 1.0);
    for (int pass = 0; pass < passes; ++pass) {
        std::vector<double> least(lines, std::numeric_limits<double>::infinity()), most(lines, 0.0);
        for (std::size_t column = 0; column < count; ++column)
            for (const auto &[row, coefficient] : problem.columns[column]) {
                const double size = std::abs(coefficient) * columnScale[column];
                least[at(row)] = std::min(least[at(row)], size);
                most[at(row)] = std::max(most[at(row)], size);
            }
        for (std::size_t row = 0; row < lines; ++row)
            rowScale[row] = 1 / middle(least[row], most[row]);
        for (std::size_t column = 0; column < count; ++column) {
            double smallest = std::numeric_limits<double>::infinity(), largest = 0;
            for (const auto &[row, coefficient] : problem.columns[column]) {
                const double size = std::abs(coefficient) * rowScale[at(row)];
                smallest = std::min(smallest, size);
                largest = std::max(largest, size);
            }
            columnScale[column] = 1 / middle(smallest, largest);
        }
    }
    const double sign = problem.maximise ? -1 : 1;
    for (std::size_t column = 0; column < count; ++column) {
        for (const auto &[row, coefficient] : problem.columns[column])
            columns.add(row, coefficient * rowScale[at(row)] * columnScale[column]);
        columns.endLine();
        scale.push_back(columnScale[column]);
        cost.push_back(sign * problem.cost[column] * columnScale[column]);
    }
    rows = columns.transposed(lines);
    for (std::size_t row = 0; row < lines; ++row) {
        columns.add(static_cast<int>(row), -1); // A x − activity = 0
        columns.endLine();
        scale.push_back(1 / rowScale[row]);
        cost.push_back(0);
    }
}

bool DualStart::factorise(const LpBasis &given)
{
    const std::size_t lines = rowCount(), count = columnCount();
    if (given.size() != lines + count)
        return false;
    status.resize(given.size());
    for (std::size_t row = 0; row < lines; ++row)
        status[count + row] = given[row];
    for (std::size_t column = 0; column < count; ++column)
        status[column] = given[lines + column];
    for (std::size_t variable = 0; variable < status.size(); ++variable)
        if (status[variable] == Lp::basicStatus)
            basis.push_back(static_cast<int>(variable));
    return basis.size() == lines && factor.factorise(columns, basis);
}

/// Reduced costs; says whether they are those of an optimum.
bool DualStart::price()
{
    std::vector<double> price(rowCount());
    for (std::size_t place = 0; place < price.size(); ++place)
        price[place] = cost[at(basis[place])];
    factor.solveTransposed(price);
    reducedCost.assign(scale.size(), 0.0);
    for (std::size_t variable = 0; variable < scale.size(); ++variable) {
        const unsigned char where = status[variable];
        if (where == Lp::basicStatus)
            continue;
        double value = cost[variable];
        for (const auto *entry = columns.begin(variable); entry != columns.end(variable); ++entry)
            value -= entry->value * price[at(entry->index)];
        reducedCost[variable] = value;
        const bool isBad = (where == Lp::lowerStatus && value < -optimality) ||
                           (where == Lp::upperStatus && value > optimality) ||
                           (where == Lp::freeStatus && std::abs(value) > optimality);
        if (isBad)
            return false;
    }
    return true;
}

/// Of many reactions the reduced cost is 0, and steps between them would change nothing: each gets a small
/// one of its own.
void DualStart::perturb()
{
    constexpr double size = 1e-6;
    for (std::size_t variable = 0; variable < scale.size(); ++variable) {
        const unsigned char where = status[variable];
        if (where == Lp::basicStatus || where == Lp::freeStatus)
            continue;
        const bool isUp = where == Lp::upperStatus || (where == Lp::fixedStatus && reducedCost[variable] < 0);
        const double change = (isUp ? -size : size) * (1 + spread(variable));
        cost[variable] += change;
        reducedCost[variable] += change;
    }
}

void DualStart::weigh()
{
    std::vector<double> unit(rowCount());
    for (std::size_t place = 0; place < rowCount(); ++place) {
        std::fill(unit.begin(), unit.end(), 0.0);
        unit[place] = 1;
        factor.solveTransposed(unit);
        double sum = 0;
        for (const double value : unit)
            sum += value * value;
        weight.push_back(sum);
    }
}

std::shared_ptr<const DualStart> DualStart::make(const LpModel &problem, const LpBasis &basis)
{
    const auto start = std::make_shared<DualStart>();
    start->scaleProblem(problem);
    if (!start->factorise(basis) || !start->price())
        return nullptr;
    start->perturb();
    start->weigh();
    return start;
}

} // namespace pathgan
