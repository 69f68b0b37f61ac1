#include "core/gan/torch/generator_p.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double kTokenBias = 0.05;
constexpr double kReferenceWidth = 64;

} // namespace

double Generator::rateFactor(const std::string &) const
{
    return 1;
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
        const double bound = 1 / std::sqrt(double(size));
        torch::nn::init::uniform_(weight, -bound, bound);
        m_weights.push_back(register_parameter("W_" + std::to_string(p), weight));
    }
    m_genes = torch::tensor(genes, torch::kLong);
    m_bias = register_parameter("b", torch::empty({tokens, shape.tokenSize}));
    torch::nn::init::uniform_(m_bias, -kTokenBias, kTokenBias);
    m_attention = register_module("att", std::make_shared<MultiheadAttention>(shape.tokenSize, shape.heads));
    m_norm = register_module("ln", torch::nn::LayerNorm(torch::nn::LayerNormOptions({shape.tokenSize})));
    m_hidden = register_module("l1", torch::nn::Linear(tokens * shape.tokenSize, shape.hidden));
    m_out = register_module("l2", torch::nn::Linear(shape.hidden, shape.outputs));
    if (shape.linearPath) {
        m_linear = register_module("skip", torch::nn::Linear(tokens * shape.tokenSize, shape.outputs));
        torch::nn::init::zeros_(m_linear->weight);
        torch::nn::init::zeros_(m_linear->bias);
    }
}

torch::Tensor PathwayGenerator::tokens(const torch::Tensor &x) const
{
    // One gather and a product a token: split's gradient is one concatenation, not a padded slice a token.
    const auto gathered = x.index_select(1, m_genes).split_with_sizes(m_sizes, 1);
    std::vector<torch::Tensor> parts;
    parts.reserve(m_weights.size());
    for (std::size_t p = 0; p < m_weights.size(); ++p)
        parts.push_back(gathered[p].matmul(m_weights[p]));
    return torch::stack(parts, 1) + m_bias;
}

Generator::Output PathwayGenerator::forward(const torch::Tensor &x, bool)
{
    const auto t = tokens(x);
    const auto seen = m_shape.dropout > 0 ? torch::dropout(t, m_shape.dropout, is_training()) : t;
    auto attended = m_attention->forward(seen, seen, seen);
    const auto h = m_norm->forward(seen + attended.values).flatten(1);
    auto y = m_out->forward(torch::relu(m_hidden->forward(h)));
    if (m_linear)
        y = y + m_linear->forward(t.flatten(1));
    return {y, attended.weights};
}

double PathwayGenerator::rateFactor(const std::string &parameter) const
{
    if (!m_shape.scaledRates)
        return 1;
    double fanIn = kReferenceWidth;
    if (parameter.rfind("W_", 0) == 0)
        fanIn = double(m_sizes[std::stoul(parameter.substr(2))]);
    else if (parameter == "l1.weight" || parameter == "skip.weight")
        fanIn = double(m_shape.tokens.size()) * double(m_shape.tokenSize);
    return std::min(1.0, kReferenceWidth / fanIn);
}

std::vector<torch::Tensor> PathwayGenerator::geneNorms() const
{
    std::vector<torch::Tensor> out;
    for (const auto &weight : m_weights)
        out.push_back(weight.detach().norm(2, 1));
    return out;
}

void PathwayGenerator::startLinearPath(const torch::Tensor &x, const torch::Tensor &y, double penalty)
{
    const torch::NoGradGuard noGradient;
    const auto features = tokens(x).flatten(1).to(torch::kFloat64);
    const auto centre = features.mean(0, true);
    const auto t = features - centre;
    const auto mean = y.to(torch::kFloat64).mean(0, true);
    const auto centred = (y.to(torch::kFloat64) - mean).contiguous();
    const auto kernel = t.matmul(t.t()).contiguous();
    const Eigen::Map<const MatrixD> rhs(centred.data_ptr<double>(), centred.size(0), centred.size(1));
    MatrixD k = Eigen::Map<const MatrixD>(kernel.data_ptr<double>(), kernel.size(0), kernel.size(1));
    k.diagonal().array() += penalty * k.trace();
    MatrixD dual = k.ldlt().solve(rhs);
    const auto weight =
        torch::from_blob(dual.data(), {dual.rows(), dual.cols()}, torch::kFloat64).t().matmul(t);
    m_linear->weight.copy_(weight);
    m_linear->bias.copy_((mean - centre.matmul(weight.t())).squeeze(0));
}

ProjectedGenerator::ProjectedGenerator(const GeneratorShape &shape)
{
    m_projection = register_module("proj", torch::nn::Linear(shape.genes, shape.projection));
    m_attention = register_module("att", std::make_shared<MultiheadAttention>(shape.projection, shape.heads));
    m_hidden = register_module("l1", torch::nn::Linear(shape.projection, shape.hidden));
    m_out = register_module("l2", torch::nn::Linear(shape.hidden, shape.outputs));
}

Generator::Output ProjectedGenerator::forward(const torch::Tensor &x, bool together)
{
    const std::int64_t dimension = together ? 0 : 1; // one sequence of samples, or a sequence of one each
    const auto h = m_projection->forward(x).unsqueeze(dimension);
    auto attended = m_attention->forward(h, h, h);
    return {m_out->forward(torch::relu(m_hidden->forward(attended.values.squeeze(dimension)))),
            attended.weights};
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
    shape.dropout = frame.options.tokenDropout;
    shape.linearPath = frame.options.linearPath;
    shape.scaledRates = frame.options.scaledRates;
    if (frame.options.generator == GeneratorKind::ProjectedAttention)
        return std::make_shared<ProjectedGenerator>(shape);
    return std::make_shared<PathwayGenerator>(shape);
}

} // namespace pathgan
