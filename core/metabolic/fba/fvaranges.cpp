// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/parallel.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/fvaranges_p.h"
#include "core/metabolic/fba/loopless_p.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <memory>

namespace pathgan {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Programs solved one after another from the reference vertex, and blocks between which what was seen is
/// shared. Fixed numbers, so that a value does not depend on the number of threads.
constexpr std::size_t blockSize = 16, blocksARound = 16;

/// Finds the ranges of the columns asked for. Any flux vector met on the way shows what can be reached: where
/// that is a bound, no program is needed.
class RangeFinder
{
public:
    RangeFinder(const FvaProblem &problem, const std::vector<int> &columns, bool loopless);

    void seed(const TaskContext &context);
    void solve(unsigned threads, const TaskContext &context);

    std::vector<FvaRange> ranges; ///< by column
    double miss = 0;              ///< of the objective, by any flux vector that a value comes from

private:
    struct End
    {
        int column;
        bool isMost;
    };
    /// Bounds that flux vectors have reached, by column.
    struct Reached
    {
        std::vector<bool> least, most;
        double miss = 0;
    };

    FvaEnd &valueOf(const End &end)
    {
        FvaRange &range = ranges[static_cast<std::size_t>(end.column)];
        return end.isMost ? range.most : range.least;
    }
    double boundOf(const End &end) const
    {
        const auto at = static_cast<std::size_t>(end.column);
        return end.isMost ? m_problem.fluxes.upper[at] : m_problem.fluxes.lower[at];
    }
    static bool isReached(const Reached &reached, const End &end)
    {
        return (end.isMost ? reached.most : reached.least)[static_cast<std::size_t>(end.column)];
    }
    void look(const Lp &lp, Reached &reached) const;
    Reached nothing() const
    {
        return Reached{std::vector<bool>(ranges.size()), std::vector<bool>(ranges.size()), 0};
    }
    void dropReached(const Reached &reached);
    std::size_t dropReachedBy(const Lp &lp);
    std::size_t seedTowards(Lp &lp, bool most, const TaskContext &context);
    void solveBlock(std::unique_ptr<Lp> &lp, const End *begin, const End *end, Reached &reached,
                    const TaskContext &context);
    FvaEnd extreme(Lp &lp, const End &end, const TaskContext &context) const;

