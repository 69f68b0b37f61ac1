// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <vector>

namespace pathgan {

/// How far apart two clusters are: the mean of the distances of their members, or Ward's, which grows with
/// the variance that joining them adds.
enum class Linkage { Average, Ward };

/// Two clusters joined, as a row of SciPy's linkage(): leaves are 0 … n − 1, the cluster of merge i is n + i.
struct Merge
{
    Index first = 0, second = 0; ///< first < second
    double height = 0;           ///< their distance
    Index size = 0;              ///< leaves of the new cluster

    bool operator==(const Merge &) const = default;
};

/// The n − 1 merges of the rows by Euclidean distance, lowest first, by the nearest-neighbour chain
/// (Müllner 2011): time and memory grow with n². NaN counts as 0.
std::vector<Merge> hierarchicalClustering(const MatrixD &points, Linkage linkage);

/// Leaves from left to right. At each merge the cluster named first is the left one; with a weight for each
/// leaf, the one of the lower mean weight.
std::vector<Index> leafOrder(const std::vector<Merge> &merges, const std::vector<double> &weights = {});

} // namespace pathgan
