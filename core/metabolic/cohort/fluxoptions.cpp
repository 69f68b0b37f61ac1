// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/cohortflux.h"

#include "core/base/optionentries.h"

namespace pathgan {

namespace {

constexpr EnumWord<ExpressionRule> ruleWords[] = {{ExpressionRule::EFlux, "eflux"},
                                                  {ExpressionRule::Paper, "paper"}};
constexpr EnumWord<FluxQuantity> quantityWords[] = {{FluxQuantity::Capacity, "capacity"},
                                                    {FluxQuantity::PerturbedFba, "pfba"},
                                                    {FluxQuantity::Fba, "fba"},
                                                    {FluxQuantity::CapacityRange, "capacity-range"}};
constexpr EnumWord<MediumPreset> mediumWords[] = {{MediumPreset::Physiological, "physiological"},
                                                  {MediumPreset::AsDistributed, "as-distributed"}};
constexpr EnumWord<ScoreScale> scoreScaleWords[] = {{ScoreScale::PerReaction, "reaction"},
                                                    {ScoreScale::Global, "network"}};
constexpr EnumWord<PaperKeySet> keySetWords[] = {{PaperKeySet::ByMetabolite, "metabolite"},
                                                 {PaperKeySet::BySubsystem, "subsystem"},
                                                 {PaperKeySet::ByName, "name"},
                                                 {PaperKeySet::Core, "core"}};
constexpr EnumWord<PaperAverage> averageWords[] = {{PaperAverage::SelectedGenes, "selected"},
                                                   {PaperAverage::RuleGenes, "rule"},
                                                   {PaperAverage::GlutathioneGenes, "glutathione"}};

} // namespace

const OptionTable &FluxOptions::table()
{
    using O = FluxOptions;
    static const OptionTable all = {
        option("rule", &O::rule, ruleWords, "how expression sets bounds"),
        option("quantity", &O::quantity, quantityWords, "what is computed for each sample and reaction"),
        option("medium", &O::medium, mediumWords, "what may enter the model"),
        option("or_rule", &O::orRule, orRuleWords, "value of alternative genes"),
        option("score_scale", &O::scoreScale, scoreScaleWords,
               "E-Flux: a score is divided by the largest of its reaction, or of all"),
        option("log_scores", &O::logScores, "gene scores on log2(x+1) instead of the linear scale"),
        option("reactions", &O::reactions, "reactions to report; empty: the core glutathione reactions"),
        option("objective", &O::objective, "reaction id", "reaction to maximise; empty: the model's own"),
        option("growth_fraction", &O::growthFraction, {0, 1}, "", "capacity: share of maximal growth kept"),
        option("flux_scale", &O::scale, {0, 1e6, true}, "mmol/gDW/h", "E-Flux: bound at the largest score"),
        option("flux_floor", &O::floor, {0, 1e6}, "mmol/gDW/h", "E-Flux: least capacity"),
        option("paper_reactions", &O::paperKeySet, keySetWords,
               "paper rule: reactions whose upper bound is scaled"),
        option("paper_average", &O::paperAverage, averageWords, "paper rule: which genes are averaged"),
        option("flux_threads", &O::threads, {0, mostThreads}, "0: one a core").withoutEffect(),
        option("flux_samples", &O::samples,
               "samples to solve; empty: all. Bounds are made of the whole cohort"),
    };
    return all;
}

Result<void> FluxOptions::check() const
{
    if (Result<void> checked = ConstOptionsRef(*this).check(); !checked)
        return checked;
    if (floor > scale)
        return Error{ErrorCode::InvalidOption, "flux_floor: above flux_scale"};
    return {};
}

} // namespace pathgan
