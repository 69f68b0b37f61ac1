// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/store/contents.h"
#include "ui/plots/runcurvesplot.h"

#include <vector>

namespace pathgan {

class Selection;

/// The curves of these runs of the training in one figure, in a window of its own that blocks nothing. mark:
/// what stands in the figure's corner.
void showRunCurves(std::vector<RunCurve> runs, const QString &mark, Selection &selection, QWidget *parent);
/// differences: what tells the run from the others.
RunCurve runCurve(const KeptRun &run, int number, const QString &differences);

} // namespace pathgan
