// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/cohortflux.h"

#include "core/base/hash.h"
#include "core/base/marked.h"
#include "core/base/parallel.h"
#include "core/metabolic/cohort/capacityprofile_p.h"
#include "core/metabolic/cohort/cohortflux_p.h"
#include "core/metabolic/cohort/fluxtable_p.h"
#include "core/metabolic/cohort/fluxvectors_p.h"
#include "core/metabolic/cohort/runrows_p.h"
#include "core/metabolic/cohort/samplesolver_p.h"
#include "core/metabolic/cohort/samplework_p.h"
#include "core/metabolic/cohort/valuestatus_p.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/fba/pfba_p.h"
#include "core/metabolic/lp/lp_p.h"
#include "core/metabolic/lp/lpkey_p.h"
#include "core/metabolic/model/conceptreactions.h"
#include "core/metabolic/model/reactionsets.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <unordered_set>

namespace pathgan {

namespace {

constexpr double leastGrowth = 1e-9; ///< 1/h: below, the solver's tolerance

std::unique_ptr<SamplePlan> makePlan(const MetabolicModel &model, const FluxOptions &options, SampleTask task,
                                     const TaskContext &context)
{
    task.withMinima = options.quantity == FluxQuantity::CapacityRange;
    if (task.withMinima || options.quantity == FluxQuantity::Capacity)
        return makeCapacityPlan(task, context);
    if (options.quantity == FluxQuantity::PerturbedFba)
        task.weights = perturbedWeights(model);
    return makeVectorPlan(task, context);
}

std::vector<unsigned char> blockedTargets(const SamplePlan &plan, std::size_t count)
{
    std::vector<unsigned char> isBlocked;
    for (std::size_t k = 0; k < count; ++k)
        isBlocked.push_back(plan.isBlocked(k));
    return isBlocked;
}

SolutionStatus takeWildType(const SamplePlan &plan, const ExpressionBounds &bounds, FluxRun &run,
                            const TaskContext &context)
{
    const SampleFlux wildType = plan.makeSolver()->solve(bounds.medium(), context);
    run.wildTypeGrowth = wildType.growth;
    if (!run.isCapacity())
        return wildType.status;
    run.wildTypeValues = wildType.values;
    run.wildTypeValues.resize(run.reactions.size(), std::numeric_limits<double>::quiet_NaN());
    for (double &value : run.wildTypeValues)
        value = withoutNoise(value);
    return wildType.status;
}

void takeSample(const SampleFlux &sample, const ExpressionBounds::Bounds &bounds,
                const std::vector<int> &targets, std::size_t row, FluxRun &run)
{
    run.status[row] = sample.status;
    run.growth[row] = sample.growth;
    for (std::size_t k = 0; k < sample.values.size(); ++k) {
        const auto i = static_cast<Index>(row), column = static_cast<Index>(k);
        const auto reaction = static_cast<std::size_t>(targets[k]);
        run.values(i, column) = withoutNoise(sample.values[k]);
        if (!sample.minima.empty())
            run.minima(i, column) = withoutNoise(sample.minima[k]);
        const bool isOpen = !sample.isOpen.empty() && sample.isOpen[k];
        run.valueStatus[row * targets.size() + k] =
            isOpen ? ValueStatus::NotUnique
                   : valueStatusAt(sample.values[k], bounds.lower[reaction], bounds.upper[reaction]);
    }
}

/// Which samples are asked for, by row.
Result<std::vector<unsigned char>> wantedSamples(const Cohort &cohort, const FluxOptions &options)
{
    if (options.samples.empty())
        return std::vector<unsigned char>(cohort.size(), 1);
    const Result<Cohort> chosen = samplesOf(cohort, options.samples);
    if (!chosen)
        return chosen.error();
    const std::unordered_set<std::string> names(chosen->samples.begin(), chosen->samples.end());
    std::vector<unsigned char> wanted;
    for (const std::string &sample : cohort.samples)
        wanted.push_back(names.count(sample) > 0 ? 1 : 0);
    return wanted;
}

/// What the samples of a run are solved by.
struct CohortTask
{
    const SamplePlan &plan;
    const ExpressionBounds &bounds;
    const std::vector<int> &targets;
    DualCollection *duals; ///< null: none are kept
};

/// Those of wanted that are not finished.
void solveSamples(const CohortTask &task, const std::vector<unsigned char> &wanted,
                  std::vector<unsigned char> finished, const FluxKeeper &keeper, FluxRun &run,
                  const TaskContext &context)
{
    std::vector<std::size_t> left;
    std::size_t before = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        before += wanted[i] && finished[i];
        if (wanted[i] && !finished[i])
            left.push_back(i);
    }
    const std::size_t count = before + left.size();
    const unsigned threads = threadCount(run.options.threads);
    std::vector<std::unique_ptr<SampleSolver>> solvers(threads);
    std::atomic<std::size_t> done{before};
    const auto keep = [&](const std::vector<unsigned char> &part) {
        keeper.keep(finishedPart(run, part, task.duals));
    };
    FinishedSamples ended(std::move(finished), keeper.keep ? keep : FinishedSamples::Keep(), keeper.seconds);
    parallelEach(left.size(), threads, [&](std::size_t k, unsigned worker) {
        if (context.shouldStop())
            return;
        const std::size_t i = left[k];
        if (!solvers[worker])
            solvers[worker] = task.plan.makeSolver();
        const ExpressionBounds::Bounds own = task.bounds.ofSample(static_cast<Index>(i));
        SampleFlux sample = solvers[worker]->solve(own, context);
        if (losesProblems(sample.status))
            solvers[worker].reset();
        if (sample.status == SolutionStatus::Stopped)
            return;
        takeSample(sample, own, task.targets, i, run);
        if (task.duals)
            task.duals->set(i, std::move(sample.duals));
        ended.add(i);
        context.report(marked("Core", "Solving samples"), static_cast<double>(++done),
                       static_cast<double>(count));
    });
    std::vector<unsigned char> kept = ended.take();
    for (std::size_t i = 0; i < kept.size(); ++i)
        kept[i] = kept[i] && wanted[i];
    if (task.duals)
        run.duals = task.duals->of(kept);
    keepFinished(kept, run);
    run.stoppedEarly = run.samples.size() < count;
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
    if (options.quantity == FluxQuantity::CapacityRange)
        run.minima = run.values;
    run.valueStatus.assign(cohort.size() * targets.size(), ValueStatus::None);
    run.status.assign(cohort.size(), SolutionStatus::Undefined);
    run.growth.assign(cohort.size(), unknown);
    return run;
}

/// All that the values of a sample depend on: the problem, the bounds of all samples (the reference vertex is
/// made of them) and what is solved.
std::string keyOf(const SampleTask &task, const ExpressionBounds &bounds, const FluxRun &run,
                  const std::vector<std::string> &samples)
{
    Sha256 hash;
    hash.update(lpKey(task.problem, {static_cast<double>(run.options.quantity), task.growthFraction}));
    for (const std::string &reaction : run.reactions)
        hash.update(reaction + '\n');
    hash.update(bounds.key(samples));
    return hash.finish();
}

/// Ends a run whose samples were solved, or stopped.
Result<FluxRun> finishRun(FluxRun run, const TaskContext &context, FluxRun *unfinished)
{
    if (context.isCancelled() || run.samples.empty()) {
        if (unfinished && !run.samples.empty())
            *unfinished = std::move(run);
        return Error{ErrorCode::Cancelled, {}};
    }
    describeVariation(run);
    return run;
}

} // namespace

