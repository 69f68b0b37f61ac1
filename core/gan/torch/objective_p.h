// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/torch/critic_p.h"
#include "core/gan/torch/generator_p.h"

namespace pathgan {

/// Loss of one generator step and its parts.
struct GeneratorObjective
{
    torch::Tensor total;       ///< adversarial + λ_p · (paired + λ · gradient)
    torch::Tensor adversarial; ///< −mean D(ŷ)
    torch::Tensor paired;      ///< mean |ŷ − y|; undefined without
    torch::Tensor gradient;    ///< Generator::gradientError; undefined without
};
/// task: null without gradient matching.
GeneratorObjective generatorObjective(Generator &generator, Critic &critic, const torch::Tensor &x,
                                      const torch::Tensor &y, const GanOptions &options,
                                      const GradientTask *task);

} // namespace pathgan
