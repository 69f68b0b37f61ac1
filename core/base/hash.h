// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace pathgan {

/// SHA-256 of bytes that arrive piece by piece.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void update(std::string_view bytes);
    /// Lower-case hexadecimal; nothing may be added afterwards.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Lower-case hexadecimal SHA-256.
std::string sha256(std::string_view bytes);
Result<std::string> sha256File(const std::filesystem::path &path);

} // namespace pathgan
