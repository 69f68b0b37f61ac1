// SPDX-License-Identifier: GPL-3.0-or-later
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
                            const GanEpochCallback &onEpoch) const override
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
        Trainer trainer(set, context, onEpoch);
        if (auto trained = trainer.train(run); !trained)
            return trained.error();
        auto network = std::make_shared<TorchNetwork>(
            set.frame, trainer.generator(), run.options.criticSteps > 0 ? trainer.critic() : nullptr);
        run.predicted = fluxesFrom(network->outputs(set.inputs), set.frame);
        return ModuleRun{std::move(run), network, nullptr};
    }

    Result<ModuleRun> load(const std::filesystem::path &path) const override
    {
        useOneThread();
        return readNetwork(path);
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
