// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/stress/stress.h"

#include "core/base/marked.h"
#include "core/base/optionentries.h"
#include "core/base/parallel.h"
#include "core/base/statistics.h"
#include "core/base/text.h"
#include "core/metabolic/cohort/dualtext_p.h"
#include "core/metabolic/cohort/samplework_p.h"
#include "core/metabolic/lp/lpkey_p.h"
#include "core/metabolic/stress/survivalcurve_p.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace pathgan {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double noGrowth = 1e-9; ///< 1/h

/// Scores of the capacities' reactions on the linear scale, OR = max: capacities × cohort samples; NaN where
/// no gene is measured.
MatrixD expressionScores(const MetabolicModel &model, const Cohort &cohort, const GeneMapping &mapping,
                         const std::vector<RedoxCapacity> &capacities)
{
    const auto samples = static_cast<Index>(cohort.size());
    MatrixD scores = MatrixD::Constant(static_cast<Index>(capacities.size()), samples, unknown);
    const ExpressionMatrix &expression = *cohort.expression;
    std::vector<double> values(model.genes.size(), unknown);
    for (Index sample = 0; sample < samples; ++sample) {
        const Index column = cohort.columns[static_cast<std::size_t>(sample)];
        for (std::size_t k = 0; k < capacities.size(); ++k) {
            const GeneRule &rule = model.reactions[static_cast<std::size_t>(capacities[k].reaction)].rule;
            for (const int gene : rule.genes()) {
                const auto at = static_cast<std::size_t>(gene);
                const Index row = mapping.rowOfGene[at];
                values[at] =
                    row < 0 ? unknown : linearValue(expression.values(row, column), expression.scale);
            }
            scores(static_cast<Index>(k), sample) =
                evaluateRule(rule, values, mapping.geneOf, OrRule::Maximum);
        }
    }
    return scores;
}

/// Upper bounds κ_j · x_j / median x_j of the capacities, samples × capacities. What is silent has none;
/// where the median is 0, it is that of the samples that are not silent.
class Capacities
{
public:
    /// scores: what stands for the capacity, capacities × samples.
    Capacities(const StressModel &model, const MetabolicModel &network, const MatrixD &scores)
        : m_upper(scores.cols(), scores.rows())
    {
        for (Index k = 0; k < scores.rows(); ++k) {
            const RedoxCapacity &entry = model.capacities[static_cast<std::size_t>(k)];
            const Reaction &reaction = network.reactions[static_cast<std::size_t>(entry.reaction)];
            const double widest = entry.isReversed ? 0 - reaction.lower : reaction.upper;
            const double center = median(scores.row(k));
            for (Index sample = 0; sample < scores.cols(); ++sample) {
                const double score = scores(k, sample);
                m_upper(sample, k) = std::min(widest, std::isnan(score) ? entry.capacity
                                                      : score > 0       ? entry.capacity * score / center
                                                                        : 0.0);
            }
        }
    }

    std::vector<double> ofSample(std::size_t sample) const
    {
        const auto row = m_upper.row(static_cast<Index>(sample));
        return {row.begin(), row.end()};
    }
    std::vector<double> widest() const
    {
        std::vector<double> result;
        for (Index k = 0; k < m_upper.cols(); ++k)
            result.push_back(m_upper.col(k).maxCoeff());
        return result;
    }

private:
    template <class Row>
    static double median(const Row &row)
    {
        std::vector<double> known;
        for (const double value : row) {
            if (!std::isnan(value))
                known.push_back(value);
        }
        if (known.empty())
            return unknown;
        if (const double center = quantile(known, 0.5); center > 0)
            return center;
        std::erase_if(known, [](double value) { return !(value > 0); });
        return known.empty() ? unknown : quantile(known, 0.5);
    }

    MatrixD m_upper;
};

/// Scores of the samples to simulate: expression, with predicted fluxes in its place where there are any.
/// NoOverlap where the cohort has none of the samples.
Result<MatrixD> scoresWithPredictions(const MetabolicModel &model, const Cohort &cohort,
                                      const MatrixD &expression, const std::vector<RedoxCapacity> &capacities,
                                      const FluxRun &predicted)
{
    const std::vector<std::string> names = cohort.writtenNames();
    const SampleJoin join = matchSamples(predicted.samples, names, RowMeaning::Values);
    if (join.matched() == 0)
        return noSampleOverlap("flux table", predicted.samples, "expression matrix", names);
    std::unordered_map<std::string, Index> reactionIndex;
    for (std::size_t i = 0; i < predicted.reactions.size(); ++i)
        reactionIndex.emplace(predicted.reactions[i], static_cast<Index>(i));
    const auto samples = static_cast<Index>(predicted.samples.size());
    MatrixD scores = MatrixD::Constant(expression.rows(), samples, unknown);
    for (Index k = 0; k < scores.rows(); ++k) {
        const int reaction = capacities[static_cast<std::size_t>(k)].reaction;
        const auto flux = reactionIndex.find(model.reactions[static_cast<std::size_t>(reaction)].id);
        for (Index sample = 0; sample < samples; ++sample) {
            const Index inCohort = join.rows[static_cast<std::size_t>(sample)];
            const double sign = capacities[static_cast<std::size_t>(k)].isReversed ? -1 : 1;
            if (flux != reactionIndex.end())
                scores(k, sample) = sign * predicted.values(sample, flux->second);
            else if (inCohort >= 0)
                scores(k, sample) = expression(k, inCohort);
        }
    }
    return scores;
}

