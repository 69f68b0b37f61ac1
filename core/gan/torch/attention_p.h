// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/torch/torch_p.h"

namespace pathgan {

/// Multi-head scaled dot-product attention with torch.nn.MultiheadAttention's parameters and initialisation.
/// (LibTorch's own C++ class has no batch-first layout and copies for it.)
class MultiheadAttention : public torch::nn::Module
{
public:
    MultiheadAttention(std::int64_t width, std::int64_t heads, bool bias = true);
    struct Output
    {
        torch::Tensor values;  ///< [batch, queries, width]
        torch::Tensor weights; ///< [batch, heads, queries, keys]
    };
    /// query: [batch, queries, width]; key, value: [batch, keys, width]; ignored: [batch, keys], true = leave
    /// out.
    Output forward(const torch::Tensor &query, const torch::Tensor &key, const torch::Tensor &value,
                   const torch::Tensor &ignored = {});

private:
    torch::Tensor project(const torch::Tensor &x, std::int64_t part) const;
    std::int64_t m_width, m_heads;
    torch::Tensor m_inWeight, m_inBias;
    torch::nn::Linear m_out{nullptr};
};

} // namespace pathgan
