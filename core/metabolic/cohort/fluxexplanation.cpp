// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/fluxexplanation.h"

#include "core/base/marked.h"
#include "core/base/optionentries.h"
#include "core/metabolic/cohort/cohortflux_p.h"
#include "core/metabolic/cohort/onesample_p.h"
#include "core/metabolic/cohort/reactionscores.h"
#include "core/metabolic/cohort/valuestatus_p.h"
#include "core/metabolic/fba/fbaproblem_p.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

using Bounds = ExpressionBounds::Bounds;

/// What an explanation is made from.
struct Scene
{
    const MetabolicModel &model;
    const FluxOptions &options;
    const FluxExplainOptions &explain;
    GeneMapping mapping;
    std::vector<std::string> names;
    std::vector<double> values; ///< expression of the sample by model gene, on the scale of scores
    VectorD scores;             ///< by reaction
    ExpressionBounds bounds;
    Bounds own; ///< of the sample
    int target;

    const GeneRule &ruleOf(int reaction) const
    {
        return model.reactions[static_cast<std::size_t>(reaction)].rule;
    }
    RuleTree treeOf(int reaction) const
    {
        return makeRuleTree(ruleOf(reaction), values, mapping.geneOf, names, options.orRule);
    }
    double scoreOf(int reaction, const std::vector<double> &geneValue) const
    {
        return evaluateRule(ruleOf(reaction), geneValue, mapping.geneOf, options.orRule);
    }
    bool isByExpression(int reaction) const
    {
        const auto at = static_cast<std::size_t>(reaction);
        return own.lower[at] != bounds.medium().lower[at] || own.upper[at] != bounds.medium().upper[at];
    }
};

/// More of a gene on the linear scale, whatever scale its value is on.
double increased(double value, double increase, bool logScale)
{
    return logScale ? std::log2((std::exp2(value) - 1) * (1 + increase) + 1) : value * (1 + increase);
}

/// Bounds of the sample with more of a gene, all its transcripts.
Bounds boundsWithMore(const Scene &scene, int gene)
{
    const int number = scene.mapping.geneOf[static_cast<std::size_t>(gene)];
    std::vector<double> values = scene.values;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (scene.mapping.geneOf[i] == number)
            values[i] = increased(values[i], scene.explain.increase, scene.options.logScores);
    VectorD scores = scene.scores;
    for (int reaction = 0; reaction < static_cast<int>(scores.size()); ++reaction) {
        const std::vector<int> genes = scene.ruleOf(reaction).genes();
        if (std::any_of(genes.begin(), genes.end(), [&](int other) {
                return scene.mapping.geneOf[static_cast<std::size_t>(other)] == number;
            }))
            scores(reaction) = scene.scoreOf(reaction, values);
    }
    return scene.bounds.ofScores(scores);
}

/// Genes each once, however many transcripts decide.
std::vector<int> distinctGenes(const Scene &scene, const RuleTree &tree)
{
    std::vector<int> genes, numbers;
    for (const int gene : tree.decidingGenes()) {
        const int number = scene.mapping.geneOf[static_cast<std::size_t>(gene)];
        if (std::find(numbers.begin(), numbers.end(), number) != numbers.end())
            continue;
        numbers.push_back(number);
        genes.push_back(gene);
    }
    return genes;
}

/// How the flux depends on bounds and genes; null: it is not a capacity under E-Flux, or not proven.
class Dependence
{
public:
    Dependence(const Scene &scene, const Cohort &cohort, Index sample, const OneFlux &flux) : m_scene(scene)
    {
        const std::vector<DualSolution> &values = flux.duals.values;
        if (!DualCollection::isWanted(scene.options, 1) || values.empty() || !values.front().isProven() ||
            !flux.duals.growth.isProven())
            return;
        DualCollection collection(scene.model, cohort, scene.mapping, scene.options, scene.bounds, 1);
        collection.set(static_cast<std::size_t>(sample), flux.duals);
        std::vector<unsigned char> isWanted(cohort.size(), 0);
        isWanted[static_cast<std::size_t>(sample)] = 1;
        m_duals = collection.of(isWanted);
        const VectorD expression = m_duals->expression.col(0), bounds = boundsAt(*m_duals, expression);
        const DualSolution &capacity = m_duals->values.front(), &growth = m_duals->growth.front();
        m_elasticities = boundElasticities(*m_duals, capacity, growth, bounds);
        m_gradients = geneGradients(*m_duals, capacity, growth, bounds, expression);
        m_genes = &cohort.expression->genes;
    }