/// Model R, in its own medium or, where that allows no growth, in the model's.
struct PreparedStress
{
    StressModel model;
    std::unique_ptr<StressPlan> plan;
    std::unique_ptr<Capacities> capacities;
    bool distributedMedium = false;
};

Result<PreparedStress> prepare(const MetabolicModel &model, const Cohort &cohort, const GeneTable &table,
                               const FluxRun *predicted, const StressOptions &options,
                               const TaskContext &context)
{
    const GeneMapping mapping = mapModelGenes(model, GeneIndex(cohort.expression->genes, table));
    if (!predicted && mapping.coverage.matched == 0)
        return Error{ErrorCode::NoOverlap, "genes"};
    PreparedStress result;
    for (const bool distributed : {false, true}) {
        Result<StressModel> made = makeStressModel(model, options, distributed);
        if (!made)
            return made.error();
        result.model = std::move(*made);
        result.distributedMedium = distributed;
        if (!result.capacities) {
            Result<MatrixD> scores = expressionScores(model, cohort, mapping, result.model.capacities);
            if (predicted)
                scores = scoresWithPredictions(model, cohort, *scores, result.model.capacities, *predicted);
            if (!scores)
                return scores.error();
            result.capacities = std::make_unique<Capacities>(result.model, model, *scores);
        }
        result.plan = std::make_unique<StressPlan>(result.model, result.capacities->widest(), context);
        if (context.shouldStop())
            return Error{ErrorCode::Cancelled, {}};
        if (result.plan->status() == SolutionStatus::Optimal && result.plan->growth() > noGrowth)
            return result;
    }
    return Error{ErrorCode::Infeasible, model.objectiveName()};
}

/// What the capacities are, then status, and load and growth of each point.
std::string rowOf(const std::vector<double> &capacities, const SurvivalCurve &curve)
{
    std::string row = '\t' + numbersKey(capacities) + '\t' + statusName(curve.status);
    for (const SurvivalCurve::Point &point : curve.points)
        row += numberField(point.load) + numberField(point.growth);
    return row;
}

bool readRow(const std::string &row, const std::vector<double> &capacities, SurvivalCurve &curve)
{
    const std::vector<std::string> fields = split(row, '\t');
    if (fields.size() < 3 || fields.size() % 2 == 0 || fields[1] != numbersKey(capacities))
        return false;
    const std::optional<SolutionStatus> status = statusFromName(fields[2]);
    if (!status || (status == SolutionStatus::Optimal) != (fields.size() > 3))
        return false;
    SurvivalCurve read;
    read.status = *status;
    for (std::size_t k = 3; k < fields.size(); k += 2) {
        const std::optional<double> load = parseNumber(fields[k]), growth = parseNumber(fields[k + 1]);
        if (!load || !growth)
            return false;
        read.points.push_back({*load, *growth});
    }
    curve = std::move(read);
    return true;
}

/// Solves every sample; curves of unfinished ones stay as they are.
std::vector<std::size_t> solveCurves(const PreparedStress &prepared, const std::vector<std::string> &samples,
                                     unsigned wantedThreads, std::vector<SurvivalCurve> &curves,
                                     const TaskContext &context, SampleKeeper *keeper)
{
    const unsigned threads = threadCount(wantedThreads);
    std::vector<std::unique_ptr<StressSolver>> solvers(threads);
    const Capacities &capacities = *prepared.capacities;
    const SampleRows rows{
        lpKey(prepared.model.problem, capacities.widest()), samples,
        [&](std::size_t sample) { return rowOf(capacities.ofSample(sample), curves[sample]); },
        [&](const std::string &row, std::size_t sample) {
            return readRow(row, capacities.ofSample(sample), curves[sample]);
        }};
    return forEachSample(rows, threads, marked("Core", "Simulating stress"), context, keeper,
                         [&](std::size_t sample, unsigned worker) {
                             if (!solvers[worker])
                                 solvers[worker] = std::make_unique<StressSolver>(*prepared.plan);
                             curves[sample] = solvers[worker]->solve(capacities.ofSample(sample), context);
                             const SolutionStatus status = curves[sample].status;
                             if (losesProblems(status))
                                 solvers[worker].reset();
                             return status != SolutionStatus::Stopped;
                         });
}

