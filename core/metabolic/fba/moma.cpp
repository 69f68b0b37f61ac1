// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/moma.h"

#include "core/metabolic/fba/absoluteproblem_p.h"
#include "core/metabolic/fba/deletionplan_p.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/referencevertex_p.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

/// Fluxes this close are the same: ten times the solver's tolerance.
constexpr double tolerance = 1e-6;

bool isClose(double a, double b)
{
    return std::abs(a - b) <= tolerance * std::max({1.0, std::abs(a), std::abs(b)});
}

/// The reference by reduced column, and how many fluxes' worth each column counts.
struct ReducedReference
{
    std::vector<double> values, weights;
    bool isExact = true; ///< false: some flux is not what its column says, so columns cannot stand for fluxes
};

ReducedReference reduceReference(const DeletionNetwork &network, const std::vector<double> &fluxes)
{
    const LpModel &lp = network.lp();
    ReducedReference result{std::vector<double>(lp.columns.size(), std::nan("")),
                            std::vector<double>(lp.columns.size(), 0.0), true};
    for (std::size_t reaction = 0; reaction < fluxes.size(); ++reaction) {
        const int column = network.network().columnOf(static_cast<int>(reaction));
        if (column < 0) {
            result.isExact = result.isExact && isClose(fluxes[reaction], 0);
            continue;
        }
        const double factor = network.network().factorOf(static_cast<int>(reaction));
        double &value = result.values[static_cast<std::size_t>(column)];
        if (std::isnan(value))
            value = fluxes[reaction] / factor;
        result.isExact = result.isExact && isClose(fluxes[reaction], factor * value);
        result.weights[static_cast<std::size_t>(column)] += std::abs(factor);
    }
    for (std::size_t column = 0; column < result.values.size(); ++column) { // rounding must cost no distance
        double &value = result.values[column];
        const double nearest = std::min(std::max(value, lp.lower[column]), lp.upper[column]);
        if (isClose(value, nearest))
            value = nearest;
    }
    return result;
}

/// The problem in deviations d = v − reference: S d = −S reference, and bounds moved alike. Where the
/// reference is balanced, d = 0 is.
LpModel deviationProblem(const LpModel &problem, const std::vector<double> &reference)
{
    LpModel result = problem;
    std::vector<double> production(problem.rowLower.size(), 0.0), scale(problem.rowLower.size(), 1.0);
    for (std::size_t column = 0; column < problem.columns.size(); ++column) {
        result.lower[column] = std::min(problem.lower[column], 0.0) - reference[column];
        result.upper[column] = std::max(problem.upper[column], 0.0) - reference[column];
        for (const auto &[row, coefficient] : problem.columns[column]) {
            const double flux = coefficient * reference[column];
            production[static_cast<std::size_t>(row)] += flux;
            scale[static_cast<std::size_t>(row)] += std::abs(flux);
        }
    }
    for (std::size_t row = 0; row < production.size(); ++row) {
        if (std::abs(production[row]) <= tolerance * scale[row])
            continue;
        result.rowLower[row] -= production[row];
        result.rowUpper[row] -= production[row];
    }
    return result;
}

/// What the solvers of all threads share.
struct MomaProblem
{
    DeletionNetwork network;
    std::vector<double> reference; ///< by reduced column
    AbsoluteProblem absolute;      ///< of the deviations; allows every deletion
    LpBasis basis;                 ///< all rows basic and no deviation: dual feasible, as it costs to deviate
};

/// From the reference itself by dual simplex.
class MomaSolver final : public DeletionSolver
{
public:
    explicit MomaSolver(const MomaProblem &problem) : m_problem(problem), m_lp(problem.absolute.lp)
    {
        for (int column = 0; column < problem.network.lp().size(); ++column)
            restore(column);
    }

    DeletionOutcome solve(const std::vector<int> &columns, const TaskContext &context) override;

private:
    void restore(int column)
    {
        const auto at = static_cast<std::size_t>(column);
        const LpModel &wildType = m_problem.network.lp();
        m_problem.absolute.setBounds(m_lp, column, wildType.lower[at] - m_problem.reference[at],
                                     wildType.upper[at] - m_problem.reference[at]);
    }

    const MomaProblem &m_problem;
    Lp m_lp;
};

