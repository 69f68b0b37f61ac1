#include "core/metabolic/cohortflux.h"

#include "core/base/parallel.h"
#include "core/metabolic/cohortflux_p.h"
#include "core/metabolic/fbaproblem_p.h"
#include "core/metabolic/samplesolver_p.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <unordered_set>

namespace pathgan {

namespace {

/// Below what the solver's tolerance (1e-7) can tell from nothing.
constexpr double noFlux = 1e-9;

Result<std::vector<int>> targetReactions(const MetabolicModel &model, const FluxOptions &options)
{
    if (options.reactions.empty()) {
        std::vector<int> core = coreGlutathioneReactions(model);
        if (core.empty())
            return Error{ErrorCode::UnknownName, "gthrd"};
        return core;
    }
    std::vector<int> targets;
    std::unordered_set<int> seen;
    for (const std::string &id : options.reactions) {
        const int reaction = model.reactionIndex(id);
        if (reaction < 0)
            return Error{ErrorCode::UnknownName, id};
        if (!seen.insert(reaction).second)
            return Error{ErrorCode::DuplicateName, id};
        targets.push_back(reaction);
    }
    return targets;
}

/// Objective and medium, as FBA options.
Result<FbaOptions> baseOptions(const MetabolicModel &model, const FluxOptions &options)
{
    FbaOptions base;
    if (!options.objective.empty()) {
        base.objective = model.reactionIndex(options.objective);
        if (base.objective < 0)
            return Error{ErrorCode::UnknownName, options.objective};
    }
    base.bounds = mediumBounds(model, options.medium);
    if (const Result<void> checked = base.check(model); !checked)
        return checked.error();
    return base;
}

std::unique_ptr<SamplePlan> makePlan(const MetabolicModel &model, const FluxOptions &options, SampleTask task,
                                     const TaskContext &context)
{
    if (options.quantity == FluxQuantity::Capacity)
        return makeCapacityPlan(task, context);
    if (options.quantity == FluxQuantity::PerturbedFba)
        for (const Reaction &reaction : model.reactions)
            task.weights.push_back(perturbedWeight(reaction.id));
    return makeVectorPlan(task, context);
}

void takeWildType(const SamplePlan &plan, const ExpressionBounds &bounds, FluxRun &run,
                  const TaskContext &context)
{
    const SampleFlux wildType = plan.makeSolver()->solve(bounds.medium(), context);
    run.wildTypeGrowth = wildType.growth;
    if (run.options.quantity != FluxQuantity::Capacity)
        return;
    run.wildTypeValues = wildType.values;
    run.wildTypeValues.resize(run.reactions.size(), std::numeric_limits<double>::quiet_NaN());
    for (double &value : run.wildTypeValues)
        value = std::abs(value) < noFlux ? 0 : value;
}

/// Rows of `finished` samples only.
void keepFinished(const std::vector<unsigned char> &finished, FluxRun &run)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < finished.size(); ++i) {
        if (!finished[i])
            continue;
        run.samples[kept] = run.samples[i];
        run.status[kept] = run.status[i];
        run.growth[kept] = run.growth[i];
        run.values.row(static_cast<Index>(kept)) = run.values.row(static_cast<Index>(i)).eval();
        ++kept;
    }
    run.stoppedEarly = kept < finished.size();
    run.samples.resize(kept);
    run.status.resize(kept);
    run.growth.resize(kept);
    run.values.conservativeResize(static_cast<Index>(kept), Eigen::NoChange);
}

