// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/gan/ganoptions.h"
#include "core/gan/pathwayattention.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pathgan {

class BottleneckHead;

/// A trained generator, alone or with the bottleneck head; independent of LibTorch for its users. Thread-safe
/// for const calls from one thread at a time.
class TrainedNetwork
{
public:
    static constexpr const char *noSet = "(no set)";

    virtual ~TrainedNetwork() = default;
    virtual const GanOptions &options() const = 0;
    virtual const std::vector<std::string> &genes() const = 0; ///< that it needs, in its order
    virtual VectorF
    geneMeans() const = 0; ///< of the training samples: what stands for a gene without a value
    virtual const std::vector<std::string> &reactions() const = 0; ///< that it predicts
    virtual const std::vector<std::string> &
    tokens() const = 0; ///< set names, last "(no set)" for all other genes; empty: no tokens
    /// By token: the genes it sums, as indices into genes().
    virtual const std::vector<std::vector<int>> &tokenGenes() const = 0;
    /// expression: samples × genes() on log2(x+1), NaN = training mean. mmol/gDW/h, samples × reactions().
    /// With a head from 0 to a reaction's own upper bound.
    virtual MatrixD predict(const MatrixF &expression) const = 0;
    /// The same of samples by name: with a head, a training sample's own dual solutions are left out.
    virtual MatrixD predictSamples(const std::vector<std::string> & /*names*/,
                                   const MatrixF &expression) const
    {
        return predict(expression);
    }
    /// Numbers of noise that go in beside the genes; 0: fluxes are a function of expression alone.
    int noiseSize() const { return options().noiseDim; }
    /// predictSamples() with noise, samples × noiseSize(); without columns it is 0, as in all predictions.
    virtual MatrixD generate(const std::vector<std::string> &names, const MatrixF &expression,
                             const MatrixF & /*noise*/) const
    {
        return predictSamples(names, expression);
    }
    /// The critic's score of flux profiles (samples × reactions(), mmol/gDW/h), without unit or zero: the
    /// higher, the more like a real one. Empty: none was trained or kept.
    virtual VectorD criticScores(const MatrixD & /*fluxes*/) const { return {}; }
    /// Mean over the reactions that vary of (ŷ − mean)/sd on the trained scale, by sample; and its gradient
    /// by gene (per unit of log2(x+1), samples × genes()) when asked.
    virtual VectorD meanOutput(const MatrixF &expression, MatrixF *gradient) const = 0;
    /// One output (index into reactions()), units and gradient as meanOutput; 0 for a constant reaction.
    virtual VectorD output(int reaction, const MatrixF &expression, MatrixF *gradient) const = 0;
    /// Whether meanOutput and output may be called from several threads at once.
    virtual bool isConcurrent() const { return false; }
    /// Null: none.
    virtual const BottleneckHead *bottleneck() const { return nullptr; }
    /// Of the pathway branch: expression's rows in their order, samples unnamed; empty without tokens.
    virtual PathwayAttention attention(const MatrixF &expression) const = 0;
    /// Gene score of pathway attention, samples × genes(); empty without tokens.
    virtual MatrixD attentionGeneScores(const MatrixF &expression) const = 0;
    /// The content of a network's file, as loadNetwork() reads it; the same bytes each time.
    virtual Result<std::string> encoded() const = 0;
    Result<void> save(const std::filesystem::path &path) const;
};

} // namespace pathgan
