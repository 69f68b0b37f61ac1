// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/gan/prepared_p.h"
#include "core/gan/torch/critic_p.h"
#include "core/gan/torch/generator_p.h"
#include "core/gan/torch/optimizer_p.h"

#include <memory>
#include <optional>

namespace pathgan {

/// The training loop; one use.
class Trainer
{
public:
    Trainer(const TrainingSet &set, const TaskContext &context, const GanEpochCallback &onEpoch);
    /// Fills history, bestEpoch, stoppedEarly and warnings of run; the best generator is left in generator().
    Result<void> train(GanRun &run);
    std::shared_ptr<Generator> generator() const { return m_averaged; }
    std::shared_ptr<Critic> critic() const { return m_critic; } ///< of the same epoch

private:
    struct Sums
    {
        double generator = 0, critic = 0, penalty = 0, gradient = 0;
        int generatorSteps = 0, criticSteps = 0;
    };
    bool runEpoch(Sums &sums);
    void criticStep(const std::vector<std::size_t> &batch, Sums &sums);
    void generatorStep(const std::vector<std::size_t> &batch, Sums &sums);
    std::vector<std::vector<std::size_t>> epochBatches();
    std::vector<std::size_t> randomBatch(std::size_t size);
    torch::Tensor rows(const torch::Tensor &values, const std::vector<std::size_t> &batch) const;
    void copyToAverage();
    void validate(GanEpoch &epoch) const;
    void validateGradient(GanEpoch &epoch) const;
    void keepWeights();
    void restoreWeights();
    void warn(GanRun &run) const;

    const TrainingSet &m_set;
    const GanOptions &m_options;
    const TaskContext &m_context;
    const GanEpochCallback &m_onEpoch;
    Random m_random, m_gradientRandom;
    torch::Tensor m_x, m_y; ///< training samples
    MatrixF m_validationX;  ///< standardised
    MatrixD m_validationY;  ///< standardised
    std::optional<GradientTask> m_validationTask;
    std::shared_ptr<Generator> m_generator;
    std::shared_ptr<Generator> m_averaged; ///< what is judged and kept; m_generator itself without averaging
    int m_steps = 0;
    std::shared_ptr<Critic> m_critic;
    std::optional<NetworkOptimizer> m_generatorOptimizer, m_criticOptimizer;
    std::vector<torch::Tensor> m_best, m_bestCritic;
};

} // namespace pathgan
