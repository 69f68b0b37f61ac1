#pragma once

#include "core/base/task.h"
#include "core/metabolic/model/model.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace pathgan {

/// Of the binary form below. Raise it with every change of MetabolicModel, of this form, or of what a reader
/// makes of a file: files of another version are read from their source again.
constexpr std::uint32_t modelCacheVersion = 3;
/// Files a cache folder keeps: those used last.
constexpr std::size_t modelCacheFiles = 10;

/// readModel() by way of a folder that keeps what was read, by the SHA-256 of the file. Whatever is wrong
/// with a kept file (cut, changed, of another version), the source is read and the file written anew. A
/// folder that cannot be written, or an empty path, only means that nothing is kept.
Result<MetabolicModel> readModelCached(const std::filesystem::path &path, const std::filesystem::path &folder,
                                       const TaskContext &context = {});

/// Everything but the path. Layout: magic, version, size and SHA-256 of the payload, payload; numbers
/// little-endian, counts and lengths as LEB128.
std::string encodeModel(const MetabolicModel &model);
/// Without path and index. Nothing for bytes that encodeModel() would not write for a usable model.
std::optional<MetabolicModel> decodeModel(std::string_view bytes);

} // namespace pathgan
