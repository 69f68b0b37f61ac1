// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/gan/module_p.h"
#include "core/gan/torch/evaluate_p.h"
#include "core/gan/torch/network_p.h"
#include "core/gan/torch/trainer_p.h"

#include <torch/version.h>

#include <chrono>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#ifdef _WIN32
#define PATHGAN_EXPORT __declspec(dllexport)
#else
#define PATHGAN_EXPORT __attribute__((visibility("default")))
#endif

namespace pathgan {

namespace {

/// A training step frees and asks again for the same few megabytes hundreds of times: glibc would hand them
/// back to the system each time, and the page faults cost more than the arithmetic.
void keepFreedMemory()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}

/// Goes on with a checkpoint, if there is one that fits.
std::unique_ptr<Trainer> makeTrainer(const TrainingSet &set, const TaskContext &context,
                                     const GanEpochCallback &onEpoch, CheckpointFile &checkpoints,
                                     GanRun &run)
{
    auto trainer = std::make_unique<Trainer>(set, context, onEpoch, checkpoints);
    const auto state = checkpoints.read();
    if (state && trainer->goOn(*state, run))
        return trainer;
    if (checkpoints.endsThere())
        return nullptr;
    if (!state)
        return trainer;
    run.history.clear();
    run.bestEpoch = 0;
    return std::make_unique<Trainer>(set, context, onEpoch, checkpoints);
}

ModuleRun networkRun(const TrainingSet &set, std::shared_ptr<Generator> generator,
                     std::shared_ptr<Critic> critic, GanRun run)
{
    auto network = std::make_shared<TorchNetwork>(set.frame, std::move(generator),
                                                  run.options.criticSteps > 0 ? std::move(critic) : nullptr);
    run.predicted = fluxesFrom(network->outputs(set.inputs), set.frame);
    return {std::move(run), network, nullptr};
}

/// Of the epoch just finished, with a network of its own.
ModuleRun epochRun(const TrainingSet &set, const Trainer &trainer, GanRun run)
{
    run.bestEpoch = run.history.back().epoch;
    run.stoppedEarly = run.bestEpoch < set.frame.options.epochs;
    return networkRun(set, trainer.copyOfGenerator(), trainer.copyOfCritic(), std::move(run));
}

class TorchModule : public GanModule
{
public:
    std::string version() const override { return TORCH_VERSION; }

    double matrixSpeed() const override
    {
        useOneThread();
        constexpr std::int64_t size = 256;
        const auto a = torch::ones({size, size});
        auto best = std::chrono::duration<double>::max();
        for (int i = 0; i < 5; ++i) {
            const auto start = std::chrono::steady_clock::now();
            const auto product = a.matmul(a);
            best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start));
        }
        return 2.0 * size * size * size / best.count() / 1e9;
    }

    Result<ModuleRun> train(const GanInput &input, const TrainingSet &set, const TaskContext &context,
                            const GanEpochCallback &onEpoch, TrainingKeeper *keeper) const override
    {
        useOneThread();
        keepFreedMemory();
        GanRun run;
        run.options = set.frame.options;
        run.samples = input.samples;
        run.reactions = input.reactions;
        run.trainSamples = set.split.train;
        run.validationSamples = set.split.validation;
        run.testSamples = set.split.test;
        run.inputHashes = input.inputHashes;
        TrainingKeeper none;
        TrainingKeeper &kept = keeper ? *keeper : none;
        const auto trainer = makeTrainer(set, context, onEpoch, kept.checkpoints, run);
        if (!trainer)
            return Error{ErrorCode::MissingInput, marked("Core", "unfinished training")};
        if (kept.onNetwork)
            trainer->afterEpochs(kept.networkEpochs, [&](const GanRun &soFar) {
                kept.onNetwork(epochRun(set, *trainer, soFar));
            });
        if (auto trained = trainer->train(run); !trained)
            return trained.error();
        return networkRun(set, trainer->generator(), trainer->critic(), std::move(run));
    }

    Result<ModuleRun> load(std::string bytes, const std::string &name) const override
    {
        useOneThread();
        return readNetwork(std::move(bytes), name);
    }

    Result<PlainArrays> evaluate(const std::string &what, const PlainArrays &in) const override
    {
        useOneThread();
        return evaluateReference(what, in);
    }
};

} // namespace

} // namespace pathgan

extern "C" PATHGAN_EXPORT const pathgan::GanModule *pathganTorchModule(std::uint64_t version)
{
    static const pathgan::TorchModule module;
    return version == pathgan::ganModuleVersion ? &module : nullptr;
}
