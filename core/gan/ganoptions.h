// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optiontable.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace pathgan {

enum class GanPreset { Paper, Recommended, Quick };
enum class GeneratorKind {
    PathwayTokens,      ///< one token a gene set, attention between them
    ProjectedAttention, ///< the paper's formula over the samples, genes projected to 256
};
enum class DiscriminatorKind {
    ReactionGraph, ///< one graph a sample, nodes are reactions, mean pool
    BatchKnn,      ///< one graph a batch, nodes are samples, k nearest
};
enum class Lipschitz { None, WeightClipping, GradientPenalty };
enum class TargetScale { AsIs, Log10 };
enum class StopMetric { Pearson, Mse }; ///< of the validation samples, on the trained scale

struct GanOptions
{
    GanPreset preset = GanPreset::Recommended;
    GeneratorKind generator = GeneratorKind::PathwayTokens;
    int tokenSize = 64; ///< d
    int heads = 4;
    int hidden = 256;
    int projection = 256; ///< projected attention: width
    int noiseDim = 0;     ///< standard normal inputs beside the genes; 0: none
    int genes = 20'000;   ///< most variable on the training samples
    int minimumSetSize = 5;
    DiscriminatorKind discriminator = DiscriminatorKind::ReactionGraph;
    int neighbours = 5;
    int channels = 64;
    Lipschitz lipschitz = Lipschitz::GradientPenalty;
    double penaltyWeight = 10; ///< λ
    int criticSteps = 2;       ///< for each of the generator; 0: no critic, trained on pairs alone
    double learningRate = 3e-3, beta1 = 0, beta2 = 0.9;
    int batchSize = 32;
    int batchesPerEpoch = 0;     ///< 0: a full pass
    double pairedWeight = 50;    ///< λ_p of mean|ŷ − y|
    double weightAverage = 0.99; ///< decay a step of the moving average of the generator's weights; 0: none
    double tokenDropout = 0.5;   ///< share of the tokens' numbers dropped while training
    /// The generator's rate × 64/fan-in where a layer has more than 64 inputs, so that wide layers do not
    /// jump.
    bool scaledRates = true;
    /// λ of gradient matching (Czarnecki et al. 2017), relative to pairedWeight; 0: none.
    double gradientWeight = 5;
    bool bottleneckHead = true;      ///< predict with the training samples' dual solutions
    double bottleneckSharpness = 30; ///< of the soft minimum over them, 1 / temperature
    bool strictScores = false;       ///< score maxima from training samples only
    std::string testCohort;          ///< its samples are the test set; empty: by share
    static constexpr int mostEpochs = 1'000'000;
    int epochs = 100;  ///< 1 to mostEpochs
    int patience = 30; ///< epochs without a better stopMetric before the end; 0: none
    StopMetric stopMetric = StopMetric::Pearson;
    TargetScale targetScale = TargetScale::Log10;
    double trainShare = 0.70, validationShare = 0.15; ///< the rest is the test set
    std::uint64_t seed = 1;

    static GanOptions fromPreset(GanPreset preset);
    /// Setting `preset` sets every other field but the seed.
    static const OptionTable &table();
    Result<void> check() const;
};

const char *presetName(GanPreset preset); ///< "paper", "recommended", "quick"

} // namespace pathgan
