// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/stress/feasibility.h"
#include "core/base/marked.h"
#include "core/base/parallel.h"
#include "core/metabolic/cohort/samplework_p.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/reducedproblem_p.h"
#include "core/metabolic/fba/referencevertex_p.h"
#include "core/metabolic/model/medium.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace pathgan {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double slack = 1e-6; ///< of a capacity, relative and absolute: what the solver leaves open

/// Least Σ|v_j − ŷ_j| over the flux vectors of a network: a linear program whose right-hand sides are ŷ.
class Projection
{
public:
    Projection(const LpModel &network, std::vector<int> targets, const TaskContext &context)
        : m_targets(std::move(targets)), m_network(network, m_targets, Reduction::Optima)
    {
        m_lp = m_network.lp();
        m_lp.maximise = false;
        const ReducedNetwork::Bounds bounds = m_network.reduce(network.lower, network.upper);
        setBounds(m_lp, bounds);
        m_isEmpty = bounds.isEmpty;
        for (const int target : m_targets) {
            const int column = m_network.columnOf(target);
            if (column < 0) {
                m_rows.push_back(-1);
                continue;
            }
            const int row = m_lp.addRow(0, 0); // v_j − above + below = ŷ_j
            m_lp.columns[static_cast<std::size_t>(column)].emplace_back(row, m_network.factorOf(target));
            m_lp.addColumn({{row, -1}}, 0, infinity, 1);
            m_lp.addColumn({{row, 1}}, 0, infinity, 1);
            m_rows.push_back(row);
        }
        m_basis = referenceBasis(m_lp, context);
    }

    const LpModel &lp() const { return m_lp; }

    SolutionStatus distance(const std::vector<double> &fluxes, Lp &lp, double &result,
                            const TaskContext &context) const
    {
        if (m_isEmpty)
            return SolutionStatus::Infeasible;
        double fixedPart = 0, norm = 0;
        for (std::size_t k = 0; k < fluxes.size(); ++k) {
            norm += std::abs(fluxes[k]);
            if (m_rows[k] < 0)
                fixedPart += std::abs(fluxes[k]); // this reaction carries no flux
            else
                lp.setRowBounds(m_rows[k], fluxes[k], fluxes[k]);
        }
        const SolutionStatus status = solveFrom(lp, m_basis, context);
        if (status == SolutionStatus::Optimal)
            result = norm > 0 ? (fixedPart + lp.objective()) / norm : 0;
        return status;
    }

private:
    std::vector<int> m_targets;
    ReducedNetwork m_network;
    LpModel m_lp;
    std::vector<int> m_rows; ///< by target; −1: it carries no flux
    LpBasis m_basis;
    bool m_isEmpty = false;
};

LpModel networkInMedium(const MetabolicModel &model, MediumPreset medium)
{
    LpModel problem = networkProblem(model);
    std::fill(problem.cost.begin(), problem.cost.end(), 0.0);
    for (const BoundChange &change : mediumBounds(model, medium)) {
        problem.lower[static_cast<std::size_t>(change.reaction)] = change.lower;
        problem.upper[static_cast<std::size_t>(change.reaction)] = change.upper;
    }
    return problem;
}

/// Predictions outside [0, limit], by sample.
std::vector<std::size_t> countOutside(const MatrixD &predicted, const std::vector<double> &limits)
{
    std::vector<std::size_t> counts;
    for (Index sample = 0; sample < predicted.rows(); ++sample) {
        std::size_t outside = 0;
        for (Index k = 0; k < predicted.cols(); ++k) {
            const double most = limits[static_cast<std::size_t>(k)];
            const double value = predicted(sample, k);
            outside += value < -slack || value > most + slack * std::max(1.0, std::abs(most));
        }
        counts.push_back(outside);
    }
    return counts;
}

