// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/torch/network_p.h"

#include <algorithm>
#include <cstring>

namespace pathgan {

namespace {

constexpr Index rowsAtOnce = 256;

/// Takes the noise back out of the generator.
class NoiseOfPass
{
public:
    explicit NoiseOfPass(Generator &generator) : m_generator(generator) {}
    ~NoiseOfPass() { m_generator.setNoise({}); }
    NoiseOfPass(const NoiseOfPass &) = delete;
    NoiseOfPass &operator=(const NoiseOfPass &) = delete;

private:
    Generator &m_generator;
};

} // namespace

void useOneThread()
{
    if (torch::get_num_threads() != 1)
        torch::set_num_threads(1);
}

torch::Tensor toTensor(const MatrixF &values)
{
    auto tensor = torch::empty({values.rows(), values.cols()}, torch::kFloat32);
    std::memcpy(tensor.data_ptr<float>(), values.data(),
                static_cast<std::size_t>(values.size()) * sizeof(float));
    return tensor;
}

MatrixF toMatrix(const torch::Tensor &tensor)
{
    const auto plain = tensor.detach().to(torch::kFloat32).contiguous();
    return Eigen::Map<const MatrixF>(plain.data_ptr<float>(), plain.size(0), plain.size(1));
}

TorchNetwork::TorchNetwork(NetworkFrame frame, std::shared_ptr<Generator> generator,
                           std::shared_ptr<Critic> critic)
    : m_frame(std::move(frame)), m_generator(std::move(generator)), m_critic(std::move(critic))
{
    m_generator->eval();
    for (auto &parameter : m_generator->parameters())
        parameter.set_requires_grad(false);
    if (!m_critic)
        return;
    m_critic->eval();
    for (auto &parameter : m_critic->parameters())
        parameter.set_requires_grad(false);
}

MatrixF TorchNetwork::outputs(const MatrixF &inputs, const MatrixF &noise) const
{
    useOneThread();
    const torch::NoGradGuard noGradient;
    const NoiseOfPass noNoise(*m_generator);
    MatrixF out(inputs.rows(), static_cast<Index>(m_frame.varying.size()));
    for (Index begin = 0; begin < inputs.rows(); begin += rowsAtOnce) {
        const Index rows = std::min(rowsAtOnce, inputs.rows() - begin);
        if (noise.cols() > 0)
            m_generator->setNoise(toTensor(noise.middleRows(begin, rows)));
        out.middleRows(begin, rows) =
            toMatrix(m_generator->forward(toTensor(inputs.middleRows(begin, rows)), false).y);
    }
    return out;
}

MatrixD TorchNetwork::predict(const MatrixF &expression) const
{
    return fluxesFrom(outputs(standardised(expression, m_frame)), m_frame);
}

MatrixD TorchNetwork::generate(const std::vector<std::string> & /*names*/, const MatrixF &expression,
                               const MatrixF &noise) const
{
    return fluxesFrom(outputs(standardised(expression, m_frame), noise), m_frame);
}

VectorD TorchNetwork::criticScores(const MatrixD &fluxes) const
{
    if (!m_critic || fluxes.rows() == 0)
        return {};
    useOneThread();
    const torch::NoGradGuard noGradient;
    const auto scores =
        m_critic->score(toTensor(standardisedFluxes(fluxes, m_frame))).to(torch::kFloat64).contiguous();
    return Eigen::Map<const VectorD>(scores.data_ptr<double>(), scores.size(0));
}

VectorD TorchNetwork::evaluate(std::int64_t position, const MatrixF &expression, MatrixF *gradient) const
{
    useOneThread();
    VectorD values(expression.rows());
    if (gradient)
        gradient->resize(expression.rows(), expression.cols());
    for (Index begin = 0; begin < expression.rows(); begin += rowsAtOnce) {
        const Index rows = std::min(rowsAtOnce, expression.rows() - begin);
        auto x = toTensor(standardised(expression.middleRows(begin, rows), m_frame));
        x.set_requires_grad(gradient != nullptr);
        const torch::AutoGradMode mode(gradient != nullptr);
        const auto y = m_generator->forward(x, false).y;
        const auto value = position < 0 ? y.mean(1) : y.select(1, position);
        const auto plain = value.detach().to(torch::kFloat64).contiguous();
        values.segment(begin, rows) = Eigen::Map<const VectorD>(plain.data_ptr<double>(), rows);
        if (!gradient)
            continue;
        const MatrixF slope = toMatrix(torch::autograd::grad({value.sum()}, {x})[0]);
        gradient->middleRows(begin, rows) = slope.array().rowwise() / m_frame.geneSd.transpose().array();
    }
    return values;
}

VectorD TorchNetwork::meanOutput(const MatrixF &expression, MatrixF *gradient) const
{
    return evaluate(-1, expression, gradient);
}

VectorD TorchNetwork::output(int reaction, const MatrixF &expression, MatrixF *gradient) const
{
    const auto at = std::find(m_frame.varying.begin(), m_frame.varying.end(), reaction);
    if (at != m_frame.varying.end())
        return evaluate(at - m_frame.varying.begin(), expression, gradient);
    if (gradient)
        gradient->setZero(expression.rows(), expression.cols());
    return VectorD::Zero(expression.rows());
}

PathwayAttention TorchNetwork::attention(const MatrixF &expression) const
{
    if (m_frame.tokens.empty())
        return {};
    useOneThread();
    const torch::NoGradGuard noGradient;
    const MatrixF inputs = standardised(expression, m_frame);
    const auto count = static_cast<Index>(m_frame.tokens.size());
    PathwayAttention out;
    out.tokens = m_frame.tokens;
    out.received.resize(inputs.rows(), count);
    out.pairs.resize(inputs.rows(), count * count);
    out.byHead.assign(static_cast<std::size_t>(m_frame.options.heads), MatrixD::Zero(count, count));
    for (Index begin = 0; begin < inputs.rows(); begin += rowsAtOnce) {
        const Index rows = std::min(rowsAtOnce, inputs.rows() - begin);
        // [batch, heads, queries, keys]
        const auto weights = m_generator->forward(toTensor(inputs.middleRows(begin, rows)), false).attention;
        out.received.middleRows(begin, rows) = toMatrix(weights.mean(1).mean(1)).cast<double>();
        out.pairs.middleRows(begin, rows) = toMatrix(weights.mean(1).reshape({rows, count * count}));
        for (std::size_t head = 0; head < out.byHead.size(); ++head)
            out.byHead[head] +=
                toMatrix(weights.select(1, static_cast<std::int64_t>(head)).sum(0)).cast<double>();
    }
    for (MatrixD &head : out.byHead)
        head /= std::max<double>(1, static_cast<double>(inputs.rows()));
    return out;
}

MatrixD TorchNetwork::attentionGeneScores(const MatrixF &expression) const
{
    const MatrixD received = attention(expression).received;
    if (received.size() == 0)
        return {};
    const MatrixF inputs = standardised(expression, m_frame);
    const auto norms = m_generator->geneNorms();
    MatrixD out = MatrixD::Zero(inputs.rows(), inputs.cols());
    for (std::size_t p = 0; p < norms.size(); ++p)
        for (std::size_t k = 0; k < m_frame.tokenGenes[p].size(); ++k) {
            const Index gene = m_frame.tokenGenes[p][k];
            const double norm = norms[p][static_cast<std::int64_t>(k)].item<double>();
            out.col(gene) += received.col(static_cast<Index>(p)) * norm;
        }
    return out.cwiseProduct(inputs.cast<double>().cwiseAbs());
}

void TorchNetwork::setRecord(const GanRun &run, std::shared_ptr<const BottleneckRecord> head)
{
    m_record = run;
    m_record.network.reset();
    m_head = std::move(head);
}

} // namespace pathgan
