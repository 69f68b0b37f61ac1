// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/lp/lpcertificate_p.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pathgan {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
/// Reduced costs are differences: less than this share of what they are made of is none.
constexpr double noCost = 1e-9;
/// The same of what no bound ends: costs that differ by this share from those asked for make it none.
constexpr double noEndlessCost = 1e-7;
/// Share of the greatest that is made of rounding.
constexpr double nothing = 1e-12;
/// Share of them, a few last digits, that multipliers from a basis may be wrong by.
constexpr double lastDigits = 1e-14;

} // namespace

LpNumbers::LpNumbers(const LpModel &model)
    : maximise(model.maximise), rowLower(model.rowLower), rowUpper(model.rowUpper), lower(model.lower),
      upper(model.upper), cost(model.cost), m_start(1, 0)
{
    for (const LpEntries &column : model.columns) {
        for (const auto &[row, coefficient] : column) {
            m_row.push_back(row);
            m_coefficient.push_back(coefficient);
        }
        m_start.push_back(static_cast<int>(m_row.size()));
    }
}

void LpNumbers::addRow(const LpEntries &entries, double low, double high)
{
    m_added.push_back(entries);
    rowLower.push_back(low);
    rowUpper.push_back(high);
}

LpFace optimalFace(const LpNumbers &problem, const std::vector<double> &multipliers)
{
    const std::size_t rows = problem.rowLower.size(), columns = problem.lower.size();
    std::vector<double> reducedCost = problem.cost, parts(columns), share(rows, 0.0);
    for (std::size_t column = 0; column < columns; ++column)
        parts[column] = std::abs(problem.cost[column]);
    problem.forEachEntry([&](std::size_t row, std::size_t column, double coefficient) {
        const double price = coefficient * multipliers[row];
        reducedCost[column] -= price;
        parts[column] += std::abs(price);
        share[row] = std::max(share[row], std::abs(price));
    });
    const double sign = problem.maximise ? -1 : 1;
    const double greatest = columns > 0 ? *std::max_element(parts.begin(), parts.end()) : 0;
    const auto fixedAt = [&](double price, double isMoreThan, double size, double low, double high) {
        const double bound = sign * price > 0 ? low : high;
        const bool isPrice = size > noCost * isMoreThan && size > nothing * greatest;
        return isPrice && std::isfinite(bound) ? bound : std::nan("");
    };
    LpFace face;
    for (std::size_t column = 0; column < columns; ++column)
        face.columns.push_back(fixedAt(reducedCost[column], parts[column], std::abs(reducedCost[column]),
                                       problem.lower[column], problem.upper[column]));
    for (std::size_t row = 0; row < rows; ++row)
        face.rows.push_back(
            fixedAt(multipliers[row], 0, share[row], problem.rowLower[row], problem.rowUpper[row]));
    return face;
}

namespace {

/// Least and greatest of a sum of variables within bounds, and what rounding may make of it.
struct SumRange
{
    double least = 0, most = 0, rounding = 0;

    /// size: what the price is the difference of.
    void add(double price, double size, double low, double high)
    {
        const bool isEnded = std::isfinite(low) && std::isfinite(high);
        if (price == 0 || (!isEnded && std::abs(price) <= nothing * size))
            return;
        least += price * (price > 0 ? low : high);
        most += price * (price > 0 ? high : low);
        for (const double bound : {low, high})
            if (std::isfinite(bound))
                rounding += lastDigits * size * std::abs(bound);
    }
};

} // namespace

bool isFarkasRay(const LpNumbers &problem, const std::vector<double> &multipliers)
{
    std::vector<double> price(problem.lower.size(), 0.0), size(price);
    problem.forEachEntry([&](std::size_t row, std::size_t column, double coefficient) {
        const double part = coefficient * multipliers[row];
        price[column] += part;
        size[column] += std::abs(part);
    });
    SumRange range; // of y (A x − activity), which is 0
    for (std::size_t column = 0; column < price.size(); ++column)
        range.add(price[column], size[column], problem.lower[column], problem.upper[column]);
    for (std::size_t row = 0; row < multipliers.size(); ++row)
        range.add(-multipliers[row], std::abs(multipliers[row]), problem.rowLower[row],
                  problem.rowUpper[row]);
    return range.least > range.rounding || range.most < -range.rounding;
}

