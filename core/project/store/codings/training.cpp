// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/gan.h"

#include "core/base/marked.h"
#include "core/project/store/codings/common_p.h"

namespace pathgan {

template <class Archive, Is<GanEpoch> Value>
void describe(Archive &a, Value &epoch)
{
    a.fields(epoch, epoch.epoch, epoch.generatorLoss, epoch.criticLoss, epoch.gradientPenalty,
             epoch.wasserstein, epoch.validationPearson, epoch.validationMse, epoch.gradientLoss,
             epoch.validationGradientError, epoch.validationGradientRatio);
}
template <class Archive, Is<FitScores> Value>
void describe(Archive &a, Value &fit)
{
    a.fields(fit, fit.r2, fit.slope, fit.intercept, fit.rmse, fit.wasserstein, fit.spreadRatio, fit.outside);
}
template <class Archive, Is<HeldOut> Value>
void describe(Archive &a, Value &scores)
{
    a.fields(scores, scores.pearson, scores.pearsonPlain, scores.pearsonWithin, scores.mse, scores.byReaction,
             scores.constantReactions, scores.fit, scores.fitByReaction);
}
template <class Archive, Is<Baselines> Value>
void describe(Archive &a, Value &baselines)
{
    a.fields(baselines, baselines.ridge, baselines.nearest, baselines.meanOnly, baselines.ruleRidge,
             baselines.cohortMean, baselines.shuffled);
}
template <class Archive, Is<SampleBottleneck::Tumour> Value>
void describe(Archive &a, Value &tumour)
{
    a.fields(tumour, tumour.sample, tumour.weight);
}
template <class Archive, Is<SampleBottleneck::Limit> Value>
void describe(Archive &a, Value &limit)
{
    a.fields(limit, limit.bound, limit.elasticity, limit.gene);
}
template <class Archive, Is<SampleBottleneck> Value>
void describe(Archive &a, Value &bottleneck)
{
    a.fields(bottleneck, bottleneck.tumours, bottleneck.limits);
}

template <class Archive, Is<PathwayAttention> Value>
void describe(Archive &a, Value &attention)
{
    a.fields(attention, attention.samples, attention.tokens, attention.received, attention.pairs,
             attention.byHead);
}
bool isSound(const PathwayAttention &attention)
{
    const std::size_t samples = attention.samples.size(), tokens = attention.tokens.size();
    return isOfShapeOrEmpty(attention.received, samples, tokens) &&
           isOfShapeOrEmpty(attention.pairs, samples, tokens * tokens) &&
           std::all_of(attention.byHead.begin(), attention.byHead.end(),
                       [tokens](const MatrixD &head) { return isOfShape(head, tokens, tokens); });
}
PATHGAN_CODING(PathwayAttention, "attention")

/// A network is its own file.
template <>
const Coding &codingOf<TrainedNetwork>()
{
    static const Coding coding{"network",
                               [](Encoder &to, const void *value) {
                                   const Result<std::string> bytes =
                                       static_cast<const TrainedNetwork *>(value)->encoded();
                                   if (bytes)
                                       to.text(*bytes);
                                   else
                                       to.fail(bytes.error());
                               },
                               [](Decoder &from) -> std::shared_ptr<const void> {
                                   std::string bytes = from.text();
                                   if (!from.isAtEnd())
                                       return nullptr;
                                   Result<GanRun> run = decodeNetwork(std::move(bytes), "network");
                                   if (run)
                                       return std::move(run->network);
                                   from.fail(run.error());
                                   return nullptr;
                               },
                               nullptr};
    return coding;
}

template <class Archive, Is<GanRun> Value>
void describe(Archive &a, Value &run)
{
    a.fields(run, run.options, run.history, run.network, run.samples, run.reactions, run.predicted,
             run.trainSamples, run.validationSamples, run.testSamples, run.attention, run.bottlenecks,
             run.test, run.networkAlone, run.headAlone, run.networkShare, run.baselines, run.bestEpoch,
             run.stoppedEarly, run.warnings, run.inputHashes);
}
namespace {

/// What bottlenecks point to lies in the network.
bool speakOf(const std::vector<SampleBottleneck> &bottlenecks, const BottleneckRecord &record)
{
    const auto isWithin = [](int index, std::size_t size) {
        return index >= 0 && static_cast<std::size_t>(index) < size;
    };
    return std::all_of(bottlenecks.begin(), bottlenecks.end(), [&](const SampleBottleneck &one) {
        return std::all_of(
                   one.tumours.begin(), one.tumours.end(),
                   [&](const auto &tumour) { return isWithin(tumour.sample, record.samples.size()); }) &&
               std::all_of(one.limits.begin(), one.limits.end(), [&](const auto &limit) {
                   return isWithin(limit.bound, record.duals.bounds.size()) &&
                          (limit.gene == -1 || isWithin(limit.gene, record.duals.genes.size()));
               });
    });
}

} // namespace
bool isSound(const GanRun &run)
{
    const std::size_t samples = run.samples.size(), reactions = run.reactions.size();
    const BottleneckHead *head = run.network ? run.network->bottleneck() : nullptr;
    return isOfShapeOrEmpty(run.predicted, samples, reactions) && areWithin(run.trainSamples, samples) &&
           areWithin(run.validationSamples, samples) && areWithin(run.testSamples, samples) &&
           areOfSizeOrEmpty(reactions, run.networkShare, run.test.byReaction, run.test.fitByReaction) &&
           areOfSizeOrEmpty(samples * reactions, run.bottlenecks) &&
           (run.bottlenecks.empty() || (head && speakOf(run.bottlenecks, head->record())));
}
Scores scoresOf(const GanRun &run)
{
    return {{marked("Core", "test Pearson r"), run.test.pearson},
            {marked("Core", "test Pearson r within cohort"), run.test.pearsonWithin},
            {marked("Core", "best epoch"), run.bestEpoch}};
}
PATHGAN_CODING(GanRun, "training")

} // namespace pathgan
