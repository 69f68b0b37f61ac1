// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/metabolic/fba/absoluteproblem_p.h"
#include "core/metabolic/fba/gimme.h"
#include "core/metabolic/fba/reducednetwork_p.h"
#include "core/metabolic/lp/lp_p.h"

#include <vector>

namespace pathgan {

/// What all samples share: only costs differ between them.
struct GimmePlan
{
    ReducedNetwork network;
    LpModel whole;            ///< the model's own problem
    AbsoluteProblem absolute; ///< reduced; its last row keeps the objective; costs: perturbed weights
    LpBasis basis;            ///< its optimum
    double optimum = 0;
};

Result<GimmePlan> makeGimmePlan(const MetabolicModel &model, const GimmeOptions &options,
                                const TaskContext &context);

/// One after another, each from the same vertex. One a thread.
class GimmeSolver
{
public:
    explicit GimmeSolver(const GimmePlan &plan) : m_plan(plan), m_lp(plan.absolute.lp) {}
    void solve(const std::vector<double> &scores, GimmeSolution &solution, const TaskContext &context);

private:
    void setCosts(const std::vector<double> &weights);
    void restoreBounds();
    void takeFluxes(const std::vector<double> &scores, GimmeSolution &solution) const;

    const GimmePlan &m_plan;
    Lp m_lp;
};

/// Threshold of a score vector and what lies below it.
GimmeSolution penalise(const std::vector<double> &scores, const GimmeOptions &options);

} // namespace pathgan
