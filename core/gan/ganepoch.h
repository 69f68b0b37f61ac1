// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace pathgan {

/// One point of the live curves.
struct GanEpoch
{
    int epoch = 0;                            ///< from 1
    double generatorLoss = 0, criticLoss = 0; ///< as the paper prints them, without penalty and paired term
    double gradientPenalty = 0;               ///< mean of (‖∇D‖₂ − 1)², unweighted; 0 without
    double wasserstein = 0;                   ///< mean D(real) − mean D(fake)
    double validationPearson = 0; ///< mean over reactions, on the trained scale; NaN when undefined
    double validationMse = 0;     ///< on the trained scale
    // Gradient matching: ‖∂(v·ŷ)/∂x − ∂(v·y)/∂x‖², everything standardised, v ~ N(0, I)/√M by sample.
    double gradientLoss = 0;            ///< mean over the training batches, unweighted; 0 without
    double validationGradientError = 0; ///< mean over the validation samples; 0 without
    double validationGradientRatio = 0; ///< of that error to the one of a gradient of 0; 0 without
};
using GanEpochCallback = std::function<void(const GanEpoch &)>;

} // namespace pathgan
