#pragma once

#include "core/metabolic/lp/lp_p.h"

#include <algorithm>

namespace pathgan {

/// The LP of the options: bounds, knock-outs and objective applied. Options are checked before.
LpModel fbaProblem(const MetabolicModel &model, const FbaOptions &options);

/// Least (maximising) or greatest (minimising) value of the objective that keeps `fraction` of the optimum.
/// Not fraction · optimum, which lies on the wrong side where the optimum is negative.
double keptObjective(double optimum, double fraction, bool maximise);

/// Fluxes below this are none: the solver's tolerance is 1e-7.
constexpr double noFlux = 1e-9;
/// What the solver cannot tell from 0 is 0; so is −0.
double withoutNoise(double value);
/// Within the solver's tolerance of a finite bound.
bool isAtBound(double flux, double bound);
/// Why there is no optimum.
Error solverError(SolutionStatus status);

/// Objective row of a second stage: c·v no worse than keptObjective.
void addObjectiveRow(LpModel &problem, double kept);

/// Columns of one reaction in a problem of absolute fluxes: v = forward − backward, both ≥ 0; −1 where the
/// bounds leave one side no room.
struct SplitColumn
{
    int forward = -1, backward = -1;
};

/// minimise Σ weight_j |v_j| under the rows of `problem`, whose own costs are left out.
struct AbsoluteProblem
{
    LpModel lp;
    std::vector<SplitColumn> columns; ///< by column of `problem`

    AbsoluteProblem(const LpModel &problem, const std::vector<double> &weights);
    /// v of one column, and of all, in the split problem's solution.
    double flux(const Lp &solved, int column) const;
    std::vector<double> fluxes(const Lp &solved) const;
    /// Bounds on v, within those of the problem this was made of.
    template <class Target>
    void setBounds(Target &target, int column, double low, double high) const
    {
        const SplitColumn &split = columns[static_cast<std::size_t>(column)];
        if (split.forward >= 0)
            target.setBounds(split.forward, std::max(low, 0.0), std::max(high, 0.0));
        if (split.backward >= 0)
            target.setBounds(split.backward, std::max(-high, 0.0), std::max(-low, 0.0));
    }
};

/// 1 + 1e-3·(CRC-32(id) mod 100003)/100003: makes the parsimonious optimum unique.
double perturbedWeight(const std::string &reactionId);
std::vector<double> perturbedWeights(const MetabolicModel &model); ///< by reaction
/// Share of the optimum that the second stage of a method keeps.
double keptFraction(const FbaOptions &options);

/// Second stage of parsimonious FBA; replaces the fluxes of a solved first stage.
Result<void> minimiseTotalFlux(const MetabolicModel &model, const FbaOptions &options, LpModel problem,
                               FluxSolution &solution, const TaskContext &context);

} // namespace pathgan
