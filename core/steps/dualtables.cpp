// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/resulttables.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double leastSensitivity = 1e-9; ///< below, rounding

/// One capacity of one sample, by its proven dual solution.
struct ProvenCapacity
{
    const CapacityDuals &duals;
    const std::string &sample, &reaction;
    const DualSolution &capacity, &growth;
    const VectorD &bounds, &expression;
};

bool isProven(const DualSolution &capacity, const DualSolution &growth)
{
    return capacity.isProven() && (capacity.growthDual == 0 || growth.isProven());
}

template <class Visit>
void eachCapacity(const FluxRun &run, const Visit &visit)
{
    if (!run.duals)
        return;
    const CapacityDuals &duals = *run.duals;
    for (std::size_t i = 0; i < run.samples.size(); ++i) {
        const VectorD expression = duals.expression.col(static_cast<Index>(i));
        const VectorD bounds = boundsAt(duals, expression);
        for (std::size_t k = 0; k < run.reactions.size(); ++k) {
            const DualSolution &capacity = duals.of(i, k), &growth = duals.growth[i];
            if (isProven(capacity, growth))
                visit(ProvenCapacity{duals, run.samples[i], run.reactions[k], capacity, growth, bounds,
                                     expression});
        }
    }
}

} // namespace

Table fluxBoundsTable(const FluxRun &run)
{
    Table table{{"sample", "reaction", "limiting_reaction", "side", "bound", "dual", "elasticity", "gap",
                 "degenerate"},
                {}};
    eachCapacity(run, [&table](const ProvenCapacity &of) {
        const double kept = of.duals.growthFraction * dualValue(of.growth, of.bounds, 0);
        const double value = dualValue(of.capacity, of.bounds, kept);
        const bool isDegenerate =
            of.capacity.isDegenerate || (of.capacity.growthDual != 0 && of.growth.isDegenerate);
        for (const Sensitivity &limit : boundElasticities(of.duals, of.capacity, of.growth, of.bounds)) {
            if (std::abs(limit.value) <= leastSensitivity)
                continue;
            const ExpressedBound &bound = of.duals.bounds[static_cast<std::size_t>(limit.index)];
            const double at = of.bounds[limit.index];
            table.rows.push_back({of.sample, of.reaction, bound.reaction,
                                  std::string(bound.isUpper ? "upper" : "lower"), at,
                                  limit.value * value / at, limit.value, of.capacity.gap,
                                  std::string(isDegenerate ? "yes" : "no")});
        }
    });
    return table;
}

Table fluxGenesTable(const FluxRun &run)
{
    Table table{{"sample", "reaction", "gene", "gradient"}, {}};
    eachCapacity(run, [&table](const ProvenCapacity &of) {
        for (const Sensitivity &gene :
             geneGradients(of.duals, of.capacity, of.growth, of.bounds, of.expression))
            if (std::abs(gene.value) > leastSensitivity)
                table.rows.push_back({of.sample, of.reaction,
                                      of.duals.genes[static_cast<std::size_t>(gene.index)], gene.value});
    });
    return table;
}

} // namespace pathgan
