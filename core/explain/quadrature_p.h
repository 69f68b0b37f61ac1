// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace pathgan {

struct QuadratureNode
{
    double position = 0, weight = 0;
};

/// Gauss–Legendre nodes on [0, 1], ascending; weights sum to 1. Exact for polynomials up to degree 2·count
/// − 1.
std::vector<QuadratureNode> gaussLegendre(int count);

} // namespace pathgan
