// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/stress/paperstress.h"
#include "core/base/marked.h"
#include "core/base/parallel.h"
#include "core/metabolic/cohort/samplework_p.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/reducedproblem_p.h"
#include "core/metabolic/fba/referencevertex_p.h"
#include "core/metabolic/model/conceptreactions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace pathgan {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double tolerance = 1e-7; ///< the solver's, of a bound

/// The unmodified model with one exchange that can be fixed.
class FixedExchange
{
public:
    FixedExchange(const MetabolicModel &model, int exchange, const std::vector<double> &fluxes,
                  const TaskContext &context)
        : m_problem(networkProblem(model)), m_exchange(static_cast<std::size_t>(exchange)),
          m_widest(widened(fluxes)), m_network(m_widest, kept(), Reduction::Optima)
    {
        m_reduced = reducedProblem(m_network, m_problem);
        setBounds(m_reduced, m_network.reduce(m_problem.lower, m_problem.upper));
        m_basis = referenceBasis(m_reduced, context);
        m_least = extreme(false, context);
        m_most = extreme(true, context);
    }

    /// Whether any flux vector has this flux; spares a long search for what is not there.
    bool isPossible(double flux) const
    {
        const double slack = tolerance * std::max(1.0, std::abs(flux));
        return flux >= m_least - slack && flux <= m_most + slack;
    }
    const LpModel &reduced() const { return m_reduced; }

    SolutionStatus growthAt(double flux, Lp &lp, double &growth, const TaskContext &context) const
    {
        std::vector<double> lower = m_problem.lower, upper = m_problem.upper;
        lower[m_exchange] = upper[m_exchange] = flux;
        const ReducedNetwork::Bounds bounds = m_network.reduce(std::move(lower), std::move(upper));
        if (bounds.isEmpty)
            return SolutionStatus::Infeasible;
        setBounds(lp, bounds);
        const SolutionStatus status = solveFrom(lp, m_basis, context);
        growth = status == SolutionStatus::Optimal ? lp.objective() : unknown;
        return status;
    }

private:
    LpModel widened(const std::vector<double> &fluxes) const
    {
        LpModel problem = m_problem;
        for (const double flux : fluxes) { // NaN changes nothing
            problem.lower[m_exchange] = std::min(problem.lower[m_exchange], flux);
            problem.upper[m_exchange] = std::max(problem.upper[m_exchange], flux);
        }
        return problem;
    }
    std::vector<int> kept() const
    {
        std::vector<int> columns{static_cast<int>(m_exchange)};
        for (std::size_t column = 0; column < m_problem.cost.size(); ++column) {
            if (m_problem.cost[column] != 0)
                columns.push_back(static_cast<int>(column));
        }
        return columns;
    }
    /// Least or largest flux of all that may be asked for.
    double extreme(bool largest, const TaskContext &context) const
    {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        LpModel problem = m_reduced;
        setBounds(problem, m_network.reduce(m_widest.lower, m_widest.upper));
        std::vector<double> costs(m_problem.cost.size());
        costs[m_exchange] = 1;
        problem.cost = m_network.reduceCosts(costs);
        problem.maximise = largest;
        Lp lp(problem);
        switch (lp.solveCold(context)) {
        case SolutionStatus::Optimal:
            return lp.objective();
        case SolutionStatus::Infeasible:
            return largest ? -infinity : infinity;
        default:
            return largest ? infinity : -infinity;
        }
    }

    LpModel m_problem;
    std::size_t m_exchange;
    LpModel m_widest; ///< bounds: also the fluxes asked for
    ReducedNetwork m_network;
    LpModel m_reduced;
    LpBasis m_basis;
    double m_least = 0, m_most = 0;
};

} // namespace

Result<PaperStressRun> simulatePaperStress(const MetabolicModel &model, const FluxRun &predicted,
                                           const TaskContext &context)
{
    const int reaction = exchangeOf(model, "gthox").reaction;
    if (reaction < 0)
        return Error{ErrorCode::UnknownName, "exchange of gthox"};
    const std::string &exchange = model.reactions[static_cast<std::size_t>(reaction)].id;
    const auto column = std::find(predicted.reactions.begin(), predicted.reactions.end(), exchange);
    if (column == predicted.reactions.end())
        return Error{ErrorCode::UnknownName, exchange};
    const auto at = static_cast<Index>(column - predicted.reactions.begin());
    std::vector<double> fluxes;
    for (std::size_t sample = 0; sample < predicted.samples.size(); ++sample)
        fluxes.push_back(predicted.values(static_cast<Index>(sample), at));

    context.report(marked("Core", "Preparing the stress model"), 0, 0);
    const FixedExchange problem(model, reaction, fluxes, context);
    std::vector<double> growth(fluxes.size(), unknown);
    std::vector<SolutionStatus> status(fluxes.size(), SolutionStatus::Undefined);
    const unsigned threads = threadCount(0);
    std::vector<std::unique_ptr<Lp>> solvers(threads);
    const std::vector<std::size_t> finished =
        forEachSample(fluxes.size(), threads, marked("Core", "Simulating stress"), context,
                      [&](std::size_t sample, unsigned worker) {
                          const double flux = fluxes[sample];
                          if (!std::isfinite(flux))
                              return true;
                          status[sample] = SolutionStatus::Infeasible;
                          if (!problem.isPossible(flux))
                              return true;
                          if (!solvers[worker])
                              solvers[worker] = std::make_unique<Lp>(problem.reduced());
                          status[sample] = problem.growthAt(flux, *solvers[worker], growth[sample], context);
                          if (losesProblems(status[sample]))
                              solvers[worker].reset();
                          return status[sample] != SolutionStatus::Stopped;
                      });
    if (context.isCancelled() || (finished.empty() && !fluxes.empty()))
        return Error{ErrorCode::Cancelled, {}};
    return PaperStressRun{exchange, entriesOf(predicted.samples, finished), entriesOf(fluxes, finished),
                          entriesOf(growth, finished), entriesOf(status, finished)};
}

} // namespace pathgan
