// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/metabolic/check/energycheck_p.h"
#include "core/metabolic/check/fluxcheck_p.h"
#include "core/metabolic/check/modelcheck_p.h"
#include "core/metabolic/fba/absoluteproblem_p.h"
#include "core/metabolic/fba/fbaproblem_p.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace pathgan {

namespace {

constexpr double mostDissipated = 1000; // mmol/gDW/h
constexpr std::size_t shownReactions = 12;

/// A reaction that spends what an energy carrier holds. Amounts of compounds, BiGG ids without compartment;
/// the first is the carrier.
using Dissipation = std::vector<std::pair<const char *, double>>;

/// Those of Fritzemeier et al. 2017 (PLoS Comput Biol 13:e1005494), and ubiquinol-10 of humans.
const std::vector<Dissipation> &dissipations()
{
    static const std::vector<Dissipation> all = {
        {{"atp", -1}, {"h2o", -1}, {"adp", 1}, {"h", 1}, {"pi", 1}},
        {{"ctp", -1}, {"h2o", -1}, {"cdp", 1}, {"h", 1}, {"pi", 1}},
        {{"gtp", -1}, {"h2o", -1}, {"gdp", 1}, {"h", 1}, {"pi", 1}},
        {{"utp", -1}, {"h2o", -1}, {"udp", 1}, {"h", 1}, {"pi", 1}},
        {{"itp", -1}, {"h2o", -1}, {"idp", 1}, {"h", 1}, {"pi", 1}},
        {{"nadh", -1}, {"nad", 1}, {"h", 1}},
        {{"nadph", -1}, {"nadp", 1}, {"h", 1}},
        {{"fadh2", -1}, {"fad", 1}, {"h", 2}},
        {{"fmnh2", -1}, {"fmn", 1}, {"h", 2}},
        {{"q8h2", -1}, {"q8", 1}, {"h", 2}},
        {{"q10h2", -1}, {"q10", 1}, {"h", 2}},
        {{"mql8", -1}, {"mqn8", 1}, {"h", 2}},
        {{"2dmmql8", -1}, {"2dmmq8", 1}, {"h", 2}},
        {{"accoa", -1}, {"h2o", -1}, {"ac", 1}, {"coa", 1}, {"h", 1}},
        {{"glu_L", -1}, {"h2o", -1}, {"akg", 1}, {"nh4", 1}, {"h", 2}},
    };
    return all;
}

struct Spent
{
    int carrier = 0;
    Stoichiometry column;
    double most = 0;
    std::string cycle;
    SolutionStatus status = SolutionStatus::Optimal;
};

/// Every dissipation in each compartment that has all of its metabolites, and protons that flow back in.
std::vector<Spent> possibleDissipations(const MetabolicModel &model)
{
    const ModelConcepts &concepts = model.concepts();
    std::vector<Spent> all;
    for (const Dissipation &dissipation : dissipations()) {
        for (const std::string &compartment : model.compartments) {
            Spent spent;
            for (const auto &[name, amount] : dissipation)
                if (const int metabolite = concepts.metabolite(name, compartment); metabolite >= 0)
                    spent.column.emplace_back(metabolite, amount);
            if (spent.column.size() != dissipation.size())
                continue;
            spent.carrier = spent.column.front().first;
            all.push_back(std::move(spent));
        }
    }
    static constexpr std::pair<CompartmentKind, CompartmentKind> membranes[] = {
        {CompartmentKind::Periplasm, CompartmentKind::Cytosol},
        {CompartmentKind::Intermembrane, CompartmentKind::Mitochondrion}};
    for (const auto &[outside, inside] : membranes) {
        const int from = concepts.metabolite("h", outside), to = concepts.metabolite("h", inside);
        if (from >= 0 && to >= 0)
            all.push_back({from, {{from, -1}, {to, 1}}, 0, {}, {}});
    }
    return all;
}

/// Reactions of the cycle with least total flux for one value of the dissipation's column, the largest fluxes
/// first.
std::string cycleOf(const MetabolicModel &model, const ReducedNetwork &network, LpModel problem, int column,
                    double value, const TaskContext &context)
{
    problem.lower[static_cast<std::size_t>(column)] = value;
    problem.upper[static_cast<std::size_t>(column)] = value;
    std::vector<double> weights(problem.columns.size(), 0.0);
    for (std::size_t j = 0; j < model.reactions.size(); ++j)
        if (const int at = network.columnOf(static_cast<int>(j)); at >= 0)
            weights[static_cast<std::size_t>(at)] += std::abs(network.factorOf(static_cast<int>(j)));
    const AbsoluteProblem absolute(problem, weights);
    Lp lp(absolute.lp);
    if (lp.solveCold(context) != SolutionStatus::Optimal)
        return {};
    const std::vector<double> values = absolute.fluxes(lp);
    std::vector<std::pair<double, std::size_t>> fluxes;
    for (std::size_t j = 0; j < model.reactions.size(); ++j) {
        const int at = network.columnOf(static_cast<int>(j));
        const double flux =
            at < 0 ? 0 : network.factorOf(static_cast<int>(j)) * values[static_cast<std::size_t>(at)];
        if (std::abs(flux) > leastFlux)
            fluxes.emplace_back(-std::abs(flux), j);
    }
    std::sort(fluxes.begin(), fluxes.end());
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min(fluxes.size(), shownReactions); ++i)
        ids.push_back(model.reactions[fluxes[i].second].id);
    if (fluxes.size() > shownReactions)
        ids.push_back("+" + std::to_string(fluxes.size() - shownReactions));
    return join(ids, ", ");
}

void solve(const MetabolicModel &model, LpModel closed, Spent &spent, const TaskContext &context)
{
    const int added = closed.addColumn(spent.column, 0, mostDissipated, 1);
    const ReducedNetwork network(closed, {added}, Reduction::Fluxes);
    const int column = network.columnOf(added);
    if (column < 0)
        return;
    LpModel problem = network.lp();
    problem.maximise = true;
    problem.cost = network.reduceCosts(closed.cost);
    {
        Lp lp(problem);
        spent.status = lp.solveCold(context);
        spent.most = spent.status == SolutionStatus::Optimal ? lp.objective() : 0;
    }
    std::fill(problem.cost.begin(), problem.cost.end(), 0.0);
    const double factor = network.factorOf(added);
    if (spent.most > leastFlux)
        spent.cycle = cycleOf(model, network, problem, column, std::min(1.0, spent.most) / factor, context);
}

} // namespace

Result<void> checkEnergy(const MetabolicModel &model, unsigned threads, ModelCheckRun &run,
                         const TaskContext &context)
{
    std::vector<Spent> all = possibleDissipations(model);
    const LpModel closed = withoutInput(model);
    std::atomic<std::size_t> done{0};
    parallelEach(all.size(), threadCount(threads), [&](std::size_t i, unsigned) {
        if (context.shouldStop())
            return;
        solve(model, closed, all[i], context);
        context.report(marked("Core", "Looking for energy from nothing"), static_cast<double>(++done),
                       static_cast<double>(all.size()));
    });
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, {}};
    for (Spent &spent : all) {
        if (spent.status != SolutionStatus::Optimal)
            return solverError(spent.status);
        if (spent.most > leastFlux)
            run.findings.push_back(finding(CheckKind::EnergyFromNothing,
                                           model.metabolites[static_cast<std::size_t>(spent.carrier)], {},
                                           std::move(spent.cycle), spent.most));
    }
    return {};
}

} // namespace pathgan
