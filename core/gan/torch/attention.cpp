// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/torch/attention_p.h"

#include <cmath>
#include <limits>

namespace pathgan {

MultiheadAttention::MultiheadAttention(std::int64_t width, std::int64_t heads, bool bias)
    : m_width(width), m_heads(heads)
{
    m_inWeight = register_parameter("in_proj_weight", torch::empty({3 * width, width}));
    torch::nn::init::xavier_uniform_(m_inWeight);
    if (bias)
        m_inBias = register_parameter("in_proj_bias", torch::zeros({3 * width}));
    m_out = register_module("out_proj", torch::nn::Linear(torch::nn::LinearOptions(width, width).bias(bias)));
    if (bias)
        torch::nn::init::zeros_(m_out->bias);
}

/// Part 0: queries, 1: keys, 2: values → [batch, heads, length, width/heads].
torch::Tensor MultiheadAttention::project(const torch::Tensor &x, std::int64_t part) const
{
    const auto weight = m_inWeight.narrow(0, part * m_width, m_width);
    const auto y = m_inBias.defined()
                       ? torch::nn::functional::linear(x, weight, m_inBias.narrow(0, part * m_width, m_width))
                       : torch::nn::functional::linear(x, weight);
    return y.view({x.size(0), x.size(1), m_heads, m_width / m_heads}).transpose(1, 2);
}

MultiheadAttention::Output MultiheadAttention::forward(const torch::Tensor &query, const torch::Tensor &key,
                                                       const torch::Tensor &value,
                                                       const torch::Tensor &ignored)
{
    const double scale = 1 / std::sqrt(static_cast<double>(m_width) / static_cast<double>(m_heads));
    auto scores = project(query, 0).mul(scale).matmul(project(key, 1).transpose(2, 3));
    if (ignored.defined())
        scores = scores.masked_fill(ignored.view({ignored.size(0), 1, 1, ignored.size(1)}),
                                    -std::numeric_limits<double>::infinity());
    Output out;
    out.weights = torch::softmax(scores, -1);
    const auto joined = out.weights.matmul(project(value, 2))
                            .transpose(1, 2)
                            .reshape({query.size(0), query.size(1), m_width});
    out.values = m_out->forward(joined);
    return out;
}

} // namespace pathgan
