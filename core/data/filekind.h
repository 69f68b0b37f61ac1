// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace pathgan {

enum class FileKind {
    Unknown,
    Expression,
    Clinical,
    GeneSets,
    Interactions,
    GeneMap,
    Ranks, ///< genes with a score each; results of differential expression
    Model,
    Network,
    Config
};

/// By content, from the first decompressed kilobytes; the extension only settles ties.
Result<FileKind> detectFileKind(const std::filesystem::path &path);
/// "expression matrix", "clinical table", …: an English key.
const char *fileKindName(FileKind kind);

} // namespace pathgan