bool isEndless(const LpNumbers &problem, const std::vector<double> &values, std::vector<double> step)
{
    const std::size_t rows = problem.rowLower.size();
    if (!LpCertificate(problem, values, std::vector<double>(rows, 0.0)).isFeasible())
        return false;
    double greatest = 0, gain = 0, parts = 0;
    for (const double change : step)
        greatest = std::max(greatest, std::abs(change));
    for (std::size_t column = 0; column < step.size(); ++column) {
        if (std::abs(step[column]) <= nothing * greatest)
            step[column] = 0;
        gain += problem.cost[column] * step[column];
        parts += std::abs(problem.cost[column] * step[column]);
    }
    if (!(std::abs(gain) > noCost * parts))
        return false;
    std::vector<double> shift(rows, 0.0), size(rows, 0.0);
    problem.forEachEntry([&](std::size_t row, std::size_t column, double coefficient) {
        shift[row] += coefficient * step[column];
        size[row] += std::abs(coefficient * step[column]);
    });
    const double sign = (gain > 0) == problem.maximise ? 1 : -1;
    const auto isFree = [sign](double change, double low, double high) {
        return change == 0 || (sign * change > 0 ? high == infinity : low == -infinity);
    };
    for (std::size_t column = 0; column < step.size(); ++column)
        if (!isFree(step[column], problem.lower[column], problem.upper[column]))
            return false;
    for (std::size_t row = 0; row < rows; ++row)
        if (std::abs(shift[row]) > noCost * size[row] &&
            !isFree(shift[row], problem.rowLower[row], problem.rowUpper[row]))
            return false;
    return true;
}

LpCertificate::LpCertificate(const LpNumbers &problem, const std::vector<double> &values,
                             const std::vector<double> &multipliers)
{
    const std::size_t rows = problem.rowLower.size(), columns = problem.lower.size();
    std::vector<double> activity(rows, 0.0), size(rows, 0.0), reducedCost = problem.cost, parts(columns);
    for (std::size_t column = 0; column < columns; ++column)
        parts[column] = std::abs(problem.cost[column]);
    problem.forEachEntry([&](std::size_t row, std::size_t column, double coefficient) {
        const double flux = coefficient * values[column], price = coefficient * multipliers[row];
        activity[row] += flux;
        size[row] += std::abs(flux);
        reducedCost[column] -= price;
        parts[column] += std::abs(price);
    });
    const double sign = problem.maximise ? -1 : 1;
    const double part = columns > 0 ? *std::max_element(parts.begin(), parts.end()) : 0;
    double greatest = 0;
    for (const double multiplier : multipliers)
        greatest = std::max(greatest, std::abs(multiplier));
    for (std::size_t column = 0; column < columns; ++column) {
        objective += problem.cost[column] * values[column];
        addExcess(values[column], problem.lower[column], problem.upper[column], 0);
        addGap(values[column], problem.lower[column], problem.upper[column], sign * reducedCost[column],
               parts[column], nothing * part);
    }
    for (std::size_t row = 0; row < rows; ++row) {
        addExcess(activity[row], problem.rowLower[row], problem.rowUpper[row], size[row]);
        addGap(activity[row], problem.rowLower[row], problem.rowUpper[row], sign * multipliers[row], greatest,
               0);
    }
    if (!std::isfinite(objective) || std::isnan(gap))
        gap = infinity;
    allowedGap = tolerance * std::abs(objective) + m_rounding;
}

/// size: what the value is the sum of, where it is a sum.
void LpCertificate::addExcess(double value, double low, double high, double size)
{
    if (value >= low && value <= high)
        return;
    const double bound = value < low ? low : high;
    const double excess = std::abs(value - bound) / std::max({1.0, std::abs(bound), size});
    infeasibility = std::isnan(excess) ? infinity : std::max(infeasibility, excess);
}

/// What moving the value to the bound that its price asks for could win. price: to minimise; size: what it is
/// the difference of; least: prices up to it are rounding.
void LpCertificate::addGap(double value, double low, double high, double price, double size, double least)
{
    if (low == high) { // any price
        gap += std::abs(price * (value - low));
        return;
    }
    const double bound = price > 0 ? low : high;
    const double distance = std::isfinite(bound) ? std::abs(value - bound) : std::abs(value);
    if (!std::isfinite(bound) && std::abs(price) > std::max(noEndlessCost * size, least))
        gap = infinity;
    gap += std::abs(price) * distance;
    m_rounding += lastDigits * size * distance;
}

} // namespace pathgan
