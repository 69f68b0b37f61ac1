// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/modelcache.h"

#include "core/base/hash.h"
#include "core/base/marked.h"
#include "core/metabolic/io/modelcoding.h"
#include "core/metabolic/io/modelreader.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <random>
#include <system_error>

namespace pathgan {

namespace {

namespace fs = std::filesystem;

constexpr const char *extension = ".pgmodel";
constexpr std::uintmax_t largestFile = std::uintmax_t(1) << 31;

std::optional<std::string> contentOf(const fs::path &path)
{
    std::error_code failed;
    const std::uintmax_t size = fs::file_size(path, failed);
    if (failed || size > largestFile)
        return std::nullopt;
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::ifstream file(path, std::ios::binary);
    if (!file.read(bytes.data(), static_cast<std::streamsize>(size)))
        return std::nullopt;
    return bytes;
}

std::optional<MetabolicModel> load(const fs::path &kept, const std::string &digest)
{
    const std::optional<std::string> bytes = contentOf(kept);
    std::optional<MetabolicModel> model = bytes ? decodeModel(*bytes) : std::nullopt;
    if (!model || model->sha256 != digest)
        return std::nullopt;
    std::error_code ignored;
    fs::last_write_time(kept, fs::file_time_type::clock::now(), ignored);
    return model;
}

/// Only what is named like ours.
void removeOldest(const fs::path &folder)
{
    std::vector<std::pair<fs::file_time_type, fs::path>> files;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
        std::error_code unknown;
        const fs::file_time_type used = fs::last_write_time(it->path(), unknown);
        if (it->path().extension() == extension && !unknown)
            files.emplace_back(used, it->path());
    }
    std::sort(files.begin(), files.end(), std::greater<>());
    for (std::size_t i = modelCacheFiles; i < files.size(); ++i)
        fs::remove(files[i].second, failed);
}

/// By way of a file of its own, so that another process sees the old one or the new one, never a part.
void store(const fs::path &kept, const MetabolicModel &model)
{
    std::error_code failed;
    fs::create_directories(kept.parent_path(), failed);
    fs::path partial = kept;
    partial += "." + std::to_string(std::random_device{}()) + ".part";
    const std::string bytes = encodeModel(model);
    std::ofstream file(partial, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (file)
        fs::rename(partial, kept, failed);
    if (!file || failed)
        fs::remove(partial, failed);
    else
        removeOldest(kept.parent_path());
}

} // namespace

Result<MetabolicModel> readModelCached(const std::filesystem::path &path, const std::filesystem::path &folder,
                                       const TaskContext &context)
{
    context.report(marked("Core", "Reading model"), 0, 0);
    const Result<std::string> digest = sha256File(path);
    if (!digest || folder.empty())
        return readModel(path, context);
    const fs::path kept = folder / (*digest + extension);
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, path.string()};
    if (std::optional<MetabolicModel> model = load(kept, *digest)) {
        model->path = path.string();
        model->buildIndex();
        return *std::move(model);
    }
    Result<MetabolicModel> model = readModel(path, context);
    if (model && model->sha256 == *digest)
        store(kept, *model);
    return model;
}

} // namespace pathgan
