// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/samplelp_p.h"

namespace pathgan {

SampleLp::SampleLp(const LpModel &problem, const ReferenceVertex &reference)
    : m_lp(problem), m_basis(reference.basis)
{
    if (!reference.start)
        return;
    m_search.emplace(reference.start);
    for (int column = 0; column < problem.size(); ++column)
        m_search->setBounds(column, problem.lower[static_cast<std::size_t>(column)],
                            problem.upper[static_cast<std::size_t>(column)]);
    for (int row = 0; row < problem.rows(); ++row)
        m_search->setRowBounds(row, problem.rowLower[static_cast<std::size_t>(row)],
                               problem.rowUpper[static_cast<std::size_t>(row)]);
}

void SampleLp::setBounds(int column, double low, double high)
{
    m_lp.setBounds(column, low, high);
    if (m_search)
        m_search->setBounds(column, low, high);
}

void SampleLp::setRowBounds(int row, double low, double high)
{
    m_lp.setRowBounds(row, low, high);
    if (m_search)
        m_search->setRowBounds(row, low, high);
}

SolutionStatus SampleLp::solve(const TaskContext &context)
{
    const std::optional<LpBasis> found = m_search ? m_search->solve(context) : std::nullopt;
    if (!found)
        return solveFrom(m_lp, m_basis, context);
    m_lp.setBasis(*found);
    return m_lp.solve(LpMethod::Primal, context);
}

} // namespace pathgan
