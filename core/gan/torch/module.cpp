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

constexpr const char *warnRidge = marked("Core", "Ridge regression predicts better than the network");
constexpr const char *warnNearest = marked("Core", "Nearest neighbours predict better than the network");
constexpr const char *warnMean = marked("Core", "The training mean predicts better than the network");

/// A training step frees and asks again for the same few megabytes hundreds of times: glibc would hand them
/// back to the system each time, and the page faults cost more than the arithmetic.
void keepFreedMemory()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}

void scoreRun(const GanInput &input, const TrainingSet &set, GanRun &run)
{
    const auto &rows = set.split.test;
    MatrixD truth(static_cast<Index>(rows.size()), input.targets.cols()), predicted = truth;
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        truth.row(static_cast<Index>(i)) = input.targets.row(rows[i]);
        predicted.row(static_cast<Index>(i)) = run.predicted.row(rows[i]);
        if (!input.cohortLabels.empty())
            labels.push_back(input.cohortLabels[static_cast<std::size_t>(rows[i])]);
    }
    run.test = scorePredictions(truth, predicted, labels, run.options.targetScale);
    run.baselines = set.baselines;
    if (run.baselines.ridge.pearson > run.test.pearson)
        run.warnings.emplace_back(warnRidge);
    if (run.baselines.nearest.pearson > run.test.pearson)
        run.warnings.emplace_back(warnNearest);
    if (run.baselines.meanOnly.mse < run.test.mse)
        run.warnings.emplace_back(warnMean);
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

    Result<GanRun> train(const GanInput &input, const TrainingSet &set, const TaskContext &context,
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
        auto network = std::make_shared<TorchNetwork>(set.frame, trainer.generator());
        run.predicted = fluxesFrom(network->outputs(set.inputs), set.frame);
        scoreRun(input, set, run);
        network->setRecord(run);
        run.network = network;
        return run;
    }

    Result<GanRun> load(const std::filesystem::path &path) const override
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
