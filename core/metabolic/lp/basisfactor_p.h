// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace pathgan {

/// Lines (columns or rows) of a sparse matrix, one after another.
struct SparseLines
{
    struct Entry
    {
        int index = 0; ///< in the other direction
        double value = 0;
    };
    std::vector<Entry> entries;
    std::vector<std::size_t> starts{0}; ///< of each line, and the end of the last

    std::size_t size() const { return starts.size() - 1; }
    const Entry *begin(std::size_t line) const { return entries.data() + starts[line]; }
    const Entry *end(std::size_t line) const { return entries.data() + starts[line + 1]; }
    void add(int index, double value) { entries.push_back({index, value}); }
    void endLine() { starts.push_back(entries.size()); }
    void clear()
    {
        entries.clear();
        starts.assign(1, 0);
    }
    /// The same matrix by its other direction, which has `count` lines.
    SparseLines transposed(std::size_t count) const;
};

/// Sparse LU factors of a simplex basis, kept up to date in product form (Dantzig and Orchard-Hays 1954).
/// A basic column has the place of the row that it pivots in, so that what is solved needs no permutation.
class BasisFactor
{
public:
    /// Factorises the columns named by `basis`, which is put in order: basis[row] pivots in `row`. False:
    /// singular.
    bool factorise(const SparseLines &columns, std::vector<int> &basis);
    /// x becomes B⁻¹x, by place.
    void solve(std::vector<double> &x) const;
    /// x becomes B⁻ᵀx, by row.
    void solveTransposed(std::vector<double> &x) const;
    /// Another column takes a place; solved: B⁻¹ of it.
    void replace(int place, const std::vector<double> &solved);
    int updates() const { return static_cast<int>(m_updates.size()); }

private:
    class Elimination;
    /// A line of L, or of an update.
    struct Eta
    {
        int place = 0;
        double pivot = 1;
        std::size_t begin = 0, end = 0;
    };

    void substitute(std::size_t step, const SparseLines &upper, std::vector<double> &x) const;
    static void apply(const Eta &eta, const std::vector<SparseLines::Entry> &entries, std::vector<double> &x);
    static void applyTransposed(const Eta &eta, const std::vector<SparseLines::Entry> &entries,
                                std::vector<double> &x);

    std::vector<int> m_order;     ///< pivot rows, first to last
    std::vector<double> m_pivots; ///< in that order
    SparseLines m_upperColumns, m_upperRows;
    std::vector<Eta> m_lower, m_updates;
    std::vector<SparseLines::Entry> m_lowerEntries, m_updateEntries;
};

} // namespace pathgan
