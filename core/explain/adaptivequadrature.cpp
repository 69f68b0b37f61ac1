// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explain/adaptivequadrature_p.h"

#include "core/explain/quadrature_p.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr int nodesOfPart = 4;
constexpr double shortest = 0x1p-30; // of the way: logarithms start that steep

const QuadratureNode &nodeAt(Index node)
{
    static const std::vector<QuadratureNode> nodes = gaussLegendre(nodesOfPart);
    return nodes[static_cast<std::size_t>(node)];
}

/// Where on a part of length 1 the tangents at its ends meet, which rise by `rise` together; the middle where
/// that is outside or too near an end.
double meetingPoint(const Eigen::Vector4d &slopes, double rise)
{
    constexpr double margin = 0.02;
    const double first = slopes[0], last = slopes[nodesOfPart - 1];
    const double at = (rise - last) / (first - last);
    return at > margin && at < 1 - margin ? at : 0.5;
}

} // namespace

AdaptiveQuadrature::AdaptiveQuadrature(const Predictor &predictor, const MatrixF &background,
                                       const VectorD &outputs, double tolerance)
    : m_predictor(predictor), m_background(background), m_outputs(outputs), m_tolerance(tolerance)
{}

void AdaptiveQuadrature::putOnWay(const MatrixF &point, Index background, double alpha, Index row,
                                  MatrixF &path) const
{
    const auto share = static_cast<float>(alpha);
    path.row(row) = share * point.row(0) + (1 - share) * m_background.row(background);
}

void AdaptiveQuadrature::cut(const MatrixF &point, const std::vector<Cut> &cuts,
                             std::vector<Part> &waiting) const
{
    if (cuts.empty())
        return;
    MatrixF places(static_cast<Index>(cuts.size()), m_predictor.features);
    for (std::size_t i = 0; i < cuts.size(); ++i)
        putOnWay(point, cuts[i].part.background, cuts[i].at, static_cast<Index>(i), places);
    const VectorD outputs = m_predictor.evaluate(places, nullptr);
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const auto &[part, at] = cuts[i];
        const double output = outputs[static_cast<Index>(i)];
        waiting.push_back({part.background, part.begin, at, part.outputAtBegin, output});
        waiting.push_back({part.background, at, part.end, output, part.outputAtEnd});
    }
}

std::vector<AdaptiveQuadrature::Cut>
AdaptiveQuadrature::addParts(const MatrixF &point, const std::vector<Part> &parts, VectorD &phi) const
{
    MatrixF path(static_cast<Index>(parts.size()) * nodesOfPart, m_predictor.features);
    for (std::size_t i = 0; i < parts.size(); ++i)
        for (Index k = 0; k < nodesOfPart; ++k)
            putOnWay(point, parts[i].background,
                     parts[i].begin + nodeAt(k).position * (parts[i].end - parts[i].begin),
                     static_cast<Index>(i) * nodesOfPart + k, path);
    MatrixF gradient(path.rows(), path.cols());
    m_predictor.evaluate(path, &gradient);
    std::vector<Cut> cuts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Part &part = parts[i];
        const VectorD way = (point.row(0) - m_background.row(part.background)).transpose().cast<double>();
        const auto nodes = gradient.middleRows(static_cast<Index>(i) * nodesOfPart, nodesOfPart);
        const Eigen::Vector4d slopes = nodes.cast<double>() * way;
        double sum = 0;
        for (Index k = 0; k < nodesOfPart; ++k)
            sum += nodeAt(k).weight * slopes[k];
        const double length = part.end - part.begin, rise = part.outputAtEnd - part.outputAtBegin;
        if (std::abs(length * sum - rise) > m_tolerance && length > shortest) {
            cuts.push_back({part, part.begin + length * meetingPoint(slopes, rise / length)});
            continue;
        }
        for (Index k = 0; k < nodesOfPart; ++k)
            phi.array() +=
                length * nodeAt(k).weight * way.array() * nodes.row(k).transpose().array().cast<double>();
    }
    return cuts;
}

bool AdaptiveQuadrature::explain(const MatrixF &point, double output, Index rowsAtOnce,
                                 const TaskContext &context, VectorD &phi) const
{
    phi.setZero(m_predictor.features);
    std::vector<Part> waiting;
    for (Index i = 0; i < m_background.rows(); ++i)
        waiting.push_back({i, 0, 1, m_outputs[i], output});
    const auto atOnce = static_cast<std::size_t>(std::max<Index>(1, rowsAtOnce / nodesOfPart));
    while (!waiting.empty()) {
        context.waitIfPaused();
        if (context.isCancelled())
            return false;
        const auto count = static_cast<std::ptrdiff_t>(std::min(atOnce, waiting.size()));
        const std::vector<Part> parts(waiting.end() - count, waiting.end());
        waiting.resize(waiting.size() - parts.size());
        cut(point, addParts(point, parts, phi), waiting);
    }
    phi /= static_cast<double>(m_background.rows());
    return true;
}

} // namespace pathgan
