// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/pathwayattention.h"

#include <cmath>

namespace pathgan {

namespace {

/// Mean of rows; empty: of all.
VectorD meanOfRows(const auto &matrix, const std::vector<Index> &rows)
{
    if (rows.empty())
        return matrix.template cast<double>().colwise().mean().transpose();
    return matrix(rows, Eigen::all).template cast<double>().colwise().mean().transpose();
}

} // namespace

VectorD PathwayAttention::receivedBy(const std::vector<Index> &rows) const
{
    return meanOfRows(received, rows);
}

MatrixD PathwayAttention::pairsOf(const std::vector<Index> &rows) const
{
    const auto count = static_cast<Index>(tokens.size());
    const VectorD mean = meanOfRows(pairs, rows);
    MatrixD out(count, count);
    for (Index asking = 0; asking < count; ++asking)
        out.row(asking) = mean.segment(asking * count, count);
    return out;
}

double effectiveCount(const VectorD &weights)
{
    double entropy = 0;
    for (const double weight : weights)
        if (weight > 0)
            entropy -= weight * std::log(weight);
    return std::exp(entropy);
}

Result<std::vector<GroupComparison>> compareAttention(const PathwayAttention &attention,
                                                      const std::vector<std::string> &labels,
                                                      const ComparisonOptions &options)
{
    std::vector<GroupComparison> out;
    for (Index token = 0; token < attention.received.cols(); ++token) {
        const VectorD column = attention.received.col(token);
        Result<GroupComparison> compared =
            compareGroups(attention.samples, {column.begin(), column.end()}, labels, options);
        if (!compared)
            return compared.error();
        compared->valueName = attention.tokens[static_cast<std::size_t>(token)];
        out.push_back(*std::move(compared));
    }
    std::vector<GroupComparison *> all;
    for (GroupComparison &comparison : out)
        all.push_back(&comparison);
    adjustAcross(all, options.adjustment);
    return out;
}

} // namespace pathgan
