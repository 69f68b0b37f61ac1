// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/lp/basisfactor_p.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace pathgan {

namespace {

constexpr double leastPivot = 1e-9;  ///< of a scaled matrix
constexpr double leastShare = 0.1;   ///< of a row's largest entry: what may be a pivot
constexpr double negligible = 1e-14; ///< an entry this small is 0
constexpr std::size_t none = SIZE_MAX;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Lines of the items: each goes to lineOf(item) as entryOf(item), in the order given.
template <class Item, class LineOf, class EntryOf>
SparseLines sorted(const std::vector<Item> &items, std::size_t count, const LineOf &lineOf,
                   const EntryOf &entryOf)
{
    SparseLines result;
    result.starts.assign(count + 1, 0);
    for (const Item &item : items)
        ++result.starts[lineOf(item) + 1];
    for (std::size_t line = 0; line < count; ++line)
        result.starts[line + 1] += result.starts[line];
    result.entries.resize(items.size());
    std::vector<std::size_t> next(result.starts);
    for (const Item &item : items)
        result.entries[next[lineOf(item)]++] = entryOf(item);
    return result;
}

} // namespace

SparseLines SparseLines::transposed(std::size_t count) const
{
    SparseLines result;
    result.starts.assign(count + 1, 0);
    for (const Entry &entry : entries)
        ++result.starts[at(entry.index) + 1];
    for (std::size_t line = 0; line < count; ++line)
        result.starts[line + 1] += result.starts[line];
    result.entries.resize(entries.size());
    std::vector<std::size_t> next(result.starts.begin(), result.starts.end() - 1);
    for (std::size_t line = 0; line < size(); ++line)
        for (const Entry *entry = begin(line); entry != end(line); ++entry)
            result.entries[next[at(entry->index)]++] = {static_cast<int>(line), entry->value};
    return result;
}

/// Gaussian elimination: first all rows and columns with a single entry, which need no arithmetic; then the
/// rest by Markowitz's count (Markowitz 1957), with a threshold for the pivots.
class BasisFactor::Elimination
{
public:
    Elimination(const SparseLines &columns, const std::vector<int> &basis, BasisFactor &factor);
    bool run(std::vector<int> &basis);

private:
    struct UpperEntry
    {
        std::size_t column; ///< place in the basis as given
        int row;
        double value;
    };
    struct Pivot
    {
        std::size_t row = none, column = none;
    };

    const SparseLines::Entry *begin(std::size_t column) const { return m_matrix.begin(at(m_basis[column])); }
    const SparseLines::Entry *end(std::size_t column) const { return m_matrix.end(at(m_basis[column])); }
    bool pivotSingles();
    bool pivotColumn(std::size_t column);
    bool pivotRow(std::size_t row);
    void take(std::size_t row, std::size_t column, double value);
    void startRest();
    Pivot choosePivot() const;
    void tryPivot(std::size_t row, std::size_t column, double value, Pivot &best, std::size_t &least) const;
    bool pivotRest();
    void eliminate(const Pivot &pivot, double value);
    void subtract(std::size_t row, double share, const std::vector<SparseLines::Entry> &from);
    void finish(std::vector<int> &basis);

    const SparseLines &m_matrix;
    const std::vector<int> &m_basis;
    BasisFactor &m_factor;
    std::size_t m_size;
    SparseLines m_rowPattern;
    std::vector<int> m_rowCount, m_columnCount; ///< entries left
    std::vector<std::size_t> m_columnOfRow, m_rowOfColumn;
    std::vector<std::size_t> m_singleColumns, m_singleRows;
    std::vector<UpperEntry> m_upper;
    std::vector<std::size_t> m_restRows, m_restColumns;
    std::vector<std::vector<SparseLines::Entry>> m_rows; ///< of the rest
    std::vector<std::vector<std::size_t>> m_columns;     ///< of the rest: their rows
    std::vector<double> m_largest;                       ///< by row of the rest
    std::vector<double> m_work;
    std::vector<unsigned char> m_isNew;
};

