// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"
#include "core/explain/predictor.h"

#include <vector>

namespace pathgan {

/// Expected gradients of one point over every background point (Erion et al. 2021): the way between the two
/// is parted until the gradients of each part (Gauss–Legendre nodes) add up to the difference of the outputs
/// at its ends, within the tolerance. A part is cut where the tangents at its ends meet, which finds a kink
/// at once, else in the middle. What is missed at a jump of the output, on 2^-30 of the way, shows in the
/// additivity error.
class AdaptiveQuadrature
{
public:
    /// outputs: at the background points. tolerance: of the output, for a part of a way.
    AdaptiveQuadrature(const Predictor &predictor, const MatrixF &background, const VectorD &outputs,
                       double tolerance);
    /// φ of the point, whose output is given; false when cancelled on the way. rowsAtOnce: of a batch.
    bool explain(const MatrixF &point, double output, Index rowsAtOnce, const TaskContext &context,
                 VectorD &phi) const;

private:
    struct Part
    {
        Index background;
        double begin, end; ///< 0: background point, 1: point
        double outputAtBegin, outputAtEnd;
    };
    struct Cut
    {
        Part part;
        double at;
    };
    /// Adds the two sides of each cut to waiting.
    void cut(const MatrixF &point, const std::vector<Cut> &cuts, std::vector<Part> &waiting) const;
    void putOnWay(const MatrixF &point, Index background, double alpha, Index row, MatrixF &path) const;
    /// Adds what adds up to φ; where the others are to be cut.
    std::vector<Cut> addParts(const MatrixF &point, const std::vector<Part> &parts, VectorD &phi) const;

    const Predictor &m_predictor;
    const MatrixF &m_background;
    const VectorD &m_outputs;
    double m_tolerance;
};

} // namespace pathgan
