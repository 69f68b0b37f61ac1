// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/torch/torch_p.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace pathgan {

using Edges = std::vector<std::pair<int, int>>; ///< source → target

/// Incoming edges of every node, padded to the widest: what a softmax over neighbours needs.
struct NeighbourTable
{
    torch::Tensor source; ///< [nodes · width], padding points to node 0
    torch::Tensor absent; ///< [nodes, width, 1, 1], true where padding
    torch::Tensor degree; ///< [nodes]
    std::int64_t nodes = 0, width = 0;
    std::vector<std::int64_t> slotOfEdge; ///< by edge, loops last: position in source
};
/// selfLoops: existing loops are dropped and one is appended for every node, as PyTorch Geometric does.
NeighbourTable neighbourTable(int nodes, const Edges &edges, bool selfLoops);

struct EdgeOutput
{
    torch::Tensor values;    ///< [nodes, graphs, channels]
    torch::Tensor attention; ///< [nodes · width, graphs], 0 where padding; not differentiable
};
/// The edges' part of a layer with one head in one pass, differentiable twice: message and target [nodes,
/// graphs, channels], weights [channels].
EdgeOutput attendEdges(const torch::Tensor &message, const torch::Tensor &target,
                       const torch::Tensor &weights, const NeighbourTable &table, double slope);

struct Gatv2Options
{
    std::int64_t in = 1, out = 1, heads = 1;
    bool concat = true, shareWeights = false, bias = true;
    double slope = 0.2;
};

/// Graph attention of Brody et al. (2022) with the semantics of PyTorch Geometric's GATv2Conv.
class Gatv2 : public torch::nn::Module
{
public:
    explicit Gatv2(const Gatv2Options &options);
    /// x: [nodes, graphs, in], the same edges in each graph → [nodes, graphs, heads·out or out].
    torch::Tensor forward(const torch::Tensor &x, const NeighbourTable &table);
    /// Of the last forward: [nodes, width, graphs, heads].
    const torch::Tensor &attention() const { return m_attention; }

private:
    Gatv2Options m_options;
    torch::nn::Linear m_source{nullptr}, m_target{nullptr};
    torch::Tensor m_weights, m_bias, m_attention;
};

/// k nearest other rows of x (Euclidean, ties by index); not differentiable.
Edges nearestNeighbours(const torch::Tensor &x, int k);

} // namespace pathgan
