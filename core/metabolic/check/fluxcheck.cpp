// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/check/fluxcheck_p.h"

#include "core/base/marked.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/metabolic/check/modelcheck_p.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/lp/lp_p.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <memory>

namespace pathgan {

namespace {

/// Columns solved one after another from the reference vertex; fixed, so that threads change nothing.
constexpr std::size_t blockSize = 16;
/// Programs that look for flux in many columns at once, before each that is left has its own.
constexpr int mostSweeps = 12;

/// Which columns of a reduced problem carry flux at some vertex.
class FlowSearch
{
public:
    FlowSearch(LpModel problem, std::vector<double> leastValues)
        : m_problem(std::move(problem)), m_least(std::move(leastValues)), m_flows(m_least.size(), false)
    {}

    Result<void> run(unsigned threads, const char *phase, const TaskContext &context);
    Result<void> sweepForward(const TaskContext &context);
    bool flows(int column) const { return m_flows[static_cast<std::size_t>(column)]; }
    void setFlows(int column) { m_flows[static_cast<std::size_t>(column)] = true; }

private:
    bool isFlux(std::size_t column, double value) const { return std::abs(value) > m_least[column]; }
    std::vector<int> open() const;
    std::size_t mark(const Lp &lp);
    Result<void> sweepRandomly(const TaskContext &context);
    void searchOneByOne(unsigned threads, const char *phase, const TaskContext &context);
    bool searchBlock(Lp &lp, const std::vector<int> &columns, std::size_t begin, std::size_t end,
                     const TaskContext &context);

