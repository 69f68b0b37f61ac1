#pragma once

#include <cstddef>
#include <vector>

namespace pathgan {

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
};

/// Ridge on all genes (penalty chosen on validation), mean of the 10 nearest samples, training mean.
struct Baselines
{
    HeldOut ridge, nearest, meanOnly;
};

} // namespace pathgan