BasisFactor::Elimination::Elimination(const SparseLines &columns, const std::vector<int> &basis,
                                      BasisFactor &factor)
    : m_matrix(columns), m_basis(basis), m_factor(factor), m_size(basis.size()), m_rowCount(m_size, 0),
      m_columnCount(m_size, 0), m_columnOfRow(m_size, none), m_rowOfColumn(m_size, none)
{
    SparseLines pattern;
    for (std::size_t column = 0; column < m_size; ++column) {
        for (const auto *entry = begin(column); entry != end(column); ++entry) {
            pattern.add(entry->index, entry->value);
            ++m_rowCount[at(entry->index)];
            ++m_columnCount[column];
        }
        pattern.endLine();
    }
    m_rowPattern = pattern.transposed(m_size);
}

void BasisFactor::Elimination::take(std::size_t row, std::size_t column, double value)
{
    m_columnOfRow[row] = column;
    m_rowOfColumn[column] = row;
    m_factor.m_order.push_back(static_cast<int>(row));
    m_factor.m_pivots.push_back(value);
}

/// The only entry left of a column: the rest of its row belongs to U.
bool BasisFactor::Elimination::pivotColumn(std::size_t column)
{
    const SparseLines::Entry *pivot = nullptr;
    for (const auto *entry = begin(column); entry != end(column); ++entry)
        if (m_columnOfRow[at(entry->index)] == none)
            pivot = entry;
        else
            m_upper.push_back({column, entry->index, entry->value});
    if (!pivot || std::abs(pivot->value) < leastPivot)
        return false;
    const std::size_t row = at(pivot->index);
    take(row, column, pivot->value);
    for (const auto *entry = m_rowPattern.begin(row); entry != m_rowPattern.end(row); ++entry)
        if (m_rowOfColumn[at(entry->index)] == none && --m_columnCount[at(entry->index)] == 1)
            m_singleColumns.push_back(at(entry->index));
    return true;
}

/// The only entry left of a row: the rest of its column belongs to L, and changes nothing else.
bool BasisFactor::Elimination::pivotRow(std::size_t row)
{
    std::size_t column = none;
    double value = 0;
    for (const auto *entry = m_rowPattern.begin(row); entry != m_rowPattern.end(row); ++entry)
        if (m_rowOfColumn[at(entry->index)] == none) {
            column = at(entry->index);
            value = entry->value;
        }
    if (column == none || std::abs(value) < leastPivot)
        return false;
    Eta eta{static_cast<int>(row), 1, m_factor.m_lowerEntries.size(), 0};
    for (const auto *entry = begin(column); entry != end(column); ++entry) {
        const std::size_t other = at(entry->index);
        if (other == row)
            continue;
        if (m_columnOfRow[other] != none) {
            m_upper.push_back({column, entry->index, entry->value});
            continue;
        }
        m_factor.m_lowerEntries.push_back({entry->index, entry->value / value});
        if (--m_rowCount[other] == 1)
            m_singleRows.push_back(other);
    }
    take(row, column, value);
    eta.end = m_factor.m_lowerEntries.size();
    if (eta.end > eta.begin)
        m_factor.m_lower.push_back(eta);
    return true;
}

bool BasisFactor::Elimination::pivotSingles()
{
    for (std::size_t i = 0; i < m_size; ++i) {
        if (m_columnCount[i] == 1)
            m_singleColumns.push_back(i);
        if (m_rowCount[i] == 1)
            m_singleRows.push_back(i);
    }
    while (!m_singleColumns.empty() || !m_singleRows.empty()) {
        while (!m_singleColumns.empty()) {
            const std::size_t column = m_singleColumns.back();
            m_singleColumns.pop_back();
            if (m_rowOfColumn[column] == none && !pivotColumn(column))
                return false;
        }
        if (m_singleRows.empty())
            break;
        const std::size_t row = m_singleRows.back();
        m_singleRows.pop_back();
        if (m_columnOfRow[row] == none && !pivotRow(row))
            return false;
    }
    return true;
}

void BasisFactor::Elimination::startRest()
{
    m_rows.resize(m_size);
    m_columns.resize(m_size);
    m_largest.assign(m_size, 0.0);
    m_work.assign(m_size, 0.0);
    m_isNew.assign(m_size, 0);
    for (std::size_t column = 0; column < m_size; ++column) {
        if (m_rowOfColumn[column] != none)
            continue;
        m_restColumns.push_back(column);
        for (const auto *entry = begin(column); entry != end(column); ++entry) {
            const std::size_t row = at(entry->index);
            if (m_columnOfRow[row] != none) {
                m_upper.push_back({column, entry->index, entry->value});
                continue;
            }
            m_columns[column].push_back(row);
            m_rows[row].push_back({static_cast<int>(column), entry->value});
            m_largest[row] = std::max(m_largest[row], std::abs(entry->value));
        }
    }
    for (std::size_t row = 0; row < m_size; ++row)
        if (m_columnOfRow[row] == none)
            m_restRows.push_back(row);
}

