// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/metabolic/model/model.h"

#include <filesystem>

namespace pathgan {

/// Files a cache folder keeps: those used last.
constexpr std::size_t modelCacheFiles = 10;

/// readModel() by way of a folder that keeps what was read, by the SHA-256 of the file. Whatever is wrong
/// with a kept file (cut, changed, of another version), the source is read and the file written anew. A
/// folder that cannot be written, or an empty path, only means that nothing is kept.
Result<MetabolicModel> readModelCached(const std::filesystem::path &path, const std::filesystem::path &folder,
                                       const TaskContext &context = {});

} // namespace pathgan
