// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/deletions.h"

#include "core/metabolic/fba/deletionplan_p.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/lostreactions_p.h"
#include "core/metabolic/fba/referencevertex_p.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

/// From the wild type's optimal vertex, which a change of bounds leaves dual feasible.
class FbaDeletionSolver final : public DeletionSolver
{
public:
    FbaDeletionSolver(const LpModel &problem, const LpBasis &basis, double wildTypeGrowth)
        : m_problem(problem), m_basis(basis), m_wildTypeGrowth(wildTypeGrowth), m_lp(problem)
    {}

    DeletionOutcome solve(const std::vector<int> &columns, const TaskContext &context) override
    {
        for (const int column : columns)
            m_lp.setBounds(column, 0, 0);
        DeletionOutcome outcome;
        outcome.status = solveFrom(m_lp, m_basis, context);
        if (outcome.status == SolutionStatus::Optimal) {
            const double growth = withoutNoise(m_lp.objective());
            const bool isSame =
                std::abs(growth - m_wildTypeGrowth) <= 1e-9 * std::max(1.0, std::abs(m_wildTypeGrowth));
            outcome.growth = isSame ? m_wildTypeGrowth : growth; // as where no program is solved
            outcome.values = m_lp.values();
        }
        for (const int column : columns) {
            const auto at = static_cast<std::size_t>(column);
            m_lp.setBounds(column, m_problem.lower[at], m_problem.upper[at]);
        }
        return outcome;
    }

private:
    const LpModel &m_problem;
    const LpBasis &m_basis;
    double m_wildTypeGrowth;
    Lp m_lp;
};

class FbaDeletionPlan final : public DeletionPlan
{
public:
    FbaDeletionPlan(const LpModel &wildType, const TaskContext &context)
        : m_network(wildType, Reduction::Fluxes)
    {
        if (m_network.isEmpty()) {
            m_wildType.status = SolutionStatus::Infeasible;
            return;
        }
        Lp lp(m_network.lp());
        m_wildType.status = lp.solveCold(context);
        if (m_wildType.status != SolutionStatus::Optimal)
            return;
        m_wildType.growth = withoutNoise(lp.objective());
        m_wildType.values = lp.values();
        m_basis = lp.basis();
        makeFace(lp);
    }

    const DeletionNetwork &network() const override { return m_network; }
    const DeletionOutcome &wildType() const override { return m_wildType; }
    std::unique_ptr<DeletionSolver> makeSolver() const override
    {
        return std::make_unique<FbaDeletionSolver>(m_network.lp(), m_basis, m_wildType.growth);
    }

    std::vector<double> otherOptimum(const std::vector<int> &columns,
                                     const TaskContext &context) const override;

private:
    void makeFace(const Lp &solved);

    DeletionNetwork m_network;
    DeletionOutcome m_wildType;
    LpBasis m_basis;
    LpModel m_face; ///< all its feasible points are optima; no costs
};

void FbaDeletionPlan::makeFace(const Lp &solved)
{
    m_face = m_network.lp();
    m_face.maximise = false;
    std::fill(m_face.cost.begin(), m_face.cost.end(), 0.0);
    solved.optimalFace().fix(m_face);
}

/// Least total flux of the columns among the optima in which they keep their direction.
std::vector<double> FbaDeletionPlan::otherOptimum(const std::vector<int> &columns,
                                                  const TaskContext &context) const
{
    LpModel problem = m_face;
    for (const int column : columns) {
        const auto at = static_cast<std::size_t>(column);
        const double flux = m_wildType.values[at];
        if (flux == 0 || problem.lower[at] == problem.upper[at])
            continue;
        problem.cost[at] = flux > 0 ? 1 : -1;
        if (flux > 0)
            problem.lower[at] = std::max(problem.lower[at], 0.0);
        else
            problem.upper[at] = std::min(problem.upper[at], 0.0);
    }
    Lp lp(problem);
    lp.setBasis(m_basis);
    return lp.solve(LpMethod::Primal, context) == SolutionStatus::Optimal ? lp.values()
                                                                          : std::vector<double>{};
}

bool areWithin(const std::vector<int> &targets, std::size_t count)
{
    return std::all_of(targets.begin(), targets.end(), [count](int target) {
        return target >= 0 && static_cast<std::size_t>(target) < count;
    });
}

std::string targetName(const MetabolicModel &model, DeletionKind kind, int target)
{
    const auto at = static_cast<std::size_t>(target);
    if (kind == DeletionKind::Reactions)
        return model.reactions[at].id;
    const ModelGene &gene = model.genes[at];
    const std::string entrez = std::to_string(gene.entrez);
    const bool isVariant = gene.id.size() > entrez.size() && gene.id.starts_with(entrez) &&
                           (gene.id[entrez.size()] == '_' || gene.id[entrez.size()] == '.');
    return gene.entrez > 0 && isVariant ? entrez : gene.id;
}

} // namespace

Result<void> DeletionOptions::check(const MetabolicModel &model) const
{
    Result<void> checked = base.check(model);
    if (checked)
        checked = base.checkObjective(model);
    if (!checked)
        return checked;
    const std::size_t count = kind == DeletionKind::Genes ? model.genes.size() : model.reactions.size();
    if (!areWithin(first, count))
        return Error{ErrorCode::InvalidOption, "first"};
    if (!areWithin(second, count) || (!second.empty() && !isDouble))
        return Error{ErrorCode::InvalidOption, "second"};
    if (!(essentialShare >= 0 && essentialShare <= 1))
        return Error{ErrorCode::InvalidOption, "essentialShare"};
    if (isDouble) {
        const std::size_t firsts = deletionTargets(model, kind, first).size();
        const std::size_t pairs =
            second.empty() ? firsts * (firsts + 1) / 2 : firsts * deletionTargets(model, kind, second).size();
        if (pairs > mostRows)
            return Error{ErrorCode::InvalidOption,
                         "second: " + std::to_string(pairs) + " > " + std::to_string(mostRows)};
    }
    return {};
}

Result<DeletionRun> deletions(const MetabolicModel &model, const DeletionOptions &options,
                              const TaskContext &context)
{
    if (const Result<void> checked = options.check(model); !checked)
        return checked.error();
    const LpModel problem = fbaProblem(model, options.base);
    const FbaDeletionPlan plan(problem, context);
    if (plan.wildType().status != SolutionStatus::Optimal)
        return solverError(plan.wildType().status);
    Result<DeletionOutcomes> done = runDeletions(model, options, plan, context);
    if (!done)
        return done.error();
    return deletionRun(std::move(*done), plan.wildType().growth, options, problem.maximise);
}

std::string deletionName(const MetabolicModel &model, DeletionKind kind, const Deletion &deletion)
{
    const std::string first = targetName(model, kind, deletion.first);
    return deletion.second < 0 ? first : first + '+' + targetName(model, kind, deletion.second);
}

} // namespace pathgan
