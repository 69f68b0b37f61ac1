// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/deletions.h"

#include <vector>

namespace pathgan {

struct MomaOptions
{
    DeletionOptions deletions; ///< what to delete; base: the wild type
    /// By reaction, mmol/gDW/h; empty: the wild type's fluxes by referenceMethod.
    std::vector<double> reference;
    FbaMethod referenceMethod = FbaMethod::ParsimoniousFba;

    Result<void> check(const MetabolicModel &model) const;
};

/// growth: of the objective at the adjusted fluxes; where several are equally close, of one of them.
struct MomaRun
{
    DeletionRun deletions;
    std::vector<double> distance;  ///< by row: Σ|v − reference|, mmol/gDW/h; NaN unless Optimal
    std::vector<double> reference; ///< by reaction
};

/// Linear minimisation of metabolic adjustment: after each deletion the fluxes closest to the reference
/// (Segrè et al. 2002, with Σ|v − w| as in Becker et al. 2007). Rows depend neither on their order nor on
/// threads. Infeasible, Unbounded, SolverFailed: of the wild type.
Result<MomaRun> moma(const MetabolicModel &model, const MomaOptions &options,
                     const TaskContext &context = {});
/// The same rows from deletions(), without distances, unless isMoma.
Result<MomaRun> deletionsOrMoma(const MetabolicModel &model, const DeletionOptions &options, bool isMoma,
                                const TaskContext &context = {});

} // namespace pathgan