/// Largest flux of each reaction, nothing else asked for; infinite where the solver finds no end.
std::vector<double> largestFluxes(const LpModel &network, const std::vector<int> &reactions,
                                  const TaskContext &context)
{
    const ReducedNetwork reduced(network, reactions, Reduction::Optima);
    LpModel problem = reduced.lp();
    problem.maximise = true;
    setBounds(problem, reduced.reduce(network.lower, network.upper));
    Lp lp(problem);
    std::vector<double> result;
    for (std::size_t k = 0; k < reactions.size() && !context.shouldStop(); ++k) {
        const int column = reduced.columnOf(reactions[k]);
        const double factor = reduced.factorOf(reactions[k]);
        if (column >= 0)
            lp.setCost(column, factor);
        const SolutionStatus status =
            column < 0 ? SolutionStatus::Optimal
                       : (k == 0 ? lp.solveCold(context) : lp.solve(LpMethod::Primal, context));
        result.push_back(column < 0 ? 0 : status == SolutionStatus::Optimal ? lp.objective() : infinity);
        if (column >= 0)
            lp.setCost(column, 0);
        context.report(marked("Core", "Preparing the network"), static_cast<double>(k + 1),
                       static_cast<double>(reactions.size()));
    }
    return result;
}

Result<FeasibilityRun> checkCapacities(const LpModel &network, const std::vector<int> &reactions,
                                       const FluxRun &targets, const MatrixD &predicted,
                                       const TaskContext &context)
{
    FeasibilityRun run;
    run.samples = targets.samples;
    if (targets.wildTypeValues.size() == reactions.size())
        run.outside = countOutside(predicted, targets.wildTypeValues);
    const std::vector<double> limits = largestFluxes(network, reactions, context);
    if (context.stopRequested() != StopKind::None)
        return Error{ErrorCode::Cancelled, {}};
    run.unattainable = countOutside(predicted, limits);
    return run;
}

} // namespace

Result<FeasibilityRun> checkFeasibility(const MetabolicModel &model, const FluxRun &targets,
                                        const MatrixD &predicted, const TaskContext &context)
{
    if (predicted.rows() != static_cast<Index>(targets.samples.size()) ||
        predicted.cols() != static_cast<Index>(targets.reactions.size()))
        return Error{ErrorCode::NoOverlap, "predictions"};
    std::vector<int> reactions;
    for (const std::string &id : targets.reactions) {
        reactions.push_back(model.reactionIndex(id));
        if (reactions.back() < 0)
            return Error{ErrorCode::UnknownName, id};
    }
    context.report(marked("Core", "Preparing the network"), 0, 0);
    const LpModel network = networkInMedium(model, targets.options.medium);
    if (targets.isCapacity())
        return checkCapacities(network, reactions, targets, predicted, context);
    const Projection projection(network, reactions, context);
    std::vector<double> distance(targets.samples.size(), unknown);
    const unsigned threads = threadCount(targets.options.threads);
    std::vector<std::unique_ptr<Lp>> solvers(threads);
    const std::vector<std::size_t> finished =
        forEachSample(distance.size(), threads, "Projecting predictions", context,
                      [&](std::size_t sample, unsigned worker) {
                          const auto row = predicted.row(static_cast<Index>(sample));
                          if (!row.array().isFinite().all())
                              return true;
                          if (!solvers[worker])
                              solvers[worker] = std::make_unique<Lp>(projection.lp());
                          const SolutionStatus status = projection.distance(
                              {row.begin(), row.end()}, *solvers[worker], distance[sample], context);
                          if (losesProblems(status))
                              solvers[worker].reset();
                          return status != SolutionStatus::Stopped;
                      });
    if (context.isCancelled() || (finished.empty() && !distance.empty()))
        return Error{ErrorCode::Cancelled, {}};
    FeasibilityRun run;
    run.samples = entriesOf(targets.samples, finished);
    run.distance = entriesOf(distance, finished);
    return run;
}

} // namespace pathgan
