// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/cohort.h"
#include "core/data/geneids.h"
#include "core/data/keptsamples.h"
#include "core/metabolic/fba/gimme.h"

#include <string>
#include <vector>

namespace pathgan {

/// Of every sample, each with its own threshold. The same bits for any order of samples and number of
/// threads.
struct GimmeRun
{
    double optimum = 0; ///< of the objective, without expression
    std::vector<std::string> samples;
    std::vector<GimmeSolution> solutions;
    Coverage genes;            ///< model genes found in the expression matrix
    bool stoppedEarly = false; ///< only some samples were finished
};
/// keeper, if given: samples of an earlier run of the same model and options are not solved again where their
/// scores are the same; after Cancelled it has those finished.
Result<GimmeRun> gimme(const MetabolicModel &model, const Cohort &cohort, const GeneTable &table,
                       const GimmeOptions &options, const TaskContext &context = {},
                       SampleKeeper *keeper = nullptr);

} // namespace pathgan
