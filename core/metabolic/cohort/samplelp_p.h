// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/reducedproblem_p.h"
#include "core/metabolic/fba/referencevertex_p.h"
#include "core/metabolic/lp/dualsimplex_p.h"

#include <optional>

namespace pathgan {

/// A problem that is solved from the reference vertex with one sample's bounds after another's: the dual
/// simplex finds the basis, the solver proves it. What it finds depends on nothing but the bounds.
class SampleLp
{
public:
    SampleLp(const LpModel &problem, const ReferenceVertex &reference);
    void setBounds(int column, double low, double high);
    void setRowBounds(int row, double low, double high);
    SolutionStatus solve(const TaskContext &context);
    /// The solution; costs may be changed from solve to solve, bounds after one for what follows.
    Lp &lp() { return m_lp; }
    const Lp &lp() const { return m_lp; }

private:
    Lp m_lp;
    const LpBasis &m_basis;
    std::optional<DualSimplex> m_search;
};

} // namespace pathgan
