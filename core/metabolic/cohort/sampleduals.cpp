// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/sampleduals_p.h"

#include "core/metabolic/cohort/capacityrules_p.h"
#include "core/metabolic/cohort/reactionscores.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr std::size_t mostTargets = 1000;
constexpr double leastTerm = 1e-9; ///< mmol/gDW/h, |dual · bound|

std::size_t reactionOf(int bound)
{
    return static_cast<std::size_t>(bound / 2);
}

bool isUpperBound(int bound)
{
    return bound % 2 == 1;
}

/// What a rule's scores are made of again: log2(x+1) where scores are linear, whatever the matrix holds.
double expressionAs(const Cohort &cohort, Index row, Index sample, bool logScores)
{
    const bool isAsStored = logScores || cohort.expression->scale != ExpressionScale::LogRatio;
    if (isAsStored)
        return expressionOf(cohort, row, sample, true);
    return std::log2(expressionOf(cohort, row, sample, false) + 1);
}

} // namespace

DualSolution dualSolution(const std::vector<double> &duals, const ExpressionBounds::Bounds &bounds,
                          double growthDual, double keptGrowth, double optimum)
{
    DualSolution solution;
    solution.growthDual = growthDual;
    double sum = growthDual == 0 ? 0 : growthDual * keptGrowth;
    for (std::size_t column = 0; column < duals.size(); ++column) {
        const bool isUpper = duals[column] > 0;
        const double part = duals[column] * (isUpper ? bounds.upper : bounds.lower)[column];
        if (duals[column] == 0 || std::abs(part) <= leastTerm)
            continue;
        solution.terms.push_back({boundNumber(column, isUpper), duals[column]});
        sum += part;
    }
    solution.gap = std::abs(sum - optimum) / std::max(1.0, std::abs(optimum));
    if (!std::isfinite(solution.gap))
        solution.gap = std::numeric_limits<double>::infinity();
    return solution;
}

DualCollection::DualCollection(const MetabolicModel &model, const Cohort &cohort, const GeneMapping &mapping,
                               const FluxOptions &options, const ExpressionBounds &bounds,
                               std::size_t targets)
    : m_model(model), m_cohort(cohort), m_mapping(mapping), m_options(options), m_bounds(bounds),
      m_targets(targets), m_samples(cohort.size())
{}

bool DualCollection::isWanted(const FluxOptions &options, std::size_t targets)
{
    const bool isCapacity =
        options.quantity == FluxQuantity::Capacity || options.quantity == FluxQuantity::CapacityRange;
    return isCapacity && options.rule == ExpressionRule::EFlux && targets <= mostTargets;
}

bool DualCollection::take(const CapacityDuals &earlier, std::size_t from, std::size_t sample)
{
    if (earlier.reactions() != m_targets || from >= earlier.growth.size())
        return false;
    SampleDuals taken;
    taken.growth = earlier.growth[from];
    for (std::size_t k = 0; k < m_targets; ++k)
        taken.values.push_back(earlier.of(from, k));
    const auto renumber = [&](DualSolution &solution) {
        for (DualTerm &term : solution.terms) {
            const ExpressedBound &bound = earlier.bounds[static_cast<std::size_t>(term.bound)];
            const int reaction = m_model.reactionIndex(bound.reaction);
            if (reaction < 0)
                return false;
            term.bound = boundNumber(static_cast<std::size_t>(reaction), bound.isUpper);
        }
        return true;
    };
    if (!renumber(taken.growth) || !std::all_of(taken.values.begin(), taken.values.end(), renumber))
        return false;
    m_samples[sample] = std::move(taken);
    return true;
}

std::vector<DualSolution> DualCollection::solutionsOf(std::size_t sample) const
{
    std::vector<DualSolution> solutions = m_samples[sample].values;
    solutions.resize(m_targets, SampleDuals::none());
    return solutions;
}

ExpressedBound DualCollection::describe(int number, const std::vector<int> &genes) const
{
    const std::size_t at = reactionOf(number);
    const Reaction &reaction = m_model.reactions[at];
    ExpressedBound bound;
    bound.reaction = reaction.id;
    bound.subsystem = reaction.subsystem;
    bound.isUpper = isUpperBound(number);
    bound.medium = (bound.isUpper ? m_bounds.medium().upper : m_bounds.medium().lower)[at];
    bound.greatest = m_bounds.scaleOf(static_cast<int>(at));
    if (!std::isnan(bound.greatest))
        bound.rule = ruleParts(reaction.rule, genes, m_mapping.geneOf, m_options.orRule);
    return bound;
}

/// Genes of the bounds' rules, by row of the matrix; returns their numbers by gene of the model.
std::vector<int> DualCollection::numberGenes(const std::vector<int> &bounds, CapacityDuals &duals,
                                             std::vector<Index> &rows) const
{
    for (const int bound : bounds) {
        if (std::isnan(m_bounds.scaleOf(static_cast<int>(reactionOf(bound)))))
            continue;
        for (const int gene : m_model.reactions[reactionOf(bound)].rule.genes())
            if (const Index row = m_mapping.rowOfGene[static_cast<std::size_t>(gene)]; row >= 0)
                rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (const Index row : rows)
        duals.genes.push_back(m_cohort.expression->genes[static_cast<std::size_t>(row)]);
    std::vector<int> numbers;
    for (const Index row : m_mapping.rowOfGene) {
        const auto it = std::lower_bound(rows.begin(), rows.end(), row);
        const bool isUsed = row >= 0 && it != rows.end() && *it == row;
        numbers.push_back(isUsed ? static_cast<int>(it - rows.begin()) : -1);
    }
    return numbers;
}

std::shared_ptr<const CapacityDuals> DualCollection::of(const std::vector<unsigned char> &isWanted) const
{
    auto duals = std::make_shared<CapacityDuals>();
    duals->logScores = m_options.logScores;
    duals->scale = m_options.scale;
    duals->floor = m_options.floor;
    duals->growthFraction = m_options.growthFraction;
    std::vector<Index> samples;
    for (std::size_t i = 0; i < isWanted.size(); ++i) {
        if (!isWanted[i])
            continue;
        samples.push_back(static_cast<Index>(i));
        duals->growth.push_back(m_samples[i].growth);
        for (DualSolution &solution : solutionsOf(i))
            duals->values.push_back(std::move(solution));
    }
    std::vector<int> bounds;
    const auto eachSolution = [&duals](const auto &visit) {
        for (auto *solutions : {&duals->growth, &duals->values})
            for (DualSolution &solution : *solutions)
                for (DualTerm &term : solution.terms)
                    visit(term.bound);
    };
    eachSolution([&bounds](int &bound) { bounds.push_back(bound); });
    std::sort(bounds.begin(), bounds.end());
    bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
    eachSolution([&bounds](int &bound) {
        bound = static_cast<int>(std::lower_bound(bounds.begin(), bounds.end(), bound) - bounds.begin());
    });
    std::vector<Index> rows;
    const std::vector<int> genes = numberGenes(bounds, *duals, rows);
    for (const int bound : bounds)
        duals->bounds.push_back(describe(bound, genes));
    duals->expression.resize(static_cast<Index>(rows.size()), static_cast<Index>(samples.size()));
    for (std::size_t gene = 0; gene < rows.size(); ++gene)
        for (std::size_t k = 0; k < samples.size(); ++k)
            duals->expression(static_cast<Index>(gene), static_cast<Index>(k)) =
                expressionAs(m_cohort, rows[gene], samples[k], m_options.logScores);
    return duals;
}

} // namespace pathgan
