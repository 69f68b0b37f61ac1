// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/torch/critic_p.h"

namespace pathgan {

namespace {

constexpr double normFloor = 1e-24; // keeps the gradient of the norm finite at zero

} // namespace

Critic::Critic(std::int64_t in, std::int64_t channels, std::int64_t heads)
{
    Gatv2Options options{in, channels, heads};
    options.concat = heads == 1;
    m_first = register_module("c1", std::make_shared<Gatv2>(options));
    options.in = channels;
    m_second = register_module("c2", std::make_shared<Gatv2>(options));
    m_linear = register_module("lin", torch::nn::Linear(channels, 1));
}

torch::Tensor Critic::scoreGraph(const torch::Tensor &x, const NeighbourTable &table, bool pooled)
{
    auto h = torch::relu(m_first->forward(x, table));
    h = torch::relu(m_second->forward(h, table));
    return m_linear->forward(pooled ? h.mean(0) : h.squeeze(1)).squeeze(-1);
}

ReactionGraphCritic::ReactionGraphCritic(int reactions, const Edges &edges, std::int64_t channels,
                                         std::int64_t embedding)
    : Critic(1 + embedding, channels, 1), m_table(neighbourTable(reactions, edges, true))
{
    if (embedding > 0)
        m_embedding = register_parameter("embedding", torch::randn({reactions, 1, embedding}));
}

torch::Tensor ReactionGraphCritic::score(const torch::Tensor &y)
{
    auto x = y.t().unsqueeze(-1);
    if (m_embedding.defined())
        x = torch::cat({x, m_embedding.expand({-1, y.size(0), -1})}, -1);
    return scoreGraph(x, m_table, true);
}

BatchKnnCritic::BatchKnnCritic(std::int64_t reactions, int neighbours, std::int64_t channels,
                               std::int64_t heads)
    : Critic(reactions, channels, heads), m_neighbours(neighbours)
{}

torch::Tensor BatchKnnCritic::score(const torch::Tensor &y)
{
    const auto table = neighbourTable(static_cast<int>(y.size(0)), nearestNeighbours(y, m_neighbours), true);
    return scoreGraph(y.unsqueeze(1), table, false);
}

std::shared_ptr<Critic> makeCritic(const NetworkFrame &frame)
{
    const auto reactions = static_cast<int>(frame.varying.size());
    if (frame.options.discriminator == DiscriminatorKind::BatchKnn)
        return std::make_shared<BatchKnnCritic>(reactions, frame.options.neighbours, frame.options.channels);
    return std::make_shared<ReactionGraphCritic>(reactions, frame.edges, frame.options.channels);
}

torch::Tensor criticLoss(const torch::Tensor &real, const torch::Tensor &fake)
{
    return fake.mean() - real.mean();
}

torch::Tensor generatorLoss(const torch::Tensor &fake)
{
    return -fake.mean();
}

torch::Tensor gradientPenalty(const std::function<torch::Tensor(const torch::Tensor &)> &critic,
                              const torch::Tensor &real, const torch::Tensor &fake,
                              const torch::Tensor &epsilon)
{
    const auto between = (epsilon * real + (1 - epsilon) * fake).detach().requires_grad_(true);
    const auto score = critic(between).sum();
    const auto gradient = torch::autograd::grad({score}, {between}, {}, true, true)[0];
    return (gradient.square().sum(1).add(normFloor).sqrt() - 1).square().mean();
}

} // namespace pathgan
