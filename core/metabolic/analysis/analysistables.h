// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tablewriter.h"
#include "core/metabolic/fba/fva.h"
#include "core/metabolic/fba/gimme.h"
#include "core/metabolic/fba/moma.h"

#include <vector>

namespace pathgan {

// The tables of model analyses, one builder each: window and command line write the same.

/// Fluxes (mmol/gDW/h), reduced costs and bounds of every reaction. Of an optimal solution.
Table fluxRows(const MetabolicModel &model, const FbaOptions &options, const FluxSolution &solution);
/// Shadow price of every metabolite.
Table shadowPriceRows(const MetabolicModel &model, const FluxSolution &solution);
/// scores: expression scores by reaction.
Table gimmeRows(const MetabolicModel &model, const FbaOptions &base, const std::vector<double> &scores,
                const GimmeSolution &solution);

enum class RangeKind { Open, Fixed, Blocked };
/// Fixed: narrower than 1e-6 mmol/gDW/h; Blocked: that, around 0.
RangeKind rangeKind(double minimum, double maximum);
Table rangeRows(const MetabolicModel &model, const FvaRun &run);
/// One row a deletion; with a distance where MOMA was asked for.
Table deletionRows(const MetabolicModel &model, DeletionKind kind, const MomaRun &run, bool essentialOnly);

} // namespace pathgan
