// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/cohortflux.h"

#include "core/project/store/codings/duals_p.h"

namespace pathgan {

template <class Archive, Is<CapacityDuals> Value>
void describe(Archive &a, Value &duals)
{
    a.fields(duals, duals.genes, duals.bounds, duals.logScores, duals.scale, duals.floor,
             duals.growthFraction, duals.expression, duals.growth, duals.values);
}

namespace {

/// Operands before their operator, one value left at the end.
bool isPostfix(const std::vector<RulePart> &rule, std::size_t genes)
{
    std::size_t stack = 0;
    for (const RulePart &part : rule) {
        const auto value = static_cast<std::size_t>(part.value);
        const bool isGene = part.op == RulePart::Op::Gene;
        if (part.value < 0 || (isGene ? value >= genes : value < 1 || value > stack))
            return false;
        stack = isGene ? stack + 1 : stack - value + 1;
    }
    return rule.empty() || stack == 1;
}

bool speaksOf(const std::vector<DualSolution> &solutions, std::size_t bounds)
{
    return std::all_of(solutions.begin(), solutions.end(), [bounds](const DualSolution &solution) {
        return std::all_of(solution.terms.begin(), solution.terms.end(), [bounds](const DualTerm &term) {
            return term.bound >= 0 && static_cast<std::size_t>(term.bound) < bounds;
        });
    });
}

} // namespace

bool isSound(const CapacityDuals &duals)
{
    const std::size_t samples = duals.growth.size();
    return isOfShapeOrEmpty(duals.expression, duals.genes.size(), samples) &&
           (samples == 0 ? duals.values.empty() : duals.values.size() % samples == 0) &&
           speaksOf(duals.growth, duals.bounds.size()) && speaksOf(duals.values, duals.bounds.size()) &&
           std::all_of(duals.bounds.begin(), duals.bounds.end(), [&](const ExpressedBound &bound) {
               return isPostfix(bound.rule, duals.genes.size());
           });
}
PATHGAN_CODING(CapacityDuals, "duals")

template <class Archive, Is<FluxRun> Value>
void describe(Archive &a, Value &run)
{
    a.fields(run, run.options, run.objective, run.samples, run.reactions, run.values, run.minima,
             run.valueStatus, run.duals, run.status, run.growth, run.wildTypeGrowth, run.wildTypeValues,
             run.genes, run.reactionsWithScore, run.varyingReactions, run.effectiveRank, run.stoppedEarly,
             run.key);
}
bool isSound(const FluxRun &run)
{
    const std::size_t samples = run.samples.size(), reactions = run.reactions.size();
    return isOfShape(run.values, samples, reactions) && isOfShapeOrEmpty(run.minima, samples, reactions) &&
           areOfSizeOrEmpty(samples * reactions, run.valueStatus) &&
           areOfSizeOrEmpty(samples, run.status, run.growth) &&
           areOfSizeOrEmpty(reactions, run.wildTypeValues) &&
           (!run.duals || (areOfSize(samples, run.duals->growth) && run.duals->reactions() == reactions));
}
PATHGAN_CODING(FluxRun, "flux")

} // namespace pathgan
