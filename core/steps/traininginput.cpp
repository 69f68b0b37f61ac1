// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/traininginput.h"

#include "core/metabolic/cohort/reactionscores.h"

#include <map>
#include <unordered_map>
#include <utility>

namespace pathgan {

void addDuals(const FluxRun &flux, const std::vector<std::size_t> &fluxRows, GanInput &input)
{
    if (!flux.duals)
        return;
    const CapacityDuals &all = *flux.duals;
    std::unordered_map<std::string, Index> columnOf;
    for (std::size_t gene = 0; gene < input.genes.size(); ++gene)
        columnOf.emplace(input.genes[gene], static_cast<Index>(gene));
    std::vector<Index> columns;
    for (const std::string &gene : all.genes) {
        const auto at = columnOf.find(gene);
        if (at == columnOf.end()) // of fluxes of another matrix: its bounds cannot be made again
            return;
        columns.push_back(at->second);
    }
    auto duals = std::make_shared<CapacityDuals>(all);
    duals->growth.clear();
    duals->values.clear();
    duals->expression.resize(all.expression.rows(), static_cast<Index>(fluxRows.size()));
    for (std::size_t i = 0; i < fluxRows.size(); ++i) {
        const std::size_t row = fluxRows[i];
        duals->growth.push_back(all.growth[row]);
        for (std::size_t reaction = 0; reaction < all.reactions(); ++reaction)
            duals->values.push_back(all.of(row, reaction));
        duals->expression.col(static_cast<Index>(i)) = all.expression.col(static_cast<Index>(row));
    }
    input.duals = std::move(duals);
    input.dualGenes = std::move(columns);
}

void addRuleScores(const MetabolicModel &model, const Cohort &cohort, const GeneTable &table,
                   const std::vector<std::size_t> &cohortRows, GanInput &input)
{
    const GeneMapping mapping = mapModelGenes(model, GeneIndex(cohort.expression->genes, table));
    const MatrixD scores = reactionScores(model, cohort, mapping, OrRule::Maximum, true);
    std::map<std::vector<double>, Index> seen; // by its values, in the model's order
    std::vector<Index> chosen;
    for (Index reaction = 0; reaction < scores.rows(); ++reaction) {
        if (!scores.row(reaction).allFinite())
            continue;
        const VectorD row = scores.row(reaction);
        if (seen.emplace(std::vector<double>(row.begin(), row.end()), reaction).second)
            chosen.push_back(reaction);
    }
    input.ruleScores.resize(static_cast<Index>(cohortRows.size()), static_cast<Index>(chosen.size()));
    for (std::size_t i = 0; i < cohortRows.size(); ++i)
        for (std::size_t k = 0; k < chosen.size(); ++k)
            input.ruleScores(static_cast<Index>(i), static_cast<Index>(k)) =
                scores(chosen[k], static_cast<Index>(cohortRows[i]));
}

} // namespace pathgan
