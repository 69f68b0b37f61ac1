// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QCPAxis;

namespace pathgan {

enum class AxisScale { Automatic, Linear, Logarithmic };

/// Where values stand on an axis: as they are, or at sign(v)·log10(1 + |v|/unit), which has a place for 0 and
/// for negative values, too.
class ValueScale
{
public:
    /// Automatic: logarithmic for values ≥ 0 with a long upper tail.
    static ValueScale of(const std::vector<double> &values, AxisScale scale);

    bool isLog() const { return m_isLog; }
    double place(double value) const;
    double value(double place) const;
    /// Ticks at 0 and ± unit·10^k, labelled with the values.
    void label(QCPAxis &axis) const;

private:
    bool m_isLog = false;
    double m_unit = 1; ///< a power of ten, at most the least |value| but 0
};

} // namespace pathgan
