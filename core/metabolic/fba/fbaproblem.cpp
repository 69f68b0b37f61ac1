// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/fbaproblem_p.h"

#include "core/metabolic/model/modelgenes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pathgan {

LpModel networkProblem(const MetabolicModel &model)
{
    LpModel result;
    result.rowLower.assign(model.metabolites.size(), 0.0);
    result.rowUpper.assign(model.metabolites.size(), 0.0);
    for (const Reaction &reaction : model.reactions)
        result.addColumn(reaction.stoichiometry, reaction.lower, reaction.upper);
    if (model.activeObjective >= 0) {
        const ModelObjective &objective = model.objectives[static_cast<std::size_t>(model.activeObjective)];
        result.maximise = objective.maximise;
        for (const auto &[reaction, coefficient] : objective.coefficients)
            result.cost[static_cast<std::size_t>(reaction)] += coefficient;
    }
    return result;
}

LpModel fbaProblem(const MetabolicModel &model, const FbaOptions &options)
{
    LpModel problem = networkProblem(model);
    problem.timeLimit = options.timeLimit;
    for (const BoundChange &change : options.bounds) {
        problem.lower[static_cast<std::size_t>(change.reaction)] = change.lower;
        problem.upper[static_cast<std::size_t>(change.reaction)] = change.upper;
    }
    for (const int reaction : lostReactions(model, options.knockedOutGenes)) {
        problem.lower[static_cast<std::size_t>(reaction)] = 0;
        problem.upper[static_cast<std::size_t>(reaction)] = 0;
    }
    if (options.objective >= 0) {
        std::fill(problem.cost.begin(), problem.cost.end(), 0.0);
        problem.cost[static_cast<std::size_t>(options.objective)] = 1;
        problem.maximise = options.maximise;
    }
    return problem;
}

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

bool isAtBound(double flux, double bound)
{
    constexpr double tolerance = 1e-6; // relative; ten times the solver's
    return std::isfinite(bound) && std::abs(flux - bound) <= tolerance * std::max(1.0, std::abs(bound));
}

double withoutNoise(double value)
{
    return std::abs(value) < noFlux ? 0 : value;
}

Error solverError(SolutionStatus status)
{
    switch (status) {
    case SolutionStatus::Stopped:
        return Error{ErrorCode::Cancelled, {}};
    case SolutionStatus::Infeasible:
        return Error{ErrorCode::Infeasible, {}};
    case SolutionStatus::Unbounded:
        return Error{ErrorCode::Unbounded, {}};
    case SolutionStatus::TimeLimit:
        return Error{ErrorCode::SolverFailed, statusName(status)};
    default:
        return Error{ErrorCode::SolverFailed, statusName(SolutionStatus::Undefined)};
    }
}

} // namespace pathgan
