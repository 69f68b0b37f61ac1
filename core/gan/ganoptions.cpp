// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/ganoptions.h"

#include "core/base/optionentries.h"

#include <string>

namespace pathgan {

namespace {

constexpr EnumWord<GanPreset> presetWords[] = {
    {GanPreset::Paper, "paper"}, {GanPreset::Recommended, "recommended"}, {GanPreset::Quick, "quick"}};
constexpr EnumWord<GeneratorKind> generatorWords[] = {{GeneratorKind::PathwayTokens, "pathway"},
                                                      {GeneratorKind::ProjectedAttention, "paper"}};
constexpr EnumWord<DiscriminatorKind> discriminatorWords[] = {{DiscriminatorKind::ReactionGraph, "reactions"},
                                                              {DiscriminatorKind::BatchKnn, "batch-knn"}};
constexpr EnumWord<Lipschitz> lipschitzWords[] = {
    {Lipschitz::None, "none"}, {Lipschitz::WeightClipping, "clip"}, {Lipschitz::GradientPenalty, "penalty"}};
constexpr EnumWord<TargetScale> targetScaleWords[] = {{TargetScale::AsIs, "as-is"},
                                                      {TargetScale::Log10, "log10"}};
constexpr EnumWord<StopMetric> stopMetricWords[] = {{StopMetric::Pearson, "r"}, {StopMetric::Mse, "mse"}};

GanOptions paperOptions()
{
    GanOptions options;
    options.preset = GanPreset::Paper;
    options.generator = GeneratorKind::ProjectedAttention;
    options.discriminator = DiscriminatorKind::BatchKnn;
    options.lipschitz = Lipschitz::None;
    options.criticSteps = 1;
    options.learningRate = 2e-4;
    options.beta1 = 0.5;
    options.beta2 = 0.999;
    options.batchesPerEpoch = 1;
    options.pairedWeight = 0;
    options.gradientWeight = 0;
    options.weightAverage = 0;
    options.tokenDropout = 0;
    options.scaledRates = false;
    options.bottleneckHead = false;
    options.patience = 0;
    options.targetScale = TargetScale::AsIs;
    return options;
}

GanOptions quickOptions()
{
    GanOptions options;
    options.preset = GanPreset::Quick;
    options.tokenSize = 32;
    options.gradientWeight = 0;
    options.hidden = 128;
    options.genes = 2'000;
    options.channels = 32;
    options.criticSteps = 2;
    options.epochs = 30;
    options.patience = 10;
    return options;
}

} // namespace

GanOptions GanOptions::fromPreset(GanPreset preset)
{
    switch (preset) {
    case GanPreset::Paper:
        return paperOptions();
    case GanPreset::Quick:
        return quickOptions();
    case GanPreset::Recommended:
        break;
    }
    return {};
}

namespace {

constexpr double justBelowOne = 1 - 1e-9;

OptionTable::Entry presetEntry()
{
    OptionTable::Entry entry = option("preset", &GanOptions::preset, presetWords,
                                      "network preset; other keys change single fields of it");
    entry.fields.front().set = [](void *options, const OptionValue &value) {
        auto &gan = *static_cast<GanOptions *>(options);
        if (const Result<GanPreset> preset = fromWord(presetWords, std::get<std::string>(value)); preset) {
            const std::uint64_t seed = gan.seed;
            gan = GanOptions::fromPreset(*preset);
            gan.seed = seed;
        }
    };
    return entry;
}

OptionTable ganTable()
{
    using O = GanOptions;
    return {
        presetEntry(), // before the fields that it sets
        option("generator", &O::generator, generatorWords, "architecture of the generator"),
        option("token_size", &O::tokenSize, {1, 4096}, "width of a pathway token"),
        option("heads", &O::heads, {1, 64}, "attention heads"),
        option("hidden", &O::hidden, {1, 65'536}, "hidden units of the output network"),
        option("projection", &O::projection, {1, 8192}, "projected attention: width of the projected genes"),
        option("noise_dim", &O::noiseDim, {0, 4096},
               "standard normal inputs beside the genes; 0: none, fluxes are a function of expression alone"),
        option("genes", &O::genes, {1, 1'000'000}, "most variable genes, chosen on training samples"),
        option("token_genes", &O::minimumSetSize, {1, 1'000'000},
               "measured genes that a gene set must have to be a pathway token"),
        option("discriminator", &O::discriminator, discriminatorWords, "graph of the critic"),
        option("neighbours", &O::neighbours, {1, 10'000},
               "nearest samples joined in the critic's batch graph"),
        option("channels", &O::channels, {1, 4096}, "channels of the critic"),
        option("lipschitz", &O::lipschitz, lipschitzWords, "how the critic is kept Lipschitz"),
        option("penalty_weight", &O::penaltyWeight, {0, 1e6}, "", "weight of the gradient penalty"),
        option("critic_steps", &O::criticSteps, {0, 100},
               "critic steps for each generator step; 0: no critic, pairs alone"),
        option("learning_rate", &O::learningRate, {0, 1, true}, "", "of Adam"),
        option("beta1", &O::beta1, {0, justBelowOne}, "", "Adam: decay of the mean gradient"),
        option("beta2", &O::beta2, {0, justBelowOne}, "", "Adam: decay of the mean squared gradient"),
        option("batch_size", &O::batchSize, {2, 1'000'000}, "samples in a step"),
        option("batches_per_epoch", &O::batchesPerEpoch, {0, 1'000'000},
               "0: a full pass over the training samples"),
        option("paired_weight", &O::pairedWeight, {0, 1e6}, "", "weight of mean |prediction - target|"),
        option("weight_average", &O::weightAverage, {0, justBelowOne}, "",
               "decay a step of the moving average of the generator's weights; 0: none"),
        option("token_dropout", &O::tokenDropout, {0, justBelowOne}, "",
               "share of the tokens' numbers dropped while training"),
        option("scaled_rates", &O::scaledRates, "the generator's rate follows the width of a layer"),
        option("gradient_weight", &O::gradientWeight, {0, 1e6}, "",
               "gradient matching, relative to paired_weight; 0: none"),
        option("bottleneck_head", &O::bottleneckHead,
               "predict with the dual solutions of the training samples"),
        option("bottleneck_sharpness", &O::bottleneckSharpness, {0, 1e6, true}, "",
               "of the soft minimum over the training samples"),
        option("strict_scores", &O::strictScores,
               "greatest scores of the bottleneck head from training samples only"),
        option("test_cohort", &O::testCohort, "cohort", "its samples are the test set; empty: by share"),
        option("epochs", &O::epochs, {1, O::mostEpochs}, "training ends after so many at the latest"),
        option("patience", &O::patience, {0, O::mostEpochs},
               "epochs without a better validation score before the end; 0: never"),
        option("stop_metric", &O::stopMetric, stopMetricWords,
               "validation score by which patience ends training and the best epoch is kept"),
        option("target_scale", &O::targetScale, targetScaleWords,
               "scale of the targets before standardising"),
        option("train_share", &O::trainShare, {0, justBelowOne, true}, "", "of the patients"),
        option("validation_share", &O::validationShare, {0, justBelowOne, true}, "",
               "of the patients; the rest is the test set"),
        option("seed", &O::seed, {}, "of split, initial weights and batches"),
    };
}

} // namespace

const OptionTable &GanOptions::table()
{
    static const OptionTable all = ganTable();
    return all;
}

Result<void> GanOptions::check() const
{
    if (Result<void> checked = ConstOptionsRef(*this).check(); !checked)
        return checked;
    const auto bad = [](const char *key, const char *why) {
        return Error{ErrorCode::InvalidOption, std::string(key) + ": " + why};
    };
    if (tokenSize % heads != 0)
        return bad("token_size", "no multiple of heads");
    if (projection % heads != 0)
        return bad("projection", "no multiple of heads");
    if (criticSteps == 0 && pairedWeight == 0)
        return bad("critic_steps", "without a critic the generator learns from pairs: paired_weight is 0");
    if (trainShare + validationShare >= 1)
        return bad("train_share", "nothing is left for the test set");
    return {};
}

const char *presetName(GanPreset preset)
{
    return wordOf(presetWords, preset);
}

} // namespace pathgan
