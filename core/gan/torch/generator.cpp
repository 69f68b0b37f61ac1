// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/torch/generator_p.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double tokenBias = 0.05;

} // namespace

void Generator::addNoiseInputs(std::int64_t size, std::int64_t width)
{
    if (size == 0)
        return;
    const double bound = 1 / std::sqrt(static_cast<double>(size));
    m_noiseWeights = register_parameter("noise", torch::empty({size, width}));
    torch::nn::init::uniform_(m_noiseWeights, -bound, bound);
}

torch::Tensor Generator::noisePart(const torch::Tensor &x) const
{
    if (!m_noiseWeights.defined())
        return {};
    if (m_noise.defined())
        return m_noise.matmul(m_noiseWeights);
    if (!is_training())
        return {};
    return torch::randn({x.size(0), m_noiseWeights.size(0)}, x.options()).matmul(m_noiseWeights);
}

PathwayGenerator::PathwayGenerator(const GeneratorShape &shape) : m_shape(shape)
{
    const auto tokens = static_cast<std::int64_t>(shape.tokens.size());
    std::vector<std::int64_t> genes;
    for (std::size_t p = 0; p < shape.tokens.size(); ++p) {
        const auto size = static_cast<std::int64_t>(shape.tokens[p].size());
        m_sizes.push_back(size);
        genes.insert(genes.end(), shape.tokens[p].begin(), shape.tokens[p].end());
        auto weight = torch::empty({size, shape.tokenSize});
        const double bound = 1 / std::sqrt(static_cast<double>(size));
        torch::nn::init::uniform_(weight, -bound, bound);
        m_weights.push_back(register_parameter("W_" + std::to_string(p), weight));
    }
    m_genes = torch::tensor(genes, torch::kLong);
    m_bias = register_parameter("b", torch::empty({tokens, shape.tokenSize}));
    torch::nn::init::uniform_(m_bias, -tokenBias, tokenBias);
    m_attention = register_module("att", std::make_shared<MultiheadAttention>(shape.tokenSize, shape.heads));
    m_norm = register_module("ln", torch::nn::LayerNorm(torch::nn::LayerNormOptions({shape.tokenSize})));
    m_hidden = register_module("l1", torch::nn::Linear(tokens * shape.tokenSize, shape.hidden));
    m_out = register_module("l2", torch::nn::Linear(shape.hidden, shape.outputs));
    addNoiseInputs(shape.noise, shape.tokenSize);
}

torch::Tensor PathwayGenerator::tokens(const torch::Tensor &x) const
{
    // One gather and a product a token: split's gradient is one concatenation, not a padded slice a token.
    const auto gathered = x.index_select(1, m_genes).split_with_sizes(m_sizes, 1);
    std::vector<torch::Tensor> parts;
    parts.reserve(m_weights.size());
    for (std::size_t p = 0; p < m_weights.size(); ++p)
        parts.push_back(gathered[p].matmul(m_weights[p]));
    if (const auto noise = noisePart(x); noise.defined())
        parts.back() = parts.back() + noise;
    return torch::stack(parts, 1) + m_bias;
}

Generator::Output PathwayGenerator::forward(const torch::Tensor &x, bool)
{
    const auto linear = tokens(x);
    auto t = linear;
    if (m_shape.dropout > 0 && is_training())
        t = torch::dropout(t, m_shape.dropout, true);
    const auto attended = m_attention->forward(t, t, t);
    const auto h = m_norm->forward(t + attended.values).flatten(1);
    return {m_out->forward(torch::relu(m_hidden->forward(h))), attended.weights, linear};
}

torch::Tensor PathwayGenerator::gradientError(const Output &output, const GradientTask &task)
{
    return tokenGradientError(combinationSlopes(output.y, output.linear, task), m_weights, m_shape.tokens,
                              m_shape.genes, task);
}

std::vector<torch::Tensor> PathwayGenerator::geneNorms() const
{
    std::vector<torch::Tensor> out;
    for (const auto &weight : m_weights)
        out.push_back(weight.detach().norm(2, 1));
    return out;
}

ProjectedGenerator::ProjectedGenerator(const GeneratorShape &shape)
{
    m_projection = register_module("proj", torch::nn::Linear(shape.genes, shape.projection));
    m_attention = register_module("att", std::make_shared<MultiheadAttention>(shape.projection, shape.heads));
    m_hidden = register_module("l1", torch::nn::Linear(shape.projection, shape.hidden));
    m_out = register_module("l2", torch::nn::Linear(shape.hidden, shape.outputs));
    addNoiseInputs(shape.noise, shape.projection);
}

Generator::Output ProjectedGenerator::forward(const torch::Tensor &x, bool together)
{
    auto linear = m_projection->forward(x);
    if (const auto noise = noisePart(x); noise.defined())
        linear = linear + noise;
    return fromProjected(linear, together);
}

Generator::Output ProjectedGenerator::fromProjected(const torch::Tensor &linear, bool together)
{
    const std::int64_t dimension = together ? 0 : 1; // one sequence of samples, or a sequence of one each
    const auto h = linear.unsqueeze(dimension);
    auto attended = m_attention->forward(h, h, h);
    return {m_out->forward(torch::relu(m_hidden->forward(attended.values.squeeze(dimension)))),
            attended.weights, linear};
}

torch::Tensor ProjectedGenerator::gradientError(const Output &output, const GradientTask &task)
{
    const auto slopes = combinationSlopes(fromProjected(output.linear, false).y, output.linear, task);
    const auto gradient = slopes.matmul(m_projection->weight);
    return (gradient - denseTruth(task, gradient)).square().sum() / gradient.size(0);
}

std::shared_ptr<Generator> makeGenerator(const NetworkFrame &frame)
{
    GeneratorShape shape;
    shape.genes = static_cast<std::int64_t>(frame.genes.size());
    shape.outputs = static_cast<std::int64_t>(frame.varying.size());
    shape.tokens = frame.tokenGenes;
    shape.tokenSize = frame.options.tokenSize;
    shape.heads = frame.options.heads;
    shape.hidden = frame.options.hidden;
    shape.projection = frame.options.projection;
    shape.noise = frame.options.noiseDim;
    shape.dropout = frame.options.tokenDropout;
    if (frame.options.generator == GeneratorKind::ProjectedAttention)
        return std::make_shared<ProjectedGenerator>(shape);
    return std::make_shared<PathwayGenerator>(shape);
}

} // namespace pathgan
