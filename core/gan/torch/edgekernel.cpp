// SPDX-License-Identifier: GPL-3.0-or-later
// Plain loops over channels that the compiler turns into vector instructions: this file is compiled with
// -fopenmp-simd, once for each kind of processor (PATHGAN_EDGES). It has no containers: their functions would
// be shared with files for other processors.
#include "core/gan/torch/edgekernel_p.h"

#include <cmath>
#include <limits>

#ifndef PATHGAN_EDGES
#define PATHGAN_EDGES plain
#endif

namespace pathgan::PATHGAN_EDGES {

namespace {

template <class Real>
Real leaky(Real z, Real slope)
{
    return z > 0 ? z : slope * z;
}

template <class Real>
Real dot(const Real *a, const Real *b, std::int64_t n)
{
    Real sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::int64_t c = 0; c < n; ++c)
        sum += a[c] * b[c];
    return sum;
}

template <class Real>
void addScaled(Real factor, const Real *from, Real *to, std::int64_t n)
{
#pragma omp simd
    for (std::int64_t c = 0; c < n; ++c)
        to[c] += factor * from[c];
}

/// weights · LeakyReLU(message + target).
template <class Real>
Real score(const EdgeLayer<Real> &layer, const Real *message, const Real *target)
{
    const Real slope = layer.slope, *weights = layer.weights;
    Real sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::int64_t c = 0; c < layer.channels; ++c)
        sum += weights[c] * leaky(message[c] + target[c], slope);
    return sum;
}

/// The gradient `factor` of a score, on to what it was made of.
template <class Real>
void addScoreGradient(const EdgeLayer<Real> &layer, Real factor, const Real *message, const Real *target,
                      Real *toMessage, Real *toTarget, Real *toWeights)
{
    const Real slope = layer.slope, *weights = layer.weights;
#pragma omp simd
    for (std::int64_t c = 0; c < layer.channels; ++c) {
        const Real z = message[c] + target[c];
        const Real part = factor * weights[c] * (z > 0 ? Real(1) : slope);
        toMessage[c] += part;
        toTarget[c] += part;
        toWeights[c] += factor * leaky(z, slope);
    }
}

/// Calls visit(edge's number in the node, offset of the source's and of the node's channels, place in
/// attention) for a node of a graph.
template <class Real, class Visit>
void forEdges(const EdgeLayer<Real> &layer, std::int64_t node, std::int64_t graph, const Visit &visit)
{
    for (std::int64_t k = 0; k < layer.degree[node]; ++k) {
        const std::int64_t slot = node * layer.width + k;
        visit(k, (layer.source[slot] * layer.graphs + graph) * layer.channels, slot * layer.graphs + graph);
    }
}

template <class Real, class Visit>
void forNodes(const EdgeLayer<Real> &layer, const Visit &visit)
{
    for (std::int64_t node = 0; node < layer.nodes; ++node)
        for (std::int64_t graph = 0; graph < layer.graphs; ++graph)
            visit(node, graph, (node * layer.graphs + graph) * layer.channels);
}

template <class Real>
void attend(const EdgeLayer<Real> &layer, Real *attention, Real *out, Real *scores)
{
    forNodes(layer, [&](std::int64_t node, std::int64_t graph, std::int64_t own) {
        Real largest = -std::numeric_limits<Real>::infinity(), sum = 0;
        forEdges(layer, node, graph, [&](std::int64_t k, std::int64_t source, std::int64_t) {
            scores[k] = score(layer, layer.message + source, layer.target + own);
            largest = scores[k] > largest ? scores[k] : largest;
        });
        forEdges(layer, node, graph, [&](std::int64_t k, std::int64_t, std::int64_t) {
            scores[k] = std::exp(scores[k] - largest);
            sum += scores[k];
        });
        forEdges(layer, node, graph, [&](std::int64_t k, std::int64_t source, std::int64_t place) {
            attention[place] = scores[k] / sum;
            addScaled(attention[place], layer.message + source, out + own, layer.channels);
        });
    });
}

