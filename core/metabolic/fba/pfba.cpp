// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/pfba_p.h"

#include "core/metabolic/fba/absoluteproblem_p.h"
#include "core/metabolic/fba/fbaproblem_p.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <zlib.h>

namespace pathgan {

namespace {

/// Slack left to the objective, so that the second stage has an inside.
constexpr double relativeSlack = 1e-9;

} // namespace

double perturbedWeight(const std::string &reactionId)
{
    const auto *bytes = reinterpret_cast<const Bytef *>(reactionId.data());
    const uLong crc = crc32(crc32(0, nullptr, 0), bytes, static_cast<uInt>(reactionId.size()));
    return 1 + 1e-3 * static_cast<double>(crc % 100003UL) / 100003.0;
}

std::vector<double> perturbedWeights(const MetabolicModel &model)
{
    std::vector<double> weights;
    weights.reserve(model.reactions.size());
    for (const Reaction &reaction : model.reactions)
        weights.push_back(perturbedWeight(reaction.id));
    return weights;
}

double keptFraction(const FbaOptions &options)
{
    return options.method == FbaMethod::PerturbedFba ? options.fractionOfOptimum * (1 - relativeSlack)
                                                     : options.fractionOfOptimum;
}

Result<void> minimiseTotalFlux(const MetabolicModel &model, const FbaOptions &options, LpModel problem,
                               FluxSolution &solution, const TaskContext &context)
{
    addObjectiveRow(problem, keptObjective(solution.objectiveValue, keptFraction(options), problem.maximise));
    const AbsoluteProblem absolute(problem, options.method == FbaMethod::PerturbedFba
                                                ? perturbedWeights(model)
                                                : std::vector<double>(model.reactions.size(), 1.0));
    Lp lp(absolute.lp);
    const SolutionStatus status = lp.solveCold(context);
    if (context.isCancelled() || status == SolutionStatus::Stopped)
        return Error{ErrorCode::Cancelled, {}};
    if (status != SolutionStatus::Optimal)
        return Error{ErrorCode::SolverFailed, std::string("pFBA: ") + statusName(status)};
    solution.fluxes = absolute.fluxes(lp);
    solution.objectiveValue = 0;
    for (std::size_t reaction = 0; reaction < solution.fluxes.size(); ++reaction)
        solution.objectiveValue += problem.cost[reaction] * solution.fluxes[reaction];
    return {};
}

} // namespace pathgan
