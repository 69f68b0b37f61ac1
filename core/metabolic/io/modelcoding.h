// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/model/model.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pathgan {

/// Of the binary form below. Raise it with every change of MetabolicModel, of this form, or of what a reader
/// makes of a file: files of another version are read from their source again.
constexpr std::uint32_t modelCacheVersion = 3;

/// Everything but the path. Layout: magic, version, size and SHA-256 of the payload, payload; numbers
/// little-endian, counts and lengths as LEB128.
std::string encodeModel(const MetabolicModel &model);
/// Without path and index. Nothing for bytes that encodeModel() would not write for a usable model.
std::optional<MetabolicModel> decodeModel(std::string_view bytes);

} // namespace pathgan
