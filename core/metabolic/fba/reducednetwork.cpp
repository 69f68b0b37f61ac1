// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/reducednetwork_p.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace pathgan {

/// Works on the columns as ordered maps row → coefficient; rows know their columns.
class ReducedNetwork::Builder
{
public:
    Builder(const LpModel &widest, const std::vector<int> &kept, ReducedNetwork &target);
    void run(Reduction reduction);

private:
    using Column = std::map<int, double>;

    bool blockRow(int row);
    bool joinRow(int row);
    void remove(int column);
    void block(int column);
    void joinProportional(int into, int from, double factor);
    bool joinParallels();
    void absorbSingles();
    void finish();
    /// −1, 0, +1: sign that coefficient · flux can have; 0: either.
    int direction(int row, int column) const;

    ReducedNetwork &m_target;
    std::vector<Column> m_columns;
    std::vector<std::vector<int>> m_rows; ///< columns of each row; may list removed ones, see compact()
    std::vector<double> m_lower, m_upper;
    std::vector<bool> m_kept, m_gone;
    std::vector<int> m_into; ///< joined with (Proportional), −1: none
    std::vector<double> m_factor;
    double m_timeLimit;

    std::vector<int> &compact(int row);
};

ReducedNetwork::Builder::Builder(const LpModel &widest, const std::vector<int> &kept, ReducedNetwork &target)
    : m_target(target), m_columns(widest.columns.size()), m_rows(widest.rowLower.size()),
      m_lower(widest.lower), m_upper(widest.upper), m_kept(widest.columns.size(), false),
      m_gone(widest.columns.size(), false), m_into(widest.columns.size(), -1),
      m_factor(widest.columns.size(), 1.0), m_timeLimit(widest.timeLimit)
{
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        for (const auto &[row, coefficient] : widest.columns[column]) {
            m_columns[column].emplace(row, coefficient);
            m_rows[static_cast<std::size_t>(row)].push_back(static_cast<int>(column));
        }
    }
    for (const int column : kept)
        m_kept[static_cast<std::size_t>(column)] = true;
    target.m_rowLower = widest.rowLower;
    target.m_rowUpper = widest.rowUpper;
}

std::vector<int> &ReducedNetwork::Builder::compact(int row)
{
    std::vector<int> &columns = m_rows[static_cast<std::size_t>(row)];
    std::erase_if(columns, [this, row](int column) {
        return m_gone[static_cast<std::size_t>(column)] ||
               m_columns[static_cast<std::size_t>(column)].count(row) == 0;
    });
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    return columns;
}

int ReducedNetwork::Builder::direction(int row, int column) const
{
    const auto at = static_cast<std::size_t>(column);
    const bool forward = m_upper[at] > 0, backward = m_lower[at] < 0;
    if (forward && backward)
        return 0;
    const double coefficient = m_columns[at].at(row);
    return (coefficient > 0) == forward ? 1 : -1;
}

void ReducedNetwork::Builder::remove(int column)
{
    m_gone[static_cast<std::size_t>(column)] = true;
}

void ReducedNetwork::Builder::block(int column)
{
    m_target.m_blocked.push_back(column);
    remove(column);
}

/// A metabolite that can only be made, or only be used: its reactions carry no flux.
bool ReducedNetwork::Builder::blockRow(int row)
{
    const std::vector<int> &columns = compact(row);
    if (columns.empty())
        return false;
    const int first = columns.size() == 1 ? 1 : direction(row, columns.front());
    if (first == 0)
        return false;
    for (const int column : columns) {
        const auto at = static_cast<std::size_t>(column);
        if (m_lower[at] > 0 || m_upper[at] < 0) // infeasible: left to the solver
            return false;
        if (columns.size() > 1 && direction(row, column) != first)
            return false;
    }
    for (const int column : columns)
        block(column);
    return true;
}

