// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/prepared_p.h"
#include "core/gan/torch/graph_p.h"

#include <functional>
#include <memory>

namespace pathgan {

/// Scores flux profiles: GATv2 – ReLU – GATv2 – ReLU – [mean pool] – linear, no sigmoid.
class Critic : public torch::nn::Module
{
public:
    /// y: [batch, outputs] → [batch].
    virtual torch::Tensor score(const torch::Tensor &y) = 0;
    /// x: [nodes, graphs, in] → [graphs] when pooled, else [nodes] (one graph).
    torch::Tensor scoreGraph(const torch::Tensor &x, const NeighbourTable &table, bool pooled);

protected:
    Critic(std::int64_t in, std::int64_t channels, std::int64_t heads);

private:
    std::shared_ptr<Gatv2> m_first, m_second;
    torch::nn::Linear m_linear{nullptr};
};

/// One graph a sample: nodes are the reactions, features the flux and a learned embedding of the reaction.
class ReactionGraphCritic : public Critic
{
public:
    /// embedding 0: the flux alone.
    ReactionGraphCritic(int reactions, const Edges &edges, std::int64_t channels, std::int64_t embedding = 8);
    torch::Tensor score(const torch::Tensor &y) override;

private:
    NeighbourTable m_table;
    torch::Tensor m_embedding;
};

/// One graph a batch: nodes are the samples, features their flux profiles, k nearest neighbours.
class BatchKnnCritic : public Critic
{
public:
    BatchKnnCritic(std::int64_t reactions, int neighbours, std::int64_t channels, std::int64_t heads = 1);
    torch::Tensor score(const torch::Tensor &y) override;

private:
    int m_neighbours;
};

std::shared_ptr<Critic> makeCritic(const NetworkFrame &frame);

// Losses as the paper prints them ---------------------------------------------------------------------------

/// −mean(D(y) − D(ŷ)).
torch::Tensor criticLoss(const torch::Tensor &real, const torch::Tensor &fake);
/// −mean D(ŷ).
torch::Tensor generatorLoss(const torch::Tensor &fake);
/// mean (‖∇D(x̂)‖₂ − 1)², x̂ = εy + (1−ε)ŷ, ε: [batch, 1] (Gulrajani 2017). In a critic that joins the samples
/// of a batch the gradient is taken of the batch's sum.
torch::Tensor gradientPenalty(const std::function<torch::Tensor(const torch::Tensor &)> &critic,
                              const torch::Tensor &real, const torch::Tensor &fake,
                              const torch::Tensor &epsilon);

} // namespace pathgan