    LpModel m_problem; ///< without costs
    std::vector<double> m_least;
    std::vector<char> m_flows;
    LpBasis m_basis;
    std::atomic<bool> m_hasFailed{false};
};

std::vector<int> FlowSearch::open() const
{
    std::vector<int> columns;
    for (std::size_t j = 0; j < m_flows.size(); ++j)
        if (!m_flows[j])
            columns.push_back(static_cast<int>(j));
    return columns;
}

std::size_t FlowSearch::mark(const Lp &lp)
{
    std::size_t found = 0;
    for (std::size_t j = 0; j < m_flows.size(); ++j) {
        if (!m_flows[j] && isFlux(j, lp.value(static_cast<int>(j)))) {
            m_flows[j] = true;
            ++found;
        }
    }
    return found;
}

/// Irreversible columns split into a part of at most 1, which counts, and the rest: as many as possible at
/// once (the first program of FASTCORE, Vlassis et al. 2014).
Result<void> FlowSearch::sweepForward(const TaskContext &context)
{
    LpModel split = m_problem;
    split.maximise = true;
    std::vector<std::pair<int, int>> parts; // column, its part
    for (std::size_t j = 0; j < m_flows.size(); ++j) {
        const double low = m_problem.lower[j], high = m_problem.upper[j];
        const bool forward = low >= 0 && high > 0, backward = high <= 0 && low < 0;
        if (!forward && !backward)
            continue;
        const double part = std::min(1.0, (high - low) / 2);
        if (!(part > 0))
            continue;
        const LpEntries entries = m_problem.columns[j];
        parts.emplace_back(static_cast<int>(j), split.addColumn(entries, forward ? 0 : -part,
                                                                forward ? part : 0, forward ? 1 : -1));
        (forward ? split.upper[j] : split.lower[j]) += forward ? -part : part;
    }
    if (parts.empty())
        return {};
    Lp lp(split);
    const SolutionStatus status = lp.solveCold(context);
    if (status != SolutionStatus::Optimal)
        return solverError(status);
    for (const auto &[column, part] : parts)
        if (isFlux(static_cast<std::size_t>(column), lp.value(column) + lp.value(part)))
            m_flows[static_cast<std::size_t>(column)] = true;
    return {};
}

/// Random costs on the columns that are left, until that finds little more.
Result<void> FlowSearch::sweepRandomly(const TaskContext &context)
{
    Lp lp(m_problem);
    lp.setMaximise(true);
    SolutionStatus status = lp.solveCold(context);
    if (status != SolutionStatus::Optimal)
        return solverError(status);
    m_basis = lp.basis();
    mark(lp);
    Random random(1);
    for (int sweep = 0; sweep < mostSweeps; ++sweep) {
        const std::vector<int> columns = open();
        lp.clearCosts();
        for (const int column : columns)
            lp.setCost(column, (random.below(2) == 0 ? -1.0 : 1.0) * (1.0 + random.uniform()));
        status = lp.solve(LpMethod::Primal, context);
        if (status == SolutionStatus::Stopped)
            return solverError(status);
        if (status != SolutionStatus::Optimal || mark(lp) * 50 < columns.size())
            break;
    }
    return {};
}

bool FlowSearch::searchBlock(Lp &lp, const std::vector<int> &columns, std::size_t begin, std::size_t end,
                             const TaskContext &context)
{
    for (std::size_t i = begin; i < end && !context.shouldStop(); ++i) {
        const auto column = static_cast<std::size_t>(columns[i]);
        for (const bool maximise : {true, false}) {
            if (m_flows[column] || (maximise ? m_problem.upper[column] <= 0 : m_problem.lower[column] >= 0))
                continue;
            lp.setCost(columns[i], 1);
            lp.setMaximise(maximise);
            const SolutionStatus status = lp.solve(LpMethod::Primal, context);
            lp.setCost(columns[i], 0);
            if (status == SolutionStatus::Unbounded) {
                m_flows[column] = true;
                continue;
            }
            if (status != SolutionStatus::Optimal)
                return false;
            for (std::size_t k = i; k < end; ++k)
                if (isFlux(static_cast<std::size_t>(columns[k]), lp.value(columns[k])))
                    m_flows[static_cast<std::size_t>(columns[k])] = true;
        }
    }
    return true;
}

void FlowSearch::searchOneByOne(unsigned threads, const char *phase, const TaskContext &context)
{
    const std::vector<int> columns = open();
    const std::size_t count = columns.size(), blocks = (count + blockSize - 1) / blockSize;
    std::vector<std::unique_ptr<Lp>> solvers(threads);
    std::atomic<std::size_t> done{0};
    parallelEach(blocks, threads, [&](std::size_t block, unsigned worker) {
        if (context.shouldStop() || m_hasFailed)
            return;
        std::unique_ptr<Lp> &lp = solvers[worker];
        if (!lp)
            lp = std::make_unique<Lp>(m_problem);
        lp->setBasis(m_basis);
        const std::size_t begin = block * blockSize, end = std::min(count, begin + blockSize);
        if (!searchBlock(*lp, columns, begin, end, context))
            m_hasFailed = true;
        done += end - begin;
        context.report(phase, static_cast<double>(done), static_cast<double>(count));
    });
}

Result<void> FlowSearch::run(unsigned threads, const char *phase, const TaskContext &context)
{
    if (Result<void> done = sweepRandomly(context); !done)
        return done;
    searchOneByOne(threadCount(threads), phase, context);
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, {}};
    return m_hasFailed ? Error{ErrorCode::SolverFailed, {}} : Result<void>();
}

bool mayStandStill(const LpModel &network)
{
    for (std::size_t j = 0; j < network.columns.size(); ++j)
        if (network.lower[j] > 0 || network.upper[j] < 0)
            return false;
    return true;
}

/// Where everything may stand still, the sizes of bounds do not matter to what can run: steady states may be
/// scaled and added up. One program then decides on every irreversible column: at its optimum each that can
/// run does (the consistency check of Tefagh & Boyd 2020 starts so). Stops in `network` the reactions of
/// those that cannot, marks the others in `flows`.
Result<void> decideIrreversible(const ReducedNetwork &reduced, LpModel &network, std::vector<Flow> &flows,
                                const TaskContext &context)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    LpModel cone = reduced.lp();
    for (double &low : cone.lower)
        low = low < 0 ? -infinity : 0;
    for (double &high : cone.upper)
        high = high > 0 ? infinity : 0;
    FlowSearch search(cone, std::vector<double>(cone.columns.size(), leastFlux));
    if (Result<void> done = search.sweepForward(context); !done)
        return done;
    for (std::size_t j = 0; j < flows.size(); ++j) {
        const int column = reduced.columnOf(static_cast<int>(j));
        if (column < 0)
            continue;
        const auto at = static_cast<std::size_t>(column);
        if (search.flows(column))
            flows[j] = Flow::Some;
        else if (cone.lower[at] == 0 || cone.upper[at] == 0)
            network.lower[j] = network.upper[j] = 0;
    }
    return {};
}

