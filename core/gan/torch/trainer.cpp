// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/torch/trainer_p.h"

#include "core/base/marked.h"
#include "core/gan/torch/network_p.h"
#include "core/gan/torch/objective_p.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace pathgan {

namespace {

constexpr double clipBound = 0.01; // Arjovsky et al. 2017
constexpr double explodedLoss = 1e6;
constexpr double collapsedShare = 0.05; // of the real standard deviation
constexpr double variedShare = 0.25;    // likewise: what is below collapsedShare later has collapsed
constexpr int mostFlatEpochs = 10;
constexpr double leastSeparation = 1e-3;
constexpr double fewKnown = 0.5; // of the gradients to match
constexpr std::uint64_t batchStream = 2, gradientStream = 3, validationStream = 4;

constexpr const char *warnExploded = marked("Core", "Critic loss exceeds 1e6: no Lipschitz control");
constexpr const char *warnCollapse = marked("Core", "Mode collapse: predictions hardly vary between samples");
constexpr const char *endedNotFinite = marked(
    "Core", "Training diverged and was ended: a loss was no finite number any more. The network is that of "
            "the best epoch before; a lower learning rate or the gradient penalty may help");
constexpr const char *endedExploded = marked(
    "Core", "Training diverged and was ended: a loss exceeded 1e6. The network is that of the best epoch "
            "before; a lower learning rate or the gradient penalty may help");
constexpr const char *endedCollapsed = marked(
    "Core", "Training was ended by mode collapse: predictions had varied between samples and hardly did for "
            "10 epochs. The network is that of the best epoch before; a greater paired weight or a lower "
            "learning rate may help");
constexpr const char *warnFewGradients =
    marked("Core", "Gradient matching: most dual solutions are not unique and were left out");
constexpr const char *warnIndistinct =
    marked("Core", "The critic never separated real from predicted fluxes");

/// Standardised outputs are compared as they are: the affine step changes no correlation.
HeldOut scoreStandardised(const MatrixD &truth, const MatrixF &predicted)
{
    return scorePredictions(truth, predicted.cast<double>(), {}, TargetScale::AsIs);
}

bool isFinite(const GanEpoch &epoch)
{
    return std::isfinite(epoch.generatorLoss) && std::isfinite(epoch.criticLoss) &&
           std::isfinite(epoch.validationMse) && std::isfinite(epoch.gradientLoss);
}

bool hasExploded(const GanEpoch &epoch)
{
    return std::abs(epoch.criticLoss) > explodedLoss || std::abs(epoch.generatorLoss) > explodedLoss;
}

} // namespace

Trainer::Trainer(const TrainingSet &set, const TaskContext &context, const GanEpochCallback &onEpoch,
                 CheckpointFile &checkpoints)
    : m_set(set), m_options(set.frame.options), m_context(context), m_onEpoch(onEpoch),
      m_checkpoints(checkpoints), m_random(set.frame.options.seed, batchStream),
      m_gradientRandom(set.frame.options.seed, gradientStream),
      m_bestScore(-std::numeric_limits<double>::infinity())
{
    torch::manual_seed(m_options.seed);
    m_x = toTensor(rowsOf(set.inputs, set.split.train));
    m_y = toTensor(rowsOf(set.targets, set.split.train));
    m_validationX = rowsOf(set.inputs, set.split.validation);
    m_validationY = rowsOf(set.targets, set.split.validation).cast<double>();
    if (!set.gradients.isEmpty()) {
        Random random(m_options.seed, validationStream);
        m_validationTask = gradientTask(set.gradients, set.split.validation, random);
    }
    m_generator = makeGenerator(set.frame);
    m_critic = makeCritic(set.frame);
    m_averaged = m_options.weightAverage > 0 ? makeGenerator(set.frame) : m_generator;
    m_generatorOptimizer.emplace(*m_generator, m_options, m_options.scaledRates,
                                 m_averaged == m_generator ? nullptr : m_averaged.get());
    m_criticOptimizer.emplace(*m_critic, m_options, false);
    copyParameters(*m_generator, *m_averaged);
}

void Trainer::afterEpochs(int epochs, std::function<void(const GanRun &)> done)
{
    m_snapshotEpochs = epochs;
    m_onSnapshot = std::move(done);
}

