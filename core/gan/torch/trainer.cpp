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
constexpr double leastSeparation = 1e-3;
constexpr double fewKnown = 0.5; // of the gradients to match
constexpr std::uint64_t batchStream = 2, gradientStream = 3, validationStream = 4;

constexpr const char *warnExploded = marked("Core", "Critic loss exceeds 1e6: no Lipschitz control");
constexpr const char *warnCollapse = marked("Core", "Mode collapse: predictions hardly vary between samples");
constexpr const char *warnDiverged =
    marked("Core", "Training diverged and was ended: the network is that of the best epoch so far");
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

Trainer::Trainer(const TrainingSet &set, const TaskContext &context, const GanEpochCallback &onEpoch)
    : m_set(set), m_options(set.frame.options), m_context(context), m_onEpoch(onEpoch),
      m_random(set.frame.options.seed, batchStream), m_gradientRandom(set.frame.options.seed, gradientStream)
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

void Trainer::criticStep(const std::vector<std::size_t> &batch, Sums &sums)
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
        sums.penalty += penalty.item<double>();
    }
    total.backward();
    m_criticOptimizer->step();
    if (m_options.lipschitz == Lipschitz::WeightClipping) {
        const torch::NoGradGuard noGradient;
        for (auto &parameter : m_critic->parameters())
            parameter.clamp_(-clipBound, clipBound);
    }
    sums.critic += loss.item<double>();
    ++sums.criticSteps;
}

void Trainer::generatorStep(const std::vector<std::size_t> &batch, Sums &sums)
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
    sums.generator += objective.adversarial.item<double>();
    sums.gradient += task ? objective.gradient.item<double>() : 0;
    ++sums.generatorSteps;
}

/// False when a stop was asked for.
bool Trainer::runEpoch(Sums &sums)
{
    m_generator->train();
    m_critic->train();
    for (const auto &batch : epochBatches()) {
        if (m_context.shouldStop())
            return false;
        for (int step = 0; step < m_options.criticSteps; ++step) {
            if (m_context.shouldStop())
                return false;
            // Further steps see batches of their own; the last sees the generator's, as the paper's only one.
            criticStep(step + 1 < m_options.criticSteps ? randomBatch(batch.size()) : batch, sums);
        }
        generatorStep(batch, sums);
    }
    return true;
}

void Trainer::validate(GanEpoch &epoch) const
{
    m_averaged->eval();
    const torch::NoGradGuard noGradient;
    const MatrixF predicted = toMatrix(m_averaged->forward(toTensor(m_validationX), false).y);
    epoch.validationPearson = predicted.allFinite() ? scoreStandardised(m_validationY, predicted).pearson
                                                    : std::numeric_limits<double>::quiet_NaN();
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

void Trainer::copyToAverage()
{
    const torch::NoGradGuard noGradient;
    const auto from = m_generator->parameters(), to = m_averaged->parameters();
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i].copy_(from[i]);
}

void Trainer::keepWeights()
{
    m_best.clear();
    for (const auto &parameter : m_averaged->parameters())
        m_best.push_back(parameter.detach().clone());
}

void Trainer::restoreWeights()
{
    const torch::NoGradGuard noGradient;
    const auto parameters = m_averaged->parameters();
    for (std::size_t i = 0; i < m_best.size(); ++i)
        parameters[i].copy_(m_best[i]);
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

Result<void> Trainer::train(GanRun &run)
{
    copyToAverage();
    double best = -2;
    bool diverged = false;
    for (int number = 1; number <= m_options.epochs; ++number) {
        Sums sums;
        if (!runEpoch(sums)) {
            if (m_context.isCancelled())
                return Error{ErrorCode::Cancelled, {}};
            run.stoppedEarly = true;
            break;
        }
        GanEpoch epoch;
        epoch.epoch = number;
        epoch.generatorLoss = sums.generator / std::max(1, sums.generatorSteps);
        epoch.criticLoss = sums.critic / std::max(1, sums.criticSteps);
        epoch.gradientPenalty = sums.penalty / std::max(1, sums.criticSteps);
        epoch.wasserstein = -epoch.criticLoss;
        epoch.gradientLoss = sums.gradient / std::max(1, sums.generatorSteps);
        validate(epoch);
        validateGradient(epoch);
        if (!isFinite(epoch) && m_best.empty())
            return Error{ErrorCode::Diverged, "epoch " + std::to_string(number)};
        if (!isFinite(epoch)) {
            diverged = true;
            break;
        }
        run.history.push_back(epoch);
        if (m_onEpoch)
            m_onEpoch(epoch);
        m_context.report(marked("Core", "Training"), number, m_options.epochs);
        if (hasExploded(epoch)) {
            diverged = true;
            break;
        }
        if (m_options.patience == 0) { // kept for the case that the next one diverges
            run.bestEpoch = number;
            keepWeights();
            continue;
        }
        if (epoch.validationPearson > best) {
            best = epoch.validationPearson;
            run.bestEpoch = number;
            keepWeights();
        } else if (number - run.bestEpoch >= m_options.patience) {
            break;
        }
    }
    if (m_best.empty()) // no patience, or a validation r that is never defined
        run.bestEpoch = run.history.empty() ? 0 : run.history.back().epoch;
    if (diverged)
        run.warnings.emplace_back(warnDiverged);
    if (diverged || m_options.patience > 0)
        restoreWeights();
    warn(run);
    return {};
}

} // namespace pathgan
