// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/bottleneck.h"
#include "core/gan/module_p.h"

#include <memory>
#include <vector>

namespace pathgan {

/// InvalidOption where dual solutions do not fit samples, reactions or genes.
Result<void> checkDuals(const GanInput &input);
/// Expression of one sample by duals->genes, NaN where unmeasured.
VectorD dualExpression(const GanInput &input, Index sample);
/// Columns of expression that the rules of some bound name and some training sample has; ascending.
std::vector<Index> bottleneckGenes(const GanInput &input, const std::vector<int> &train);
/// The reactions' own upper bounds, mmol/gDW/h, samples × reactions; infinite where not known. Empty without
/// dual solutions.
MatrixD reactionLimits(const GanInput &input);
/// Of the training samples, all shares 1. Null where the dual solutions of no reaction are proven.
std::shared_ptr<BottleneckRecord> makeBottleneckRecord(const GanInput &input, const TrainingSet &set);

/// A network and a head together.
class CombinedNetwork : public TrainedNetwork
{
public:
    /// record: also the base's, which saves it.
    CombinedNetwork(std::shared_ptr<const RecordedNetwork> base, const BottleneckRecord &record);

    const GanOptions &options() const override { return m_base->options(); }
    const std::vector<std::string> &genes() const override { return m_base->genes(); }
    VectorF geneMeans() const override { return m_base->geneMeans(); }
    const std::vector<std::string> &reactions() const override { return m_base->reactions(); }
    const std::vector<std::string> &tokens() const override { return m_base->tokens(); }
    const std::vector<std::vector<int>> &tokenGenes() const override { return m_base->tokenGenes(); }
    MatrixD predict(const MatrixF &expression) const override { return predict(expression, {}); }
    MatrixD predictSamples(const std::vector<std::string> &names, const MatrixF &expression) const override;
    MatrixD generate(const std::vector<std::string> &names, const MatrixF &expression,
                     const MatrixF &noise) const override;
    VectorD criticScores(const MatrixD &fluxes) const override { return m_base->criticScores(fluxes); }
    VectorD meanOutput(const MatrixF &expression, MatrixF *gradient) const override;
    VectorD output(int reaction, const MatrixF &expression, MatrixF *gradient) const override;
    PathwayAttention attention(const MatrixF &expression) const override
    {
        return m_base->attention(expression);
    }
    MatrixD attentionGeneScores(const MatrixF &expression) const override
    {
        return m_base->attentionGeneScores(expression);
    }
    bool isConcurrent() const override;
    const BottleneckHead *bottleneck() const override { return &m_head; }
    Result<std::string> encoded() const override { return m_base->encoded(); }

    /// leftOut: as BottleneckHead::predict(). noise: as generate().
    MatrixD predict(const MatrixF &expression, const std::vector<int> &leftOut,
                    const MatrixF &noise = {}) const;
    /// mmol/gDW/h from predictions of both and own limits. share: of the network, 0 to 1.
    double mixed(double network, double head, double limit, double share) const;
    /// The head predicts it, and it varied in training.
    bool usesHead(std::size_t reaction) const { return m_usesHead[reaction]; }
    MatrixF filled(const MatrixF &expression) const; ///< gaps: training mean

private:
    /// On the trained scale: value, its slope by log10 value of the head, and by output of the network.
    struct Mixture
    {
        double value = 0, byHead = 0, byNetwork = 0;
        bool isAtLimit = false;
    };
    void addOutput(std::size_t reaction, const MatrixF &whole,
                   const std::vector<BottleneckHead::Point> &points, VectorD &sum, MatrixD *byBound,
                   MatrixF *byGene) const;
    /// Of standardised outputs, by sample; the gradient of that sum by gene when asked.
    VectorD sumOfOutputs(const std::vector<int> &reactions, const MatrixF &expression,
                         MatrixF *gradient) const;
    Mixture mixture(std::size_t reaction, double logHead, double networkOutput, double limit) const;

    std::shared_ptr<const RecordedNetwork> m_base;
    BottleneckHead m_head;
    std::vector<bool> m_usesHead;
};

/// Shares w that predict the validation samples best, by reaction: from 0, 0.1 … 1 the one with the least
/// mean squared error on the trained scale; more than 0 only where the gain over 0 is more than twice the
/// standard error of the paired differences. 1 where there is no head. Predictions and truth: validation
/// samples × reactions, mmol/gDW/h.
std::vector<double> chooseShares(const CombinedNetwork &network, const MatrixD &truth,
                                 const MatrixD &byNetwork, const MatrixD &byHead, const MatrixD &limits);

/// After training: the head, its shares, predictions, scores, warnings; the network of the run and what it
/// saves. run: with the predictions of the network alone.
void finishRun(const GanInput &input, const TrainingSet &set, const std::shared_ptr<RecordedNetwork> &network,
               GanRun &run);
/// The network of a run that was read: the base itself, or with its head.
std::shared_ptr<const TrainedNetwork> networkOf(std::shared_ptr<const RecordedNetwork> base,
                                                const std::shared_ptr<const BottleneckRecord> &record);

} // namespace pathgan
