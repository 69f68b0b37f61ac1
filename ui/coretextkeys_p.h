#pragma once

#include <span>
#include <string_view>

namespace pathgan {

/// Every English key of the core that reaches the screen. tests/ui/tst_coretext.cpp looks for others in core.
std::span<const std::string_view> coreTextKeys();

} // namespace pathgan
