// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/absoluteproblem_p.h"

namespace pathgan {

AbsoluteProblem::AbsoluteProblem(const LpModel &problem, const std::vector<double> &weights)
{
    lp.maximise = false;
    lp.timeLimit = problem.timeLimit;
    lp.rowLower = problem.rowLower;
    lp.rowUpper = problem.rowUpper;
    columns.resize(problem.columns.size());
    for (std::size_t column = 0; column < problem.columns.size(); ++column) {
        const double low = problem.lower[column], high = problem.upper[column];
        SplitColumn &split = columns[column];
        if (high > 0 || low >= 0)
            split.forward = lp.addColumn(problem.columns[column], std::max(low, 0.0), high, weights[column]);
        if (low < 0) {
            LpEntries reversed = problem.columns[column];
            for (auto &entry : reversed)
                entry.second = -entry.second;
            split.backward = lp.addColumn(std::move(reversed), std::max(-high, 0.0), -low, weights[column]);
        }
    }
}

double AbsoluteProblem::flux(const Lp &solved, int column) const
{
    const SplitColumn &split = columns[static_cast<std::size_t>(column)];
    return (split.forward >= 0 ? solved.value(split.forward) : 0.0) -
           (split.backward >= 0 ? solved.value(split.backward) : 0.0);
}

std::vector<double> AbsoluteProblem::fluxes(const Lp &solved) const
{
    std::vector<double> result;
    for (int column = 0; column < static_cast<int>(columns.size()); ++column)
        result.push_back(flux(solved, column));
    return result;
}

} // namespace pathgan
