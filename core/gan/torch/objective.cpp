// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/torch/objective_p.h"

namespace pathgan {

GeneratorObjective generatorObjective(Generator &generator, Critic &critic, const torch::Tensor &x,
                                      const torch::Tensor &y, const GanOptions &options,
                                      const GradientTask *task)
{
    const auto output = generator.forward(x, true);
    GeneratorObjective out;
    out.adversarial = options.criticSteps > 0 ? generatorLoss(critic.score(output.y))
                                              : torch::zeros({}, output.y.options());
    out.total = out.adversarial;
    if (options.pairedWeight > 0) {
        out.paired = (output.y - y).abs().mean();
        out.total = out.total + options.pairedWeight * out.paired;
    }
    if (task) {
        out.gradient = generator.gradientError(output, *task);
        out.total = out.total + options.pairedWeight * options.gradientWeight * out.gradient;
    }
    return out;
}

} // namespace pathgan
