// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/lp/lp_p.h"

#include <vector>

namespace pathgan {

/// The numbers of a problem as they were given, not as a solver scales them: what solutions are measured by.
class LpNumbers
{
public:
    explicit LpNumbers(const LpModel &model);
    void addRow(const LpEntries &entries, double low, double high); ///< (column, coefficient)

    bool maximise = true;
    std::vector<double> rowLower, rowUpper, lower, upper, cost;

    int rows() const { return static_cast<int>(rowLower.size()); }
    int size() const { return static_cast<int>(lower.size()); }

    /// Calls add(row, column, coefficient) for each entry.
    template <class Add>
    void forEachEntry(const Add &add) const;

private:
    std::vector<int> m_start, m_row; ///< by column
    std::vector<double> m_coefficient;
    std::vector<LpEntries> m_added; ///< rows added since
};

template <class Add>
void LpNumbers::forEachEntry(const Add &add) const
{
    for (std::size_t column = 0; column + 1 < m_start.size(); ++column)
        for (auto k = static_cast<std::size_t>(m_start[column]);
             k < static_cast<std::size_t>(m_start[column + 1]); ++k)
            add(static_cast<std::size_t>(m_row[k]), column, m_coefficient[k]);
    for (std::size_t k = 0; k < m_added.size(); ++k)
        for (const auto &[column, coefficient] : m_added[k])
            add(rowLower.size() - m_added.size() + k, static_cast<std::size_t>(column), coefficient);
}

/// The optimal points of a problem, by optimal multipliers of its rows (complementary slackness): whatever
/// has a price is at the bound that the price asks for.
LpFace optimalFace(const LpNumbers &problem, const std::vector<double> &multipliers);

/// Whether no point within the bounds satisfies that sum of the rows, by whatever is more than rounding
/// (Farkas). multipliers: of the rows.
bool isFarkasRay(const LpNumbers &problem, const std::vector<double> &multipliers);

/// Whether the point is feasible, and stays so with an ever better objective along the step or its opposite.
bool isEndless(const LpNumbers &problem, const std::vector<double> &values, std::vector<double> step);

/// Whether a point is feasible, and how far at most its objective is from the optimum: the bound that any
/// multipliers of the rows give by weak duality, whatever a solver says of either.
class LpCertificate
{
public:
    /// values: by column; multipliers: by row, d objective / d row activity.
    LpCertificate(const LpNumbers &problem, const std::vector<double> &values,
                  const std::vector<double> &multipliers);

    static constexpr double tolerance = 1e-6; ///< relative, of bounds, rows and the objective

    double objective = 0;
    double gap = 0;           ///< of the objective, at most; infinite: the multipliers bound nothing
    double allowedGap = 0;    ///< what the tolerance makes of the objective, and rounding
    double infeasibility = 0; ///< greatest, relative to the bound or to what enters and leaves the row

    bool isFeasible() const { return infeasibility <= tolerance; }
    bool isOptimal() const { return isFeasible() && gap <= allowedGap; }

private:
    void addExcess(double value, double low, double high, double size);
    void addGap(double value, double low, double high, double price, double size, double least);

    double m_rounding = 0; ///< what the last digits of multipliers may make of the gap
};

} // namespace pathgan
