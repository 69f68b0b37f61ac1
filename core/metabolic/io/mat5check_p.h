// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace pathgan {

/// A version 5 file checked in every size it states (matio trusts them), unpacked and cut down to the
/// variables that look like a COBRA model. BadModel with the byte for what does not fit.
Result<std::string> checkedMat5(std::string_view bytes, const std::string &path);

} // namespace pathgan