DeletionOutcome MomaSolver::solve(const std::vector<int> &columns, const TaskContext &context)
{
    for (const int column : columns) {
        const double away = -m_problem.reference[static_cast<std::size_t>(column)];
        m_problem.absolute.setBounds(m_lp, column, away, away);
    }
    DeletionOutcome outcome;
    outcome.status = solveFrom(m_lp, m_problem.basis, context);
    if (outcome.status == SolutionStatus::Optimal) {
        outcome.distance = withoutNoise(m_lp.objective());
        outcome.values = m_problem.absolute.fluxes(m_lp);
        double growth = 0;
        for (std::size_t column = 0; column < outcome.values.size(); ++column) {
            outcome.values[column] += m_problem.reference[column];
            growth += m_problem.network.lp().cost[column] * outcome.values[column];
        }
        outcome.growth = withoutNoise(growth);
    }
    for (const int column : columns)
        restore(column);
    return outcome;
}

class MomaPlan final : public DeletionPlan
{
public:
    MomaPlan(MomaProblem problem, const TaskContext &context) : m_problem(std::move(problem))
    {
        m_problem.basis = Lp(m_problem.absolute.lp).basis();
        m_wildType = MomaSolver(m_problem).solve({}, context);
    }

    const DeletionNetwork &network() const override { return m_problem.network; }
    const DeletionOutcome &wildType() const override { return m_wildType; }
    std::unique_ptr<DeletionSolver> makeSolver() const override
    {
        return std::make_unique<MomaSolver>(m_problem);
    }
    /// The reference is the only flux vector of distance 0.
    std::vector<double> otherOptimum(const std::vector<int> &, const TaskContext &) const override
    {
        return {};
    }

private:
    MomaProblem m_problem;
    DeletionOutcome m_wildType;
};

MomaProblem momaProblem(const LpModel &wildType, const std::vector<double> &fluxes)
{
    DeletionNetwork network(wildType, Reduction::Fluxes);
    ReducedReference reference = reduceReference(network, fluxes);
    if (!reference.isExact) { // of another medium, or no steady state: each reaction for itself
        network = DeletionNetwork(wildType, Reduction::None);
        reference = reduceReference(network, fluxes);
    }
    AbsoluteProblem absolute(deviationProblem(network.lp(), reference.values), reference.weights);
    return {std::move(network), std::move(reference.values), std::move(absolute), {}};
}

Result<std::vector<double>> referenceFluxes(const MetabolicModel &model, const MomaOptions &options,
                                            const TaskContext &context)
{
    if (!options.reference.empty())
        return options.reference;
    FbaOptions wildType = options.deletions.base;
    wildType.method = options.referenceMethod;
    Result<FluxSolution> solution = fba(model, wildType, context);
    if (!solution)
        return solution.error();
    if (solution->status != SolutionStatus::Optimal)
        return solverError(solution->status);
    return std::move(solution->fluxes);
}

} // namespace

Result<void> MomaOptions::check(const MetabolicModel &model) const
{
    if (const Result<void> checked = deletions.check(model); !checked)
        return checked;
    const bool isComplete = reference.empty() || reference.size() == model.reactions.size();
    if (!isComplete ||
        !std::all_of(reference.begin(), reference.end(), [](double flux) { return std::isfinite(flux); }))
        return Error{ErrorCode::InvalidOption, "reference"};
    return {};
}

Result<MomaRun> moma(const MetabolicModel &model, const MomaOptions &options, const TaskContext &context)
{
    if (const Result<void> checked = options.check(model); !checked)
        return checked.error();
    Result<std::vector<double>> reference = referenceFluxes(model, options, context);
    if (!reference)
        return reference.error();
    const LpModel wildType = fbaProblem(model, options.deletions.base);
    MomaProblem problem = momaProblem(wildType, *reference);
    if (problem.network.isEmpty())
        return solverError(SolutionStatus::Infeasible);
    const MomaPlan plan(std::move(problem), context);
    if (plan.wildType().status != SolutionStatus::Optimal)
        return solverError(plan.wildType().status);
    Result<DeletionOutcomes> done = runDeletions(model, options.deletions, plan, context);
    if (!done)
        return done.error();
    MomaRun run;
    run.reference = *std::move(reference);
    for (const std::size_t outcome : done->outcomeOf)
        run.distance.push_back(done->outcomes[outcome].distance);
    run.deletions =
        deletionRun(std::move(*done), plan.wildType().growth, options.deletions, wildType.maximise);
    return run;
}

Result<MomaRun> deletionsOrMoma(const MetabolicModel &model, const DeletionOptions &options, bool isMoma,
                                const TaskContext &context)
{
    if (isMoma) {
        MomaOptions adjusted;
        adjusted.deletions = options;
        return moma(model, adjusted, context);
    }
    Result<DeletionRun> run = deletions(model, options, context);
    if (!run)
        return run.error();
    MomaRun result;
    result.deletions = *std::move(run);
    return result;
}

} // namespace pathgan
