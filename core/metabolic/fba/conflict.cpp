// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/conflict.h"

#include "core/base/marked.h"
#include "core/metabolic/fba/absoluteproblem_p.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/pfba_p.h"
#include "core/metabolic/lp/sparsecertificate_p.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

namespace pathgan {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double tolerance = 1e-7; ///< relative: the solver's
/// A sparse certificate is irreducible but for the solver's tolerance; up to so many members that is made
/// sure of, one linear program each.
constexpr std::size_t mostFiltered = 200;

using Members = LpMembers;

/// A problem whose forced fluxes (bounds that exclude 0) are asked for instead of demanded: 0 is feasible,
/// and the most that can be had shows whether all can. v = asked + rest, both reversed where the flux is
/// negative.
class AskingProblem
{
public:
    AskingProblem(const LpModel &problem, const Members &members);

    /// Members of a certificate that not all can be had; none: all can.
    std::optional<Members> conflict(const Members &members, SolutionStatus &status,
                                    const TaskContext &context) const;

private:
    void addColumn(std::size_t column, double low, double high, LpEntries entries);
    double multiplier(const Lp &lp, std::size_t column) const;

    const LpModel &m_problem;
    LpModel m_lp;
    std::vector<int> m_rowOf;       ///< by row of the problem; −1: no member
    std::vector<int> m_columnOf;    ///< by column; of the rest, where it is split; −1: touches no row
    std::vector<double> m_signs;    ///< by column: −1 where it is reversed
    std::vector<double> m_greatest; ///< by row: largest coefficient
    double m_asked = 0;             ///< sum of all that is asked for
};

AskingProblem::AskingProblem(const LpModel &problem, const Members &members)
    : m_problem(problem), m_rowOf(problem.rowLower.size(), -1), m_columnOf(problem.columns.size(), -1),
      m_signs(problem.columns.size(), 1.0), m_greatest(problem.rowLower.size(), 0.0)
{
    m_lp.timeLimit = problem.timeLimit;
    for (std::size_t row = 0; row < m_rowOf.size(); ++row)
        if (members.rows[row])
            m_rowOf[row] = m_lp.addRow(0, 0);
    for (std::size_t column = 0; column < problem.columns.size(); ++column) {
        LpEntries entries;
        for (const auto &[row, coefficient] : problem.columns[column]) {
            const auto at = static_cast<std::size_t>(row);
            m_greatest[at] = std::max(m_greatest[at], std::abs(coefficient));
            if (m_rowOf[at] >= 0)
                entries.emplace_back(m_rowOf[at], coefficient);
        }
        if (!entries.empty())
            addColumn(column, members.lower[column] ? problem.lower[column] : -infinity,
                      members.upper[column] ? problem.upper[column] : infinity, std::move(entries));
    }
}

void AskingProblem::addColumn(std::size_t column, double low, double high, LpEntries entries)
{
    if (high < 0) {
        m_signs[column] = -1;
        std::swap(low, high);
        low = -low;
        high = -high;
        for (auto &entry : entries)
            entry.second = -entry.second;
    }
    if (low > 0) {
        m_lp.addColumn(entries, 0, low, 1 / low); // shares, so that small demands count as much as large ones
        m_asked += 1;
        m_columnOf[column] = m_lp.addColumn(std::move(entries), 0, high - low);
    } else {
        m_columnOf[column] = m_lp.addColumn(std::move(entries), low, high);
    }
}

/// y·S_j of the rows' duals y: positive, the lower bound takes part; negative, the upper one.
double AskingProblem::multiplier(const Lp &lp, std::size_t column) const
{
    return m_columnOf[column] < 0 ? 0 : -m_signs[column] * lp.reducedCost(m_columnOf[column]);
}

std::optional<Members> AskingProblem::conflict(const Members &members, SolutionStatus &status,
                                               const TaskContext &context) const
{
    Lp lp(m_lp);
    status = lp.solveCold(context);
    if (status != SolutionStatus::Optimal || lp.objective() > m_asked - tolerance)
        return {};
    double most = 0;
    for (std::size_t column = 0; column < m_columnOf.size(); ++column)
        most = std::max(most, std::abs(multiplier(lp, column)));
    Members result = members;
    for (std::size_t column = 0; column < m_columnOf.size(); ++column) {
        const double share = multiplier(lp, column);
        result.lower[column] = members.lower[column] && share > 1e-9 * most;
        result.upper[column] = members.upper[column] && share < -1e-9 * most;
    }
    for (std::size_t row = 0; row < m_rowOf.size(); ++row)
        result.rows[row] =
            m_rowOf[row] >= 0 && std::abs(lp.shadowPrice(m_rowOf[row])) * m_greatest[row] > 1e-9 * most;
    return result;
}

/// Narrows a conflict down until nothing can be left out.
class Filter
{
public:
    Filter(const LpModel &problem, const TaskContext &context) : m_problem(problem), m_context(context) {}

