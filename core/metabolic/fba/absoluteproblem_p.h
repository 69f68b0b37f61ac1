// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/lp/lp_p.h"

#include <algorithm>
#include <vector>

namespace pathgan {

/// Columns of one reaction in a problem of absolute fluxes: v = forward − backward, both ≥ 0; −1 where the
/// bounds leave one side no room.
struct SplitColumn
{
    int forward = -1, backward = -1;
};

/// minimise Σ weight_j |v_j| under the rows of `problem`, whose own costs are left out.
struct AbsoluteProblem
{
    LpModel lp;
    std::vector<SplitColumn> columns; ///< by column of `problem`

    AbsoluteProblem(const LpModel &problem, const std::vector<double> &weights);
    /// v of one column, and of all, in the split problem's solution.
    double flux(const Lp &solved, int column) const;
    std::vector<double> fluxes(const Lp &solved) const;
    /// Bounds on v, within those of the problem this was made of.
    template <class Target>
    void setBounds(Target &target, int column, double low, double high) const
    {
        const SplitColumn &split = columns[static_cast<std::size_t>(column)];
        if (split.forward >= 0)
            target.setBounds(split.forward, std::max(low, 0.0), std::max(high, 0.0));
        if (split.backward >= 0)
            target.setBounds(split.backward, std::max(-high, 0.0), std::max(-low, 0.0));
    }
};

} // namespace pathgan
