// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optiontable.h"
#include "core/data/geneids.h"
#include "core/metabolic/cohort/cohortflux.h"
#include "core/metabolic/lp/solutionstatus.h"
#include "core/metabolic/model/ruletree.h"

#include <limits>
#include <string>
#include <vector>

namespace pathgan {

struct FluxExplainOptions
{
    std::string sample, reaction;
    double increase = 0.1; ///< of a gene's expression, on the linear scale
    int limits = 5;        ///< most bounds of other reactions named

    static const OptionTable &table();
    Result<void> check() const;
};

/// The same flux with more of one gene. Solved again, not extrapolated.
struct GeneEffect
{
    std::string gene;
    double value = std::numeric_limits<double>::quiet_NaN();  ///< mmol/gDW/h
    double change = std::numeric_limits<double>::quiet_NaN(); ///< value − unchanged value
    /// d log10 flux / d log2(x+1) of the gene, as geneGradients; NaN: not a capacity under E-Flux.
    double gradient = std::numeric_limits<double>::quiet_NaN();
};

/// One bound that holds the flux back.
struct LimitingBound
{
    std::string reaction;
    bool isUpper = true;
    double bound = 0; ///< mmol/gDW/h
    double dual = 0;  ///< d flux / d bound (capacities) or d growth / d bound (flux vectors)
    /// d log flux / d log bound, as boundElasticities; NaN: not a capacity under E-Flux.
    double elasticity = std::numeric_limits<double>::quiet_NaN();
    bool isByExpression = false;
    std::vector<std::string> genes; ///< that set it
    GeneEffect effect;              ///< of the first of them; empty where none
};

/// Why one reaction of one sample has the flux it has.
struct FluxExplanation
{
    std::string sample, reaction, name, equation, objective;
    FluxQuantity quantity = FluxQuantity::Capacity;
    SolutionStatus status = SolutionStatus::Undefined;
    ValueStatus valueStatus = ValueStatus::None;
    double growth = 0, value = 0; ///< 1/h; mmol/gDW/h; NaN unless Optimal

    RuleTree rule;
    double score = 0, greatestScore = 0; ///< of the rule, in the sample and in the cohort (global: of all)
    double mediumLower = 0, mediumUpper = 0, lower = 0, upper = 0; ///< bounds without and with expression
    bool isByExpression = false;                                   ///< expression set one of them
    double dual = 0; ///< of the bound it is at, as LimitingBound::dual; 0: at none that holds it back
    double elasticity = std::numeric_limits<double>::quiet_NaN(); ///< of that bound, like a LimitingBound's
    std::vector<GeneEffect> effects; ///< of the genes that decide the rule, each alone

    /// Bounds elsewhere with the greatest |dual · bound|: what to look at when the own bound does not bind.
    std::vector<LimitingBound> limits;

    bool isLimited() const { return dual != 0; }
    /// Same English key as FluxRun::quantityName().
    const char *quantityName() const;
};

/// E-Flux; with the paper's rule, where an average of many genes sets the bounds, no gene has an effect of
/// its own. UnknownName: no such sample or reaction. A sample without an optimum has its status and no value.
Result<FluxExplanation> explainFlux(const MetabolicModel &model, const Cohort &cohort, const GeneTable &table,
                                    const FluxOptions &options, const FluxExplainOptions &explain,
                                    const TaskContext &context = {});

} // namespace pathgan
