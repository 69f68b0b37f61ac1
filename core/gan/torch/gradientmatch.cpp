// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/torch/gradientmatch_p.h"

#include <cmath>

namespace pathgan {

namespace {

template <class Real>
Real *rowOf(torch::Tensor &matrix, std::int64_t row)
{
    return matrix.data_ptr<Real>() + row * matrix.size(1);
}

template <class Real>
void scatterAdd(torch::Tensor &to, torch::Tensor &part, const std::vector<int> &genes)
{
    for (std::int64_t row = 0; row < to.size(0); ++row) {
        Real *out = rowOf<Real>(to, row);
        const Real *in = rowOf<Real>(part, row);
        for (std::size_t k = 0; k < genes.size(); ++k)
            out[genes[k]] += in[k];
    }
}

template <class Real>
void gather(torch::Tensor &from, torch::Tensor &part, const std::vector<int> &genes)
{
    for (std::int64_t row = 0; row < from.size(0); ++row) {
        const Real *in = rowOf<Real>(from, row);
        Real *out = rowOf<Real>(part, row);
        for (std::size_t k = 0; k < genes.size(); ++k)
            out[k] = in[genes[k]];
    }
}

/// The genes' gradients exist only inside: forward leaves 2/batch · (gradient − truth), backward makes of it
/// what the slopes and every W_p get.
class TokenGradientError : public torch::autograd::Function<TokenGradientError>
{
public:
    static torch::Tensor forward(torch::autograd::AutogradContext *context, const torch::Tensor &slopes,
                                 torch::TensorList weights, const std::vector<std::vector<int>> *tokenGenes,
                                 std::int64_t genes, const GradientTask *task)
    {
        const auto batch = slopes.size(0);
        auto error = torch::zeros({batch, genes}, slopes.options());
        for (std::size_t p = 0; p < weights.size(); ++p) {
            auto part = slopes.select(1, static_cast<std::int64_t>(p)).matmul(weights[p].t());
            AT_DISPATCH_FLOATING_TYPES(error.scalar_type(), "scatterAdd",
                                       [&] { scatterAdd<scalar_t>(error, part, (*tokenGenes)[p]); });
        }
        AT_DISPATCH_FLOATING_TYPES(error.scalar_type(), "truth", [&] {
            for (const auto &[row, gene, slope] : task->truth)
                rowOf<scalar_t>(error, row)[gene] -= static_cast<scalar_t>(slope);
        });
        const auto sum = error.square().sum() / batch;
        context->save_for_backward({slopes});
        context->saved_data["weights"] = weights.vec();
        context->saved_data["genes"] = reinterpret_cast<std::int64_t>(tokenGenes);
        context->saved_data["error"] = error.mul_(2.0 / static_cast<double>(batch));
        return sum;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                   torch::autograd::variable_list outer)
    {
        const auto slopes = context->get_saved_variables()[0];
        const auto weights = context->saved_data["weights"].toTensorVector();
        const auto &tokenGenes =
            *reinterpret_cast<const std::vector<std::vector<int>> *>(context->saved_data["genes"].toInt());
        auto error = context->saved_data["error"].toTensor() * outer[0];
        auto toSlopes = torch::empty_like(slopes);
        torch::autograd::variable_list out{toSlopes};
        for (std::size_t p = 0; p < weights.size(); ++p) {
            const auto position = static_cast<std::int64_t>(p);
            auto part = torch::empty({error.size(0), weights[p].size(0)}, error.options());
            AT_DISPATCH_FLOATING_TYPES(error.scalar_type(), "gather",
                                       [&] { gather<scalar_t>(error, part, tokenGenes[p]); });
            toSlopes.select(1, position).copy_(part.matmul(weights[p]));
            out.push_back(part.t().matmul(slopes.select(1, position)));
        }
        out.insert(out.end(), 3, torch::Tensor());
        return out;
    }
};

} // namespace

GradientTask gradientTask(const TargetGradients &gradients, const std::vector<int> &samples, Random &random)
{
    const auto outputs = static_cast<std::int64_t>(gradients.reactions());
    GradientTask task;
    task.combination = torch::zeros({static_cast<std::int64_t>(samples.size()), outputs});
    const double scale = 1 / std::sqrt(static_cast<double>(outputs));
    for (std::size_t row = 0; row < samples.size(); ++row) {
        const auto sample = static_cast<std::size_t>(samples[row]);
        float *combination = rowOf<float>(task.combination, static_cast<std::int64_t>(row));
        for (std::size_t reaction = 0; reaction < gradients.reactions(); ++reaction) {
            const auto v = static_cast<float>(scale * random.normal()); // drawn whether known or not
            if (!gradients.isKnown(sample, reaction))
                continue;
            combination[reaction] = v;
            for (const auto &slope : gradients.of(sample, reaction))
                task.truth.push_back({static_cast<int>(row), slope.gene,
                                      static_cast<double>(v) * static_cast<double>(slope.value)});
        }
    }
    return task;
}

torch::Tensor denseTruth(const GradientTask &task, const torch::Tensor &like)
{
    auto out = torch::zeros(like.sizes(), like.options().requires_grad(false));
    AT_DISPATCH_FLOATING_TYPES(out.scalar_type(), "truth", [&] {
        for (const auto &[row, gene, slope] : task.truth)
            rowOf<scalar_t>(out, row)[gene] += static_cast<scalar_t>(slope);
    });
    return out;
}

torch::Tensor combinationSlopes(const torch::Tensor &y, const torch::Tensor &linear, const GradientTask &task)
{
    return torch::autograd::grad({(task.combination * y).sum()}, {linear}, {}, true, true)[0];
}

torch::Tensor tokenGradientError(const torch::Tensor &slopes, const std::vector<torch::Tensor> &weights,
                                 const std::vector<std::vector<int>> &tokenGenes, std::int64_t genes,
                                 const GradientTask &task)
{
    return TokenGradientError::apply(slopes.contiguous(), torch::TensorList(weights), &tokenGenes, genes,
                                     &task);
}

} // namespace pathgan
