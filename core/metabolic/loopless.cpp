#include "core/metabolic/fvaproblem_p.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double cutoff = 1e-7; ///< as COBRApy's: less flux is none

/// The columns that carry flux, each free to carry less of it, those of boundary reactions fixed: least Σ|v|
/// takes every loop away. Rows keep what they add up to now, so that the fluxes themselves are feasible.
class CycleFree
{
public:
    CycleFree(const FvaProblem &problem, const std::vector<double> &fluxes);

    /// By column; empty: not solved. pinned (≥ 0): this column stays as it is.
    std::vector<double> solve(int pinned, SolutionStatus &status, const TaskContext &context) const;

private:
    const std::vector<double> &m_fluxes;
    std::vector<int> m_columns; ///< of the network, by column of m_lp
    LpModel m_lp;
};

CycleFree::CycleFree(const FvaProblem &problem, const std::vector<double> &fluxes) : m_fluxes(fluxes)
{
    const LpModel &network = problem.fluxes;
    std::vector<int> rowOf(network.rowLower.size(), -1);
    std::vector<double> activity(network.rowLower.size(), 0.0);
    m_lp.maximise = false;
    m_lp.timeLimit = network.timeLimit;
    for (std::size_t column = 0; column < fluxes.size(); ++column) {
        const double flux = fluxes[column];
        if (flux == 0)
            continue;
        Stoichiometry entries;
        for (const auto &[row, coefficient] : network.columns[column]) {
            const auto at = static_cast<std::size_t>(row);
            if (rowOf[at] < 0)
                rowOf[at] = m_lp.addRow(0, 0);
            entries.emplace_back(rowOf[at], coefficient);
            activity[at] += coefficient * flux;
        }
        const double low = std::max(std::min(flux, 0.0), network.lower[column]);
        const double high = std::min(std::max(flux, 0.0), network.upper[column]);
        const bool isFixed = problem.isBoundary[column] || low > high;
        const double weight = std::copysign(problem.weights[column], flux);
        m_lp.addColumn(std::move(entries), isFixed ? flux : low, isFixed ? flux : high, weight);
        m_columns.push_back(static_cast<int>(column));
    }
    for (std::size_t row = 0; row < rowOf.size(); ++row) {
        if (rowOf[row] < 0)
            continue;
        const auto at = static_cast<std::size_t>(rowOf[row]);
        m_lp.rowLower[at] = std::min(network.rowLower[row], activity[row]);
        m_lp.rowUpper[at] = std::max(network.rowUpper[row], activity[row]);
    }
}

std::vector<double> CycleFree::solve(int pinned, SolutionStatus &status, const TaskContext &context) const
{
    Lp lp(m_lp);
    for (std::size_t column = 0; column < m_columns.size(); ++column)
        if (m_columns[column] == pinned) {
            const double flux = m_fluxes[static_cast<std::size_t>(pinned)];
            lp.setBounds(static_cast<int>(column), flux, flux);
        }
    status = lp.solveCold(context);
    if (status != SolutionStatus::Optimal)
        return {};
    std::vector<double> result(m_fluxes.size(), 0.0);
    for (std::size_t column = 0; column < m_columns.size(); ++column)
        result[static_cast<std::size_t>(m_columns[column])] = lp.value(static_cast<int>(column));
    return result;
}

} // namespace

/// Where the extreme needs a loop: only loops with this column itself are left, and their other members are
/// stopped.
double looplessExtreme(const FvaProblem &problem, Lp &solved, int column, SolutionStatus &status,
                       const TaskContext &context)
{
    const auto at = static_cast<std::size_t>(column);
    std::vector<double> fluxes;
    for (int i = 0; i < problem.fluxes.size(); ++i)
        fluxes.push_back(problem.flux(solved, i));
    const double extreme = fluxes[at];
    if (problem.isBoundary[at] || std::abs(extreme) < cutoff)
        return extreme;
    const CycleFree network(problem, fluxes);
    const std::vector<double> withoutLoops = network.solve(-1, status, context);
    if (withoutLoops.empty())
        return std::nan("");
    if (std::abs(withoutLoops[at] - extreme) < cutoff)
        return extreme;
    const std::vector<double> withItsLoops = network.solve(column, status, context);
    if (withItsLoops.empty())
        return std::nan("");
    std::vector<int> stopped;
    for (int i = 0; i < problem.fluxes.size(); ++i) {
        const auto other = static_cast<std::size_t>(i);
        if (std::abs(withoutLoops[other]) < cutoff && std::abs(withItsLoops[other]) > cutoff)
            stopped.push_back(i);
    }
    for (const int i : stopped)
        problem.setBounds(solved, i, std::max(problem.fluxes.lower[static_cast<std::size_t>(i)], 0.0),
                          std::min(problem.fluxes.upper[static_cast<std::size_t>(i)], 0.0));
    status = solved.solve(LpMethod::Dual, context);
    const double result = status == SolutionStatus::Optimal ? problem.flux(solved, column) : std::nan("");
    for (const int i : stopped)
        problem.setBounds(solved, i, problem.fluxes.lower[static_cast<std::size_t>(i)],
                          problem.fluxes.upper[static_cast<std::size_t>(i)]);
    return result;
}

} // namespace pathgan
