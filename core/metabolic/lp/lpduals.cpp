// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/lp/lpduals_p.h"

#include "core/metabolic/lp/lpcertificate_p.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double atBound = 1e-9;  ///< relative above 1
constexpr double rounding = 1e-6; ///< of a shift; relative above 1

bool leaves(double value, double bound, double shift, double boundShift)
{
    const bool isAt =
        std::isfinite(bound) && std::abs(value - bound) <= atBound * std::max(1.0, std::abs(bound));
    return isAt && std::abs(shift - boundShift) > rounding * std::max(1.0, std::abs(boundShift));
}

double dualOf(unsigned char status, double dual)
{
    if (status == Lp::fixedStatus)
        return dual;
    if (status == Lp::lowerStatus)
        return std::min(dual, 0.0);
    return status == Lp::upperStatus ? std::max(dual, 0.0) : 0.0;
}

} // namespace

std::vector<double> boundDuals(const Lp &lp)
{
    const LpBasis basis = lp.basis();
    std::vector<double> duals;
    duals.reserve(basis.size());
    for (int i = 0; i < static_cast<int>(basis.size()); ++i)
        duals.push_back(dualOf(basis[static_cast<std::size_t>(i)],
                               i < lp.rows() ? lp.shadowPrice(i) : lp.reducedCost(i - lp.rows())));
    return duals;
}

bool leavesBounds(const Lp &lp, const BoundShift &shift)
{
    const LpNumbers &numbers = lp.numbers();
    const LpBasis basis = lp.basis();
    const auto rows = static_cast<std::size_t>(lp.rows());
    std::vector<double> change(basis.size(), 0.0);
    for (std::size_t i = 0; i < basis.size(); ++i)
        if (basis[i] == Lp::lowerStatus || basis[i] == Lp::upperStatus || basis[i] == Lp::fixedStatus)
            change[i] = (basis[i] == Lp::upperStatus ? shift.upper : shift.lower)[i];
    const std::vector<double> moved = lp.basicShift(change);
    if (moved.empty())
        return true;
    for (std::size_t i = 0; i < basis.size(); ++i) {
        if (basis[i] != Lp::basicStatus)
            continue;
        const bool isRow = i < rows;
        const double value = isRow ? lp.activity(static_cast<int>(i)) : lp.value(static_cast<int>(i - rows));
        const double low = isRow ? numbers.rowLower[i] : numbers.lower[i - rows];
        const double high = isRow ? numbers.rowUpper[i] : numbers.upper[i - rows];
        if (leaves(value, low, moved[i], shift.lower[i]) || leaves(value, high, moved[i], shift.upper[i]))
            return true;
    }
    return false;
}

} // namespace pathgan