void ReducedNetwork::Builder::joinProportional(int into, int from, double factor)
{
    const auto target = static_cast<std::size_t>(into), source = static_cast<std::size_t>(from);
    m_target.m_steps.push_back(Step{StepKind::Proportional, into, from, factor});
    for (const auto &[row, coefficient] : m_columns[source]) {
        double &entry = m_columns[target][row];
        const double before = entry;
        entry += coefficient * factor;
        if (std::abs(entry) <= 1e-12 * std::abs(before))
            m_columns[target].erase(row);
        else if (before == 0)
            m_rows[static_cast<std::size_t>(row)].push_back(into);
    }
    double low = m_lower[source] / factor, high = m_upper[source] / factor;
    if (factor < 0)
        std::swap(low, high);
    m_lower[target] = std::max(m_lower[target], low);
    m_upper[target] = std::min(m_upper[target], high);
    m_kept[target] = m_kept[target] || m_kept[source];
    m_into[source] = into;
    m_factor[source] = factor;
    remove(from);
    if (m_lower[target] == 0 && m_upper[target] == 0)
        block(into);
}

/// A metabolite between two reactions: they run in fixed proportion.
bool ReducedNetwork::Builder::joinRow(int row)
{
    const std::vector<int> &columns = compact(row);
    if (columns.size() != 2)
        return false;
    int into = columns[0], from = columns[1];
    const auto longer = [this](int a, int b) {
        return m_columns[static_cast<std::size_t>(a)].size() > m_columns[static_cast<std::size_t>(b)].size();
    };
    if (longer(from, into))
        std::swap(into, from);
    const double factor = -m_columns[static_cast<std::size_t>(into)].at(row) /
                          m_columns[static_cast<std::size_t>(from)].at(row);
    m_columns[static_cast<std::size_t>(into)].erase(row);
    m_columns[static_cast<std::size_t>(from)].erase(row);
    joinProportional(into, from, factor);
    return true;
}

/// Columns equal up to a factor add up to one.
bool ReducedNetwork::Builder::joinParallels()
{
    std::map<std::vector<std::pair<int, double>>, int> seen;
    bool changed = false;
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        if (m_gone[column] || m_kept[column] || m_columns[column].empty())
            continue;
        const double lead = m_columns[column].begin()->second;
        std::vector<std::pair<int, double>> shape(m_columns[column].begin(), m_columns[column].end());
        for (auto &entry : shape)
            entry.second /= lead;
        const auto [first, isNew] = seen.emplace(std::move(shape), static_cast<int>(column));
        if (isNew)
            continue;
        const auto target = static_cast<std::size_t>(first->second);
        const double factor = lead / m_columns[target].begin()->second;
        m_target.m_steps.push_back(Step{StepKind::Parallel, first->second, static_cast<int>(column), factor});
        const double low = m_lower[column] * factor, high = m_upper[column] * factor;
        m_lower[target] += std::min(low, high);
        m_upper[target] += std::max(low, high);
        remove(static_cast<int>(column));
        changed = true;
    }
    return changed;
}

/// A column that touches one row only becomes room between that row's bounds.
void ReducedNetwork::Builder::absorbSingles()
{
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        if (m_gone[column] || m_kept[column] || m_columns[column].size() != 1)
            continue;
        const auto [row, coefficient] = *m_columns[column].begin();
        m_target.m_steps.push_back(Step{StepKind::Row, row, static_cast<int>(column), coefficient});
        remove(static_cast<int>(column));
    }
}

void ReducedNetwork::Builder::run(Reduction reduction)
{
    if (reduction == Reduction::None)
        return finish();
    const int rows = static_cast<int>(m_rows.size());
    for (std::size_t column = 0; column < m_columns.size(); ++column)
        if (m_lower[column] == 0 && m_upper[column] == 0)
            block(static_cast<int>(column));
    bool changed = true;
    while (changed) {
        changed = false;
        for (int row = 0; row < rows; ++row)
            changed = blockRow(row) || changed;
        for (int row = 0; row < rows; ++row)
            changed = joinRow(row) || changed;
        if (reduction == Reduction::Optima)
            changed = joinParallels() || changed;
    }
    if (reduction == Reduction::Optima)
        absorbSingles();
    finish();
}

