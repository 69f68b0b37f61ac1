// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explain/quadrature_p.h"

#include <cmath>
#include <numbers>

namespace pathgan {

std::vector<QuadratureNode> gaussLegendre(int count)
{
    std::vector<QuadratureNode> nodes;
    for (int i = count; i >= 1; --i) {
        double x = std::cos(std::numbers::pi * (i - 0.25) / (count + 0.5));
        double slope = 1;
        for (int iteration = 0; iteration < 100; ++iteration) { // Newton on the Legendre polynomial
            double value = 1;
            double previous = 0;
            for (int degree = 1; degree <= count; ++degree) {
                const double next = ((2 * degree - 1) * x * value - (degree - 1) * previous) / degree;
                previous = value;
                value = next;
            }
            slope = count * (x * value - previous) / (x * x - 1);
            const double change = value / slope;
            x -= change;
            if (std::abs(change) < 1e-15)
                break;
        }
        nodes.push_back({(x + 1) / 2, 1 / ((1 - x * x) * slope * slope)});
    }
    return nodes;
}

} // namespace pathgan
