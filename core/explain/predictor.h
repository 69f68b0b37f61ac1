// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <functional>

namespace pathgan {

/// Any model to explain: rows of the argument are points; gradient (points × features) is filled when not
/// null. Gradient may be ignored by predictors without one; then only permutation-type explainers apply.
struct Predictor
{
    Index features = 0;
    bool concurrent = false; ///< evaluate may be called from several threads at once
    std::function<VectorD(const MatrixF &points, MatrixF *gradient)> evaluate;
};

} // namespace pathgan
