// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/bottleneck_p.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr int shareSteps = 10;
constexpr double clearGain = 2;               ///< standard errors of the paired differences
constexpr double leastLog = -3, mostLog = 12; ///< of toTrainedScale and fromTrainedScale

} // namespace

CombinedNetwork::CombinedNetwork(std::shared_ptr<const RecordedNetwork> base, const BottleneckRecord &record)
    : m_base(std::move(base)), m_head(record), m_usesHead(record.networkShare.size(), false)
{
    for (const int reaction : m_base->frame().varying)
        m_usesHead[static_cast<std::size_t>(reaction)] = m_head.predicts(static_cast<std::size_t>(reaction));
}

MatrixF CombinedNetwork::filled(const MatrixF &expression) const
{
    const VectorF &means = m_base->frame().geneMean;
    MatrixF out = expression;
    for (Index row = 0; row < out.rows(); ++row)
        for (Index gene = 0; gene < out.cols(); ++gene)
            if (!std::isfinite(out(row, gene)))
                out(row, gene) = means[gene];
    return out;
}

double CombinedNetwork::mixed(double network, double head, double limit, double share) const
{
    const TargetScale scale = options().targetScale;
    if (std::isnan(head)) // its only solution is left out
        return network;
    double value = share == 0 ? head : network;
    if (share > 0 && share < 1) {
        const double from = toTrainedScale(head, scale);
        value = fromTrainedScale(from + share * (toTrainedScale(network, scale) - from), scale);
    }
    return std::clamp(value, 0.0, limit);
}

MatrixD CombinedNetwork::predictSamples(const std::vector<std::string> &names,
                                        const MatrixF &expression) const
{
    return predict(expression, m_head.trainingSamples(names));
}

MatrixD CombinedNetwork::generate(const std::vector<std::string> &names, const MatrixF &expression,
                                  const MatrixF &noise) const
{
    return predict(expression, m_head.trainingSamples(names), noise);
}

MatrixD CombinedNetwork::predict(const MatrixF &expression, const std::vector<int> &leftOut,
                                 const MatrixF &noise) const
{
    MatrixD out = noise.cols() > 0 ? m_base->generate({}, expression, noise) : m_base->predict(expression);
    const MatrixF whole = filled(expression);
    const MatrixD head = m_head.predict(whole, leftOut), limits = m_head.limits(whole);
    for (Index reaction = 0; reaction < out.cols(); ++reaction) {
        const auto at = static_cast<std::size_t>(reaction);
        if (!m_usesHead[at])
            continue;
        for (Index row = 0; row < out.rows(); ++row)
            out(row, reaction) = mixed(out(row, reaction), head(row, reaction), limits(row, reaction),
                                       m_head.record().networkShare[at]);
    }
    return out;
}

CombinedNetwork::Mixture CombinedNetwork::mixture(std::size_t reaction, double logHead, double networkOutput,
                                                  double limit) const
{
    const NetworkFrame &frame = m_base->frame();
    const bool isLog = frame.options.targetScale == TargetScale::Log10;
    const double share = m_head.record().networkShare[reaction];
    const auto at = static_cast<Index>(reaction);
    double network = frame.targetMean[at] + frame.targetSd[at] * networkOutput;
    Mixture out;
    out.byNetwork = share * frame.targetSd[at];
    if (isLog && (network < leastLog || network > mostLog)) {
        network = std::clamp(network, leastLog, mostLog);
        out.byNetwork = 0;
    }
    const double head = isLog ? logHead : std::pow(10.0, logHead);
    out.byHead = (1 - share) * (isLog ? 1 : head * std::log(10.0));
    out.value = share == 0 ? head : head + share * (network - head);
    const double most = toTrainedScale(limit, frame.options.targetScale);
    out.isAtLimit = out.value > most;
    if (out.isAtLimit)
        out = {most, 0, 0, true};
    else if (!isLog && out.value < 0)
        out = {};
    return out;
}

/// Adds one reaction's standardised outputs, and their slopes by bound (rows: samples) and by gene.
void CombinedNetwork::addOutput(std::size_t reaction, const MatrixF &whole,
                                const std::vector<BottleneckHead::Point> &points, VectorD &sum,
                                MatrixD *byBound, MatrixF *byGene) const
{
    const NetworkFrame &frame = m_base->frame();
    const auto at = static_cast<Index>(reaction);
    const double mean = frame.targetMean[at], sd = frame.targetSd[at];
    const bool usesNetwork = m_head.record().networkShare[reaction] > 0;
    const int own = m_head.limitOf(reaction);
    MatrixF ofNetwork;
    const VectorD network =
        usesNetwork ? m_base->output(static_cast<int>(reaction), whole, byGene ? &ofNetwork : nullptr)
                    : VectorD(VectorD::Zero(whole.rows()));
    VectorD slopes;
    for (Index row = 0; row < whole.rows(); ++row) {
        const BottleneckHead::Point &point = points[static_cast<std::size_t>(row)];
        slopes.setZero(point.bounds.size());
        const double head = m_head.logValue(point, reaction, 1, byBound ? &slopes : nullptr);
        const double limit = own < 0 ? BottleneckHead::noLimit : std::max(point.bounds[own], 0.0);
        const Mixture mixture = this->mixture(reaction, head, network[row], limit);
        sum[row] += (mixture.value - mean) / sd;
        if (!byBound)
            continue;
        if (usesNetwork)
            byGene->row(row) += ofNetwork.row(row) * static_cast<float>(mixture.byNetwork / sd);
        slopes *= mixture.byHead / sd;
        if (mixture.isAtLimit)
            slopes[own] = frame.options.targetScale == TargetScale::AsIs ? 1 / sd
                          : limit > BottleneckHead::leastCapacity        ? 1 / (limit * std::log(10.0) * sd)
                                                                         : 0;
        byBound->row(row) += slopes;
    }
}