/// Nearly equal parts of a random order: no tiny last batch.
std::vector<std::vector<std::size_t>> Trainer::epochBatches()
{
    const auto samples = static_cast<std::size_t>(m_x.size(0));
    const auto order = m_random.permutation(samples);
    const auto size = std::min(samples, static_cast<std::size_t>(m_options.batchSize));
    const std::size_t full = (samples + size - 1) / size;
    std::vector<std::vector<std::size_t>> batches;
    for (std::size_t i = 0; i < full; ++i)
        batches.emplace_back(order.begin() + static_cast<std::ptrdiff_t>(i * samples / full),
                             order.begin() + static_cast<std::ptrdiff_t>((i + 1) * samples / full));
    if (m_options.batchesPerEpoch == 0)
        return batches;
    // A fixed number of full-sized batches, drawn anew each.
    batches.assign(1, {order.begin(), order.begin() + static_cast<std::ptrdiff_t>(size)});
    while (batches.size() < static_cast<std::size_t>(m_options.batchesPerEpoch))
        batches.push_back(randomBatch(size));
    return batches;
}

std::vector<std::size_t> Trainer::randomBatch(std::size_t size)
{
    auto order = m_random.permutation(static_cast<std::size_t>(m_x.size(0)));
    order.resize(size);
    return order;
}

torch::Tensor Trainer::rows(const torch::Tensor &values, const std::vector<std::size_t> &batch) const
{
    std::vector<std::int64_t> index(batch.begin(), batch.end());
    return values.index_select(0, torch::tensor(index, torch::kLong));
}

void Trainer::criticStep(const std::vector<std::size_t> &batch)
{
    const auto real = rows(m_y, batch);
    torch::Tensor fake;
    {
        const torch::NoGradGuard noGradient;
        fake = m_generator->forward(rows(m_x, batch), true).y;
    }
    m_criticOptimizer->zeroGradients();
    const auto loss = criticLoss(m_critic->score(real), m_critic->score(fake));
    auto total = loss;
    if (m_options.lipschitz == Lipschitz::GradientPenalty) {
        auto epsilon = torch::empty({real.size(0), 1});
        for (std::int64_t i = 0; i < real.size(0); ++i)
            epsilon.data_ptr<float>()[i] = static_cast<float>(m_random.uniform());
        const auto penalty = gradientPenalty([this](const torch::Tensor &y) { return m_critic->score(y); },
                                             real, fake, epsilon);
        total = loss + m_options.penaltyWeight * penalty;
        m_at.sums.penalty += penalty.item<double>();
    }
    total.backward();
    m_criticOptimizer->step();
    if (m_options.lipschitz == Lipschitz::WeightClipping) {
        const torch::NoGradGuard noGradient;
        for (auto &parameter : m_critic->parameters())
            parameter.clamp_(-clipBound, clipBound);
    }
    m_at.sums.critic += loss.item<double>();
    ++m_at.sums.criticSteps;
}

void Trainer::generatorStep(const std::vector<std::size_t> &batch)
{
    m_generatorOptimizer->zeroGradients();
    std::optional<GradientTask> task;
    if (!m_set.gradients.isEmpty()) {
        std::vector<int> samples;
        for (const std::size_t row : batch)
            samples.push_back(m_set.split.train[row]);
        task = gradientTask(m_set.gradients, samples, m_gradientRandom);
    }
    // The critic's own gradients are not wanted here: they would cost a third of the step.
    for (auto &parameter : m_critic->parameters())
        parameter.set_requires_grad(false);
    const auto objective = generatorObjective(*m_generator, *m_critic, rows(m_x, batch), rows(m_y, batch),
                                              m_options, task ? &*task : nullptr);
    objective.total.backward();
    for (auto &parameter : m_critic->parameters())
        parameter.set_requires_grad(true);
    // The moving average is over the generator's steps, short at first.
    ++m_steps;
    m_generatorOptimizer->step(std::min(m_options.weightAverage, (1.0 + m_steps) / (10.0 + m_steps)));
    m_at.sums.generator += objective.adversarial.item<double>();
    m_at.sums.gradient += task ? objective.gradient.item<double>() : 0;
    ++m_at.sums.generatorSteps;
}

