// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace pathgan {

/// A layer of graph attention with one head between node features: arrays are [nodes, graphs, channels],
/// attention is [nodes · width, graphs]. Edge k < degree[i] of node i comes from source[i · width + k]. With
/// z = message + target: score = weights · LeakyReLU(z), attention = softmax over the edges of a node, out =
/// Σ attention · message.
template <class Real>
struct EdgeLayer
{
    std::int64_t nodes = 0, width = 0, graphs = 0, channels = 0;
    const std::int64_t *source = nullptr, *degree = nullptr;
    const Real *message = nullptr, *target = nullptr, *weights = nullptr;
    Real slope = 0; ///< of LeakyReLU, for which it is not differentiated twice
};

/// Adds to the three gradients.
template <class Real>
struct EdgeGradients
{
    Real *message = nullptr, *target = nullptr, *weights = nullptr;
};
/// Directions in which they are differentiated.
template <class Real>
struct EdgeDirections
{
    const Real *message = nullptr, *target = nullptr, *weights = nullptr;
};

/// scratch: 3 · width numbers each.
template <class Real>
struct EdgeKernel
{
    /// attention and out start at 0.
    void (*attend)(const EdgeLayer<Real> &layer, Real *attention, Real *out, Real *scratch);
    /// Gradients of Σ outer · out.
    void (*differentiate)(const EdgeLayer<Real> &layer, const Real *attention, const Real *outer,
                          const EdgeGradients<Real> &to, Real *scratch);
    /// Gradients of Σ by · (what differentiate adds); toOuter: of outer.
    void (*differentiateTwice)(const EdgeLayer<Real> &layer, const Real *attention, const Real *outer,
                               const EdgeDirections<Real> &by, const EdgeGradients<Real> &to, Real *toOuter,
                               Real *scratch);
};

/// The same source, compiled for every processor of the family and for those with AVX2.
namespace plain {
extern const EdgeKernel<float> edgeKernelF;
extern const EdgeKernel<double> edgeKernelD;
} // namespace plain
namespace avx2 {
extern const EdgeKernel<float> edgeKernelF;
extern const EdgeKernel<double> edgeKernelD;
} // namespace avx2

} // namespace pathgan