    const FvaProblem &m_problem;
    bool m_loopless;
    std::vector<End> m_waiting;
    double m_total; ///< ends asked for
    std::atomic<std::size_t> m_done{0};
};

RangeFinder::RangeFinder(const FvaProblem &problem, const std::vector<int> &columns, bool loopless)
    : ranges(static_cast<std::size_t>(problem.fluxes.size())), m_problem(problem), m_loopless(loopless)
{
    for (const bool isMost : {false, true})
        for (const int column : columns)
            m_waiting.push_back(End{column, isMost});
    m_total = static_cast<double>(m_waiting.size());
}

/// A flux through a loop proves nothing without loops; no flux at all does.
void RangeFinder::look(const Lp &lp, Reached &reached) const
{
    const auto isAt = [](double flux, double bound) {
        return std::isfinite(bound) && std::abs(flux - bound) <= noFlux * std::max(1.0, std::abs(bound));
    };
    reached.miss = std::max(reached.miss, m_problem.miss(lp));
    for (std::size_t column = 0; column < ranges.size(); ++column) {
        const double flux = m_problem.flux(lp, static_cast<int>(column));
        const bool isProof = !m_loopless || m_problem.isBoundary[column] || std::abs(flux) <= noFlux;
        if (isProof && isAt(flux, m_problem.fluxes.lower[column]))
            reached.least[column] = true;
        if (isProof && isAt(flux, m_problem.fluxes.upper[column]))
            reached.most[column] = true;
    }
}

void RangeFinder::dropReached(const Reached &reached)
{
    miss = std::max(miss, reached.miss);
    std::erase_if(m_waiting, [&](const End &end) {
        if (isReached(reached, end))
            valueOf(end) = FvaEnd{boundOf(end), SolutionStatus::Optimal};
        return valueOf(end).status != SolutionStatus::Stopped;
    });
}

std::size_t RangeFinder::dropReachedBy(const Lp &lp)
{
    Reached reached = nothing();
    look(lp, reached);
    const std::size_t before = m_waiting.size();
    dropReached(reached);
    return before - m_waiting.size();
}

/// One program that pushes all waiting ends at once. Returns how many it settled.
std::size_t RangeFinder::seedTowards(Lp &lp, bool most, const TaskContext &context)
{
    for (const End &end : m_waiting)
        if (end.isMost == most && std::isfinite(boundOf(end)))
            m_problem.setCost(lp, end.column, 1);
    lp.setMaximise(most);
    const SolutionStatus status = lp.solve(LpMethod::Primal, context);
    lp.clearCosts();
    return status == SolutionStatus::Optimal ? dropReachedBy(lp) : 0;
}

void RangeFinder::seed(const TaskContext &context)
{
    constexpr std::size_t worthwhile = 64;
    Lp lp(m_problem.lp());
    lp.setBasis(m_problem.basis);
    lp.clearCosts();
    if (lp.solve(LpMethod::Primal, context) != SolutionStatus::Optimal)
        return;
    dropReachedBy(lp);
    std::size_t settled = m_loopless ? 0 : worthwhile;
    while (m_waiting.size() > worthwhile && settled >= worthwhile && !context.shouldStop()) {
        settled = seedTowards(lp, true, context);
        settled += seedTowards(lp, false, context);
    }
}

FvaEnd RangeFinder::extreme(Lp &lp, const End &end, const TaskContext &context) const
{
    m_problem.setCost(lp, end.column, 1);
    lp.setMaximise(end.isMost);
    FvaEnd result{std::numeric_limits<double>::quiet_NaN(), lp.solve(LpMethod::Primal, context)};
    if (result.status == SolutionStatus::Infeasible) { // the objective may leave no room but rounding
        lp.setBasis(m_problem.basis);
        result.status = lp.solve(LpMethod::Primal, context);
    }
    if (result.status == SolutionStatus::Infeasible)
        result.status = lp.solveCold(context);
    if (result.status == SolutionStatus::Optimal)
        result.value = m_problem.flux(lp, end.column);
    else if (result.status == SolutionStatus::Unbounded)
        result.value = end.isMost ? infinity : -infinity;
    if (m_loopless && result.status == SolutionStatus::Optimal) {
        const LooplessEnd without = looplessExtreme(m_problem, lp, end.column, end.isMost, context);
        result = {without.value, without.status, without.isProven};
        if (result.status == SolutionStatus::Optimal && m_problem.isEndless(result.value)) {
            result.value = std::copysign(infinity, result.value);
            result.status = SolutionStatus::Unbounded;
        }
    }
    m_problem.setCost(lp, end.column, 0);
    return result;
}

void RangeFinder::solveBlock(std::unique_ptr<Lp> &lp, const End *begin, const End *end, Reached &reached,
                             const TaskContext &context)
{
    const auto start = [&] {
        if (!lp)
            lp = std::make_unique<Lp>(m_problem.lp());
        lp->setBasis(m_problem.basis);
    };
    start();
    for (const End *item = begin; item != end && !context.shouldStop(); ++item) {
        if (isReached(reached, *item))
            continue;
        valueOf(*item) = extreme(*lp, *item, context);
        if (valueOf(*item).status == SolutionStatus::Stopped && !context.shouldStop())
            valueOf(*item).status = SolutionStatus::Undefined;
        if (valueOf(*item).status == SolutionStatus::Optimal && !m_loopless)
            look(*lp, reached);
        else if (valueOf(*item).status == SolutionStatus::Optimal)
            reached.miss = std::max(reached.miss, m_problem.miss(*lp));
        if (losesProblems(valueOf(*item).status)) {
            lp.reset();
            start();
        }
        context.report(marked("Core", "Finding flux ranges"), static_cast<double>(++m_done), m_total);
    }
}

void RangeFinder::solve(unsigned threads, const TaskContext &context)
{
    std::vector<std::unique_ptr<Lp>> solvers(threads);
    m_done = static_cast<std::size_t>(m_total) - m_waiting.size();
    while (!m_waiting.empty() && !context.shouldStop()) {
        const std::size_t count = std::min(m_waiting.size(), blockSize * blocksARound);
        const std::size_t blocks = (count + blockSize - 1) / blockSize;
        std::vector<Reached> reached(blocks, nothing());
        parallelEach(blocks, threads, [&](std::size_t block, unsigned worker) {
            const End *first = m_waiting.data() + block * blockSize;
            solveBlock(solvers[worker], first, first + std::min(blockSize, count - block * blockSize),
                       reached[block], context);
        });
        for (std::unique_ptr<Lp> &lp : solvers)
            lp.reset(); // of a thread that has ended
        for (const Reached &block : reached)
            dropReached(block);
        m_done = static_cast<std::size_t>(m_total) - m_waiting.size();
    }
}

} // namespace

FvaRanges fvaRanges(const FvaProblem &problem, const std::vector<int> &columns, const FvaOptions &options,
                    const TaskContext &context)
{
    RangeFinder finder(problem, columns, options.loopless);
    finder.seed(context);
    finder.solve(threadCount(options.threads), context);
    return {std::move(finder.ranges), finder.miss};
}

} // namespace pathgan
