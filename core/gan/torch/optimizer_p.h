// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/ganoptions.h"
#include "core/gan/torch/statestream_p.h"

#include <memory>
#include <vector>

namespace pathgan {

/// Adam (Kingma & Ba 2015), or RMSprop under weight clipping, over one network's parameters.
class NetworkOptimizer
{
public:
    /// scaled: rates follow the width of a layer. average: a network of the same shape, or null.
    NetworkOptimizer(const torch::nn::Module &module, const GanOptions &options, bool scaled,
                     const torch::nn::Module *average = nullptr);
    /// Forgets the gradients.
    void zeroGradients();
    /// One step; then the average moves (1 − decay) of the way to the parameters.
    void step(double decay = 0);
    /// Moments and numbers of steps; weights and average are the networks'. Throws c10::Error.
    void passState(StateStream &stream);

private:
    struct Part
    {
        torch::Tensor weights, average;
        torch::Tensor mean, square; ///< of the gradients; mean stays undefined where beta1 is 0
        double rate = 0;
        int steps = 0;
    };
    void adam(Part &part, double decay) const;

    std::vector<Part> m_parts;
    double m_beta1, m_beta2;
    std::unique_ptr<torch::optim::Optimizer> m_rmsprop; ///< null: Adam
};

} // namespace pathgan
