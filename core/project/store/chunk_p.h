// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pathgan {

/// Bytes of a blob's content in each of its chunks but the last.
constexpr std::size_t chunkSize = std::size_t{4} * 1024 * 1024;

/// Content up to this may be packed to any size; of more, at least 1/mostPacked stays, so that a small file
/// cannot ask for more memory than the machine has.
constexpr std::size_t freelyPacked = std::size_t{256} * 1024 * 1024;
constexpr std::size_t mostPacked = 256;

/// One chunk as it is stored: packed where that makes it smaller, but not below `least` bytes.
std::string packedChunk(std::string_view content, std::size_t least = 0);
/// Adds the content of a chunk that must have this size; false: it has not.
bool unpackChunk(std::string_view stored, std::size_t size, std::string &content);

} // namespace pathgan
