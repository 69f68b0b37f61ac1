// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/loopless_p.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pathgan {

namespace {

constexpr double cutoff = 1e-7; ///< as COBRApy's: less flux is none

/// The columns that carry flux, each free to carry less of it, those of boundary reactions fixed: least Σ|v|
/// takes every loop away. Rows keep what they add up to now, so that the fluxes themselves are feasible.
class CycleFree
{
public:
    CycleFree(const FvaProblem &problem, const std::vector<double> &fluxes);

    /// By column; empty: not solved.
    std::vector<double> solve(SolutionStatus &status, const TaskContext &context) const;

private:
    std::size_t m_count;
    std::vector<int> m_columns; ///< of the network, by column of m_lp
    LpModel m_lp;
};

CycleFree::CycleFree(const FvaProblem &problem, const std::vector<double> &fluxes) : m_count(fluxes.size())
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
        LpEntries entries;
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

std::vector<double> CycleFree::solve(SolutionStatus &status, const TaskContext &context) const
{
    Lp lp(m_lp);
    status = lp.solveCold(context);
    if (status != SolutionStatus::Optimal)
        return {};
    std::vector<double> result(m_count, 0.0);
    for (std::size_t column = 0; column < m_columns.size(); ++column)
        result[static_cast<std::size_t>(m_columns[column])] = lp.value(static_cast<int>(column));
    return result;
}

/// A column and one of its directions.
struct Direction
{
    int column;
    bool isForward;
};

/// The loops among fluxes: circulations within the network, each column in the direction of its flux.
class Loops
{
public:
    Loops(const FvaProblem &problem, const std::vector<double> &fluxes);

    /// A column that some loop runs through; −1: there is none.
    int anyColumn(SolutionStatus &status, const TaskContext &context) const;
    /// One that has no other in it, through the column; empty: there is none.
    std::vector<Direction> through(int column, SolutionStatus &status, const TaskContext &context) const;

private:
    std::vector<Direction> m_columns; ///< by column of m_lp
    LpModel m_lp;
};

Loops::Loops(const FvaProblem &problem, const std::vector<double> &fluxes)
{
    const LpModel &network = problem.network.lp();
    std::vector<int> rowOf(network.rowLower.size(), -1);
    m_lp.timeLimit = network.timeLimit;
    for (std::size_t column = 0; column < fluxes.size(); ++column) {
        if (problem.isBoundary[column] || std::abs(fluxes[column]) <= cutoff)
            continue;
        LpEntries entries;
        for (const auto &[row, coefficient] : network.columns[column]) {
            int &own = rowOf[static_cast<std::size_t>(row)];
            if (own < 0)
                own = m_lp.addRow(0, 0);
            entries.emplace_back(own, fluxes[column] > 0 ? coefficient : -coefficient);
        }
        m_lp.addColumn(std::move(entries), 0, 1, 1);
        m_columns.push_back({static_cast<int>(column), fluxes[column] > 0});
    }
}

int Loops::anyColumn(SolutionStatus &status, const TaskContext &context) const
{
    Lp lp(m_lp);
    status = lp.solveCold(context);
    if (status != SolutionStatus::Optimal)
        return -1;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (lp.value(static_cast<int>(i)) > 0.5) // the largest is 1
            return m_columns[i].column;
    return -1;
}

std::vector<Direction> Loops::through(int column, SolutionStatus &status, const TaskContext &context) const
{
    LpModel problem = m_lp; // its vertices: extreme rays of the circulations, scaled to 1 in the column
    problem.maximise = false;
    bool isThere = false;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const bool isIt = m_columns[i].column == column;
        isThere = isThere || isIt;
        problem.setBounds(static_cast<int>(i), isIt ? 1 : 0,
                          isIt ? 1 : std::numeric_limits<double>::infinity());
    }
    if (!isThere)
        return {};
    Lp lp(problem);
    status = lp.solveCold(context);
    std::vector<Direction> result;
    for (std::size_t i = 0; status == SolutionStatus::Optimal && i < m_columns.size(); ++i)
        if (lp.value(static_cast<int>(i)) > 1e-9)
            result.push_back(m_columns[i]);
    if (status == SolutionStatus::Infeasible)
        status = SolutionStatus::Optimal; // there is no such loop
    return result;
}

/// Branch and bound over the directions that loops run in: whatever has no loops leaves out one direction of
/// any loop.
class LooplessSearch
{
public:
    LooplessSearch(const FvaProblem &problem, Lp &solved, int column, bool isMost, const TaskContext &context)
        : m_problem(problem), m_lp(solved), m_column(column), m_isMost(isMost), m_context(context)
    {}

    LooplessEnd run();

private:
    struct Node
    {
        double bound;
        std::vector<Direction> stopped;
    };
    bool isBetter(double value, double than) const
    {
        return (m_isMost ? value - than : than - value) > 1e-6 * std::max(1.0, std::abs(than));
    }
    bool solve(const Node &node, std::vector<double> &fluxes);
    void examine(const Node &node, const std::vector<double> &fluxes);
    Node takeBest();

