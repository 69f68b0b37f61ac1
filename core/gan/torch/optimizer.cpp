// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/torch/optimizer_p.h"

#include "core/base/matrix.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string>

namespace pathgan {

namespace {

constexpr double epsilon = 1e-8;
constexpr Index blockSize = 2048; // what one block needs stays in the first cache

/// Adam moves every weight by about the rate whatever the layer's width, so a layer's output moves with its
/// fan-in: with 20,000 genes a rate fit for 64 inputs throws it off (Yang & Hu 2021 divide by the fan-in).
double rateFactor(const std::string &name, const torch::Tensor &weights)
{
    constexpr double referenceWidth = 64;
    if (weights.dim() != 2 || name == "b")
        return 1;
    const auto fanIn =
        static_cast<double>(weights.size(name.rfind("W_", 0) == 0 ? 0 : 1)); // token maps lie genes × d
    return std::min(1.0, referenceWidth / fanIn);
}

std::unique_ptr<torch::optim::Optimizer> makeRmsprop(const torch::nn::Module &module,
                                                     const std::vector<double> &rates)
{
    std::vector<torch::optim::OptimizerParamGroup> groups;
    const auto parameters = module.parameters();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        torch::optim::OptimizerParamGroup group(std::vector<torch::Tensor>{parameters[i]});
        group.set_options(std::make_unique<torch::optim::RMSpropOptions>(rates[i]));
        groups.push_back(std::move(group));
    }
    return std::make_unique<torch::optim::RMSprop>(groups);
}

template <class Real>
using Block = Eigen::Map<Eigen::Array<Real, Eigen::Dynamic, 1>>;

template <class Real>
Block<Real> block(const torch::Tensor &values, Index begin, Index size)
{
    return {values.data_ptr<Real>() + begin, size};
}

} // namespace

NetworkOptimizer::NetworkOptimizer(const torch::nn::Module &module, const GanOptions &options, bool scaled,
                                   const torch::nn::Module *average)
    : m_beta1(options.beta1), m_beta2(options.beta2)
{
    std::vector<double> rates;
    const auto averages = average ? average->parameters() : std::vector<torch::Tensor>();
    for (const auto &item : module.named_parameters()) {
        Part part;
        part.weights = item.value();
        part.rate = options.learningRate * (scaled ? rateFactor(item.key(), item.value()) : 1);
        if (average)
            part.average = averages[m_parts.size()];
        rates.push_back(part.rate);
        m_parts.push_back(std::move(part));
    }
    if (options.lipschitz == Lipschitz::WeightClipping)
        m_rmsprop = makeRmsprop(module, rates);
}

void NetworkOptimizer::zeroGradients()
{
    for (auto &part : m_parts)
        part.weights.mutable_grad() = torch::Tensor();
}

void NetworkOptimizer::step(double decay)
{
    const torch::NoGradGuard noGradient;
    if (m_rmsprop)
        m_rmsprop->step();
    for (auto &part : m_parts) {
        if (!m_rmsprop && part.weights.grad().defined())
            adam(part, decay);
        else if (part.average.defined())
            part.average.lerp_(part.weights, 1 - decay);
    }
}

void NetworkOptimizer::passState(StateStream &stream)
{
    for (auto &part : m_parts) {
        stream.pass(part.steps);
        stream.pass(part.mean);
        stream.pass(part.square);
    }
    if (!m_rmsprop)
        return;
    std::string bytes;
    if (!stream.isReading()) {
        torch::serialize::OutputArchive archive;
        m_rmsprop->save(archive);
        std::ostringstream out;
        archive.save_to(out);
        bytes = std::move(out).str();
    }
    stream.pass(bytes);
    if (!stream.isReading() || !stream.isGood())
        return;
    std::istringstream in(bytes);
    torch::serialize::InputArchive archive;
    archive.load_from(in);
    m_rmsprop->load(archive);
}

/// As torch.optim.Adam computes it, and the average, in one pass over the memory.
void NetworkOptimizer::adam(Part &part, double decay) const
{
    if (!part.square.defined()) {
        part.square = torch::zeros_like(part.weights);
        if (m_beta1 > 0)
            part.mean = torch::zeros_like(part.weights);
    }
    ++part.steps;
    const double rate = part.rate / (1 - std::pow(m_beta1, part.steps));
    const double correction = std::sqrt(1 - std::pow(m_beta2, part.steps));
    const auto gradient = part.weights.grad().contiguous();
    AT_DISPATCH_FLOATING_TYPES(part.weights.scalar_type(), "adam", [&] {
        using Real = scalar_t;
        const auto beta1 = static_cast<Real>(m_beta1), beta2 = static_cast<Real>(m_beta2);
        const auto rest1 = static_cast<Real>(1 - m_beta1), rest2 = static_cast<Real>(1 - m_beta2);
        for (Index begin = 0; begin < part.weights.numel(); begin += blockSize) {
            const Index size = std::min<Index>(blockSize, part.weights.numel() - begin);
            auto slope = block<Real>(gradient, begin, size);
            auto square = block<Real>(part.square, begin, size);
            auto weights = block<Real>(part.weights, begin, size);
            square = beta2 * square + rest2 * slope.square();
            auto mean = part.mean.defined() ? block<Real>(part.mean, begin, size) : slope;
            if (part.mean.defined())
                mean = beta1 * mean + rest1 * slope;
            weights -= static_cast<Real>(rate) * mean /
                       (square.sqrt() / static_cast<Real>(correction) + static_cast<Real>(epsilon));
            if (part.average.defined()) {
                auto average = block<Real>(part.average, begin, size);
                average += static_cast<Real>(1 - decay) * (weights - average);
            }
        }
    });
}

} // namespace pathgan