void BasisFactor::Elimination::tryPivot(std::size_t row, std::size_t column, double value, Pivot &best,
                                        std::size_t &least) const
{
    if (std::abs(value) < leastShare * m_largest[row] || std::abs(value) < leastPivot)
        return;
    const std::size_t count = (m_rows[row].size() - 1) * (m_columns[column].size() - 1);
    if (count < least) {
        least = count;
        best = {row, column};
    }
}

/// Among the entries of the shortest columns and rows the one that can fill in least.
BasisFactor::Elimination::Pivot BasisFactor::Elimination::choosePivot() const
{
    std::size_t shortestColumn = none, shortestRow = none;
    for (const std::size_t column : m_restColumns)
        if (m_rowOfColumn[column] == none &&
            (shortestColumn == none || m_columns[column].size() < m_columns[shortestColumn].size()))
            shortestColumn = column;
    for (const std::size_t row : m_restRows)
        if (m_columnOfRow[row] == none &&
            (shortestRow == none || m_rows[row].size() < m_rows[shortestRow].size()))
            shortestRow = row;
    Pivot best;
    std::size_t least = none;
    for (const std::size_t row : m_columns[shortestColumn])
        for (const auto &entry : m_rows[row])
            if (at(entry.index) == shortestColumn)
                tryPivot(row, shortestColumn, entry.value, best, least);
    for (const auto &entry : m_rows[shortestRow])
        tryPivot(shortestRow, at(entry.index), entry.value, best, least);
    return best;
}

/// row −= share · from
void BasisFactor::Elimination::subtract(std::size_t row, double share,
                                        const std::vector<SparseLines::Entry> &from)
{
    for (const auto &entry : from) {
        m_work[at(entry.index)] = share * entry.value;
        m_isNew[at(entry.index)] = 1;
    }
    double largest = 0;
    for (auto &entry : m_rows[row]) {
        const std::size_t column = at(entry.index);
        if (m_isNew[column]) {
            entry.value -= m_work[column];
            m_isNew[column] = 0;
        }
        largest = std::max(largest, std::abs(entry.value));
    }
    for (const auto &entry : from) {
        const std::size_t column = at(entry.index);
        if (m_isNew[column] && std::abs(m_work[column]) > negligible) {
            m_rows[row].push_back({entry.index, -m_work[column]});
            m_columns[column].push_back(row);
            largest = std::max(largest, std::abs(m_work[column]));
        }
        m_isNew[column] = 0;
    }
    m_largest[row] = largest;
}

void BasisFactor::Elimination::eliminate(const Pivot &pivot, double value)
{
    auto &own = m_rows[pivot.row];
    std::erase_if(own, [&](const auto &entry) { return at(entry.index) == pivot.column; });
    for (const auto &entry : own) {
        m_upper.push_back({at(entry.index), static_cast<int>(pivot.row), entry.value});
        std::erase(m_columns[at(entry.index)], pivot.row);
    }
    Eta eta{static_cast<int>(pivot.row), 1, m_factor.m_lowerEntries.size(), 0};
    for (const std::size_t row : m_columns[pivot.column]) {
        if (row == pivot.row)
            continue;
        auto &line = m_rows[row];
        const auto it = std::find_if(line.begin(), line.end(),
                                     [&](const auto &entry) { return at(entry.index) == pivot.column; });
        const double share = it->value / value;
        line.erase(it);
        m_factor.m_lowerEntries.push_back({static_cast<int>(row), share});
        subtract(row, share, own);
    }
    eta.end = m_factor.m_lowerEntries.size();
    if (eta.end > eta.begin)
        m_factor.m_lower.push_back(eta);
    take(pivot.row, pivot.column, value);
}

bool BasisFactor::Elimination::pivotRest()
{
    for (std::size_t left = m_restRows.size(); left > 0; --left) {
        const Pivot pivot = choosePivot();
        if (pivot.row == none)
            return false;
        double value = 0;
        for (const auto &entry : m_rows[pivot.row])
            if (at(entry.index) == pivot.column)
                value = entry.value;
        eliminate(pivot, value);
    }
    return true;
}