/// The rest of the epoch at m_at. False when a stop was asked for.
bool Trainer::runEpoch(GanRun &run)
{
    m_generator->train();
    m_critic->train();
    if (m_at.batches.empty())
        m_at.batches = epochBatches();
    for (; m_at.batch < m_at.batches.size(); ++m_at.batch) {
        if (m_checkpoints.isDue())
            keepState(run);
        if (m_context.shouldStop())
            return false;
        const auto &batch = m_at.batches[m_at.batch];
        for (; m_at.criticStep < m_options.criticSteps; ++m_at.criticStep) {
            if (m_context.shouldStop())
                return false;
            // Further steps see batches of their own; the last sees the generator's, as the paper's only one.
            criticStep(m_at.criticStep + 1 < m_options.criticSteps ? randomBatch(batch.size()) : batch);
        }
        generatorStep(batch);
        m_at.criticStep = 0;
    }
    return true;
}

void Trainer::validate(GanEpoch &epoch)
{
    m_averaged->eval();
    const torch::NoGradGuard noGradient;
    const MatrixF predicted = toMatrix(m_averaged->forward(toTensor(m_validationX), false).y);
    epoch.validationPearson = predicted.allFinite() ? scoreStandardised(m_validationY, predicted).pearson
                                                    : std::numeric_limits<double>::quiet_NaN();
    const auto rows = static_cast<double>(predicted.rows());
    m_spread = ((predicted.rowwise() - predicted.colwise().mean()).colwise().norm() / std::sqrt(rows)).mean();
    // On the trained scale, so that it compares with the held-out figure.
    double squares = 0;
    for (std::size_t i = 0; i < m_set.frame.varying.size(); ++i) {
        const double sd = m_set.frame.targetSd[m_set.frame.varying[i]];
        const auto column = static_cast<Index>(i);
        squares += sd * sd * (predicted.col(column).cast<double>() - m_validationY.col(column)).squaredNorm();
    }
    epoch.validationMse =
        squares / (static_cast<double>(m_validationY.rows()) *
                   static_cast<double>(std::max<std::size_t>(1, m_set.frame.reactions.size())));
}

/// The same combinations every epoch.
void Trainer::validateGradient(GanEpoch &epoch) const
{
    if (!m_validationTask)
        return;
    const torch::AutoGradMode mode(true);
    const auto x = toTensor(m_validationX);
    const auto error = m_averaged->gradientError(m_averaged->forward(x, false), *m_validationTask);
    const double zero = denseTruth(*m_validationTask, x).square().sum().item<double>() /
                        static_cast<double>(std::max<std::int64_t>(1, x.size(0)));
    epoch.validationGradientError = error.item<double>();
    epoch.validationGradientRatio = epoch.validationGradientError / zero;
}

void Trainer::copyParameters(const torch::nn::Module &from, const torch::nn::Module &to)
{
    const torch::NoGradGuard noGradient;
    const auto source = from.parameters(), target = to.parameters();
    for (std::size_t i = 0; i < target.size(); ++i)
        target[i].copy_(source[i]);
}

void Trainer::keepWeights()
{
    const auto copied = [](const torch::nn::Module &module) {
        std::vector<torch::Tensor> copies;
        for (const auto &parameter : module.parameters())
            copies.push_back(parameter.detach().clone());
        return copies;
    };
    m_best = copied(*m_averaged);
    m_bestCritic = copied(*m_critic);
}

void Trainer::restoreWeights()
{
    const torch::NoGradGuard noGradient;
    const auto restore = [](const torch::nn::Module &module, const std::vector<torch::Tensor> &kept) {
        const auto parameters = module.parameters();
        for (std::size_t i = 0; i < kept.size(); ++i)
            parameters[i].copy_(kept[i]);
    };
    restore(*m_averaged, m_best);
    restore(*m_critic, m_bestCritic);
}

void Trainer::warn(GanRun &run) const
{
    const bool exploded = std::any_of(run.history.begin(), run.history.end(), [](const GanEpoch &epoch) {
        return std::abs(epoch.criticLoss) > explodedLoss;
    });
    if (exploded)
        run.warnings.emplace_back(warnExploded);
    const bool indistinct = m_options.criticSteps > 0 && !run.history.empty() &&
                            std::all_of(run.history.begin(), run.history.end(), [](const GanEpoch &epoch) {
                                return std::abs(epoch.wasserstein) < leastSeparation;
                            });
    if (indistinct)
        run.warnings.emplace_back(warnIndistinct);
    if (!m_set.gradients.isEmpty() && m_set.gradients.knownShare(m_set.split.train) < fewKnown)
        run.warnings.emplace_back(warnFewGradients);
    // Targets have sd 1 on the training samples.
    m_averaged->eval();
    const torch::NoGradGuard noGradient;
    const auto y = m_averaged->forward(m_x, false).y;
    if (y.std(0, false).mean().item<double>() < collapsedShare)
        run.warnings.emplace_back(warnCollapse);
}