    double elasticity(const std::string &reaction, bool isUpper) const
    {
        return find(m_elasticities, [&](std::size_t index) {
            const ExpressedBound &bound = m_duals->bounds[index];
            return bound.reaction == reaction && bound.isUpper == isUpper;
        });
    }
    double gradient(int gene) const
    {
        const Index row = m_scene.mapping.rowOfGene[static_cast<std::size_t>(gene)];
        return find(m_gradients, [&](std::size_t index) {
            return row >= 0 && m_duals->genes[index] == (*m_genes)[static_cast<std::size_t>(row)];
        });
    }

private:
    template <class Is>
    double find(const std::vector<Sensitivity> &all, const Is &is) const
    {
        if (!m_duals)
            return std::numeric_limits<double>::quiet_NaN();
        for (const Sensitivity &one : all)
            if (is(static_cast<std::size_t>(one.index)))
                return one.value;
        return 0;
    }

    const Scene &m_scene;
    std::shared_ptr<const CapacityDuals> m_duals;
    std::vector<Sensitivity> m_elasticities, m_gradients;
    const std::vector<std::string> *m_genes = nullptr;
};

GeneEffect effectOf(const Scene &scene, const Dependence &dependence, int gene, double value,
                    OneSampleSolver &solver, const TaskContext &context)
{
    GeneEffect effect;
    effect.gene = scene.names[static_cast<std::size_t>(gene)];
    effect.gradient = dependence.gradient(gene);
    const OneFlux more = solver.solve(boundsWithMore(scene, gene), context);
    effect.value = more.value;
    effect.change = withoutNoise(more.value - value);
    return effect;
}

/// Bounds of other reactions by |dual · bound|, the greatest first.
std::vector<LimitingBound> limitsOf(const Scene &scene, const OneFlux &flux, const Dependence &dependence)
{
    std::vector<LimitingBound> limits;
    const auto add = [&](std::size_t j, bool isUpper, double bound, double dual) {
        if (dual == 0 || bound == 0 || !std::isfinite(bound) || static_cast<int>(j) == scene.target)
            return;
        LimitingBound limit;
        limit.reaction = scene.model.reactions[j].id;
        limit.isUpper = isUpper;
        limit.bound = bound;
        limit.dual = dual;
        limit.elasticity = dependence.elasticity(limit.reaction, isUpper);
        const double medium = isUpper ? scene.bounds.medium().upper[j] : scene.bounds.medium().lower[j];
        limit.isByExpression = bound != medium;
        limits.push_back(std::move(limit));
    };
    for (std::size_t j = 0; j < flux.upperDual.size(); ++j) {
        add(j, true, scene.own.upper[j], flux.upperDual[j]);
        add(j, false, scene.own.lower[j], flux.lowerDual[j]);
    }
    std::stable_sort(limits.begin(), limits.end(), [](const LimitingBound &a, const LimitingBound &b) {
        return std::abs(a.dual * a.bound) > std::abs(b.dual * b.bound);
    });
    limits.resize(std::min(limits.size(), static_cast<std::size_t>(scene.explain.limits)));
    return limits;
}

void explainRule(const Scene &scene, const OneFlux &flux, FluxExplanation &result)
{
    const auto at = static_cast<std::size_t>(scene.target);
    result.rule = scene.treeOf(scene.target);
    result.score = scene.scores(scene.target);
    result.greatestScore = scene.bounds.scaleOf(scene.target);
    result.mediumLower = scene.bounds.medium().lower[at];
    result.mediumUpper = scene.bounds.medium().upper[at];
    result.lower = scene.own.lower[at];
    result.upper = scene.own.upper[at];
    result.isByExpression = scene.isByExpression(scene.target);
    if (flux.status != SolutionStatus::Optimal)
        return;
    if (flux.upperDual.empty()) // stopped meanwhile
        return;
    if (isAtBound(flux.value, result.upper))
        result.dual = flux.upperDual[at];
    else if (isAtBound(flux.value, result.lower))
        result.dual = flux.lowerDual[at];
    const ValueStatus known = valueStatusAt(flux.value, result.lower, result.upper);
    result.valueStatus = flux.isOpen ? ValueStatus::NotUnique : known;
}

void addEffects(const Scene &scene, const Dependence &dependence, OneSampleSolver &solver,
                FluxExplanation &result, const TaskContext &context)
{
    constexpr std::size_t mostGenes = 5;
    std::vector<int> genes;
    if (!std::isnan(result.greatestScore))
        genes = distinctGenes(scene, result.rule);
    genes.resize(std::min(genes.size(), mostGenes));
    const double total = static_cast<double>(genes.size() + result.limits.size());
    double done = 0;
    for (const int gene : genes) {
        context.report(marked("Core", "Trying more of each gene"), done++, total);
        result.effects.push_back(effectOf(scene, dependence, gene, result.value, solver, context));
    }
    for (LimitingBound &limit : result.limits) {
        context.report(marked("Core", "Trying more of each gene"), done++, total);
        const int reaction = scene.model.reactionIndex(limit.reaction);
        if (!limit.isByExpression || std::isnan(scene.bounds.scaleOf(reaction)))
            continue;
        const std::vector<int> deciding = distinctGenes(scene, scene.treeOf(reaction));
        for (const int gene : deciding)
            limit.genes.push_back(scene.names[static_cast<std::size_t>(gene)]);
        if (!deciding.empty() && !context.shouldStop())
            limit.effect = effectOf(scene, dependence, deciding.front(), result.value, solver, context);
    }
}

