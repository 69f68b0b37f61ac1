// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/groupcomparison.h"
#include "core/base/matrix.h"

#include <string>
#include <vector>

namespace pathgan {

/// Attention between the pathway tokens of a network: softmax weights of Vaswani et al. (2017), from the
/// token that asks to the one that is read. It says what is mixed, not what a prediction owes to a pathway.
struct PathwayAttention
{
    std::vector<std::string> samples, tokens;
    MatrixD received; ///< samples × tokens: mean over heads and asking tokens; rows sum to 1
    /// Samples × (tokens · tokens), the asking token outside: mean over heads; the weights of each sum to 1.
    MatrixF pairs;
    std::vector<MatrixD> byHead; ///< asking × read, mean over the samples

    bool isEmpty() const { return received.size() == 0; }
    /// Means over the samples of these rows; empty: over all.
    VectorD receivedBy(const std::vector<Index> &rows) const;
    MatrixD pairsOf(const std::vector<Index> &rows) const; ///< asking × read
};

/// exp of the entropy of weights that sum to 1: over how many an even distribution is as wide.
double effectiveCount(const VectorD &weights);

/// The attention each token receives compared between groups of samples: a comparison a token, p also
/// adjusted across the tokens. labels: by row of received, "" = not reported.
Result<std::vector<GroupComparison>> compareAttention(const PathwayAttention &attention,
                                                      const std::vector<std::string> &labels,
                                                      const ComparisonOptions &options);

} // namespace pathgan
