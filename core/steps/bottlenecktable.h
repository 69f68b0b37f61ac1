// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tablewriter.h"
#include "core/gan/gan.h"

namespace pathgan {

/// Of every sample and reaction the training tumours whose dual solutions predict it and the bounds that hold
/// it back; empty without a bottleneck head.
Table bottleneckTable(const GanRun &run);
/// The bounds of one sample and reaction, or (sample −1) the mean elasticities over all samples.
Table limitTable(const GanRun &run, int sample, int reaction);
/// Training tumours with their weights, of one sample and reaction.
Table tumourTable(const GanRun &run, int sample, int reaction);

/// Fills GanRun::bottlenecks. expression: of run.samples, by the network's genes, without gaps.
void addBottlenecks(GanRun &run, const MatrixF &expression);

} // namespace pathgan