VectorD scoresOf(const MetabolicModel &model, const std::vector<double> &values, const GeneMapping &mapping,
                 OrRule orRule)
{
    VectorD scores(static_cast<Index>(model.reactions.size()));
    for (Index reaction = 0; reaction < scores.size(); ++reaction)
        scores(reaction) = evaluateRule(model.reactions[static_cast<std::size_t>(reaction)].rule, values,
                                        mapping.geneOf, orRule);
    return scores;
}

FluxExplanation describe(const Scene &scene, const FbaOptions &base)
{
    FluxExplanation result;
    const Reaction &reaction = scene.model.reactions[static_cast<std::size_t>(scene.target)];
    result.sample = scene.explain.sample;
    result.reaction = reaction.id;
    result.name = reaction.name;
    result.equation = scene.model.equation(scene.target);
    result.objective = base.objective >= 0 ? scene.options.objective : scene.model.objectiveName();
    result.quantity = scene.options.quantity;
    result.value = std::numeric_limits<double>::quiet_NaN();
    return result;
}

} // namespace

const OptionTable &FluxExplainOptions::table()
{
    using O = FluxExplainOptions;
    static const OptionTable all = {
        option("sample", &O::sample, "sample name", "sample whose flux is explained"),
        option("reaction", &O::reaction, "reaction id", "reaction whose flux is explained"),
        option("increase", &O::increase, {-1, 1e6, true}, "", "of a gene's expression, on the linear scale"),
        option("limits", &O::limits, {0, 1'000'000}, "most bounds of other reactions named"),
    };
    return all;
}

Result<void> FluxExplainOptions::check() const
{
    return ConstOptionsRef(*this).check();
}

const char *FluxExplanation::quantityName() const
{
    FluxRun run;
    run.options.quantity = quantity;
    return run.quantityName();
}

Result<FluxExplanation> explainFlux(const MetabolicModel &model, const Cohort &cohort, const GeneTable &table,
                                    const FluxOptions &options, const FluxExplainOptions &explain,
                                    const TaskContext &context)
{
    for (const Result<void> &checked : {options.check(), explain.check()})
        if (!checked)
            return checked.error();
    const int target = model.reactionIndex(explain.reaction);
    if (target < 0)
        return Error{ErrorCode::UnknownName, explain.reaction};
    const Result<std::vector<Index>> found = cohort.find({explain.sample});
    if (!found)
        return found.error();
    const Result<FbaOptions> base = baseOptions(model, options);
    if (!base)
        return base.error();
    context.report(marked("Core", "Scoring reactions"), 0, 0);
    const LpModel problem = fbaProblem(model, *base);
    GeneMapping mapping = mapModelGenes(model, GeneIndex(cohort.expression->genes, table));
    const ExpressionBounds bounds(model, cohort, mapping, options, {problem.lower, problem.upper});
    const Index sample = found->front();
    std::vector<double> values = geneValues(cohort, mapping, sample, options.logScores);
    VectorD scores = scoresOf(model, values, mapping, options.orRule);
    const Scene scene{model,
                      options,
                      explain,
                      std::move(mapping),
                      geneNames(model, table),
                      std::move(values),
                      std::move(scores),
                      bounds,
                      bounds.ofSample(sample),
                      target};
    context.report(marked("Core", "Solving samples"), 0, 0);
    const std::unique_ptr<OneSampleSolver> solver = makeOneSampleSolver(model, *base, options, target);
    const OneFlux flux = solver->solve(scene.own, context);
    FluxExplanation result = describe(scene, *base);
    result.status = flux.status;
    result.growth = flux.growth;
    explainRule(scene, flux, result);
    if (flux.status == SolutionStatus::Optimal) {
        result.value = withoutNoise(flux.value);
        const Dependence dependence(scene, cohort, sample, flux);
        if (result.dual != 0)
            result.elasticity = dependence.elasticity(result.reaction, isAtBound(flux.value, result.upper));
        result.limits = limitsOf(scene, flux, dependence);
        addEffects(scene, dependence, *solver, result, context);
    }
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, {}};
    return result;
}

} // namespace pathgan