Result<std::vector<int>> targetReactions(const MetabolicModel &model, const FluxOptions &options)
{
    if (options.reactions.empty()) {
        std::vector<int> core = coreGlutathioneReactions(model);
        if (core.empty())
            return Error{ErrorCode::UnknownName, "glutathione"};
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
    } else {
        base.objective = assumedObjective(model);
    }
    base.bounds = mediumBounds(model, options.medium);
    if (const Result<void> checked = base.check(model); !checked)
        return checked.error();
    return base;
}

Error noGrowth(const MetabolicModel &model, const FluxOptions &options)
{
    std::string detail = "growth of the wild type, medium: ";
    detail += mediumName(options.medium);
    if (options.medium == MediumPreset::Physiological || options.medium == MediumPreset::ModelR) {
        const std::vector<int> exchanges = nutrientExchanges(model);
        const auto missing = std::count(exchanges.begin(), exchanges.end(), -1);
        detail +=
            ", nutrients found: " + std::to_string(static_cast<std::ptrdiff_t>(exchanges.size()) - missing) +
            " of " + std::to_string(exchanges.size());
    }
    return {ErrorCode::Infeasible, detail};
}

bool FluxRun::isCapacity() const
{
    return options.quantity == FluxQuantity::Capacity || options.quantity == FluxQuantity::CapacityRange;
}

