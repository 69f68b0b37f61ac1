// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optiontable.h"
#include "core/data/geneids.h"
#include "core/data/keptsamples.h"
#include "core/metabolic/cohort/cohortflux.h"
#include "core/metabolic/lp/solutionstatus.h"

#include <optional>
#include <string>
#include <vector>

namespace pathgan {

struct StressOptions
{
    bool strict = true; ///< GSSG reduced with NADPH only, PRDX left out (algorithms: model R, strict)
    double catalaseCapacity = 0.1; ///< κ, mmol/gDW/h at median expression
    double peroxidaseCapacity = 2; ///< κ of GTHPi, GTHPm, GTHOr, GTHOm (PRDX, PRDXl where used)
    int curvePoints = 21;          ///< loads of the survival curve, 0 … the cohort's largest r_max
    unsigned threads = 0;

    static const OptionTable &table();
    Result<void> check() const;
};

/// Model R: growth under a sustained oxidative load r (H2O2 formed in the cytosol), one row a sample.
/// r is no radiation dose: see limits().
struct StressRun
{
    StressOptions options;
    std::string source; ///< "expression" or "predicted flux": what set the capacities
    std::vector<std::string> samples;
    std::vector<SolutionStatus> status;
    std::vector<double> growth;      ///< μ0, 1/h
    std::vector<double> maximumLoad; ///< r_max, mmol/gDW/h
    std::vector<double> tolerance90; ///< r with growth ≥ 0.9 μ0
    std::vector<double> tolerance50; ///< r with growth ≥ 0.5 μ0
    std::vector<double> loads;       ///< grid of the survival curve, mmol/gDW/h
    MatrixD survival;                ///< samples × loads, μ(r)/μ0; 0 above r_max
    double cohortLoad = 0;           ///< r_D: median tolerance50
    std::vector<double> survivalAtCohortLoad;
    std::vector<std::string> capacityReactions; ///< whose upper bounds were set
    bool distributedMedium = false; ///< model R's medium allows no growth in this model: its own was used
    bool stoppedEarly = false;      ///< only the finished samples are there

    static std::vector<std::string> limits(); ///< what the numbers do not mean: English keys
};

/// predicted: fluxes fed back in place of expression for the reactions it has (the samples are then its own);
/// may be null. A reaction without a measured gene, or with median 0, keeps its capacity at median
/// expression. UnknownName when the cytosol lacks H2O2, H2O or O2, or the model an objective; Infeasible when
/// nothing grows. keeper: as that of gimme().
Result<StressRun> simulateStress(const MetabolicModel &model, const Cohort &cohort, const GeneTable &table,
                                 const FluxRun *predicted, const StressOptions &options,
                                 const TaskContext &context = {}, SampleKeeper *keeper = nullptr);

} // namespace pathgan