/// Least value of each reduced column that lets one of its reactions run.
std::vector<double> leastValues(const ReducedNetwork &reduced, std::size_t reactions)
{
    std::vector<double> largestFactor(reduced.lp().columns.size(), 0.0);
    for (std::size_t j = 0; j < reactions; ++j)
        if (const int column = reduced.columnOf(static_cast<int>(j)); column >= 0) {
            double &factor = largestFactor[static_cast<std::size_t>(column)];
            factor = std::max(factor, std::abs(reduced.factorOf(static_cast<int>(j))));
        }
    for (double &factor : largestFactor)
        factor = leastFlux / factor;
    return largestFactor;
}

} // namespace

LpModel withoutInput(const MetabolicModel &model)
{
    LpModel network = networkProblem(model);
    std::fill(network.cost.begin(), network.cost.end(), 0.0);
    for (std::size_t j = 0; j < model.reactions.size(); ++j) {
        const bool isClosed = model.isBoundary(static_cast<int>(j));
        network.lower[j] = isClosed ? 0 : std::min(0.0, network.lower[j]);
        network.upper[j] = isClosed ? 0 : std::max(0.0, network.upper[j]);
    }
    return network;
}

Result<std::vector<Flow>> findFlows(const LpModel &network, unsigned threads, const char *phase,
                                    const TaskContext &context)
{
    context.report(phase, 0, 0);
    const ReducedNetwork reduced(network, {}, Reduction::Fluxes);
    if (reduced.reduce(network.lower, network.upper).isEmpty)
        return Error{ErrorCode::Infeasible, {}};
    std::vector<Flow> flows(network.columns.size(), Flow::CutOff);
    for (std::size_t j = 0; j < flows.size(); ++j)
        if (reduced.columnOf(static_cast<int>(j)) >= 0)
            flows[j] = Flow::None;
    LpModel left = network;
    bool isDecided = false;
    if (mayStandStill(network)) {
        const Result<void> done = decideIrreversible(reduced, left, flows, context);
        if (!done && done.error().code == ErrorCode::Cancelled)
            return done.error();
        isDecided = done.ok(); // a failure costs time only
    }
    const ReducedNetwork again(left, {}, Reduction::Fluxes);
    if (again.lp().size() == 0)
        return flows;
    FlowSearch search(again.lp(), leastValues(again, flows.size()));
    for (std::size_t j = 0; j < flows.size(); ++j)
        if (const int column = again.columnOf(static_cast<int>(j)); column >= 0 && flows[j] == Flow::Some)
            search.setFlows(column);
    if (!isDecided)
        if (const Result<void> done = search.sweepForward(context); !done && context.shouldStop())
            return done.error();
    if (Result<void> done = search.run(threads, phase, context); !done)
        return done.error();
    for (std::size_t j = 0; j < flows.size(); ++j)
        if (const int column = again.columnOf(static_cast<int>(j)); column >= 0 && search.flows(column))
            flows[j] = Flow::Some;
    return flows;
}

Result<void> checkBlocked(const MetabolicModel &model, unsigned threads, ModelCheckRun &run,
                          const TaskContext &context)
{
    LpModel network = networkProblem(model);
    std::fill(network.cost.begin(), network.cost.end(), 0.0);
    const Result<std::vector<Flow>> flows =
        findFlows(network, threads, marked("Core", "Looking for blocked reactions"), context);
    if (!flows)
        return flows.error();
    for (std::size_t j = 0; j < flows->size(); ++j) {
        const Reaction &reaction = model.reactions[j];
        if ((*flows)[j] == Flow::Some)
            continue;
        const char *key = reaction.lower == 0 && reaction.upper == 0 ? marked("Core", "closed by its bounds")
                          : (*flows)[j] == Flow::CutOff              ? marked("Core", "cut off by a dead end")
                                                        : marked("Core", "no steady state uses it");
        run.findings.push_back(finding(CheckKind::BlockedReaction, reaction, key));
    }
    return {};
}

Result<void> checkLoops(const MetabolicModel &model, unsigned threads, ModelCheckRun &run,
                        const TaskContext &context)
{
    const Result<std::vector<Flow>> flows =
        findFlows(withoutInput(model), threads, marked("Core", "Looking for loops"), context);
    if (!flows)
        return flows.error();
    for (std::size_t j = 0; j < flows->size(); ++j)
        if ((*flows)[j] == Flow::Some)
            run.findings.push_back(finding(CheckKind::RunsWithoutInput, model.reactions[j]));
    return {};
}

} // namespace pathgan
