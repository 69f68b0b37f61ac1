// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"

#include "core/base/constant.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace pathgan {

namespace {

/// Centred columns of unit variance; constant ones left out.
MatrixD standardised(const MatrixD &values)
{
    std::vector<Index> varying;
    for (Index column = 0; values.rows() > 1 && column < values.cols(); ++column) {
        const VectorD entries = values.col(column);
        if (!isConstant({entries.data(), static_cast<std::size_t>(entries.size())}))
            varying.push_back(column);
    }
    MatrixD result(values.rows(), static_cast<Index>(varying.size()));
    for (Index column = 0; column < result.cols(); ++column) {
        const auto entries = values.col(varying[static_cast<std::size_t>(column)]);
        result.col(column) = entries.array() - entries.mean();
        result.col(column).normalize();
    }
    return result;
}

/// Eigenvalues of the correlation matrix as shares of the variance, descending; empty: nothing varies.
std::vector<double> varianceShares(const MatrixD &values)
{
    const MatrixD columns = standardised(values);
    if (columns.cols() == 0)
        return {};
    // The non-zero eigenvalues of ZᵀZ and ZZᵀ are the same: take the smaller one.
    MatrixD gram;
    if (columns.cols() <= columns.rows())
        gram.noalias() = columns.transpose() * columns;
    else
        gram.noalias() = columns * columns.transpose();
    const Eigen::SelfAdjointEigenSolver<MatrixD> solver(gram, Eigen::EigenvaluesOnly);
    std::vector<double> shares(solver.eigenvalues().data(),
                               solver.eigenvalues().data() + solver.eigenvalues().size());
    for (double &share : shares)
        share = std::max(share, 0.0);
    std::sort(shares.begin(), shares.end(), std::greater<>());
    const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double &share : shares)
        share /= total;
    return shares;
}

} // namespace

double effectiveRank(const MatrixD &values)
{
    const std::vector<double> shares = varianceShares(values);
    if (shares.empty())
        return 0;
    double entropy = 0;
    for (const double share : shares) {
        if (share > 0)
            entropy -= share * std::log(share);
    }
    return std::exp(entropy);
}

} // namespace pathgan
