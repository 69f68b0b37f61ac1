// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace pathgan {

/// Where window and command line keep models that were read, per user; empty: nowhere.
std::filesystem::path modelCacheFolder();

} // namespace pathgan