template <class Real>
void differentiate(const EdgeLayer<Real> &layer, const Real *attention, const Real *outer,
                   const EdgeGradients<Real> &to, Real *toAttention)
{
    forNodes(layer, [&](std::int64_t node, std::int64_t graph, std::int64_t own) {
        Real mean = 0;
        forEdges(layer, node, graph, [&](std::int64_t k, std::int64_t source, std::int64_t place) {
            toAttention[k] = dot(outer + own, layer.message + source, layer.channels);
            mean += attention[place] * toAttention[k];
        });
        forEdges(layer, node, graph, [&](std::int64_t k, std::int64_t source, std::int64_t place) {
            addScaled(attention[place], outer + own, to.message + source, layer.channels);
            addScoreGradient(layer, attention[place] * (toAttention[k] - mean), layer.message + source,
                             layer.target + own, to.message + source, to.target + own, to.weights);
        });
    });
}

/// With δ_k = outer · message_k and c_k the direction's share in score k, the sum is Σ α_k (by.message_k ·
/// outer) + Σ α_k δ_k c_k − (Σ α_k δ_k)(Σ α_k c_k).
template <class Real>
void differentiateTwice(const EdgeLayer<Real> &layer, const Real *attention, const Real *outer,
                        const EdgeDirections<Real> &by, const EdgeGradients<Real> &to, Real *toOuter,
                        Real *scratch)
{
    const std::int64_t channels = layer.channels;
    const Real slope = layer.slope;
    Real *delta = scratch, *share = delta + layer.width, *gradient = share + layer.width;
    forNodes(layer, [&](std::int64_t node, std::int64_t graph, std::int64_t own) {
        const Real *target = layer.target + own, *direction = by.target + own, *out = outer + own;
        Real meanDelta = 0, meanShare = 0, meanGradient = 0;
        forEdges(layer, node, graph, [&](std::int64_t k, std::int64_t source, std::int64_t place) {
            const Real *message = layer.message + source, *along = by.message + source;
            Real sum = 0;
#pragma omp simd reduction(+ : sum)
            for (std::int64_t c = 0; c < channels; ++c) {
                const Real z = message[c] + target[c];
                sum += layer.weights[c] * (z > 0 ? Real(1) : slope) * (along[c] + direction[c]) +
                       by.weights[c] * leaky(z, slope);
            }
            share[k] = sum;
            delta[k] = dot(out, message, channels);
            meanDelta += attention[place] * delta[k];
            meanShare += attention[place] * sum;
        });
        forEdges(layer, node, graph, [&](std::int64_t k, std::int64_t source, std::int64_t place) {
            gradient[k] = dot(by.message + source, out, channels) + delta[k] * (share[k] - meanShare) -
                          meanDelta * share[k];
            meanGradient += attention[place] * gradient[k];
        });
        forEdges(layer, node, graph, [&](std::int64_t k, std::int64_t source, std::int64_t place) {
            const Real *message = layer.message + source, *along = by.message + source;
            const Real alpha = attention[place], spread = alpha * (share[k] - meanShare);
            const Real slopeOfScore = alpha * (delta[k] - meanDelta);
            const Real second = alpha * (gradient[k] - meanGradient);
            Real *toMessage = to.message + source, *toTarget = to.target + own, *back = toOuter + own;
#pragma omp simd
            for (std::int64_t c = 0; c < channels; ++c) {
                const Real z = message[c] + target[c], side = z > 0 ? Real(1) : slope;
                const Real part = (second * layer.weights[c] + slopeOfScore * by.weights[c]) * side;
                back[c] += alpha * along[c] + spread * message[c];
                toMessage[c] += spread * out[c] + part;
                toTarget[c] += part;
                to.weights[c] += slopeOfScore * side * (along[c] + direction[c]) + second * leaky(z, slope);
            }
        });
    });
}

} // namespace

extern const EdgeKernel<float> edgeKernelF = {attend<float>, differentiate<float>, differentiateTwice<float>};
extern const EdgeKernel<double> edgeKernelD = {attend<double>, differentiate<double>,
                                               differentiateTwice<double>};

} // namespace pathgan::PATHGAN_EDGES
