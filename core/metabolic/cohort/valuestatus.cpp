// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/valuestatus.h"
#include "core/base/marked.h"
#include "core/metabolic/cohort/valuestatus_p.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/fva.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

/// Reactions at 0 in all samples that are looked at one by one; with more, only those count as blocked that
/// the reduction of the network finds.
constexpr std::size_t mostExamined = 500;

bool isZeroThroughout(const FluxRun &run, Index reaction)
{
    for (Index sample = 0; sample < run.values.rows(); ++sample) {
        const double value = run.values(sample, reaction);
        if (std::abs(value) > 0 || (run.minima.size() > 0 && std::abs(run.minima(sample, reaction)) > 0))
            return false; // NaN: neither
    }
    return true;
}

} // namespace

ValueStatus valueStatusAt(double value, double lower, double upper)
{
    const auto isAt = [value](double bound) { return bound != 0 && isAtBound(value, bound); };
    return isAt(lower) || isAt(upper) ? ValueStatus::OnBound : ValueStatus::Unique;
}

void findBlocked(const MetabolicModel &model, const FbaOptions &base, const std::vector<int> &targets,
                 std::vector<unsigned char> isBlocked, FluxRun &run, const TaskContext &context)
{
    std::vector<std::size_t> examined;
    for (std::size_t k = 0; k < targets.size(); ++k)
        if (!isBlocked[k] && isZeroThroughout(run, static_cast<Index>(k)))
            examined.push_back(k);
    if (!examined.empty() && examined.size() <= mostExamined && !context.shouldStop()) {
        context.report(marked("Core", "Looking for blocked reactions"), 0, 0);
        MetabolicModel anyState = model;
        anyState.activeObjective = -1;
        FvaOptions options;
        options.base.bounds = base.bounds;
        options.threads = run.options.threads;
        for (const std::size_t k : examined)
            options.reactions.push_back(targets[k]);
        if (const Result<FvaRun> ranges = fva(anyState, options, context)) // else no steady state, or stopped
            for (std::size_t i = 0; i < examined.size(); ++i)
                isBlocked[examined[i]] = ranges->minimum[i] == 0 && ranges->maximum[i] == 0;
    }
    for (std::size_t i = 0; i < run.valueStatus.size(); ++i)
        if (isBlocked[i % targets.size()] && run.valueStatus[i] != ValueStatus::None)
            run.valueStatus[i] = ValueStatus::Blocked;
}

const char *valueStatusName(ValueStatus status)
{
    switch (status) {
    case ValueStatus::Unique:
        return marked("Core", "unique");
    case ValueStatus::OnBound:
        return marked("Core", "on a bound");
    case ValueStatus::Blocked:
        return marked("Core", "blocked");
    case ValueStatus::NotUnique:
        return marked("Core", "not unique");
    case ValueStatus::None:
        break;
    }
    return marked("Core", "no value");
}

} // namespace pathgan
