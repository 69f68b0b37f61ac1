// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/generatemeasures.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pathgan {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

} // namespace

double wasserstein1(std::vector<double> a, std::vector<double> b)
{
    if (a.empty() || b.empty())
        return nan;
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    // Between two neighbouring values of either both distribution functions are flat.
    std::size_t i = 0, j = 0;
    double sum = 0, from = std::min(a.front(), b.front());
    while (i < a.size() || j < b.size()) {
        const double to = j == b.size() || (i < a.size() && a[i] <= b[j]) ? a[i] : b[j];
        sum += (to - from) * std::abs(static_cast<double>(i) / static_cast<double>(a.size()) -
                                      static_cast<double>(j) / static_cast<double>(b.size()));
        from = to;
        while (i < a.size() && a[i] == to)
            ++i;
        while (j < b.size() && b[j] == to)
            ++j;
    }
    return sum;
}

DensityCoverage densityCoverage(const MatrixD &real, const MatrixD &generated, int k,
                                const TaskContext &context)
{
    const Index others = real.rows() - 1;
    if (others < 1 || generated.rows() == 0)
        return {nan, nan};
    const auto rank = static_cast<std::ptrdiff_t>(std::min<Index>(k, others) - 1);
    double held = 0;
    Index covered = 0;
    for (Index row = 0; row < real.rows(); ++row) {
        if (context.shouldStop())
            return {nan, nan};
        VectorD squares = (real.rowwise() - real.row(row)).rowwise().squaredNorm();
        squares[row] = std::numeric_limits<double>::infinity(); // itself
        std::nth_element(squares.begin(), squares.begin() + rank, squares.end());
        const double reach = squares[rank];
        const Index inside =
            ((generated.rowwise() - real.row(row)).rowwise().squaredNorm().array() <= reach).count();
        held += static_cast<double>(inside);
        covered += inside > 0;
    }
    return {held / static_cast<double>((rank + 1) * generated.rows()),
            static_cast<double>(covered) / static_cast<double>(real.rows())};
}

double expectedCoverage(std::size_t real, std::size_t generated, int k)
{
    if (real < 2 || generated == 0)
        return nan;
    const auto n = static_cast<double>(real), m = static_cast<double>(generated);
    double missed = 1;
    for (int i = 1; i <= std::min(k, static_cast<int>(real) - 1); ++i)
        missed *= (n - i) / (m + n - i);
    return 1 - missed;
}

NearestRow nearestRow(const MatrixD &points, const Eigen::Ref<const Eigen::RowVectorXd> &point, Index skip)
{
    NearestRow found;
    double least = std::numeric_limits<double>::infinity();
    for (Index row = 0; row < points.rows(); ++row) {
        const double square = (points.row(row) - point).squaredNorm();
        if (row == skip || !(square < least))
            continue;
        least = square;
        found.row = row;
    }
    found.distance =
        found.row < 0 ? nan : std::sqrt(least / static_cast<double>(std::max<Index>(1, points.cols())));
    return found;
}

} // namespace pathgan
