// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/gan/checkpoint_p.h"
#include "core/gan/prepared_p.h"
#include "core/gan/torch/critic_p.h"
#include "core/gan/torch/generator_p.h"
#include "core/gan/torch/optimizer_p.h"

#include <functional>
#include <memory>
#include <optional>

namespace pathgan {

/// The training loop; one use.
class Trainer
{
public:
    Trainer(const TrainingSet &set, const TaskContext &context, const GanEpochCallback &onEpoch,
            CheckpointFile &checkpoints);
    /// Goes on with the state that an earlier one of the same set kept, whose history and best epoch run
    /// gets. False where it is none, which is told: this trainer and the run are of no use then.
    bool goOn(const std::string &state, GanRun &run);
    /// Fills history, bestEpoch, stoppedEarly and warnings of run; the best generator is left in generator().
    Result<void> train(GanRun &run);
    std::shared_ptr<Generator> generator() const { return m_averaged; }
    /// As it is now; what is drawn at random later does not change by it.
    std::shared_ptr<Generator> copyOfGenerator() const;
    std::shared_ptr<Critic> copyOfCritic() const;
    /// done hears of the run so far after every so many epochs.
    void afterEpochs(int epochs, std::function<void(const GanRun &)> done);
    std::shared_ptr<Critic> critic() const { return m_critic; } ///< of the same epoch

private:
    struct Sums
    {
        double generator = 0, critic = 0, penalty = 0, gradient = 0;
        int generatorSteps = 0, criticSteps = 0;
    };
    /// The next step. With networks, optimisers and random streams it is all there is to go on with.
    struct Position
    {
        int epoch = 1;
        std::vector<std::vector<std::size_t>> batches = {}; ///< of the epoch; empty: not drawn yet
        std::size_t batch = 0;
        int criticStep = 0;
        Sums sums = {}; ///< of the epoch so far
    };
    /// Why it cannot go on.
    enum class Failure { None, NotFinite, Exploded, Collapsed };

    bool runEpoch(GanRun &run);
    Result<bool> endEpoch(GanRun &run);
    GanEpoch summary();
    bool keepIfBest(const GanEpoch &epoch, GanRun &run);
    void criticStep(const std::vector<std::size_t> &batch);
    void generatorStep(const std::vector<std::size_t> &batch);
    std::vector<std::vector<std::size_t>> epochBatches();
    std::vector<std::size_t> randomBatch(std::size_t size);
    torch::Tensor rows(const torch::Tensor &values, const std::vector<std::size_t> &batch) const;
    static void copyParameters(const torch::nn::Module &from, const torch::nn::Module &to);
    void validate(GanEpoch &epoch);
    void validateGradient(GanEpoch &epoch) const;
    void keepWeights();
    void restoreWeights();
    void warn(GanRun &run) const;
    void keepState(GanRun &run);
    void passState(StateStream &stream, GanRun &run);

    const TrainingSet &m_set;
    const GanOptions &m_options;
    const TaskContext &m_context;
    const GanEpochCallback &m_onEpoch;
    CheckpointFile &m_checkpoints;
    Random m_random, m_gradientRandom;
    torch::Tensor m_x, m_y; ///< training samples
    MatrixF m_validationX;  ///< standardised
    MatrixD m_validationY;  ///< standardised
    std::optional<GradientTask> m_validationTask;
    std::shared_ptr<Generator> m_generator;
    std::shared_ptr<Generator> m_averaged; ///< what is judged and kept; m_generator itself without averaging
    int m_steps = 0;
    Position m_at;
    double m_bestScore;  ///< of validation, by the metric of the options; higher is better
    double m_spread = 0; ///< mean standard deviation of the validation samples' predictions, standardised
    bool m_hasVaried = false;
    int m_flatEpochs = 0; ///< in a row, after it has varied
    Failure m_failure = Failure::None;
    int m_snapshotEpochs = 0;
    std::function<void(const GanRun &)> m_onSnapshot;
    std::shared_ptr<Critic> m_critic;
    std::optional<NetworkOptimizer> m_generatorOptimizer, m_criticOptimizer;
    std::vector<torch::Tensor> m_best, m_bestCritic;
};

} // namespace pathgan
