// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/bottleneck.h"
#include "core/gan/checkpoint_p.h"
#include "core/gan/prepared_p.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace pathgan {

/// A dense array that crosses the module's border, row-major.
struct PlainArray
{
    std::vector<std::int64_t> shape;
    std::vector<double> values;
};
using PlainArrays = std::map<std::string, PlainArray>;

/// A network of the module, without a head.
class RecordedNetwork : public TrainedNetwork
{
public:
    virtual const NetworkFrame &frame() const = 0;
    /// What encoded() holds beside the weights; head may be null.
    virtual void setRecord(const GanRun &run, std::shared_ptr<const BottleneckRecord> head) = 0;
};

/// A run as the module knows it: its network is none yet.
struct ModuleRun
{
    GanRun run;
    std::shared_ptr<RecordedNetwork> network;
    std::shared_ptr<const BottleneckRecord> head; ///< of a file; null: none
};

/// What is kept of a training while it runs.
struct TrainingKeeper
{
    CheckpointFile checkpoints = {};
    int networkEpochs = 0;                         ///< 0: never
    std::function<void(ModuleRun)> onNetwork = {}; ///< after every so many epochs: the run so far
};

/// What the module that holds LibTorch offers. No exception of LibTorch's crosses it where it means a bad
/// file.
class GanModule
{
public:
    virtual ~GanModule() = default;
    virtual std::string version() const = 0; ///< LibTorch's
    /// GFLOP/s of a short single-precision matrix product on one thread.
    virtual double matrixSpeed() const = 0;
    /// History, best epoch, the trainer's warnings and the predictions of the network alone. keeper: null:
    /// nothing is kept.
    virtual Result<ModuleRun> train(const GanInput &input, const TrainingSet &set, const TaskContext &context,
                                    const GanEpochCallback &onEpoch,
                                    TrainingKeeper *keeper = nullptr) const = 0;
    virtual Result<ModuleRun> load(std::string bytes, const std::string &name) const = 0;
    /// One layer, network, loss or optimiser on given numbers in float64, with gradients: for the tests.
    virtual Result<PlainArrays> evaluate(const std::string &what, const PlainArrays &in) const = 0;
};

/// Program and module must have been built from the same headers: raised with every change of GanModule, and
/// it holds the sizes of what crosses the border.
constexpr std::uint64_t ganModuleVersion =
    (std::uint64_t{5} << 48) + (static_cast<std::uint64_t>(sizeof(GanOptions)) << 32) +
    (static_cast<std::uint64_t>(sizeof(GanInput) + sizeof(TrainingSet)) << 16) + sizeof(GanRun);
constexpr const char *ganModuleEntry = "pathganTorchModule";
using GanModuleEntry = const GanModule *(*)(std::uint64_t version);

/// The module, opened once; which BLAS it got.
struct LoadedModule
{
    const GanModule *module = nullptr;
    std::string blas; ///< OpenBLAS's own description, or the file of the BLAS
    bool slowBlas = false;
};
/// LibraryMissing with the loader's message.
Result<LoadedModule> loadGanModule();

} // namespace pathgan