void ReducedNetwork::Builder::finish()
{
    ReducedNetwork &out = m_target;
    out.m_lp.timeLimit = m_timeLimit;
    std::vector<int> newRow(m_rows.size(), -1);
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (compact(static_cast<int>(row)).empty())
            continue;
        newRow[row] = out.m_lp.addRow(out.m_rowLower[row], out.m_rowUpper[row]);
        out.m_leftRow.push_back(static_cast<int>(row));
    }
    out.m_columnOf.assign(m_columns.size(), -1);
    out.m_factorOf.assign(m_columns.size(), 1.0);
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        if (m_gone[column])
            continue;
        LpEntries entries;
        for (const auto &[row, coefficient] : m_columns[column])
            entries.emplace_back(newRow[static_cast<std::size_t>(row)], coefficient);
        out.m_columnOf[column] = out.m_lp.addColumn(std::move(entries), m_lower[column], m_upper[column]);
        out.m_left.push_back(static_cast<int>(column));
    }
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        double factor = 1;
        auto at = column;
        while (m_into[at] >= 0) {
            factor *= m_factor[at];
            at = static_cast<std::size_t>(m_into[at]);
        }
        out.m_columnOf[column] = out.m_columnOf[at];
        out.m_factorOf[column] = factor;
    }
    const Bounds bounds = out.reduce(m_lower, m_upper);
    out.m_lp.rowLower = bounds.rowLower;
    out.m_lp.rowUpper = bounds.rowUpper;
}

ReducedNetwork::ReducedNetwork(const LpModel &widest, const std::vector<int> &kept, Reduction reduction)
{
    Builder(widest, kept, *this).run(reduction);
}

std::vector<double> ReducedNetwork::reduceCosts(const std::vector<double> &costs) const
{
    std::vector<double> result(m_left.size(), 0.0);
    for (std::size_t column = 0; column < costs.size(); ++column)
        if (const int reduced = m_columnOf[column]; costs[column] != 0 && reduced >= 0)
            result[static_cast<std::size_t>(reduced)] += costs[column] * m_factorOf[column];
    return result;
}

std::vector<double> ReducedNetwork::reduceWeights(const std::vector<double> &weights) const
{
    std::vector<double> result(m_left.size(), 0.0);
    for (std::size_t column = 0; column < weights.size(); ++column)
        if (const int reduced = m_columnOf[column]; reduced >= 0)
            result[static_cast<std::size_t>(reduced)] += weights[column] * std::abs(m_factorOf[column]);
    return result;
}

namespace {

/// Rounding of factors must not make a fixed flux infeasible.
void closeGap(double &low, double &high)
{
    if (low > high && low - high <= 1e-9 * std::max(1.0, std::abs(low)))
        low = high;
}

double relativeExcess(double a, double b)
{
    return a == b ? 0 : (a - b) / std::max(1e-300, std::min(std::abs(a), std::abs(b)));
}

} // namespace

void ReducedNetwork::follow(const Step &step, std::vector<double> &lower, std::vector<double> &upper,
                            Bounds &result)
{
    const auto into = static_cast<std::size_t>(step.into), from = static_cast<std::size_t>(step.from);
    const bool divides = step.kind == StepKind::Proportional;
    double low = divides ? lower[from] / step.factor : lower[from] * step.factor;
    double high = divides ? upper[from] / step.factor : upper[from] * step.factor;
    if (step.factor < 0)
        std::swap(low, high);
    switch (step.kind) {
    case StepKind::Proportional:
        result.excess.emplace_back(relativeExcess(low, lower[into]), relativeExcess(high, upper[into]));
        lower[into] = std::max(lower[into], low);
        upper[into] = std::min(upper[into], high);
        closeGap(lower[into], upper[into]);
        break;
    case StepKind::Parallel:
        lower[into] += low;
        upper[into] += high;
        break;
    case StepKind::Row:
        result.rowLower[into] -= high;
        result.rowUpper[into] -= low;
        break;
    }
}

