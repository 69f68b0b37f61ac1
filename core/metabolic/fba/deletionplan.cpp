// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/deletionplan_p.h"

#include "core/base/marked.h"
#include "core/base/parallel.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/lostreactions_p.h"
#include "core/metabolic/fba/reducedproblem_p.h"
#include "core/metabolic/lp/lp_p.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <map>

namespace pathgan {

namespace {

/// Bounds wide enough for any reaction to be stopped.
LpModel stoppable(LpModel problem)
{
    for (double &low : problem.lower)
        low = std::min(low, 0.0);
    for (double &high : problem.upper)
        high = std::max(high, 0.0);
    return problem;
}

bool isStopped(const std::vector<int> &sorted, int item)
{
    return std::binary_search(sorted.begin(), sorted.end(), item);
}

} // namespace

// Network
// ---------------------------------------------------------------------------------------------------------

DeletionNetwork::DeletionNetwork(const LpModel &wildType, Reduction reduction)
    : m_network(stoppable(wildType), {}, reduction), m_lp(reducedProblem(m_network, wildType))
{
    const ReducedNetwork::Bounds bounds = m_network.reduce(wildType.lower, wildType.upper);
    setBounds(m_lp, bounds);
    m_isEmpty = bounds.isEmpty;
    m_hasForced.assign(m_lp.columns.size(), false);
    for (std::size_t reaction = 0; reaction < wildType.lower.size(); ++reaction) {
        if (wildType.lower[reaction] <= 0 && wildType.upper[reaction] >= 0)
            continue;
        m_forced.push_back(static_cast<int>(reaction));
        if (const int column = m_network.columnOf(m_forced.back()); column >= 0)
            m_hasForced[static_cast<std::size_t>(column)] = true;
    }
}

DeletionNetwork::Stopped DeletionNetwork::stop(const std::vector<int> &lost) const
{
    Stopped result;
    for (const int reaction : lost)
        if (const int column = m_network.columnOf(reaction); column >= 0)
            result.columns.push_back(column);
    std::sort(result.columns.begin(), result.columns.end());
    result.columns.erase(std::unique(result.columns.begin(), result.columns.end()), result.columns.end());
    for (const int reaction : m_forced) {
        if (isStopped(lost, reaction))
            result.frees = true;
        else if (isStopped(result.columns, m_network.columnOf(reaction)))
            result.isContradiction = true;
    }
    return result;
}

std::vector<bool> DeletionNetwork::active(const std::vector<double> &values) const
{
    std::vector<bool> result = m_hasForced;
    for (std::size_t column = 0; column < values.size(); ++column)
        if (std::abs(values[column]) > noFlux)
            result[column] = true;
    return result;
}

// Run
// -------------------------------------------------------------------------------------------------------------

namespace {

/// Decides which deletions need a linear program of their own, and solves those.
class Runner
{
public:
    Runner(const DeletionPlan &plan, unsigned threads);

    /// Outcome of a deletion, perhaps one still to be solved. parents: outcomes of deletions of a part of it.
    std::size_t add(const DeletionNetwork::Stopped &stopped, const std::vector<std::size_t> &parents);
    /// Those added since. What a stop leaves unsolved has the status Stopped.
    void solve(const TaskContext &context);

    static constexpr std::size_t unfinished = 2; ///< an outcome
    std::vector<DeletionOutcome> outcomes;
    std::size_t solved = 0;

private:
    static constexpr std::size_t wildType = 0, infeasible = 1;
    struct Waiting
    {
        const std::vector<int> *columns;
        std::size_t outcome;
    };
    static bool keeps(const std::vector<bool> &active, const std::vector<int> &columns);
    void dropNeedless(const TaskContext &context);
    std::size_t dropKept(const std::vector<bool> &active);
    void solveWaiting(const TaskContext &context);