void fillTolerances(const std::vector<SurvivalCurve> &curves, StressRun &run)
{
    std::vector<double> known;
    for (const SurvivalCurve &curve : curves) {
        const bool isSolved = curve.status == SolutionStatus::Optimal;
        const bool grows = isSolved && curve.growth() > noGrowth;
        run.status.push_back(curve.status);
        run.growth.push_back(isSolved ? curve.growth() : unknown);
        run.maximumLoad.push_back(isSolved ? curve.maximumLoad() : unknown);
        run.tolerance90.push_back(grows ? curve.tolerance(0.9) : unknown);
        run.tolerance50.push_back(grows ? curve.tolerance(0.5) : unknown);
        if (grows)
            known.push_back(run.tolerance50.back());
    }
    run.cohortLoad = known.empty() ? unknown : quantile(known, 0.5);
}

void fillSurvival(const std::vector<SurvivalCurve> &curves, StressRun &run)
{
    double largest = 0;
    for (const double load : run.maximumLoad)
        largest = load > largest ? load : largest;
    const int points = run.options.curvePoints;
    for (int i = 0; i < points; ++i)
        run.loads.push_back(largest * i / (points - 1));
    run.survival = MatrixD::Constant(static_cast<Index>(curves.size()), points, unknown);
    for (std::size_t sample = 0; sample < curves.size(); ++sample) {
        const SurvivalCurve &curve = curves[sample];
        const bool grows = curve.status == SolutionStatus::Optimal && curve.growth() > noGrowth;
        const auto survival = [&](double load) { return curve.growthAt(load) / curve.growth(); };
        for (int i = 0; grows && i < points; ++i)
            run.survival(static_cast<Index>(sample), i) = survival(run.loads[static_cast<std::size_t>(i)]);
        run.survivalAtCohortLoad.push_back(grows ? survival(run.cohortLoad) : unknown);
    }
}

} // namespace

const OptionTable &StressOptions::table()
{
    using O = StressOptions;
    static const OptionTable all = {
        option("strict_stress", &O::strict, "GSSG reduced with NADPH only, peroxiredoxin left out"),
        option("catalase_capacity", &O::catalaseCapacity, {0, 1e6}, "mmol/gDW/h", "at median expression"),
        option("peroxidase_capacity", &O::peroxidaseCapacity, {0, 1e6}, "mmol/gDW/h",
               "at median expression, of peroxidases and reductases"),
        option("stress_curve_points", &O::curvePoints, {2, 100'000}, "loads of the survival curve"),
        option("stress_threads", &O::threads, {0, mostThreads}, "0: one a core").withoutEffect(),
    };
    return all;
}

Result<void> StressOptions::check() const
{
    return ConstOptionsRef(*this).check();
}

std::vector<std::string> StressRun::limits()
{
    return {marked("Core", "the load stands for sustained oxidative stress and is no radiation dose"),
            marked("Core", "no DNA damage or repair, no cell cycle, no oxygen effect"),
            marked("Core", "steady state"),
            marked("Core", "capacities follow relative expression"),
            marked("Core", "medium and capacity scale are chosen, not measured"),
            marked("Core", "growth does not respond before the capacity is exhausted")};
}

Result<StressRun> simulateStress(const MetabolicModel &model, const Cohort &cohort, const GeneTable &table,
                                 const FluxRun *predicted, const StressOptions &options,
                                 const TaskContext &context, SampleKeeper *keeper)
{
    if (const Result<void> checked = options.check(); !checked)
        return checked.error();
    if (!cohort.expression || cohort.size() == 0 || (predicted && predicted->samples.empty()))
        return Error{ErrorCode::TooFewSamples, "expression"};
    context.report(marked("Core", "Preparing the stress model"), 0, 0);
    const Result<PreparedStress> prepared = prepare(model, cohort, table, predicted, options, context);
    if (!prepared)
        return prepared.error();

    const std::vector<std::string> &samples = predicted ? predicted->samples : cohort.samples;
    std::vector<SurvivalCurve> curves(samples.size());
    const std::vector<std::size_t> finished =
        solveCurves(*prepared, samples, options.threads, curves, context, keeper);
    if (context.isCancelled() || finished.empty())
        return Error{ErrorCode::Cancelled, {}};
    StressRun run;
    run.options = options;
    run.source = predicted ? "predicted flux" : "expression";
    run.samples = entriesOf(samples, finished);
    run.stoppedEarly = finished.size() < curves.size();
    run.distributedMedium = prepared->distributedMedium;
    for (const RedoxCapacity &entry : prepared->model.capacities)
        run.capacityReactions.push_back(model.reactions[static_cast<std::size_t>(entry.reaction)].id);
    curves = entriesOf(curves, finished);
    fillTolerances(curves, run);
    fillSurvival(curves, run);
    return run;
}

} // namespace pathgan
