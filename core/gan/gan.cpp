// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/gan.h"
#include "core/base/marked.h"
#include "core/base/outputfile.h"
#include "core/gan/bottleneck_p.h"

#include <fstream>
#include <sstream>
#include <string_view>

namespace pathgan {

namespace {

constexpr const char *slowBlasWarning = marked("Core", "Slow BLAS: install OpenBLAS");

/// BLAS and processor are part of it: others sum in another order.
CheckpointFile checkpointFile(const GanCheckpoints &wanted, const TrainingSet &set,
                              const LoadedModule &loaded)
{
    if (wanted.path.empty())
        return {};
    return {wanted, trainingKey(set, wanted.version + '\n' + std::to_string(ganModuleVersion) + '\n' +
                                         loaded.module->version() + '\n' + loaded.blas)};
}

/// Each is a network as the whole training writes it, with its own scores.
TrainingKeeper trainingKeeper(const GanCheckpoints &wanted, const GanInput &input, const TrainingSet &set,
                              const LoadedModule &loaded)
{
    TrainingKeeper keeper{checkpointFile(wanted, set, loaded), wanted.networkEpochs, {}};
    if (wanted.networkEpochs <= 0)
        return keeper;
    keeper.onNetwork = [&](ModuleRun made) {
        finishRun(input, set, made.network, made.run);
        const auto path = epochNetworkPath(wanted.network, made.run.bestEpoch);
        if (const auto saved = made.run.network->save(path); !saved && wanted.onNews)
            wanted.onNews({CheckpointNews::Kind::NotWritten, made.run.bestEpoch, saved.error().detail});
    };
    return keeper;
}

} // namespace

Result<GanRun> trainGan(const GanInput &input, const GanOptions &options, const TaskContext &context,
                        const GanEpochCallback &onEpoch, const GanCheckpoints &checkpoints)
{
    if (auto checked = options.check(); !checked)
        return checked.error();
    context.report(marked("Core", "Preparing"), 0, 0);
    auto set = prepareTraining(input, options);
    if (!set)
        return set.error();
    if (context.isCancelled())
        return Error{ErrorCode::Cancelled, {}};
    context.report(marked("Core", "Baselines"), 0, 0);
    auto baselines = scoreBaselines(input, set->split, options.targetScale, options.seed, context);
    if (!baselines)
        return baselines.error();
    set->baselines = *baselines;
    context.report(marked("Core", "Loading LibTorch"), 0, 0);
    auto loaded = loadGanModule();
    if (!loaded)
        return loaded.error();
    TrainingKeeper keeper = trainingKeeper(checkpoints, input, *set, *loaded);
    auto made = loaded->module->train(input, *set, context, onEpoch, &keeper);
    if (!made)
        return made.error();
    finishRun(input, *set, made->network, made->run);
    if (loaded->slowBlas)
        made->run.warnings.emplace_back(slowBlasWarning);
    return std::move(made->run);
}

Result<void> TrainedNetwork::save(const std::filesystem::path &path) const
{
    const Result<std::string> bytes = encoded();
    return bytes ? writeFile(path, *bytes) : Result<void>(bytes.error());
}

Result<GanRun> loadNetwork(const std::filesystem::path &path)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return Error{ErrorCode::FileNotFound, path.string()};
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error{ErrorCode::FileUnreadable, path.string()};
    std::ostringstream content;
    content << file.rdbuf();
    return decodeNetwork(std::move(content).str(), path.string());
}

Result<GanRun> decodeNetwork(std::string bytes, const std::string &name)
{
    constexpr std::string_view archiveStart = "PK\x03\x04";
    if (bytes.empty())
        return Error{ErrorCode::FileEmpty, name};
    if (!bytes.starts_with(archiveStart))
        return Error{ErrorCode::UnknownFormat, name};
    auto loaded = loadGanModule();
    if (!loaded)
        return loaded.error();
    auto read = loaded->module->load(std::move(bytes), name);
    if (!read)
        return read.error();
    read->run.network = networkOf(read->network, read->head);
    if (read->head)
        read->run.networkShare = read->head->networkShare;
    return std::move(read->run);
}

Result<std::string> backendDescription()
{
    auto loaded = loadGanModule();
    if (!loaded)
        return loaded.error();
    return "LibTorch " + loaded->module->version() + ", " + loaded->blas +
           (loaded->slowBlas ? std::string(" (slow)") : std::string());
}

} // namespace pathgan