ReducedNetwork::Bounds ReducedNetwork::reduce(std::vector<double> lower, std::vector<double> upper) const
{
    Bounds result;
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (std::size_t column = 0; column < lower.size(); ++column)
        result.isEmpty = result.isEmpty || lower[column] > upper[column] || lower[column] == infinity ||
                         upper[column] == -infinity;
    result.rowLower = m_rowLower;
    result.rowUpper = m_rowUpper;
    for (const Step &step : m_steps)
        follow(step, lower, upper, result);
    for (const int column : m_blocked) {
        const auto at = static_cast<std::size_t>(column);
        result.isEmpty = result.isEmpty || lower[at] > 0 || upper[at] < 0;
    }
    for (const int column : m_left) {
        result.lower.push_back(lower[static_cast<std::size_t>(column)]);
        result.upper.push_back(upper[static_cast<std::size_t>(column)]);
    }
    for (std::size_t k = 0; k < m_leftRow.size(); ++k) { // ascending: in place
        result.rowLower[k] = result.rowLower[static_cast<std::size_t>(m_leftRow[k])];
        result.rowUpper[k] = result.rowUpper[static_cast<std::size_t>(m_leftRow[k])];
    }
    result.rowLower.resize(m_leftRow.size());
    result.rowUpper.resize(m_leftRow.size());
    return result;
}

/// The multiplier of a row that was left out is free: it is chosen so that what is not to have a price has
/// none.
template <class Join>
std::vector<double> ReducedNetwork::expandEach(const Duals &reduced, const Bounds &bounds,
                                               const Join &join) const
{
    std::vector<double> columns(m_columnOf.size(), 0.0), rows(m_rowLower.size(), 0.0);
    for (std::size_t k = 0; k < m_left.size(); ++k)
        columns[static_cast<std::size_t>(m_left[k])] = reduced.columns[k];
    for (std::size_t k = 0; k < m_leftRow.size(); ++k)
        rows[static_cast<std::size_t>(m_leftRow[k])] = reduced.rows[k];
    std::size_t joined = bounds.excess.size();
    for (auto step = m_steps.rbegin(); step != m_steps.rend(); ++step) {
        const auto into = static_cast<std::size_t>(step->into), from = static_cast<std::size_t>(step->from);
        switch (step->kind) {
        case StepKind::Proportional: {
            const double dual = columns[into];
            const auto [low, high] = bounds.excess[--joined];
            join(joined, dual);
            if (dual < 0 ? low > 0 : high < 0) {
                columns[from] = dual / step->factor;
                columns[into] = 0;
            }
            break;
        }
        case StepKind::Parallel:
            columns[from] = step->factor * columns[into];
            break;
        case StepKind::Row:
            columns[from] = -step->factor * rows[into];
            break;
        }
    }
    return columns;
}

std::vector<double> ReducedNetwork::expand(const Duals &reduced, const Bounds &bounds) const
{
    return expandEach(reduced, bounds, [](std::size_t, double) {});
}

bool ReducedNetwork::isTied(const Duals &reduced, const Bounds &bounds, const Bounds &moved) const
{
    constexpr double equal = 1e-9, apart = 1e-8;
    bool result = false;
    expandEach(reduced, bounds, [&](std::size_t join, double dual) {
        const auto &before = bounds.excess[join], &after = moved.excess[join];
        const double was = dual < 0 ? before.first : before.second;
        const double is = dual < 0 ? after.first : after.second;
        result = result || (dual != 0 && std::abs(was) <= equal && std::abs(is) > apart);
    });
    return result;
}

} // namespace pathgan