    const FvaProblem &m_problem;
    Lp &m_lp;
    int m_column;
    bool m_isMost;
    const TaskContext &m_context;
    std::vector<Node> m_open;
    LooplessEnd m_best;
    SolutionStatus m_status = SolutionStatus::Optimal;
};

/// False: no fluxes run so, or m_status says what kept the solver from an answer.
bool LooplessSearch::solve(const Node &node, std::vector<double> &fluxes)
{
    const LpModel &widest = m_problem.fluxes;
    std::vector<BoundChange> bounds;
    for (const auto &[column, isForward] : node.stopped) {
        double low = widest.lower[static_cast<std::size_t>(column)],
               high = widest.upper[static_cast<std::size_t>(column)];
        for (const auto &[other, isOtherForward] : node.stopped)
            if (other == column)
                (isOtherForward ? high : low) = isOtherForward ? std::min(high, 0.0) : std::max(low, 0.0);
        if (low > high)
            return false;
        bounds.push_back({column, low, high});
    }
    for (const BoundChange &change : bounds)
        m_problem.setBounds(m_lp, change.reaction, change.lower, change.upper);
    if (!node.stopped.empty()) {
        m_lp.setBasis(m_problem.basis);
        m_status = m_lp.solve(LpMethod::Primal, m_context);
        if (m_status == SolutionStatus::Infeasible)
            m_status = m_lp.solveCold(m_context);
    }
    for (int i = 0; m_status == SolutionStatus::Optimal && i < widest.size(); ++i)
        fluxes.push_back(m_problem.flux(m_lp, i));
    for (const BoundChange &change : bounds)
        m_problem.setBounds(m_lp, change.reaction, widest.lower[static_cast<std::size_t>(change.reaction)],
                            widest.upper[static_cast<std::size_t>(change.reaction)]);
    if (m_status == SolutionStatus::Infeasible)
        m_status = SolutionStatus::Optimal;
    return !fluxes.empty();
}

void LooplessSearch::examine(const Node &node, const std::vector<double> &fluxes)
{
    const auto at = static_cast<std::size_t>(m_column);
    const std::vector<double> least = CycleFree(m_problem, fluxes).solve(m_status, m_context);
    if (least.empty())
        return;
    const Loops left(m_problem, least); // those that bounds keep running
    const int looped = left.anyColumn(m_status, m_context);
    if (m_status != SolutionStatus::Optimal)
        return;
    std::vector<Direction> loop;
    if (looped >= 0) {
        loop = left.through(looped, m_status, m_context);
    } else {
        if (std::isnan(m_best.value) || isBetter(least[at], m_best.value))
            m_best.value = least[at];
        if (!isBetter(fluxes[at], m_best.value))
            return;
        std::vector<double> removed;
        for (std::size_t i = 0; i < fluxes.size(); ++i)
            removed.push_back(fluxes[i] - least[i]);
        loop = Loops(m_problem, removed).through(m_column, m_status, m_context);
    }
    m_best.isProven = m_best.isProven && !loop.empty();
    for (const Direction &member : loop) {
        m_open.push_back({fluxes[at], node.stopped});
        m_open.back().stopped.push_back(member);
    }
}

LooplessSearch::Node LooplessSearch::takeBest()
{
    auto best = m_open.begin();
    for (auto it = best; it != m_open.end(); ++it)
        if (m_isMost ? it->bound > best->bound : it->bound < best->bound)
            best = it;
    Node result = std::move(*best);
    m_open.erase(best);
    return result;
}

LooplessEnd LooplessSearch::run()
{
    constexpr int mostNodes = 200;
    m_open.push_back({0, {}});
    for (int nodes = 0; !m_open.empty(); ++nodes) {
        const Node node = takeBest();
        if (nodes > 0 && !std::isnan(m_best.value) && !isBetter(node.bound, m_best.value))
            break; // and so are all others
        if (nodes == mostNodes) {
            m_best.isProven = false;
            break;
        }
        std::vector<double> fluxes;
        if (solve(node, fluxes))
            examine(node, fluxes);
        if (m_status != SolutionStatus::Optimal)
            break;
    }
    m_best.status = m_status;
    if (m_status == SolutionStatus::Optimal && std::isnan(m_best.value))
        m_best.status = m_best.isProven ? SolutionStatus::Infeasible : SolutionStatus::Undefined;
    return m_best;
}

} // namespace

LooplessEnd looplessExtreme(const FvaProblem &problem, Lp &solved, int column, bool isMost,
                            const TaskContext &context)
{
    const double extreme = problem.flux(solved, column);
    if (problem.isBoundary[static_cast<std::size_t>(column)] || std::abs(extreme) < cutoff)
        return {extreme, SolutionStatus::Optimal, true};
    return LooplessSearch(problem, solved, column, isMost, context).run();
}

} // namespace pathgan