    /// Optimal: members are a conflict, and certificates have been followed as far as they lead.
    SolutionStatus start(Members &members);
    /// false: stopped.
    bool run(Members &members, const std::vector<std::size_t> &order);

private:
    bool shrinkTo(Members candidate, Members &members);
    bool tryWithout(std::vector<bool> Members::*part, std::size_t index, Members &members);

    const LpModel &m_problem;
    const TaskContext &m_context;
    SolutionStatus m_status = SolutionStatus::Optimal;
};

/// Takes the candidate, then its certificate, as long as each is still a conflict.
bool Filter::shrinkTo(Members candidate, Members &members)
{
    bool isSmaller = false;
    while (!m_context.shouldStop()) {
        std::optional<Members> certificate =
            AskingProblem(m_problem, candidate).conflict(candidate, m_status, m_context);
        if (!certificate)
            return isSmaller;
        isSmaller = true;
        members = std::move(candidate);
        if (certificate->lower == members.lower && certificate->upper == members.upper &&
            certificate->rows == members.rows)
            return true;
        candidate = *std::move(certificate);
    }
    return isSmaller;
}

SolutionStatus Filter::start(Members &members)
{
    const bool isConflict = shrinkTo(members, members);
    return isConflict                            ? SolutionStatus::Optimal
           : m_status == SolutionStatus::Optimal ? SolutionStatus::Infeasible
                                                 : m_status;
}

bool Filter::tryWithout(std::vector<bool> Members::*part, std::size_t index, Members &members)
{
    if (!(members.*part)[index])
        return true;
    Members candidate = members;
    (candidate.*part)[index] = false;
    shrinkTo(std::move(candidate), members);
    return !m_context.shouldStop();
}

bool Filter::run(Members &members, const std::vector<std::size_t> &order)
{
    const auto total = static_cast<double>(order.size() + members.rows.size());
    double done = 0;
    for (const std::size_t column : order) {
        if (!tryWithout(&Members::upper, column, members) || !tryWithout(&Members::lower, column, members))
            return false;
        m_context.report(marked("Core", "Finding conflicting bounds"), ++done, total);
    }
    for (std::size_t row = 0; row < members.rows.size(); ++row) {
        if (!tryWithout(&Members::rows, row, members))
            return false;
        m_context.report(marked("Core", "Finding conflicting bounds"), ++done, total);
    }
    return true;
}

/// What is tried first is kept last: inner reactions before exchanges, both before those that must run.
std::vector<std::size_t> deletionOrder(const MetabolicModel &model, const LpModel &problem)
{
    std::vector<std::size_t> order(problem.columns.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto rank = [&](std::size_t column) {
        const bool isForced = problem.lower[column] > 0 || problem.upper[column] < 0;
        return isForced ? 2 : static_cast<int>(model.isBoundary(static_cast<int>(column)));
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return order;
}

/// What was asked for comes first, then what is not 0: of many, the first few are all that is read.
int rankOf(const MetabolicModel &model, const BoundSide &side)
{
    const Reaction &reaction = model.reactions[static_cast<std::size_t>(side.reaction)];
    if (side.value != (side.isLower ? reaction.lower : reaction.upper))
        return 0;
    return side.value != 0 ? 1 : 2;
}

Conflict conflictOf(const MetabolicModel &model, const Members &members, const LpModel &problem)
{
    Conflict result;
    for (std::size_t column = 0; column < members.lower.size(); ++column) {
        if (members.lower[column])
            result.bounds.push_back({static_cast<int>(column), true, problem.lower[column]});
        if (members.upper[column])
            result.bounds.push_back({static_cast<int>(column), false, problem.upper[column]});
    }
    std::stable_sort(result.bounds.begin(), result.bounds.end(), [&](const BoundSide &a, const BoundSide &b) {
        return rankOf(model, a) < rankOf(model, b);
    });
    for (std::size_t row = 0; row < members.rows.size(); ++row)
        if (members.rows[row])
            result.metabolites.push_back(static_cast<int>(row));
    return result;
}

/// Bounds of one reaction that no number satisfies.
std::optional<Conflict> crossedBounds(const LpModel &problem)
{
    for (std::size_t column = 0; column < problem.columns.size(); ++column) {
        const double low = problem.lower[column], high = problem.upper[column];
        const int reaction = static_cast<int>(column);
        if (low == infinity)
            return Conflict{{{reaction, true, low}}, {}};
        if (high == -infinity)
            return Conflict{{{reaction, false, high}}, {}};
        if (low > high)
            return Conflict{{{reaction, true, low}, {reaction, false, high}}, {}};
    }
    return {};
}

/// Cheap are bounds that people set: those that force a flux, and those of exchanges.
std::vector<double> weightsOf(const MetabolicModel &model, const LpModel &problem)
{
    std::vector<double> weights;
    for (std::size_t column = 0; column < problem.columns.size(); ++column) {
        const bool isForced = problem.lower[column] > 0 || problem.upper[column] < 0;
        weights.push_back(isForced ? 0.1 : model.isBoundary(static_cast<int>(column)) ? 1.0 : 3.0);
    }
    return weights;
}

} // namespace

Result<Conflict> findConflict(const MetabolicModel &model, const FbaOptions &options,
                              const TaskContext &context)
{
    if (const Result<void> checked = options.check(model); !checked)
        return checked.error();
    const LpModel problem = fbaProblem(model, options);
    if (const std::optional<Conflict> crossed = crossedBounds(problem))
        return *crossed;
    context.report(marked("Core", "Finding conflicting bounds"), 0, 0);
    SolutionStatus started = SolutionStatus::Optimal;
    const std::optional<Members> sparse =
        sparseCertificate(problem, weightsOf(model, problem), started, context);
    Members members = sparse ? *sparse : Members::everything(problem);
    Filter filter(problem, context);
    started = filter.start(members);
    if (sparse && started == SolutionStatus::Infeasible) { // the solver's tolerance, at worst
        members = Members::everything(problem);
        started = filter.start(members);
    }
    if (context.stopRequested() != StopKind::None)
        return Error{ErrorCode::Cancelled, {}};
    if (started == SolutionStatus::Infeasible)
        return Conflict{};
    if (started != SolutionStatus::Optimal)
        return solverError(started);
    const bool isSmall = members.count() <= mostFiltered;
    if ((isSmall || !sparse) && !filter.run(members, deletionOrder(model, problem)))
        return Error{ErrorCode::Cancelled, {}};
    return conflictOf(model, members, problem);
}

Result<std::vector<std::pair<int, double>>> findRay(const MetabolicModel &model, const FbaOptions &options,
                                                    const TaskContext &context)
{
    if (const Result<void> checked = options.check(model); !checked)
        return checked.error();
    LpModel problem = fbaProblem(model, options);
    for (std::size_t column = 0; column < problem.columns.size(); ++column) {
        problem.lower[column] = problem.lower[column] == -infinity ? -infinity : 0;
        problem.upper[column] = problem.upper[column] == infinity ? infinity : 0;
    }
    const double gain = problem.maximise ? 1 : -1;
    const int row = problem.addRow(gain, gain);
    for (std::size_t column = 0; column < problem.columns.size(); ++column)
        if (problem.cost[column] != 0)
            problem.columns[column].emplace_back(row, problem.cost[column]);
    const AbsoluteProblem absolute(problem, perturbedWeights(model));
    Lp lp(absolute.lp);
    const SolutionStatus status = lp.solveCold(context);
    std::vector<std::pair<int, double>> ray;
    if (status == SolutionStatus::Infeasible)
        return ray;
    if (status != SolutionStatus::Optimal)
        return solverError(status);
    const std::vector<double> fluxes = absolute.fluxes(lp);
    for (std::size_t column = 0; column < fluxes.size(); ++column)
        if (std::abs(fluxes[column]) > noFlux)
            ray.emplace_back(static_cast<int>(column), fluxes[column]);
    return ray;
}

} // namespace pathgan