void solveSamples(const SamplePlan &plan, const ExpressionBounds &bounds, FluxRun &run,
                  const TaskContext &context)
{
    const std::size_t count = run.samples.size();
    const unsigned threads = threadCount(run.options.threads);
    std::vector<std::unique_ptr<SampleSolver>> solvers(threads);
    std::vector<unsigned char> finished(count, 0);
    std::atomic<std::size_t> done{0};
    parallelEach(count, threads, [&](std::size_t i, unsigned worker) {
        if (context.shouldStop())
            return;
        if (!solvers[worker])
            solvers[worker] = plan.makeSolver();
        const SampleFlux sample = solvers[worker]->solve(bounds.ofSample(static_cast<Index>(i)), context);
        if (sample.status == SolutionStatus::Undefined || sample.status == SolutionStatus::Stopped)
            solvers[worker].reset(); // its GLPK environment may be gone
        if (sample.status == SolutionStatus::Stopped)
            return;
        run.status[i] = sample.status;
        run.growth[i] = sample.growth;
        for (std::size_t k = 0; k < sample.values.size(); ++k)
            run.values(static_cast<Index>(i), static_cast<Index>(k)) =
                std::abs(sample.values[k]) < noFlux ? 0 : sample.values[k];
        finished[i] = 1;
        context.report("Solving samples", static_cast<double>(++done), static_cast<double>(count));
    });
    keepFinished(finished, run);
}

FluxRun emptyRun(const MetabolicModel &model, const Cohort &cohort, const FluxOptions &options,
                 const std::vector<int> &targets)
{
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    FluxRun run;
    run.options = options;
    run.objective = options.objective.empty() ? model.objectiveName() : options.objective;
    run.samples = cohort.samples;
    for (const int target : targets)
        run.reactions.push_back(model.reactions[static_cast<std::size_t>(target)].id);
    run.values =
        MatrixD::Constant(static_cast<Index>(cohort.size()), static_cast<Index>(targets.size()), unknown);
    run.status.assign(cohort.size(), SolutionStatus::Undefined);
    run.growth.assign(cohort.size(), unknown);
    return run;
}

} // namespace

Result<void> FluxOptions::check() const
{
    if (!(growthFraction >= 0 && growthFraction <= 1))
        return Error{ErrorCode::InvalidOption, "growthFraction"};
    if (!(scale > 0 && std::isfinite(scale)))
        return Error{ErrorCode::InvalidOption, "scale"};
    if (!(floor >= 0 && floor <= scale))
        return Error{ErrorCode::InvalidOption, "floor"};
    return {};
}

const char *FluxRun::quantityName() const
{
    return options.quantity == FluxQuantity::Capacity ? "maximum attainable flux" : "flux";
}

Result<FluxRun> computeFlux(const MetabolicModel &model, const Cohort &cohort, const GeneTable &table,
                            const FluxOptions &options, const TaskContext &context)
{
    if (const Result<void> checked = options.check(); !checked)
        return checked.error();
    if (!cohort.expression || cohort.size() == 0)
        return Error{ErrorCode::TooFewSamples, "expression"};
    const Result<FbaOptions> base = baseOptions(model, options);
    if (!base)
        return base.error();
    const Result<std::vector<int>> targets = targetReactions(model, options);
    if (!targets)
        return targets.error();
    if (options.rule == ExpressionRule::Paper && paperKeyReactions(model, options.paperKeySet).empty())
        return Error{ErrorCode::UnknownName, "gthrd"};

    context.report("Scoring reactions", 0, 0);
    FluxRun run = emptyRun(model, cohort, options, *targets);
    const GeneMapping mapping = mapModelGenes(model, GeneIndex(cohort.expression->genes, table));
    run.genes = mapping.coverage;
    if (run.genes.matched == 0)
        return Error{ErrorCode::NoOverlap, "genes"};
    SampleTask task;
    task.problem = fbaProblem(model, *base);
    task.targets = *targets;
    task.growthFraction = options.growthFraction;
    const ExpressionBounds bounds(model, cohort, mapping, options, {task.problem.lower, task.problem.upper});
    run.reactionsWithScore = bounds.reactionCount();
    ExpressionBounds::Bounds widest = bounds.widest();
    task.problem.lower = std::move(widest.lower);
    task.problem.upper = std::move(widest.upper);
    task.reference = bounds.ofMedian();
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, {}};

    context.report("Solving the wild type", 0, 0);
    const std::unique_ptr<SamplePlan> plan = makePlan(model, options, std::move(task), context);
    takeWildType(*plan, bounds, run, context);
    solveSamples(*plan, bounds, run, context);
    if (context.isCancelled() || run.samples.empty())
        return Error{ErrorCode::Cancelled, {}};
    describeVariation(run);
    return run;
}

} // namespace pathgan
