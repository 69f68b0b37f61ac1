// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/analysis/modelanalysis.h"

#include "core/base/optionentries.h"
#include "core/metabolic/io/scenariofile.h"

namespace pathgan {

namespace {

constexpr EnumWord<AnalysisMethod> methodWords[] = {
    {AnalysisMethod::Fba, "fba"},
    {AnalysisMethod::ParsimoniousFba, "pfba"},
    {AnalysisMethod::PerturbedFba, "perturbed_pfba"},
    {AnalysisMethod::Gimme, "gimme"},
    {AnalysisMethod::FluxRanges, "fva"},
    {AnalysisMethod::GeneDeletions, "gene_deletions"},
    {AnalysisMethod::ReactionDeletions, "reaction_deletions"},
    {AnalysisMethod::DoubleGeneDeletions, "double_gene_deletions"},
    {AnalysisMethod::DoubleReactionDeletions, "double_reaction_deletions"},
    {AnalysisMethod::EssentialGenes, "essential_genes"},
    {AnalysisMethod::GeneMoma, "gene_moma"},
    {AnalysisMethod::ReactionMoma, "reaction_moma"},
};

/// As the text that a scenario's file holds.
OptionTable::Entry scenarioEntry()
{
    OptionField field{.key = "scenario",
                      .kind = OptionKind::Text,
                      .help = "objective, medium, bounds and knock-outs",
                      .what = "JSON of a scenario"};
    field.get = [](const void *options) {
        return OptionValue(scenarioText(static_cast<const ModelAnalysisOptions *>(options)->scenario));
    };
    field.set = [](void *options, const OptionValue &value) {
        if (Result<Scenario> scenario = parseScenario(std::get<std::string>(value), "scenario"); scenario)
            static_cast<ModelAnalysisOptions *>(options)->scenario = *std::move(scenario);
    };
    return {{std::move(field)}};
}

OptionTable analysisTable()
{
    using O = ModelAnalysisOptions;
    return {
        scenarioEntry(),
        option("method", &O::method, methodWords, "what is asked of the model"),
        option("fraction_of_optimum", &O::fractionOfOptimum, {0, 1}, "",
               "pFBA: share of the optimum to keep"),
        option("range_fraction", &O::rangeFraction, {0, 1}, "", "flux ranges: share of the optimum to keep"),
        option("pfba_factor", &O::pfbaFactor, {0, 1e6}, "",
               "flux ranges: from 1, also the total flux within this multiple of its least value; 0: any"),
        option("loopless", &O::loopless, "flux ranges without thermodynamically infeasible loops"),
        option("targets", &O::targets, "reactions, or genes by id, Entrez id or symbol; empty: all"),
        option("essential_share", &O::essentialShare, {0, 1}, "",
               "deletions: less than this share of the wild type's objective is none"),
        option("gimme_sample", &O::sample, "sample name", "GIMME: sample of the cohort"),
        option("gimme_fraction", &O::gimmeFraction, {0, 1}, "", "GIMME: share of the optimum to keep"),
        option("gimme_quantile", &O::quantile, {0, 1}, "", "GIMME: of the sample's scores: the threshold"),
        option("gimme_or_rule", &O::orRule, orRuleWords, "GIMME: value of alternative genes"),
        option("time_limit", &O::timeLimit, {0, 1e9}, "s", "processor time for each linear program; 0: none"),
        option("analysis_threads", &O::threads, {0, mostThreads}, "0: one a core").withoutEffect(),
    };
}

} // namespace

const OptionTable &ModelAnalysisOptions::table()
{
    static const OptionTable all = analysisTable();
    return all;
}

const char *methodName(AnalysisMethod method)
{
    return wordOf(methodWords, method);
}

} // namespace pathgan
