// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace pathgan {

/// Adds the SHA-256 of a zip archive as its comment, which other readers skip.
std::string withChecksum(std::string archive);

/// The archive as it was given to withChecksum(). FileTruncated where its checksum does not hold, or without
/// one (files of earlier versions) the CRC-32 of an entry; LibTorch looks at neither. Entries are stored, not
/// packed, as LibTorch writes them.
Result<std::string> checkedArchive(std::string bytes);

} // namespace pathgan
