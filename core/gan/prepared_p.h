// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/gan.h"
#include "core/gan/targetgradients.h"

#include <optional>
#include <utility>
#include <vector>

namespace pathgan {

/// One target value on the scale trained on; its inverse.
double toTrainedScale(double value, TargetScale scale);
double fromTrainedScale(double value, TargetScale scale);

/// isConstant of core/base/constant.h.
bool isConstantColumn(const VectorD &values);

/// All that a generator needs, besides its weights, to turn expression into fluxes.
struct NetworkFrame
{
    GanOptions options;
    std::vector<std::string> genes, reactions;
    /// Of the training samples. A gene of the bottleneck head may be constant there: sd 1.
    VectorF geneMean, geneSd;
    std::vector<std::string> tokens;
    std::vector<std::vector<int>> tokenGenes; ///< by token: indices into genes
    std::vector<int> varying;                 ///< reactions that are learned; the others are constant
    /// By reaction, on the trained scale. Of a constant reaction (sd 0) the mean is its flux, mmol/gDW/h.
    VectorD targetMean, targetSd;
    /// The critic's reaction graph, source → target, positions in varying; no loops, no duplicates.
    std::vector<std::pair<int, int>> edges;
};

template <class Matrix>
Matrix rowsOf(const Matrix &values, const std::vector<int> &rows)
{
    return values(rows, Eigen::all);
}

/// Samples × genes, standardised; NaN becomes 0, the training mean.
MatrixF standardised(const MatrixF &expression, const NetworkFrame &frame);
/// Standardised outputs (samples × varying) to mmol/gDW/h (samples × reactions).
MatrixD fluxesFrom(const MatrixF &outputs, const NetworkFrame &frame);
/// And back.
MatrixF standardisedFluxes(const MatrixD &fluxes, const NetworkFrame &frame);

/// Input of the trainer.
struct TrainingSet
{
    NetworkFrame frame;
    SampleSplit split;
    std::vector<Index> columns; ///< of the network's genes in GanInput::expression
    MatrixF inputs;             ///< all samples × genes, standardised
    MatrixF targets;            ///< all samples × varying, standardised
    TargetGradients gradients;  ///< empty: not wanted
    Baselines baselines;
};

/// Gene choice, scalers, tokens and reaction graph, from the training samples only. Baselines stay empty.
Result<TrainingSet> prepareTraining(const GanInput &input, const GanOptions &options);

/// Directed k-NN graph over the rows of points: neighbour → row, ties by index, never the row itself.
std::vector<std::pair<int, int>> nearestRows(const MatrixD &points, int k);

} // namespace pathgan
