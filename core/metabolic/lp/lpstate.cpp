// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/lp/lpstate_p.h"

#include "core/metabolic/lp/lpproof_p.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// What takes longer than this goes round in circles: GLPK's simplex has no rule against that. (A tumour in
/// Human-GEM under stress did so for good.) It is then solved another way.
int circleLimit(int rows, int columns)
{
    return std::max(20'000, 2 * (rows + columns));
}

SolutionStatus statusOf(int glpkStatus)
{
    switch (glpkStatus) {
    case GLP_OPT:
        return SolutionStatus::Optimal;
    case GLP_NOFEAS:
        return SolutionStatus::Infeasible;
    case GLP_UNBND:
        return SolutionStatus::Unbounded;
    case GLP_FEAS:
    case GLP_INFEAS:
        return SolutionStatus::Stopped;
    default:
        return SolutionStatus::Undefined;
    }
}

glp_smcp parameters(LpMethod method, bool isTight)
{
    glp_smcp result;
    glp_init_smcp(&result);
    result.msg_lev = GLP_MSG_ALL;
    result.out_frq = glpkLookInterval;
    if (isTight)
        result.tol_bnd = result.tol_dj = 1e-9; // a hundredth of the usual
    result.meth = method == LpMethod::Dual ? GLP_DUALP : GLP_PRIMAL;
    result.r_test = GLP_RT_HAR; // flipping bounds (GLP_RT_FLIP) took a third more time on Recon3D
    return result;
}

} // namespace

/// GLPK's tolerance of reduced costs is absolute: small costs are made large.
void Lp::State::scaleCosts()
{
    double greatest = 0;
    for (const double cost : numbers.cost)
        greatest = std::max(greatest, std::abs(cost));
    const bool isSmall = greatest > 0 && greatest < 1e-3;
    const double factor = isSmall ? std::ldexp(1.0, -std::ilogb(greatest)) : 1;
    if (factor == costFactor)
        return;
    costFactor = factor;
    for (int column = 1; column <= columns; ++column)
        glp_set_obj_coef(problem, column, factor * numbers.cost[static_cast<std::size_t>(column - 1)]);
}

SolutionStatus Lp::State::simplex(LpMethod method, bool presolve, int iterationLimit,
                                  const TaskContext &context)
{
    if (context.shouldStop())
        return SolutionStatus::Stopped;
    if (threadSeconds() >= deadline)
        return SolutionStatus::TimeLimit;
    scaleCosts();
    glp_smcp settings = parameters(method, isTight);
    settings.presolve = presolve ? GLP_ON : GLP_OFF;
    settings.it_lim = std::min(iterationLimit, circleLimit(rows, columns));
    const int before = glp_get_it_cnt(problem);
    int answer = 0;
    glp_prob *target = problem;
    switch (guardedGlpk(answer, context, deadline,
                        [target, &settings] { return glp_simplex(target, &settings); })) {
    case GlpkOutcome::Stopped:
        return SolutionStatus::Stopped;
    case GlpkOutcome::TimeUp:
        return SolutionStatus::TimeLimit;
    case GlpkOutcome::Fault:
        return SolutionStatus::Undefined;
    case GlpkOutcome::Done:
        break;
    }
    iterations += glp_get_it_cnt(problem) - before;
    if (answer == GLP_ENOPFS)
        return SolutionStatus::Infeasible;
    return answer == 0 ? statusOf(glp_get_status(problem)) : SolutionStatus::Undefined;
}

/// What is not proven is tried once more from where it ended, with smaller tolerances.
SolutionStatus Lp::State::run(LpMethod method, bool presolve, const TaskContext &context, int iterationLimit)
{
    SolutionStatus status = simplex(method, presolve, iterationLimit, context);
    if (isProven(status))
        return status;
    const bool before = isTight;
    isTight = true;
    status = simplex(LpMethod::Primal, false, iterationLimit, context);
    isTight = before;
    return isProven(status) ? status : SolutionStatus::Undefined;
}

/// GLPK's tolerances are absolute, and those of the scaled problem: where numbers span many orders of
/// magnitude, what it calls optimal may be far outside the bounds, or far from the optimum, and what it calls
/// infeasible may have solutions.
bool Lp::State::isProven(SolutionStatus status) const
{
    switch (status) {
    case SolutionStatus::Optimal:
        return isOptimal();
    case SolutionStatus::Infeasible:
        return hasFactors() && provesInfeasible(problem, numbers);
    case SolutionStatus::Unbounded:
        return hasFactors() && provesUnbounded(problem, numbers);
    default:
        return true; // says nothing
    }
}

bool Lp::State::isOptimal() const
{
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(columns));
    for (int column = 1; column <= columns; ++column)
        values.push_back(glp_get_col_prim(problem, column));
    return LpCertificate(numbers, values, multipliers()).isOptimal();
}

bool Lp::State::hasFactors() const
{
    int answer = 0;
    return glp_bf_exists(problem) ||
           (guardedGlpk(answer, {}, infinity, [this] { return glp_factorize(problem); }) ==
                GlpkOutcome::Done &&
            answer == 0);
}

std::vector<double> Lp::State::multipliers() const
{
    std::vector<double> result;
    result.reserve(static_cast<std::size_t>(rows));
    for (int row = 1; row <= rows; ++row)
        result.push_back(glp_get_row_dual(problem, row) / costFactor);
    return result;
}

SolutionStatus Lp::State::runUnscaled(const TaskContext &context)
{
    glp_unscale_prob(problem);
    glp_std_basis(problem);
    const SolutionStatus status = run(LpMethod::Primal, false, context);
    if (alive())
        glp_scale_prob(problem, GLP_SF_AUTO); // as the next solve expects it
    return status;
}

SolutionStatus Lp::State::runFromNothing(const TaskContext &context)
{
    glp_adv_basis(problem, 0);
    SolutionStatus status = run(LpMethod::Primal, false, context);
    if (status == SolutionStatus::Undefined && alive()) { // its triangular part may be close to singular
        glp_std_basis(problem);                           // the slacks never are
        status = run(LpMethod::Primal, false, context);
    }
    if (status == SolutionStatus::Undefined && alive())
        status = run(LpMethod::Dual, true, context);
    return status == SolutionStatus::Undefined && alive() ? runUnscaled(context) : status;
}

SolutionStatus Lp::State::runCold(const TaskContext &context)
{
    SolutionStatus status = runFromNothing(context);
    if (status == SolutionStatus::Undefined && alive()) {
        isTight = true;
        status = runFromNothing(context);
        isTight = false;
    }
    return status;
}

} // namespace pathgan
