// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pathgan {

/// No cell grows faster, 1/h: Vibrio natriegens doubles in about ten minutes (4.2 1/h), human cells in some
/// ten hours at best. More comes from a medium without limits.
constexpr double fastestGrowth = 5;

} // namespace pathgan
