// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/traininginput.h"

#include "core/metabolic/cohort/reactionscores.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace pathgan {

namespace {

/// Whether bounds made of this expression are those that were solved. They are not where the matrix is
/// another one, or holds log ratios, whose linear scale is not 2^x − 1.
bool isSetBy(const CapacityDuals &duals, const MatrixF &expression, const std::vector<Index> &columns)
{
    constexpr double rounding = 1e-5; // of single precision, relative
    for (Index sample = 0; sample < expression.rows(); ++sample)
        for (std::size_t gene = 0; gene < columns.size(); ++gene) {
            const double now = expression(sample, columns[gene]);
            const double then = duals.expression(static_cast<Index>(gene), sample);
            if (std::isnan(now) != std::isnan(then) ||
                std::abs(now - then) > rounding * std::max(1.0, std::abs(then)))
                return false;
        }
    return true;
}

} // namespace

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
        if (at == columnOf.end()) // of fluxes of another matrix
            return;
        columns.push_back(at->second);
    }
    std::vector<std::size_t> reactions(all.reactions());
    std::iota(reactions.begin(), reactions.end(), std::size_t{0});
    auto duals = std::make_shared<const CapacityDuals>(chosenDuals(all, fluxRows, reactions));
    if (!isSetBy(*duals, input.expression, columns))
        return;
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
