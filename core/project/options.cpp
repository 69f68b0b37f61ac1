// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/options.h"

#include "core/base/optionentries.h"

namespace pathgan {

namespace {

constexpr EnumWord<ExplainChoice> choiceWords[] = {{ExplainChoice::Auto, "auto"},
                                                   {ExplainChoice::Stratified, "stratified"},
                                                   {ExplainChoice::FirstTen, "first-ten"},
                                                   {ExplainChoice::All, "all"}};

} // namespace

const OptionTable &ExplainOptions::table()
{
    using O = ExplainOptions;
    static const OptionTable all = {
        nested(&O::shap),
        option("explain_choice", &O::choice, choiceWords,
               "auto: stratified, but first-ten for a network of the preset paper"),
        option("explain_count", &O::count, {1, 1'000'000}, "stratified: samples drawn from the seed"),
        option("explain_strata", &O::strata, "column name",
               "stratified: clinical column whose values have their share; empty: tissue or study"),
        option("explain_samples", &O::samples, "samples to explain; empty: by explain_choice"),
        option("explain_reaction", &O::reaction, "reaction id", "output to explain; empty: the mean of all"),
    };
    return all;
}

Result<void> ExplainOptions::check() const
{
    return ConstOptionsRef(*this).check();
}

const OptionTable &EnrichOptions::table()
{
    using O = EnrichOptions;
    static const OptionTable all = {
        option("top_genes", &O::topGenes, {1, 10'000'000}, "genes of the over-representation query"),
        option("relative_ranking", &O::relative,
               "rank genes by mean |SHAP| relative to an untrained network; false: by mean |SHAP|"),
        nested(&O::ora),
        nested(&O::gsea),
    };
    return all;
}

Result<void> EnrichOptions::check() const
{
    if (Result<void> checked = ConstOptionsRef(*this).check(); !checked)
        return checked;
    return gsea.check();
}

const OptionTable &GroupOptions::table()
{
    using O = GroupOptions;
    static const OptionTable all = {
        option("group_column", &O::column, "column name",
               "clinical column to compare; empty: radiation_therapy"),
        option("within_column", &O::within, "column name",
               "column for the same test inside each value; empty: the strongest tie"),
        nested(&O::comparison),
    };
    return all;
}

Result<void> GroupOptions::check() const
{
    if (!column.empty() && within == column)
        return Error{ErrorCode::InvalidOption, "within_column: " + within + ", the column of the groups"};
    return {};
}

const OptionTable &InputOptions::table()
{
    static const OptionTable all = {
        nested(&InputOptions::reading),
        option("interaction_score", &InputOptions::interactionScore, {0, 1000},
               "lowest STRING combined score kept"),
    };
    return all;
}

const OptionTable &AnalysisOptions::table()
{
    using O = AnalysisOptions;
    static const OptionTable all = {
        nested(&O::inputs),
        nested(&O::cohort),
        option("allow_low_coverage", &O::allowLowCoverage,
               "go on where two inputs share less than a twentieth of their genes")
            .withoutEffect(),
        nested(&O::gan), // its seed and preset are what people look for first
        nested(&O::flux),
        nested(&O::explain),
        nested(&O::enrich),
        nested(&O::stress),
        nested(&O::groups),
    };
    return all;
}

Result<void> AnalysisOptions::check() const
{
    if (Result<void> checked = ConstOptionsRef(*this).check(); !checked)
        return checked;
    for (const Result<void> &checked :
         {flux.check(), gan.check(), explain.check(), enrich.check(), stress.check(), groups.check()})
        if (!checked)
            return checked.error();
    return {};
}

} // namespace pathgan
