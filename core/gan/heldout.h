// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

namespace pathgan {

/// How far predictions are from the truth, on the scale trained on (log10 of mmol/gDW/h, or mmol/gDW/h). NaN
/// where undefined.
struct FitScores
{
    static constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
    double r2 = undefined; ///< 1 − Σ(y − ŷ)² / Σ(y − mean)²; below 0: worse than the mean
    double slope = undefined, intercept = undefined;  ///< truth = slope · prediction + intercept
    double rmse = undefined, wasserstein = undefined; ///< in units of the scale
    double spreadRatio = undefined;                   ///< sd of the predictions / sd of the truth
    /// Share of predictions below 0 or above what the reaction can carry, mmol/gDW/h.
    double outside = undefined;
};

/// Correlation of prediction and target on held-out samples.
struct HeldOut
{
    double pearson = 0;       ///< mean over reactions, on the scale trained on
    double pearsonPlain = 0;  ///< on mmol/gDW/h
    double pearsonWithin = 0; ///< truth and prediction centred within cohort; NaN without labels
    double mse = 0;           ///< on the scale trained on
    std::vector<double>
        byReaction; ///< Pearson r; NaN where the truth is constant, 0 where only the prediction
    std::size_t constantReactions = 0; ///< whose truth is constant here: left out of the means
    FitScores fit;                     ///< mean of what is defined
    std::vector<FitScores> fitByReaction;
};

/// Ridge on all genes (penalty chosen on validation), mean of the 10 nearest samples, training mean.
struct Baselines
{
    HeldOut ridge, nearest, meanOnly;
    std::optional<HeldOut> ruleRidge;  ///< ridge on the scores of gene rules
    std::optional<HeldOut> cohortMean; ///< training mean of the sample's label, of all where it has none
    std::optional<HeldOut> shuffled;   ///< ridge on all genes, taught with the targets of other samples
};

} // namespace pathgan
