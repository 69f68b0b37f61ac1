// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <cmath>

namespace pathgan {

/// Made-up data with normal noise.
class NormalRandom : public Random
{
public:
    using Random::Random;

    /// Standard normal (polar method).
    double normal()
    {
        if (m_hasSpare) {
            m_hasSpare = false;
            return m_spare;
        }
        for (;;) {
            const double u = 2 * uniform() - 1;
            const double v = 2 * uniform() - 1;
            const double s = u * u + v * v;
            if (s > 0 && s < 1) {
                const double factor = std::sqrt(-2 * std::log(s) / s);
                m_spare = v * factor;
                m_hasSpare = true;
                return u * factor;
            }
        }
    }

private:
    double m_spare = 0;
    bool m_hasSpare = false;
};

} // namespace pathgan
