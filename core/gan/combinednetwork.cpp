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

MatrixD CombinedNetwork::predict(const MatrixF &expression, const std::vector<int> &leftOut) const
{
    MatrixD out = m_base->predict(expression);
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

VectorD CombinedNetwork::output(int reaction, const MatrixF &expression, MatrixF *gradient) const
{
    const auto at = static_cast<std::size_t>(reaction);
    if (reaction < 0 || at >= m_usesHead.size() || !m_usesHead[at])
        return m_base->output(reaction, expression, gradient);
    const MatrixF whole = filled(expression);
    VectorD values = VectorD::Zero(whole.rows());
    if (m_head.record().networkShare[at] > 0)
        values = m_base->output(reaction, whole, gradient);
    else if (gradient)
        gradient->setZero(whole.rows(), whole.cols());
    const NetworkFrame &frame = m_base->frame();
    const double mean = frame.targetMean[reaction], sd = frame.targetSd[reaction];
    const int own = m_head.limitOf(at);
    VectorD slopes;
    for (Index row = 0; row < whole.rows(); ++row) {
        const BottleneckHead::Point point = m_head.pointAt(whole, row);
        slopes.setZero(point.bounds.size());
        const double head = m_head.logValue(point, at, 1, gradient ? &slopes : nullptr);
        const double limit = own < 0 ? BottleneckHead::noLimit : std::max(point.bounds[own], 0.0);
        const Mixture mixture = this->mixture(at, head, values[row], limit);
        values[row] = (mixture.value - mean) / sd;
        if (!gradient)
            continue;
        gradient->row(row) *= static_cast<float>(mixture.byNetwork / sd);
        slopes *= mixture.byHead / sd;
        if (mixture.isAtLimit)
            slopes[own] = frame.options.targetScale == TargetScale::AsIs ? 1 / sd
                          : limit > BottleneckHead::leastCapacity        ? 1 / (limit * std::log(10.0) * sd)
                                                                         : 0;
        m_head.addGeneGradient(point, slopes, *gradient, row);
    }
    return values;
}

VectorD CombinedNetwork::meanOutput(const MatrixF &expression, MatrixF *gradient) const
{
    const std::vector<int> &varying = m_base->frame().varying;
    VectorD sum = VectorD::Zero(expression.rows());
    if (gradient)
        gradient->setZero(expression.rows(), expression.cols());
    MatrixF slope;
    for (const int reaction : varying) {
        sum += output(reaction, expression, gradient ? &slope : nullptr);
        if (gradient)
            *gradient += slope;
    }
    const auto count = static_cast<double>(varying.size());
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
