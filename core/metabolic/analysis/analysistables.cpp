// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/analysis/analysistables.h"

#include "core/base/marked.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/scenariooptions.h"
#include "core/metabolic/model/modelgenes.h"

#include <cmath>

namespace pathgan {

namespace {

const Reaction &reactionAt(const MetabolicModel &model, int index)
{
    return model.reactions[static_cast<std::size_t>(index)];
}

std::string boundReached(double flux, const BoundChange &bounds)
{
    const bool low = isAtBound(flux, bounds.lower), high = isAtBound(flux, bounds.upper);
    return low && high ? marked("Core", "fixed")
           : low       ? marked("Core", "lower")
           : high      ? marked("Core", "upper")
                       : "";
}

std::vector<BoundChange> boundsUnder(const MetabolicModel &model, const FbaOptions &options)
{
    std::vector<BoundChange> bounds = changedBounds(model, options.bounds);
    for (const int lost : lostReactions(model, options.knockedOutGenes))
        bounds[static_cast<std::size_t>(lost)] = {lost, 0, 0};
    return bounds;
}

} // namespace

Table fluxRows(const MetabolicModel &model, const FbaOptions &options, const FluxSolution &solution)
{
    const std::vector<BoundChange> bounds = boundsUnder(model, options);
    Table table{
        {"reaction", "flux", "reduced_cost", "lower_bound", "upper_bound", "at_bound", "name", "subsystem"},
        {}};
    table.rows.reserve(model.reactions.size());
    for (std::size_t i = 0; i < model.reactions.size(); ++i) {
        const Reaction &reaction = model.reactions[i];
        const double cost =
            i < solution.reducedCosts.size() ? withoutNoise(solution.reducedCosts[i]) : std::nan("");
        table.rows.push_back({reaction.id, solution.fluxes[i], cost, bounds[i].lower, bounds[i].upper,
                              boundReached(solution.fluxes[i], bounds[i]), reaction.name,
                              reaction.subsystem});
    }
    return table;
}

Table shadowPriceRows(const MetabolicModel &model, const FluxSolution &solution)
{
    Table table{{"metabolite", "shadow_price", "name", "compartment"}, {}};
    table.rows.reserve(solution.shadowPrices.size());
    for (std::size_t i = 0; i < solution.shadowPrices.size(); ++i)
        table.rows.push_back({model.metabolites[i].id, withoutNoise(solution.shadowPrices[i]),
                              model.metabolites[i].name, model.metabolites[i].compartment});
    return table;
}

Table gimmeRows(const MetabolicModel &model, const FbaOptions &base, const std::vector<double> &scores,
                const GimmeSolution &solution)
{
    const std::vector<BoundChange> bounds = boundsUnder(model, base);
    Table table{{"reaction", "flux", "expression_score", "penalty", "inconsistency", "lower_bound",
                 "upper_bound", "at_bound", "name", "subsystem"},
                {}};
    table.rows.reserve(model.reactions.size());
    for (std::size_t i = 0; i < model.reactions.size(); ++i) {
        const Reaction &reaction = model.reactions[i];
        const double flux = solution.fluxes[i],
                     penalty = scores[i] < solution.threshold ? solution.threshold - scores[i] : 0; // not NaN
        table.rows.push_back({reaction.id, flux, scores[i], penalty, penalty * std::abs(flux),
                              bounds[i].lower, bounds[i].upper, boundReached(flux, bounds[i]), reaction.name,
                              reaction.subsystem});
    }
    return table;
}

RangeKind rangeKind(double minimum, double maximum)
{
    constexpr double leastSpan = 1e-6;     // the solver's tolerance is 1e-7
    if (!(maximum - minimum <= leastSpan)) // also NaN: without a value
        return RangeKind::Open;
    return std::abs(maximum) <= leastSpan ? RangeKind::Blocked : RangeKind::Fixed;
}

Table rangeRows(const MetabolicModel &model, const FvaRun &run)
{
    Table table{{"reaction", "minimum", "maximum", "span", "kind", "status", "name", "subsystem"}, {}};
    for (std::size_t i = 0; i < run.reactions.size(); ++i) {
        const Reaction &reaction = reactionAt(model, run.reactions[i]);
        const double low = run.minimum[i], high = run.maximum[i];
        const RangeKind kind = rangeKind(low, high);
        table.rows.push_back({reaction.id, low, high, high - low,
                              std::string(kind == RangeKind::Blocked ? marked("Core", "blocked")
                                          : kind == RangeKind::Fixed ? marked("Core", "fixed")
                                                                     : ""),
                              std::string(statusName(run.status[i])), reaction.name, reaction.subsystem});
    }
    return table;
}

namespace {

/// Symbols of genes, names of reactions, of a pair joined with "+".
std::string deletedName(const MetabolicModel &model, DeletionKind kind, const Deletion &deletion)
{
    const auto nameOf = [&](int index) -> std::string {
        if (kind == DeletionKind::Reactions)
            return reactionAt(model, index).name;
        const ModelGene &gene = model.genes[static_cast<std::size_t>(index)];
        const std::string name = geneName(gene, GeneTable::builtIn());
        return name == gene.id ? gene.name : name;
    };
    return deletion.second < 0 ? nameOf(deletion.first)
                               : nameOf(deletion.first) + "+" + nameOf(deletion.second);
}

} // namespace

Table deletionRows(const MetabolicModel &model, DeletionKind kind, const MomaRun &run, bool essentialOnly)
{
    Table table{{"deleted", "growth", "share_of_wild_type", "essential", "status"}, {}};
    if (!run.distance.empty())
        table.header.emplace_back("distance");
    table.header.emplace_back("name");
    const double wildType = run.deletions.wildTypeGrowth;
    for (std::size_t i = 0; i < run.deletions.rows.size(); ++i) {
        const Deletion &row = run.deletions.rows[i];
        if (essentialOnly && !row.isEssential)
            continue;
        std::vector<Cell> cells = {
            deletionName(model, kind, row), row.growth, wildType != 0 ? row.growth / wildType : std::nan(""),
            std::string(row.isEssential ? marked("Core", "yes") : marked("Core", "no")),
            std::string(statusName(row.status))};
        if (!run.distance.empty())
            cells.emplace_back(run.distance[i]);
        cells.emplace_back(deletedName(model, kind, row));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

} // namespace pathgan