const char *FluxRun::quantityName() const
{
    return isCapacity() ? marked("Core", "maximum attainable flux") : marked("Core", "flux");
}

const char *FluxRun::valueStatusName(Index sample, Index reaction) const
{
    const std::size_t at =
        static_cast<std::size_t>(sample) * reactions.size() + static_cast<std::size_t>(reaction);
    if (at >= valueStatus.size() || valueStatus[at] == ValueStatus::None)
        return statusName(status[static_cast<std::size_t>(sample)]);
    return pathgan::valueStatusName(valueStatus[at]);
}

std::size_t FluxRun::valuesWith(ValueStatus wanted) const
{
    return static_cast<std::size_t>(std::count(valueStatus.begin(), valueStatus.end(), wanted));
}

Result<FluxRun> computeFlux(const MetabolicModel &model, const Cohort &cohort, const GeneTable &table,
                            const FluxOptions &options, const TaskContext &context, FluxRun *unfinished,
                            const FluxKeeper &keeper)
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
    const Result<std::vector<unsigned char>> wanted = wantedSamples(cohort, options);
    if (!wanted)
        return wanted.error();
    if (options.rule == ExpressionRule::Paper && paperKeyReactions(model, options.paperKeySet).empty())
        return Error{ErrorCode::UnknownName, "glutathione"};

    context.report(marked("Core", "Scoring reactions"), 0, 0);
    FluxRun run = emptyRun(model, cohort, options, *targets);
    if (base->objective >= 0)
        run.objective = model.reactions[static_cast<std::size_t>(base->objective)].id;
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
    run.key = keyOf(task, bounds, run, run.samples);
    std::unique_ptr<DualCollection> duals;
    task.withDuals = task.problem.maximise && DualCollection::isWanted(options, targets->size());
    if (task.withDuals)
        duals = std::make_unique<DualCollection>(model, cohort, mapping, options, bounds, targets->size());
    std::vector<unsigned char> finished = takeFinished(unfinished, run, duals.get());
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, {}};

    context.report(marked("Core", "Solving the wild type"), 0, 0);
    const std::vector<double> &cost = task.problem.cost;
    const bool isGrowth = task.problem.maximise && options.objective.empty() &&
                          std::any_of(cost.begin(), cost.end(), [](double value) { return value != 0; });
    const std::unique_ptr<SamplePlan> plan = makePlan(model, options, std::move(task), context);
    const SolutionStatus wildType = takeWildType(*plan, bounds, run, context);
    const bool isSolved = wildType == SolutionStatus::Optimal || wildType == SolutionStatus::Infeasible;
    if (isSolved && isGrowth && !(run.wildTypeGrowth > leastGrowth))
        return noGrowth(model, options);
    solveSamples({*plan, bounds, *targets, duals.get()}, *wanted, std::move(finished), keeper, run, context);
    findBlocked(model, *base, *targets, blockedTargets(*plan, targets->size()), run, context);
    return finishRun(std::move(run), context, unfinished);
}

} // namespace pathgan
