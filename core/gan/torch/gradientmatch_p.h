// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/gan/targetgradients.h"
#include "core/gan/torch/torch_p.h"

#include <vector>

namespace pathgan {

/// What gradient matching asks of a batch (Czarnecki et al. 2017, "Sobolev training", with one random
/// combination of the outputs a sample).
struct GradientTask
{
    struct Truth
    {
        int row = 0, gene = 0; ///< sample of the batch, column of x
        double slope = 0;
    };
    torch::Tensor combination; ///< v ~ N(0, I)/√M: [batch, outputs]; 0 where the truth is not known
    std::vector<Truth> truth;  ///< vᵀG, may name a gene of a row more than once
};
GradientTask gradientTask(const TargetGradients &gradients, const std::vector<int> &samples, Random &random);

/// vᵀG as a matrix like x.
torch::Tensor denseTruth(const GradientTask &task, const torch::Tensor &like);
/// ∂(Σ v·y)/∂linear, differentiable where gradients are enabled.
torch::Tensor combinationSlopes(const torch::Tensor &y, const torch::Tensor &linear,
                                const GradientTask &task);
/// mean_s ‖Σ_p W_p slopes_p − truth‖² over all genes, with W_p genes × d and slopes [batch, tokens, d].
torch::Tensor tokenGradientError(const torch::Tensor &slopes, const std::vector<torch::Tensor> &weights,
                                 const std::vector<std::vector<int>> &tokenGenes, std::int64_t genes,
                                 const GradientTask &task);

} // namespace pathgan
