// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/task.h"

#include <vector>

namespace pathgan {

/// Wasserstein-1 distance of two samples of any sizes: ∫|F_a − F_b| over their distribution functions, in the
/// unit of the values. NaN where one is empty.
double wasserstein1(std::vector<double> a, std::vector<double> b);

/// Density and coverage of generated points (Naeem, Oh, Uh, Choi & Yoo 2020, ICML): with closed balls around
/// each real point that reach to its k-th nearest other real point, density is the number of balls that hold
/// a generated point, mean over these, / k; coverage is the share of the balls that hold one. NaN where there
/// are no generated points or fewer than two real ones, and of a stop; k is at most the number of other real
/// points.
struct DensityCoverage
{
    double density = 0, coverage = 0;
};
DensityCoverage densityCoverage(const MatrixD &real, const MatrixD &generated, int k,
                                const TaskContext &context = {});
/// Coverage expected where both have the same continuous distribution (their lemma 2).
double expectedCoverage(std::size_t real, std::size_t generated, int k);

/// Nearest row of points, first of equals; −1 without any. skip: a row that does not count.
struct NearestRow
{
    Index row = -1;
    double distance = 0; ///< root mean square over the columns
};
NearestRow nearestRow(const MatrixD &points, const Eigen::Ref<const Eigen::RowVectorXd> &point,
                      Index skip = -1);

} // namespace pathgan
