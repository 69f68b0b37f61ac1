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

double keptObjective(double optimum, double fraction, bool maximise)
{
    const double given = (1 - fraction) * std::abs(optimum);
    return maximise ? optimum - given : optimum + given;
}

void addObjectiveRow(LpModel &problem, double kept)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const int row = problem.maximise ? problem.addRow(kept, infinity) : problem.addRow(-infinity, kept);
    for (std::size_t column = 0; column < problem.columns.size(); ++column)
        if (problem.cost[column] != 0)
            problem.columns[column].emplace_back(row, problem.cost[column]);
}

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

AbsoluteProblem::AbsoluteProblem(const LpModel &problem, const std::vector<double> &weights)
{
    lp.maximise = false;
    lp.timeLimit = problem.timeLimit;
    lp.rowLower = problem.rowLower;
    lp.rowUpper = problem.rowUpper;
    columns.resize(problem.columns.size());
    for (std::size_t column = 0; column < problem.columns.size(); ++column) {
        const double low = problem.lower[column], high = problem.upper[column];
        SplitColumn &split = columns[column];
        if (high > 0 || low >= 0)
            split.forward = lp.addColumn(problem.columns[column], std::max(low, 0.0), high, weights[column]);
        if (low < 0) {
            Stoichiometry reversed = problem.columns[column];
            for (auto &entry : reversed)
                entry.second = -entry.second;
            split.backward = lp.addColumn(std::move(reversed), std::max(-high, 0.0), -low, weights[column]);
        }
    }
}

double AbsoluteProblem::flux(const Lp &solved, int column) const
{
    const SplitColumn &split = columns[static_cast<std::size_t>(column)];
    return (split.forward >= 0 ? solved.value(split.forward) : 0.0) -
           (split.backward >= 0 ? solved.value(split.backward) : 0.0);
}

std::vector<double> AbsoluteProblem::fluxes(const Lp &solved) const
{
    std::vector<double> result;
    for (int column = 0; column < static_cast<int>(columns.size()); ++column)
        result.push_back(flux(solved, column));
    return result;
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
