// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/fva.h"

#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/fvaranges_p.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace pathgan {

namespace {

/// Ends of a reaction's range from those of the column it is joined in.
struct ReactionRange
{
    double low = 0, high = 0;
    SolutionStatus status = SolutionStatus::Optimal;
    bool isProven = true;
};

ReactionRange reactionRange(const FvaRange &range, double factor)
{
    ReactionRange result;
    const auto &[least, most] = range;
    for (const SolutionStatus status :
         {SolutionStatus::Unbounded, SolutionStatus::Infeasible, SolutionStatus::Undefined,
          SolutionStatus::TimeLimit, SolutionStatus::Stopped})
        if (least.status == status || most.status == status)
            result.status = status; // the last of these counts
    result.isProven = least.isProven && most.isProven;
    result.low = withoutNoise(factor * (factor > 0 ? range.least.value : range.most.value));
    result.high = withoutNoise(factor * (factor > 0 ? range.most.value : range.least.value));
    if (result.low > result.high) // a fixed flux, found twice to the last bits
        result.low = result.high = (result.low + result.high) / 2;
    return result;
}

/// Leaves out what was not finished.
void takeRanges(const FvaProblem &problem, const std::vector<int> &reactions,
                const std::vector<FvaRange> &ranges, FvaRun &run)
{
    for (const int reaction : reactions) {
        const int column = problem.network.columnOf(reaction);
        const ReactionRange range = column >= 0 ? reactionRange(ranges[static_cast<std::size_t>(column)],
                                                                problem.network.factorOf(reaction))
                                                : ReactionRange{};
        if (range.status == SolutionStatus::Stopped)
            continue;
        run.reactions.push_back(reaction);
        run.minimum.push_back(range.low);
        run.maximum.push_back(range.high);
        run.status.push_back(range.status);
        run.unproven += range.isProven ? 0 : 1;
    }
    run.stoppedEarly = run.reactions.size() < reactions.size();
}

std::vector<int> columnsOf(const FvaProblem &problem, const std::vector<int> &reactions)
{
    std::vector<int> columns;
    for (const int reaction : reactions)
        if (const int column = problem.network.columnOf(reaction); column >= 0)
            columns.push_back(column);
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    return columns;
}

/// Of the optimum; less than the last digits of a sum is none.
double relativeMiss(const FvaProblem &problem, double miss)
{
    constexpr double rounding = 1e-12;
    const double relative = miss / std::max(std::abs(problem.optimum), std::numeric_limits<double>::min());
    return miss == 0 || relative < rounding ? 0 : relative;
}

} // namespace

Result<void> FvaOptions::check(const MetabolicModel &model) const
{
    if (Result<void> checked = base.check(model); !checked)
        return checked;
    for (const int reaction : reactions)
        if (reaction < 0 || reaction >= static_cast<int>(model.reactions.size()))
            return Error{ErrorCode::InvalidOption, "reactions"};
    if (!(fractionOfOptimum >= 0 && fractionOfOptimum <= 1))
        return Error{ErrorCode::InvalidOption, "fractionOfOptimum"};
    if (pfbaFactor != 0 && !(pfbaFactor >= 1 && std::isfinite(pfbaFactor)))
        return Error{ErrorCode::InvalidOption, "pfbaFactor"};
    return {};
}

Result<FvaRun> fva(const MetabolicModel &model, const FvaOptions &options, const TaskContext &context)
{
    if (const Result<void> checked = options.check(model); !checked)
        return checked.error();
    const Result<FvaProblem> problem = fvaProblem(model, options, context);
    if (!problem)
        return problem.error();
    std::vector<int> reactions = options.reactions;
    if (reactions.empty()) {
        reactions.resize(model.reactions.size());
        std::iota(reactions.begin(), reactions.end(), 0);
    }
    const FvaRanges found = fvaRanges(*problem, columnsOf(*problem, reactions), options, context);
    FvaRun run;
    run.objectiveValue = problem->optimum;
    run.slack = relativeMiss(*problem, found.miss);
    takeRanges(*problem, reactions, found.ranges, run);
    if (context.isCancelled() || (run.reactions.empty() && context.shouldStop()))
        return Error{ErrorCode::Cancelled, {}};
    return run;
}

} // namespace pathgan