    const DeletionPlan &m_plan;
    unsigned m_threads;
    std::map<std::vector<int>, std::size_t> m_known; ///< outcome by stopped columns
    std::vector<Waiting> m_waiting;
    std::vector<std::vector<bool>> m_active; ///< by outcome; empty: not Optimal
    std::vector<std::vector<bool>> m_others; ///< of other optima of the wild type
};

Runner::Runner(const DeletionPlan &plan, unsigned threads) : m_plan(plan), m_threads(threads)
{
    outcomes.resize(3);
    outcomes[wildType] = plan.wildType();
    outcomes[infeasible].status = SolutionStatus::Infeasible;
    m_active = {plan.network().active(outcomes[wildType].values), {}, {}};
    outcomes[wildType].values = {};
}

/// An optimum uses none of the columns.
bool Runner::keeps(const std::vector<bool> &active, const std::vector<int> &columns)
{
    return !active.empty() && std::none_of(columns.begin(), columns.end(), [&active](int column) {
        return active[static_cast<std::size_t>(column)];
    });
}

std::size_t Runner::add(const DeletionNetwork::Stopped &stopped, const std::vector<std::size_t> &parents)
{
    if (stopped.isContradiction)
        return infeasible;
    const std::vector<int> &columns = stopped.columns;
    if (keeps(m_active[wildType], columns) ||
        std::any_of(m_others.begin(), m_others.end(),
                    [&columns](const std::vector<bool> &active) { return keeps(active, columns); }))
        return wildType;
    for (const std::size_t parent : parents) {
        if (outcomes[parent].status == SolutionStatus::Infeasible && !stopped.frees)
            return infeasible;
        if (keeps(m_active[parent], columns))
            return parent;
    }
    const auto [known, isNew] = m_known.try_emplace(columns, outcomes.size());
    if (isNew) {
        m_waiting.push_back(Waiting{&known->first, outcomes.size()});
        outcomes.emplace_back();
        m_active.emplace_back();
    }
    return known->second;
}

/// Most genes that a vertex uses could be done without: looks for optima that use few of those waiting, as
/// long as that spares enough linear programs.
void Runner::dropNeedless(const TaskContext &context)
{
    constexpr std::size_t worthwhile = 32;
    while (m_waiting.size() >= worthwhile && !context.shouldStop()) {
        std::vector<int> columns;
        for (const Waiting &item : m_waiting)
            columns.insert(columns.end(), item.columns->begin(), item.columns->end());
        std::sort(columns.begin(), columns.end());
        columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
        const std::vector<double> values = m_plan.otherOptimum(columns, context);
        if (values.empty())
            return;
        m_others.push_back(m_plan.network().active(values));
        const std::size_t before = m_waiting.size();
        if (dropKept(m_others.back()) < before / 4)
            return;
    }
}

/// Gives those the wild type's outcome that an optimum of it does without.
std::size_t Runner::dropKept(const std::vector<bool> &active)
{
    return std::erase_if(m_waiting, [this, &active](const Waiting &item) {
        const bool isKept = keeps(active, *item.columns);
        if (isKept) {
            outcomes[item.outcome] = outcomes[wildType];
            m_active[item.outcome] = active;
        }
        return isKept;
    });
}

void Runner::solve(const TaskContext &context)
{
    dropNeedless(context);
    solveWaiting(context);
    solved += m_waiting.size();
    m_waiting.clear();
}

void Runner::solveWaiting(const TaskContext &context)
{
    std::vector<std::unique_ptr<DeletionSolver>> solvers(m_threads);
    std::atomic<std::size_t> done{0};
    const auto count = static_cast<double>(m_waiting.size());
    parallelEach(m_waiting.size(), m_threads, [&](std::size_t index, unsigned worker) {
        if (context.shouldStop())
            return;
        std::unique_ptr<DeletionSolver> &solver = solvers[worker];
        if (!solver)
            solver = m_plan.makeSolver();
        const Waiting &item = m_waiting[index];
        DeletionOutcome &outcome = outcomes[item.outcome];
        outcome = solver->solve(*item.columns, context);
        if (outcome.status == SolutionStatus::Stopped && !context.shouldStop())
            outcome.status = SolutionStatus::Undefined;
        if (outcome.status == SolutionStatus::Optimal)
            m_active[item.outcome] = m_plan.network().active(outcome.values);
        else if (losesProblems(outcome.status))
            solver.reset();
        outcome.values = {};
        context.report(marked("Core", "Solving deletions"), static_cast<double>(++done), count);
    });
}

std::vector<Deletion> pairsOf(const std::vector<int> &first, const std::vector<int> &second)
{
    std::vector<Deletion> rows;
    std::map<int, std::size_t> placeOfFirst;
    for (const int target : first)
        placeOfFirst.emplace(target, placeOfFirst.size());
    std::map<int, bool> isSecond;
    for (const int target : second)
        isSecond.emplace(target, true);
    for (const int a : first) {
        for (const int b : second) {
            const auto other = placeOfFirst.find(b);
            const bool isRepeated =
                other != placeOfFirst.end() && other->second < placeOfFirst.at(a) && isSecond.count(a) > 0;
            if (!isRepeated) {
                rows.emplace_back();
                rows.back().first = a;
                rows.back().second = a == b ? -1 : b;
            }
        }
    }
    return rows;
}

/// Leaves out the rows that a stop kept from being solved.
void keepFinished(DeletionOutcomes &result)
{
    std::size_t kept = 0;
    for (std::size_t row = 0; row < result.rows.size(); ++row) {
        if (result.outcomes[result.outcomeOf[row]].status == SolutionStatus::Stopped)
            continue;
        result.rows[kept] = result.rows[row];
        result.outcomeOf[kept++] = result.outcomeOf[row];
    }
    result.rows.resize(kept);
    result.outcomeOf.resize(kept);
}

} // namespace

Result<DeletionOutcomes> runDeletions(const MetabolicModel &model, const DeletionOptions &options,
                                      const DeletionPlan &plan, const TaskContext &context)
{
    const std::vector<int> first = deletionTargets(model, options.kind, options.first);
    const LostReactions lost(model, options);
    Runner runner(plan, threadCount(options.threads));
    std::map<int, std::size_t> single;
    const auto addSingles = [&](const std::vector<int> &targets) {
        for (const int target : targets)
            if (single.count(target) == 0)
                single[target] = runner.add(plan.network().stop(lost.of(target)), {});
    };
    addSingles(first);
    DeletionOutcomes result;
    if (options.isDouble) {
        const std::vector<int> second =
            options.second.empty() ? first : deletionTargets(model, options.kind, options.second);
        addSingles(second);
        result.rows = pairsOf(first, second);
    } else {
        for (const int target : first) {
            result.rows.emplace_back();
            result.rows.back().first = target;
        }
    }
    result.asked = result.rows.size();
    runner.solve(context);
    const bool endsEarly = context.shouldStop(); // what pairs come to may hang on single ones
    for (const Deletion &row : result.rows) {
        if (row.second < 0 || endsEarly) {
            result.outcomeOf.push_back(row.second < 0 ? single.at(row.first) : Runner::unfinished);
            continue;
        }
        const auto [one, other] = std::minmax(row.first, row.second); // the same bits for either order
        const DeletionNetwork::Stopped stopped = plan.network().stop(lost.of(one, other));
        result.outcomeOf.push_back(runner.add(stopped, {single.at(one), single.at(other)}));
    }
    runner.solve(context);
    result.outcomes = std::move(runner.outcomes);
    result.solved = runner.solved;
    keepFinished(result);
    if (context.isCancelled() || (result.rows.empty() && context.shouldStop()))
        return Error{ErrorCode::Cancelled, {}};
    return result;
}

DeletionRun deletionRun(DeletionOutcomes &&done, double wildTypeGrowth, const DeletionOptions &options,
                        bool isMaximised)
{
    DeletionRun run;
    run.wildTypeGrowth = wildTypeGrowth;
    run.rows = std::move(done.rows);
    run.asked = done.asked;
    run.stoppedEarly = run.rows.size() < run.asked;
    for (std::size_t row = 0; row < run.rows.size(); ++row) {
        const DeletionOutcome &outcome = done.outcomes[done.outcomeOf[row]];
        Deletion &item = run.rows[row];
        item.status = outcome.status;
        item.growth = outcome.growth;
        item.isEssential =
            item.status == SolutionStatus::Infeasible ||
            (isMaximised && item.growth < options.essentialShare * wildTypeGrowth); // not of NaN
    }
    return run;
}

} // namespace pathgan
