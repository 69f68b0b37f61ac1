// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/torch/edgekernel_p.h"
#include "core/gan/torch/graph_p.h"

#include <type_traits>

namespace pathgan {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

template <class Real>
EdgeLayer<Real> layerOf(const torch::Tensor &message, const torch::Tensor &target,
                        const torch::Tensor &weights, const torch::Tensor &source,
                        const torch::Tensor &degree, double slope)
{
    return {message.size(0),          source.size(0) / message.size(0), message.size(1),
            message.size(2),          source.data_ptr<std::int64_t>(),  degree.data_ptr<std::int64_t>(),
            message.data_ptr<Real>(), target.data_ptr<Real>(),          weights.data_ptr<Real>(),
            static_cast<Real>(slope)};
}

template <class Real>
const EdgeKernel<Real> &kernel()
{
    constexpr bool isFloat = std::is_same_v<Real, float>;
#ifdef PATHGAN_AVX2
    static const bool hasAvx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    if (hasAvx2) {
        if constexpr (isFloat)
            return avx2::edgeKernelF;
        else
            return avx2::edgeKernelD;
    }
#endif
    if constexpr (isFloat)
        return plain::edgeKernelF;
    else
        return plain::edgeKernelD;
}

torch::Tensor scratchFor(const torch::Tensor &attention, const torch::Tensor &degree)
{
    return torch::empty({3 * attention.size(0) / degree.size(0)}, attention.options());
}

/// Gradients of message, target and weights; differentiable once more.
class EdgeGradient : public torch::autograd::Function<EdgeGradient>
{
public:
    static variable_list forward(AutogradContext *context, const torch::Tensor &message,
                                 const torch::Tensor &target, const torch::Tensor &weights,
                                 const torch::Tensor &outer, const torch::Tensor &attention,
                                 const torch::Tensor &source, const torch::Tensor &degree, double slope)
    {
        context->save_for_backward({message, target, weights, outer, attention, source, degree});
        context->saved_data["slope"] = slope;
        context->set_materialize_grads(false);
        variable_list out = {torch::zeros_like(message), torch::zeros_like(target),
                             torch::zeros_like(weights)};
        auto scratch = scratchFor(attention, degree);
        AT_DISPATCH_FLOATING_TYPES(message.scalar_type(), "edgeGradient", [&] {
            kernel<scalar_t>().differentiate(
                layerOf<scalar_t>(message, target, weights, source, degree, slope),
                attention.data_ptr<scalar_t>(), outer.data_ptr<scalar_t>(),
                {out[0].data_ptr<scalar_t>(), out[1].data_ptr<scalar_t>(), out[2].data_ptr<scalar_t>()},
                scratch.data_ptr<scalar_t>());
        });
        return out;
    }

    static variable_list backward(AutogradContext *context, variable_list by)
    {
        const auto saved = context->get_saved_variables();
        const double slope = context->saved_data["slope"].toDouble();
        const torch::NoGradGuard noGradient;
        for (std::size_t i = 0; i < 3; ++i)
            by[i] = by[i].defined() ? by[i].contiguous() : torch::zeros_like(saved[i]);
        auto scratch = scratchFor(saved[4], saved[6]);
        variable_list out;
        for (std::size_t i = 0; i < 4; ++i)
            out.push_back(torch::zeros_like(saved[i]));
        AT_DISPATCH_FLOATING_TYPES(saved[0].scalar_type(), "edgeGradientTwice", [&] {
            kernel<scalar_t>().differentiateTwice(
                layerOf<scalar_t>(saved[0], saved[1], saved[2], saved[5], saved[6], slope),
                saved[4].data_ptr<scalar_t>(), saved[3].data_ptr<scalar_t>(),
                {by[0].data_ptr<scalar_t>(), by[1].data_ptr<scalar_t>(), by[2].data_ptr<scalar_t>()},
                {out[0].data_ptr<scalar_t>(), out[1].data_ptr<scalar_t>(), out[2].data_ptr<scalar_t>()},
                out[3].data_ptr<scalar_t>(), scratch.data_ptr<scalar_t>());
        });
        out.resize(8);
        return out;
    }
};

class EdgeAttention : public torch::autograd::Function<EdgeAttention>
{
public:
    static torch::Tensor forward(AutogradContext *context, const torch::Tensor &message,
                                 const torch::Tensor &target, const torch::Tensor &weights,
                                 const torch::Tensor &attention, const torch::Tensor &source,
                                 const torch::Tensor &degree, double slope)
    {
        auto out = torch::zeros_like(message), scratch = scratchFor(attention, degree);
        AT_DISPATCH_FLOATING_TYPES(message.scalar_type(), "edgeAttention", [&] {
            kernel<scalar_t>().attend(layerOf<scalar_t>(message, target, weights, source, degree, slope),
                                      attention.data_ptr<scalar_t>(), out.data_ptr<scalar_t>(),
                                      scratch.data_ptr<scalar_t>());
        });
        context->save_for_backward({message, target, weights, attention, source, degree});
        context->saved_data["slope"] = slope;
        return out;
    }

    static variable_list backward(AutogradContext *context, const variable_list &outer)
    {
        const auto saved = context->get_saved_variables();
        variable_list out = EdgeGradient::apply(saved[0], saved[1], saved[2], outer[0].contiguous(), saved[3],
                                                saved[4], saved[5], context->saved_data["slope"].toDouble());
        out.resize(7);
        return out;
    }
};

} // namespace

EdgeOutput attendEdges(const torch::Tensor &message, const torch::Tensor &target,
                       const torch::Tensor &weights, const NeighbourTable &table, double slope)
{
    EdgeOutput out;
    out.attention =
        torch::empty({table.nodes * table.width, message.size(1)}, message.options().requires_grad(false));
    out.values = EdgeAttention::apply(message.contiguous(), target.contiguous(), weights.contiguous(),
                                      out.attention, table.source, table.degree, slope);
    return out;
}

} // namespace pathgan