/// U by columns and by rows, in the order of the pivots; indices are rows.
void BasisFactor::Elimination::finish(std::vector<int> &basis)
{
    std::vector<std::size_t> stepOfRow(m_size);
    for (std::size_t step = 0; step < m_size; ++step)
        stepOfRow[at(m_factor.m_order[step])] = step;
    const auto columnStep = [&](const UpperEntry &entry) { return stepOfRow[m_rowOfColumn[entry.column]]; };
    const auto rowStep = [&](const UpperEntry &entry) { return stepOfRow[at(entry.row)]; };
    m_factor.m_upperColumns = sorted(m_upper, m_size, columnStep, [](const UpperEntry &entry) {
        return SparseLines::Entry{entry.row, entry.value};
    });
    m_factor.m_upperRows = sorted(m_upper, m_size, rowStep, [this](const UpperEntry &entry) {
        return SparseLines::Entry{static_cast<int>(m_rowOfColumn[entry.column]), entry.value};
    });
    std::vector<int> ordered(m_size);
    for (std::size_t column = 0; column < m_size; ++column)
        ordered[m_rowOfColumn[column]] = m_basis[column];
    basis = std::move(ordered);
}

bool BasisFactor::Elimination::run(std::vector<int> &basis)
{
    if (!pivotSingles())
        return false;
    startRest();
    if (!pivotRest())
        return false;
    finish(basis);
    return true;
}

bool BasisFactor::factorise(const SparseLines &columns, std::vector<int> &basis)
{
    m_order.clear();
    m_pivots.clear();
    m_lower.clear();
    m_lowerEntries.clear();
    m_updates.clear();
    m_updateEntries.clear();
    return Elimination(columns, basis, *this).run(basis);
}

/// Solves for one place, and takes its share from the others.
void BasisFactor::substitute(std::size_t step, const SparseLines &upper, std::vector<double> &x) const
{
    double &value = x[at(m_order[step])];
    if (value == 0)
        return;
    value /= m_pivots[step];
    const double solved = value;
    for (const auto *entry = upper.begin(step); entry != upper.end(step); ++entry)
        x[at(entry->index)] -= entry->value * solved;
}

void BasisFactor::apply(const Eta &eta, const std::vector<SparseLines::Entry> &entries,
                        std::vector<double> &x)
{
    double &value = x[at(eta.place)];
    if (value == 0)
        return;
    value /= eta.pivot;
    const double share = value;
    for (std::size_t k = eta.begin; k < eta.end; ++k)
        x[at(entries[k].index)] -= entries[k].value * share;
}

void BasisFactor::applyTransposed(const Eta &eta, const std::vector<SparseLines::Entry> &entries,
                                  std::vector<double> &x)
{
    double sum = x[at(eta.place)];
    for (std::size_t k = eta.begin; k < eta.end; ++k)
        sum -= entries[k].value * x[at(entries[k].index)];
    x[at(eta.place)] = sum / eta.pivot;
}

void BasisFactor::solve(std::vector<double> &x) const
{
    for (const Eta &eta : m_lower)
        apply(eta, m_lowerEntries, x);
    for (std::size_t step = m_order.size(); step-- > 0;)
        substitute(step, m_upperColumns, x);
    for (const Eta &eta : m_updates)
        apply(eta, m_updateEntries, x);
}

void BasisFactor::solveTransposed(std::vector<double> &x) const
{
    for (std::size_t update = m_updates.size(); update-- > 0;)
        applyTransposed(m_updates[update], m_updateEntries, x);
    for (std::size_t step = 0; step < m_order.size(); ++step)
        substitute(step, m_upperRows, x);
    for (std::size_t line = m_lower.size(); line-- > 0;)
        applyTransposed(m_lower[line], m_lowerEntries, x);
}

void BasisFactor::replace(int place, const std::vector<double> &solved)
{
    Eta eta{place, solved[at(place)], m_updateEntries.size(), 0};
    for (std::size_t i = 0; i < solved.size(); ++i)
        if (i != at(place) && std::abs(solved[i]) > negligible)
            m_updateEntries.push_back({static_cast<int>(i), solved[i]});
    eta.end = m_updateEntries.size();
    m_updates.push_back(eta);
}

} // namespace pathgan