VectorD CombinedNetwork::sumOfOutputs(const std::vector<int> &reactions, const MatrixF &expression,
                                      MatrixF *gradient) const
{
    VectorD sum = VectorD::Zero(expression.rows());
    if (gradient)
        gradient->setZero(expression.rows(), expression.cols());
    const MatrixF whole = filled(expression);
    std::vector<BottleneckHead::Point> points;
    for (Index row = 0; row < whole.rows(); ++row)
        points.push_back(m_head.pointAt(whole, row));
    MatrixD byBound;
    if (gradient && !points.empty())
        byBound.setZero(whole.rows(), points.front().bounds.size());
    for (const int reaction : reactions) {
        if (m_usesHead[static_cast<std::size_t>(reaction)]) {
            addOutput(static_cast<std::size_t>(reaction), whole, points, sum, gradient ? &byBound : nullptr,
                      gradient);
            continue;
        }
        MatrixF slope;
        sum += m_base->output(reaction, expression, gradient ? &slope : nullptr);
        if (gradient)
            *gradient += slope;
    }
    for (Index row = 0; row < byBound.rows(); ++row)
        m_head.addGeneGradient(points[static_cast<std::size_t>(row)], byBound.row(row), *gradient, row);
    return sum;
}

/// Where the head alone gives every output: LibTorch is not asked.
bool CombinedNetwork::isConcurrent() const
{
    const std::vector<int> &varying = m_base->frame().varying;
    return std::all_of(varying.begin(), varying.end(), [this](int reaction) {
        const auto at = static_cast<std::size_t>(reaction);
        return m_usesHead[at] && m_head.record().networkShare[at] == 0;
    });
}

VectorD CombinedNetwork::output(int reaction, const MatrixF &expression, MatrixF *gradient) const
{
    const auto at = static_cast<std::size_t>(reaction);
    if (reaction < 0 || at >= m_usesHead.size() || !m_usesHead[at])
        return m_base->output(reaction, expression, gradient);
    return sumOfOutputs({reaction}, expression, gradient);
}

VectorD CombinedNetwork::meanOutput(const MatrixF &expression, MatrixF *gradient) const
{
    const std::vector<int> &varying = m_base->frame().varying;
    const auto count = static_cast<double>(varying.size());
    const VectorD sum = sumOfOutputs(varying, expression, gradient);
    if (gradient)
        *gradient /= static_cast<float>(count);
    return sum / count;
}

std::vector<double> chooseShares(const CombinedNetwork &network, const MatrixD &truth,
                                 const MatrixD &byNetwork, const MatrixD &byHead, const MatrixD &limits)
{
    const TargetScale scale = network.options().targetScale;
    const Index rows = truth.rows();
    std::vector<double> shares;
    for (Index reaction = 0; reaction < truth.cols(); ++reaction) {
        if (!network.usesHead(static_cast<std::size_t>(reaction))) {
            shares.push_back(1);
            continue;
        }
        const auto errors = [&](double share) {
            VectorD out(rows);
            for (Index row = 0; row < rows; ++row) {
                const double value = network.mixed(byNetwork(row, reaction), byHead(row, reaction),
                                                   limits(row, reaction), share);
                const double error =
                    toTrainedScale(value, scale) - toTrainedScale(truth(row, reaction), scale);
                out[row] = error * error;
            }
            return out;
        };
        const VectorD without = errors(0);
        double best = 0, least = without.mean();
        for (int step = 1; step <= shareSteps; ++step) {
            const double share = static_cast<double>(step) / shareSteps;
            if (const double mean = errors(share).mean(); mean < least) {
                least = mean;
                best = share;
            }
        }
        const VectorD gains = without - errors(best);
        const double spread = (gains.array() - gains.mean()).matrix().norm();
        const double standardError =
            spread / std::sqrt(static_cast<double>(rows * std::max<Index>(1, rows - 1)));
        shares.push_back(gains.mean() > clearGain * standardError ? best : 0);
    }
    return shares;
}

} // namespace pathgan