GanEpoch Trainer::summary()
{
    const Sums &sums = m_at.sums;
    GanEpoch epoch;
    epoch.epoch = m_at.epoch;
    epoch.generatorLoss = sums.generator / std::max(1, sums.generatorSteps);
    epoch.criticLoss = sums.critic / std::max(1, sums.criticSteps);
    epoch.gradientPenalty = sums.penalty / std::max(1, sums.criticSteps);
    epoch.wasserstein = -epoch.criticLoss;
    epoch.gradientLoss = sums.gradient / std::max(1, sums.generatorSteps);
    validate(epoch);
    validateGradient(epoch);
    return epoch;
}

/// False when training is at its end.
Result<bool> Trainer::endEpoch(GanRun &run)
{
    const GanEpoch epoch = summary();
    const auto ends = [&](Failure failure, const char *why) -> Result<bool> {
        m_failure = failure;
        if (m_best.empty()) // no epoch to go back to
            return Error{ErrorCode::Diverged, "epoch " + std::to_string(epoch.epoch) + ": " + why};
        return false;
    };
    if (!isFinite(epoch))
        return ends(Failure::NotFinite, "a loss is no finite number");
    run.history.push_back(epoch);
    if (m_onEpoch)
        m_onEpoch(epoch);
    m_context.report(marked("Core", "Training"), epoch.epoch, m_options.epochs);
    if (hasExploded(epoch))
        return ends(Failure::Exploded, "a loss exceeds 1e6");
    m_flatEpochs = m_hasVaried && m_spread < collapsedShare ? m_flatEpochs + 1 : 0;
    m_hasVaried = m_hasVaried || m_spread >= variedShare;
    if (m_flatEpochs >= mostFlatEpochs)
        return ends(Failure::Collapsed, "mode collapse");
    return keepIfBest(epoch, run);
}

/// False where patience is at its end.
bool Trainer::keepIfBest(const GanEpoch &epoch, GanRun &run)
{
    const double score =
        m_options.stopMetric == StopMetric::Mse ? -epoch.validationMse : epoch.validationPearson;
    const bool isBest = score > m_bestScore;
    if (m_options.patience > 0 && !isBest)
        return epoch.epoch - run.bestEpoch < m_options.patience;
    if (isBest)
        m_bestScore = score;
    // Without patience it is kept for the case that a later one diverges or collapses.
    if (m_options.patience > 0 || m_flatEpochs == 0) {
        run.bestEpoch = epoch.epoch;
        keepWeights();
    }
    return true;
}

Result<void> Trainer::train(GanRun &run)
{
    run.stoppedEarly = m_checkpoints.endsThere();
    for (; !run.stoppedEarly && m_at.epoch <= m_options.epochs; m_at = {.epoch = m_at.epoch + 1}) {
        if (!runEpoch(run)) {
            keepState(run);
            if (m_context.isCancelled())
                return Error{ErrorCode::Cancelled, {}};
            run.stoppedEarly = true;
            break;
        }
        const Result<bool> goesOn = endEpoch(run);
        if (!goesOn)
            return goesOn.error();
        if (m_snapshotEpochs > 0 && m_failure == Failure::None && m_at.epoch % m_snapshotEpochs == 0)
            m_onSnapshot(run);
        if (!*goesOn)
            break;
    }
    const bool keepsLast = m_failure == Failure::None && m_options.patience == 0;
    if (keepsLast || m_best.empty()) // the latter: a validation score that is never defined
        run.bestEpoch = run.history.empty() ? 0 : run.history.back().epoch;
    if (m_failure != Failure::None)
        run.warnings.emplace_back(m_failure == Failure::NotFinite  ? endedNotFinite
                                  : m_failure == Failure::Exploded ? endedExploded
                                                                   : endedCollapsed);
    if (!keepsLast)
        restoreWeights();
    warn(run);
    return {};
}

} // namespace pathgan
