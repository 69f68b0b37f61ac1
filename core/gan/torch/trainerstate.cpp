// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/torch/trainer_p.h"

#include "core/base/marked.h"

namespace pathgan {

namespace {

/// Of LibTorch's own, which dropout draws from.
torch::Tensor randomState()
{
    auto random = at::detail::getDefaultCPUGenerator();
    const std::scoped_lock lock(random.mutex());
    return random.get_state();
}

void setRandomState(const torch::Tensor &state)
{
    auto random = at::detail::getDefaultCPUGenerator();
    const std::scoped_lock lock(random.mutex());
    random.set_state(state);
}

void passTorchRandom(StateStream &stream)
{
    auto state = randomState();
    stream.pass(state);
    if (stream.isReading() && stream.isGood())
        setRandomState(state);
}

} // namespace

void Trainer::passState(StateStream &stream, GanRun &run)
{
    stream.pass(m_at.epoch);
    stream.pass(m_at.batches);
    stream.pass(m_at.batch);
    stream.pass(m_at.criticStep);
    stream.pass(m_at.sums);
    stream.pass(m_steps);
    stream.pass(m_bestScore);
    stream.pass(m_hasVaried);
    stream.pass(m_flatEpochs);
    stream.pass(m_random);
    stream.pass(m_gradientRandom);
    passTorchRandom(stream);
    stream.pass(m_generator->parameters());
    if (m_averaged != m_generator)
        stream.pass(m_averaged->parameters());
    stream.pass(m_critic->parameters());
    stream.pass(m_best);
    stream.pass(m_bestCritic);
    m_generatorOptimizer->passState(stream);
    m_criticOptimizer->passState(stream);
    stream.pass(run.history);
    stream.pass(run.bestEpoch);
}

void Trainer::keepState(GanRun &run)
{
    const bool hasBegun = m_steps > 0 || m_at.criticStep > 0;
    if (!m_checkpoints.isWanted() || !hasBegun)
        return;
    StateStream stream;
    passState(stream, run);
    m_checkpoints.write(stream.bytes());
}

std::shared_ptr<Generator> Trainer::copyOfGenerator() const
{
    const auto before = randomState(); // a new one draws its first weights
    auto copy = makeGenerator(m_set.frame);
    setRandomState(before);
    copyParameters(*m_averaged, *copy);
    return copy;
}

std::shared_ptr<Critic> Trainer::copyOfCritic() const
{
    const auto before = randomState();
    auto copy = makeCritic(m_set.frame);
    setRandomState(before);
    copyParameters(*m_critic, *copy);
    return copy;
}

bool Trainer::goOn(const std::string &state, GanRun &run)
{
    StateStream stream(state);
    try {
        passState(stream, run);
    } catch (const c10::Error &) {
        m_checkpoints.tell({CheckpointNews::Kind::Damaged, 0, {}});
        return false;
    }
    if (!stream.isGood() || !stream.isAtEnd()) {
        m_checkpoints.tell({CheckpointNews::Kind::Damaged, 0, {}});
        return false;
    }
    m_checkpoints.tell({CheckpointNews::Kind::Continued, m_at.epoch, {}});
    if (m_onEpoch)
        for (const GanEpoch &epoch : run.history)
            m_onEpoch(epoch);
    m_context.report(marked("Core", "Training"), m_at.epoch - 1, m_options.epochs);
    return true;
}

} // namespace pathgan
