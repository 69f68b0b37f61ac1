#include "core/gan/ganoptions.h"

#include <array>
#include <utility>

namespace pathgan {

namespace {

constexpr std::array<std::pair<GanPreset, const char *>, 3> presetNames{{
    {GanPreset::Paper, "paper"},
    {GanPreset::Recommended, "recommended"},
    {GanPreset::Quick, "quick"},
}};

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
    options.weightAverage = 0;
    options.tokenDropout = 0;
    options.scaledRates = false;
    options.patience = 0;
    options.targetScale = TargetScale::AsIs;
    return options;
}

GanOptions quickOptions()
{
    GanOptions options;
    options.preset = GanPreset::Quick;
    options.tokenSize = 32;
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

Result<void> GanOptions::check() const
{
    const auto bad = [](const char *field) { return Error{ErrorCode::InvalidOption, field}; };
    if (heads < 1 || heads > 64)
        return bad("heads");
    if (tokenSize < 1 || tokenSize > 4096 || tokenSize % heads != 0)
        return bad("tokenSize");
    if (projection < 1 || projection > 8192 || projection % heads != 0)
        return bad("projection");
    if (hidden < 1 || hidden > 65'536)
        return bad("hidden");
    if (genes < 1)
        return bad("genes");
    if (minimumSetSize < 1)
        return bad("minimumSetSize");
    if (neighbours < 1)
        return bad("neighbours");
    if (channels < 1 || channels > 4096)
        return bad("channels");
    if (!(penaltyWeight >= 0) || penaltyWeight > 1e6)
        return bad("penaltyWeight");
    if (criticSteps < 1 || criticSteps > 100)
        return bad("criticSteps");
    if (!(learningRate > 0 && learningRate <= 1))
        return bad("learningRate");
    if (!(beta1 >= 0 && beta1 < 1))
        return bad("beta1");
    if (!(beta2 >= 0 && beta2 < 1))
        return bad("beta2");
    if (batchSize < 2)
        return bad("batchSize");
    if (batchesPerEpoch < 0)
        return bad("batchesPerEpoch");
    if (!(pairedWeight >= 0) || pairedWeight > 1e6)
        return bad("pairedWeight");
    if (!(weightAverage >= 0 && weightAverage < 1))
        return bad("weightAverage");
    if (!(tokenDropout >= 0 && tokenDropout < 1))
        return bad("tokenDropout");
    if (epochs < 1 || epochs > mostEpochs)
        return bad("epochs");
    if (patience < 0)
        return bad("patience");
    if (!(trainShare > 0 && validationShare > 0 && trainShare + validationShare < 1))
        return bad("trainShare");
    return {};
}

const char *presetName(GanPreset preset)
{
    for (const auto &[value, name] : presetNames)
        if (value == preset)
            return name;
    return "";
}

Result<GanPreset> presetFromName(std::string_view name)
{
    for (const auto &[value, text] : presetNames)
        if (name == text)
            return value;
    return Error{ErrorCode::InvalidOption, std::string(name)};
}

} // namespace pathgan
