// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clustering.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace pathgan {

namespace {

/// Distances of n things, each pair once.
class Condensed
{
public:
    explicit Condensed(const MatrixD &points) : m_n(points.rows())
    {
        const MatrixD known = points.unaryExpr([](double v) { return std::isnan(v) ? 0 : v; });
        m_values.reserve(static_cast<std::size_t>(m_n * (m_n - 1) / 2));
        for (Index i = 0; i < m_n; ++i)
            for (Index j = i + 1; j < m_n; ++j)
                m_values.push_back((known.row(i) - known.row(j)).norm());
    }
    double &at(Index i, Index j)
    {
        if (i > j)
            std::swap(i, j);
        return m_values[static_cast<std::size_t>(m_n * i - i * (i + 1) / 2 + j - i - 1)];
    }

private:
    Index m_n;
    std::vector<double> m_values;
};

/// Distance of k to the union of i and j (Lance and Williams).
double joined(double ki, double kj, double ij, double ni, double nj, double nk, Linkage linkage)
{
    if (linkage == Linkage::Average)
        return (ni * ki + nj * kj) / (ni + nj);
    const double all = ni + nj + nk;
    // Of equal points, rounding may leave a little less than 0.
    return std::sqrt(std::max(0.0, (ni + nk) * ki * ki + (nj + nk) * kj * kj - nk * ij * ij) / all);
}

/// Merges named by one leaf of each cluster, in the order in which the chain finds them.
std::vector<Merge> chain(const MatrixD &points, Linkage linkage)
{
    const Index n = points.rows();
    Condensed distances(points);
    std::vector<Index> sizes(static_cast<std::size_t>(n), 1), path;
    const auto size = [&](Index i) -> Index & { return sizes[static_cast<std::size_t>(i)]; };
    std::vector<Merge> merges;
    while (static_cast<Index>(merges.size()) < n - 1) {
        if (path.empty())
            path.push_back(std::find_if(sizes.begin(), sizes.end(), [](Index s) { return s > 0; }) -
                           sizes.begin());
        Index x = path.back(), y = 0;
        double least = 0;
        while (true) { // until two are nearest to each other
            x = path.back();
            const bool hasBefore = path.size() > 1;
            y = hasBefore ? path[path.size() - 2] : -1;
            least = hasBefore ? distances.at(x, y) : std::numeric_limits<double>::infinity();
            for (Index i = 0; i < n; ++i)
                if (size(i) > 0 && i != x && distances.at(x, i) < least) {
                    least = distances.at(x, i);
                    y = i;
                }
            if (hasBefore && y == path[path.size() - 2])
                break;
            path.push_back(y);
        }
        path.resize(path.size() - 2);
        if (x > y)
            std::swap(x, y);
        const Index nx = size(x), ny = size(y);
        merges.push_back({x, y, least, nx + ny});
        size(x) = 0; // the union goes by the name of y
        size(y) = nx + ny;
        for (Index i = 0; i < n; ++i)
            if (size(i) > 0 && i != y)
                distances.at(i, y) =
                    joined(distances.at(i, x), distances.at(i, y), least, static_cast<double>(nx),
                           static_cast<double>(ny), static_cast<double>(size(i)), linkage);
    }
    return merges;
}

/// In place of leaves, the names that clusters have once all merges are in order.
void nameClusters(std::vector<Merge> &merges)
{
    const Index n = static_cast<Index>(merges.size()) + 1;
    std::vector<Index> parent(static_cast<std::size_t>(2 * n - 1));
    std::iota(parent.begin(), parent.end(), Index(0));
    const auto root = [&](Index i) {
        while (parent[static_cast<std::size_t>(i)] != i)
            i = parent[static_cast<std::size_t>(i)];
        return i;
    };
    for (Index i = 0; i < n - 1; ++i) {
        Merge &merge = merges[static_cast<std::size_t>(i)];
        const auto [first, second] = std::minmax({root(merge.first), root(merge.second)});
        merge.first = first;
        merge.second = second;
        parent[static_cast<std::size_t>(first)] = parent[static_cast<std::size_t>(second)] = n + i;
    }
}

} // namespace

std::vector<Merge> hierarchicalClustering(const MatrixD &points, Linkage linkage)
{
    if (points.rows() < 2)
        return {};
    std::vector<Merge> merges = chain(points, linkage);
    std::stable_sort(merges.begin(), merges.end(),
                     [](const Merge &a, const Merge &b) { return a.height < b.height; });
    nameClusters(merges);
    return merges;
}

std::vector<Index> leafOrder(const std::vector<Merge> &merges, const std::vector<double> &weights)
{
    const Index n = static_cast<Index>(merges.size()) + 1;
    std::vector<double> sums(weights);
    sums.resize(static_cast<std::size_t>(2 * n - 1), 0);
    const auto mean = [&](Index cluster) {
        const double count =
            cluster < n ? 1 : static_cast<double>(merges[static_cast<std::size_t>(cluster - n)].size);
        return sums[static_cast<std::size_t>(cluster)] / count;
    };
    for (Index i = 0; i < n - 1; ++i) {
        const Merge &merge = merges[static_cast<std::size_t>(i)];
        sums[static_cast<std::size_t>(n + i)] =
            sums[static_cast<std::size_t>(merge.first)] + sums[static_cast<std::size_t>(merge.second)];
    }
    std::vector<Index> leaves, open{2 * n - 2}; // the last cluster holds all
    while (!open.empty()) {
        const Index cluster = open.back();
        open.pop_back();
        if (cluster < n) {
            leaves.push_back(cluster);
            continue;
        }
        const Merge &merge = merges[static_cast<std::size_t>(cluster - n)];
        const bool swapped = !weights.empty() && mean(merge.second) < mean(merge.first);
        open.push_back(swapped ? merge.first : merge.second);
        open.push_back(swapped ? merge.second : merge.first);
    }
    return leaves;
}

} // namespace pathgan
