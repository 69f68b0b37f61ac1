// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/torch/graph_p.h"

#include "core/gan/prepared_p.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double maskedScore = -1e30;
constexpr double softmaxEpsilon = 1e-16; // in PyTorch Geometric's softmax

void glorot(torch::Tensor &tensor, double fanIn, double fanOut)
{
    const double bound = std::sqrt(6 / (fanIn + fanOut));
    torch::nn::init::uniform_(tensor, -bound, bound);
}

} // namespace

NeighbourTable neighbourTable(int nodes, const Edges &edges, bool selfLoops)
{
    Edges all;
    for (const auto &edge : edges)
        if (!selfLoops || edge.first != edge.second)
            all.push_back(edge);
    if (selfLoops)
        for (int node = 0; node < nodes; ++node)
            all.emplace_back(node, node);

    std::vector<std::int64_t> degree(static_cast<std::size_t>(nodes), 0);
    for (const auto &edge : all)
        ++degree[static_cast<std::size_t>(edge.second)];
    NeighbourTable table;
    table.nodes = nodes;
    table.width = std::max<std::int64_t>(1, *std::max_element(degree.begin(), degree.end()));
    std::vector<std::int64_t> source(static_cast<std::size_t>(table.nodes * table.width), 0);
    table.absent = torch::ones({table.nodes, table.width, 1, 1}, torch::kBool);
    auto *absent = table.absent.data_ptr<bool>();
    std::fill(degree.begin(), degree.end(), 0);
    for (const auto &[from, to] : all) {
        const std::int64_t slot = to * table.width + degree[static_cast<std::size_t>(to)]++;
        source[static_cast<std::size_t>(slot)] = from;
        absent[slot] = false;
        table.slotOfEdge.push_back(slot);
    }
    table.source = torch::tensor(source, torch::kLong);
    table.degree = torch::tensor(degree, torch::kLong);
    return table;
}

Gatv2::Gatv2(const Gatv2Options &options) : m_options(options)
{
    const std::int64_t width = options.heads * options.out;
    const auto linear = torch::nn::LinearOptions(options.in, width).bias(options.bias);
    m_source = register_module("lin_l", torch::nn::Linear(linear));
    glorot(m_source->weight, static_cast<double>(options.in), static_cast<double>(width));
    if (options.shareWeights) {
        m_target = m_source;
    } else {
        m_target = register_module("lin_r", torch::nn::Linear(linear));
        glorot(m_target->weight, static_cast<double>(options.in), static_cast<double>(width));
    }
    m_weights = register_parameter("att", torch::empty({1, options.heads, options.out}));
    glorot(m_weights, static_cast<double>(options.heads), static_cast<double>(options.out));
    if (options.bias)
        m_bias = register_parameter("bias", torch::zeros({options.concat ? width : options.out}));
}

torch::Tensor Gatv2::forward(const torch::Tensor &x, const NeighbourTable &table)
{
    const std::int64_t nodes = table.nodes, width = table.width, graphs = x.size(1);
    const std::int64_t heads = m_options.heads, channels = m_options.out;
    if (heads == 1) {
        const auto joined = attendEdges(m_source->forward(x), m_target->forward(x),
                                        m_weights.view({channels}), table, m_options.slope);
        m_attention = joined.attention.view({nodes, width, graphs, 1});
        return m_bias.defined() ? joined.values + m_bias : joined.values;
    }
    const auto message =
        m_source->forward(x).index_select(0, table.source).view({nodes, width, graphs, heads, channels});
    const auto target = m_target->forward(x).view({nodes, 1, graphs, heads, channels});
    const auto activated = torch::leaky_relu(message + target, m_options.slope);
    auto logits = (activated * m_weights.view({1, 1, 1, heads, channels})).sum(-1);
    logits = logits.masked_fill(table.absent, maskedScore);
    const auto raw = torch::exp(logits - logits.detach().amax(1, true)).masked_fill(table.absent, 0);
    const auto attention = raw / (raw.sum(1, true) + softmaxEpsilon);
    m_attention = attention.detach();
    auto out = (attention.unsqueeze(-1) * message).sum(1);
    out = m_options.concat ? out.reshape({nodes, graphs, heads * channels}) : out.mean(2);
    return m_bias.defined() ? out + m_bias : out;
}

Edges nearestNeighbours(const torch::Tensor &x, int k)
{
    const auto points = x.detach().to(torch::kFloat64).contiguous();
    const Eigen::Map<const MatrixD> rows(points.data_ptr<double>(), points.size(0), points.size(1));
    return nearestRows(rows, k);
}

} // namespace pathgan
