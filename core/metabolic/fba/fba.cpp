// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/fba.h"

#include "core/base/marked.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/pfba_p.h"
#include "core/metabolic/lp/lp_p.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pathgan {

namespace {

double sumOfAbsolutes(const std::vector<double> &values)
{
    double sum = 0;
    for (const double value : values)
        sum += std::abs(value);
    return sum;
}

void takeVertex(const Lp &lp, FluxSolution &solution)
{
    solution.objectiveValue = lp.objective();
    solution.fluxes = lp.values();
    solution.totalFlux = sumOfAbsolutes(solution.fluxes);
    for (int column = 0; column < lp.size(); ++column)
        solution.reducedCosts.push_back(lp.reducedCost(column));
    for (int row = 0; row < lp.rows(); ++row)
        solution.shadowPrices.push_back(lp.shadowPrice(row));
}

std::string boundsName(const MetabolicModel &model, int reaction)
{
    return "bounds: " + model.reactions[static_cast<std::size_t>(reaction)].id;
}

/// NaN and infinite coefficients would make the solver's answer meaningless.
Result<void> checkNumbers(const MetabolicModel &model)
{
    for (const Reaction &reaction : model.reactions) {
        const bool isSound = !std::isnan(reaction.lower) && !std::isnan(reaction.upper) &&
                             std::all_of(reaction.stoichiometry.begin(), reaction.stoichiometry.end(),
                                         [](const auto &entry) { return std::isfinite(entry.second); });
        if (!isSound)
            return Error{ErrorCode::BadModel, reaction.id + ": bound or coefficient is not a number"};
    }
    for (const ModelObjective &objective : model.objectives)
        for (const auto &[reaction, coefficient] : objective.coefficients)
            if (!std::isfinite(coefficient))
                return Error{ErrorCode::BadModel, objective.id + ": coefficient is not a number"};
    return {};
}

} // namespace

Result<void> FbaOptions::checkObjective(const MetabolicModel &model) const
{
    if (objective >= 0 || model.activeObjective >= 0)
        return {};
    return Error{ErrorCode::BadModel, model.path + ": no objective"};
}

Result<void> FbaOptions::check(const MetabolicModel &model) const
{
    const auto reactions = static_cast<int>(model.reactions.size());
    const auto genes = static_cast<int>(model.genes.size());
    if (reactions == 0)
        return Error{ErrorCode::BadModel, model.path + ": no reactions"};
    if (objective < -1 || objective >= reactions)
        return Error{ErrorCode::InvalidOption, "objective"};
    for (const BoundChange &change : bounds) {
        if (change.reaction < 0 || change.reaction >= reactions)
            return Error{ErrorCode::InvalidOption, "bounds"};
        if (!(change.lower <= change.upper)) // also NaN
            return Error{ErrorCode::InvalidOption, boundsName(model, change.reaction)};
    }
    for (const int gene : knockedOutGenes)
        if (gene < 0 || gene >= genes)
            return Error{ErrorCode::InvalidOption, "knockedOutGenes"};
    if (!(fractionOfOptimum >= 0 && fractionOfOptimum <= 1))
        return Error{ErrorCode::InvalidOption, "fractionOfOptimum"};
    if (!(timeLimit > 0))
        return Error{ErrorCode::InvalidOption, "timeLimit"};
    return checkNumbers(model);
}

Result<FluxSolution> fba(const MetabolicModel &model, const FbaOptions &options, const TaskContext &context)
{
    if (const Result<void> checked = options.check(model); !checked)
        return checked.error();
    LpModel problem = fbaProblem(model, options);
    FluxSolution solution;
    {
        Lp lp(problem);
        solution.status = lp.solveCold(context);
        if (solution.status == SolutionStatus::Optimal)
            takeVertex(lp, solution);
    }
    if (context.isCancelled() || solution.status == SolutionStatus::Stopped)
        return Error{ErrorCode::Cancelled, {}};
    if (solution.status != SolutionStatus::Optimal) {
        solution.objectiveValue = std::numeric_limits<double>::quiet_NaN();
        return solution;
    }
    if (options.method != FbaMethod::Fba) {
        if (const Result<void> done =
                minimiseTotalFlux(model, options, std::move(problem), solution, context);
            !done)
            return done.error();
        solution.totalFlux = sumOfAbsolutes(solution.fluxes);
    }
    return solution;
}

} // namespace pathgan
