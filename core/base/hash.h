#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace pathgan {

/// Lower-case hexadecimal SHA-256.
std::string sha256(std::string_view bytes);
Result<std::string> sha256File(const std::filesystem::path &path);

} // namespace pathgan
