// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/prepared_p.h"
#include "core/gan/torch/attention_p.h"
#include "core/gan/torch/gradientmatch_p.h"

#include <memory>
#include <vector>

namespace pathgan {

/// From standardised expression [batch, genes] to standardised targets [batch, outputs].
class Generator : public torch::nn::Module
{
public:
    struct Output
    {
        torch::Tensor y, attention; ///< attention: [batch, heads, tokens, tokens], or over the samples
        torch::Tensor linear; ///< what the genes come in by, linear in x: tokens before dropout, or projected
    };
    /// together: the samples of a batch may see each other (projected attention while it trains).
    virtual Output forward(const torch::Tensor &x, bool together) = 0;
    /// mean_s ‖∂(v·ŷ)/∂x − target‖² over all genes, on the pass that gave `output`; differentiable where
    /// gradients are enabled. Projected attention: of each sample alone, as it predicts.
    virtual torch::Tensor gradientError(const Output &output, const GradientTask &task) = 0;
    /// Noise of the passes to come, [batch, noise]; undefined: drawn anew by every pass while training, else
    /// 0.
    void setNoise(const torch::Tensor &noise) { m_noise = noise; }
    /// ‖W_p[:,i]‖₂ by token, in the order of its genes; empty without tokens.
    virtual std::vector<torch::Tensor> geneNorms() const { return {}; }

protected:
    /// size 0: no noise goes in.
    void addNoiseInputs(std::int64_t size, std::int64_t width);
    /// What noise adds to the values of `width`, [batch, width]; undefined: nothing.
    torch::Tensor noisePart(const torch::Tensor &x) const;

private:
    torch::Tensor m_noiseWeights, m_noise;
};

struct GeneratorShape
{
    std::int64_t genes = 0, outputs = 0;
    std::vector<std::vector<int>> tokens; ///< genes by token
    std::int64_t tokenSize = 64, heads = 4, hidden = 256, projection = 256;
    std::int64_t noise = 0; ///< inputs beside the genes, which are in no set
    double dropout = 0;
};

/// Gene sets as tokens: t_p = W_p x[S_p] + b_p, attention between them, a hidden layer.
class PathwayGenerator : public Generator
{
public:
    explicit PathwayGenerator(const GeneratorShape &shape);
    Output forward(const torch::Tensor &x, bool together) override;
    torch::Tensor gradientError(const Output &output, const GradientTask &task) override;
    std::vector<torch::Tensor> geneNorms() const override;
    /// [batch, tokens, d]; noise goes into the last one, as the genes in no set do.
    torch::Tensor tokens(const torch::Tensor &x) const;

private:
    GeneratorShape m_shape;
    torch::Tensor m_genes; ///< concatenated gene indices of all tokens
    std::vector<std::int64_t> m_sizes;
    std::vector<torch::Tensor> m_weights; ///< by token, genes × d (transposed W_p)
    torch::Tensor m_bias;
    std::shared_ptr<MultiheadAttention> m_attention;
    torch::nn::LayerNorm m_norm{nullptr};
    torch::nn::Linear m_hidden{nullptr}, m_out{nullptr};
};

/// The paper's formula: genes projected to a narrow width, attention over the samples of the batch.
class ProjectedGenerator : public Generator
{
public:
    explicit ProjectedGenerator(const GeneratorShape &shape);
    Output forward(const torch::Tensor &x, bool together) override;
    torch::Tensor gradientError(const Output &output, const GradientTask &task) override;

private:
    Output fromProjected(const torch::Tensor &linear, bool together);

    torch::nn::Linear m_projection{nullptr}, m_hidden{nullptr}, m_out{nullptr};
    std::shared_ptr<MultiheadAttention> m_attention;
};

std::shared_ptr<Generator> makeGenerator(const NetworkFrame &frame);

} // namespace pathgan
