// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/resulttables.h"

#include "core/base/text.h"
#include "core/gan/scoredmodels.h"
#include "core/steps/bottlenecktable.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

long long count(std::size_t n)
{
    return static_cast<long long>(n);
}

Table heldOutTable(const GanRun &run)
{
    Table table{{"model", "test_pearson_r", "test_pearson_r_plain", "test_pearson_r_within_cohort",
                 "test_mse", "test_r2", "test_slope", "test_intercept", "test_rmse", "test_wasserstein",
                 "test_spread_ratio", "test_share_outside"},
                {}};
    for (const auto &[name, scores] : scoredModels(run)) {
        const FitScores &fit = scores->fit;
        table.rows.push_back({std::string(name), scores->pearson, scores->pearsonPlain, scores->pearsonWithin,
                              scores->mse, fit.r2, fit.slope, fit.intercept, fit.rmse, fit.wasserstein,
                              fit.spreadRatio, fit.outside});
    }
    return table;
}

/// Pearson r of every model, and how the network's own predictions fit.
Table heldOutByReaction(const GanRun &run)
{
    const std::vector<ScoredModel> models = scoredModels(run);
    Table table{{"reaction"}, {}};
    for (const ScoredModel &model : models)
        table.header.emplace_back(model.name);
    for (const char *measure : {"r2", "slope", "rmse", "spread_ratio", "share_outside", "network_share"})
        table.header.emplace_back(measure);
    for (std::size_t i = 0; i < run.reactions.size(); ++i) {
        std::vector<Cell> row = {run.reactions[i]};
        for (const ScoredModel &model : models)
            row.emplace_back(i < model.scores->byReaction.size() ? model.scores->byReaction[i]
                                                                 : std::nan(""));
        const FitScores fit = i < run.test.fitByReaction.size() ? run.test.fitByReaction[i] : FitScores();
        for (const double measure : {fit.r2, fit.slope, fit.rmse, fit.spreadRatio, fit.outside})
            row.emplace_back(measure);
        row.emplace_back(i < run.networkShare.size() ? run.networkShare[i] : 1.0);
        table.rows.push_back(std::move(row));
    }
    return table;
}

const char *splitName(const GanRun &run, int sample)
{
    const auto in = [sample](const std::vector<int> &part) {
        return std::find(part.begin(), part.end(), sample) != part.end();
    };
    return in(run.trainSamples)        ? "train"
           : in(run.validationSamples) ? "validation"
           : in(run.testSamples)       ? "test"
                                       : "";
}

void append(std::vector<NamedTable> &all, std::vector<NamedTable> more)
{
    for (NamedTable &table : more)
        all.push_back(std::move(table));
}

} // namespace

Table valueStatusTable(const FluxRun &run)
{
    Table table{{"sample"}, {}};
    table.header.insert(table.header.end(), run.reactions.begin(), run.reactions.end());
    for (std::size_t sample = 0; sample < run.samples.size(); ++sample) {
        std::vector<Cell> row = {run.samples[sample]};
        for (std::size_t reaction = 0; reaction < run.reactions.size(); ++reaction)
            row.emplace_back(
                std::string(run.valueStatusName(static_cast<Index>(sample), static_cast<Index>(reaction))));
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<NamedTable> FluxStep::tables(const FluxRun &run)
{
    Table status{{"sample", "status", "growth"}, {}};
    for (std::size_t i = 0; i < run.samples.size(); ++i)
        status.rows.push_back({run.samples[i], std::string(statusName(run.status[i])),
                               i < run.growth.size() ? run.growth[i] : std::nan("")});
    Table summary{{"quantity", "value", "unit"}, {}};
    summary.rows = {
        {std::string("reported quantity"), std::string(run.quantityName()), std::string(FluxRun::unit)},
        {std::string("samples"), count(run.samples.size()), std::string()},
        {std::string("reported reactions"), count(run.reactions.size()), std::string()},
        {std::string("reactions that vary between samples"), count(run.varyingReactions), std::string()},
        {std::string("effective rank"), run.effectiveRank, std::string()},
        {std::string("growth without expression bounds"), run.wildTypeGrowth, std::string("1/h")},
        {std::string("model genes measured"), count(run.genes.matched), std::string()},
        {std::string("model genes"), count(run.genes.total), std::string()},
        {std::string("reactions bounded by expression"), count(run.reactionsWithScore), std::string()},
        {std::string("values on a bound of their reaction"), count(run.valuesWith(ValueStatus::OnBound)),
         std::string()},
        {std::string("values of blocked reactions"), count(run.valuesWith(ValueStatus::Blocked)),
         std::string()},
        {std::string("values that are not unique"), count(run.valuesWith(ValueStatus::NotUnique)),
         std::string()},
    };
    std::vector<NamedTable> tables = {
        {"flux.tsv", matrixTable("sample", run.samples, run.reactions, run.values)},
        {"flux_status.tsv", std::move(status)},
        {"flux_summary.tsv", std::move(summary)}};
    if (run.minima.size() > 0)
        tables.push_back({"flux_minimum.tsv", matrixTable("sample", run.samples, run.reactions, run.minima)});
    if (!run.valueStatus.empty())
        tables.push_back({"flux_value_status.tsv", valueStatusTable(run)});
    if (run.duals) {
        tables.push_back({"flux_bounds.tsv", fluxBoundsTable(run)});
        tables.push_back({"flux_genes.tsv", fluxGenesTable(run)});
    }
    return tables;
}

namespace {

/// Attention that each token receives, mean over the samples.
Table attentionTable(const GanRun &run)
{
    Table table{{"pathway", "mean_attention"}, {}};
    if (!run.attention)
        return table;
    const VectorD mean = run.attention->receivedBy({});
    for (Index token = 0; token < mean.size(); ++token)
        table.rows.push_back({run.attention->tokens[static_cast<std::size_t>(token)], mean[token]});
    return table;
}

/// With which weight a token reads another: mean over samples and heads, and by head.
Table attentionPairs(const GanRun &run)
{
    Table table{{"from_pathway", "to_pathway", "mean_attention"}, {}};
    if (!run.attention)
        return table;
    const PathwayAttention &attention = *run.attention;
    for (std::size_t head = 0; head < attention.byHead.size(); ++head)
        table.header.push_back("head_" + std::to_string(head + 1));
    const MatrixD mean = attention.pairsOf({});
    for (Index asking = 0; asking < mean.rows(); ++asking)
        for (Index read = 0; read < mean.cols(); ++read) {
            std::vector<Cell> row{attention.tokens[static_cast<std::size_t>(asking)],
                                  attention.tokens[static_cast<std::size_t>(read)], mean(asking, read)};
            for (const MatrixD &head : attention.byHead)
                row.emplace_back(head(asking, read));
            table.rows.push_back(std::move(row));
        }
    return table;
}

Table attentionBySample(const GanRun &run)
{
    if (!run.attention)
        return {{"sample"}, {}};
    return matrixTable("sample", run.attention->samples, run.attention->tokens, run.attention->received);
}

} // namespace

std::vector<NamedTable> TrainStep::tables(const GanRun &run)
{
    Table history{{"epoch", "generator_loss", "critic_loss", "gradient_penalty", "wasserstein_estimate",
                   "validation_pearson_r", "validation_mse", "gradient_loss", "validation_gradient_error",
                   "validation_gradient_ratio"},
                  {}};
    for (const GanEpoch &e : run.history)
        history.rows.push_back({static_cast<long long>(e.epoch), e.generatorLoss, e.criticLoss,
                                e.gradientPenalty, e.wasserstein, e.validationPearson, e.validationMse,
                                e.gradientLoss, e.validationGradientError, e.validationGradientRatio});
    Table split{{"sample", "part"}, {}};
    for (std::size_t i = 0; i < run.samples.size(); ++i)
        split.rows.push_back({run.samples[i], std::string(splitName(run, static_cast<int>(i)))});
    return {{"training_history.tsv", std::move(history)},
            {"held_out.tsv", heldOutTable(run)},
            {"held_out_by_reaction.tsv", heldOutByReaction(run)},
            {"bottlenecks.tsv", bottleneckTable(run)},
            {"split.tsv", std::move(split)},
            {"attention.tsv", attentionTable(run)},
            {"attention_pairs.tsv", attentionPairs(run)},
            {"attention_by_sample.tsv", attentionBySample(run)},
            {"predicted_flux.tsv", matrixTable("sample", run.samples, run.reactions, run.predicted)}};
}

std::vector<NamedTable> ExplainStep::tables(const ShapRun &run)
{
    const VectorD mean = run.meanAbsolute();
    Table top{{"gene", "mean_abs_shap"}, {}};
    for (const Index gene : run.ranking())
        top.rows.push_back({run.genes[static_cast<std::size_t>(gene)], mean(gene)});
    Table samples{{"sample", "output", "base_value", "additivity_error"}, {}};
    for (std::size_t i = 0; i < run.samples.size(); ++i)
        samples.rows.push_back({run.samples[i], run.outputs(static_cast<Index>(i)), run.baseValue,
                                run.additivityError(static_cast<Index>(i))});
    return {{"shap_values.tsv", matrixTable("sample", run.samples, run.genes, run.values)},
            {"top_genes.tsv", std::move(top)},
            {"shap_outputs.tsv", std::move(samples)}};
}

std::vector<NamedTable> EnrichStep::tables(const EnrichmentRun &run)
{
    std::vector<NamedTable> tables;
    if (run.ora)
        tables.push_back({"enrichment.csv", run.ora->table()});
    if (run.gsea)
        tables.push_back({"prerank.csv", run.gsea->table()});
    return tables;
}

std::vector<NamedTable> StressStep::tables(const StressResults &run)
{
    std::vector<NamedTable> tables;
    const auto add = [&](const std::shared_ptr<const StressRun> &stress, const std::string &suffix) {
        if (!stress)
            return;
        Table table{{"sample", "status", "growth", "maximum_load", "tolerance_90", "tolerance_50",
                     "survival_at_cohort_load"},
                    {}};
        std::vector<std::string> loads;
        for (std::size_t i = 0; i < stress->samples.size(); ++i)
            table.rows.push_back({stress->samples[i], std::string(statusName(stress->status[i])),
                                  stress->growth[i], stress->maximumLoad[i], stress->tolerance90[i],
                                  stress->tolerance50[i], stress->survivalAtCohortLoad[i]});
        for (const double load : stress->loads)
            loads.push_back(formatNumber(load));
        tables.push_back({"stress_" + suffix + ".tsv", std::move(table)});
        tables.push_back(
            {"survival_" + suffix + ".tsv", matrixTable("sample", stress->samples, loads, stress->survival)});
    };
    add(run.expression, "expression");
    add(run.predicted, "predicted");
    if (run.paper) {
        Table table{{"sample", "status", run.paper->exchange, "growth"}, {}};
        for (std::size_t i = 0; i < run.paper->samples.size(); ++i)
            table.rows.push_back({run.paper->samples[i], std::string(statusName(run.paper->status[i])),
                                  run.paper->predicted[i], run.paper->growth[i]});
        tables.push_back({"stress_paper.tsv", std::move(table)});
    }
    if (run.feasibility) {
        Table table{{"sample", "predictions_outside", "relative_distance"}, {}};
        const FeasibilityRun &feasibility = *run.feasibility;
        for (std::size_t i = 0; i < feasibility.samples.size(); ++i)
            table.rows.push_back({feasibility.samples[i],
                                  i < feasibility.outside.size() ? count(feasibility.outside[i]) : 0LL,
                                  i < feasibility.distance.size() ? feasibility.distance[i] : std::nan("")});
        tables.push_back({"feasibility.tsv", std::move(table)});
    }
    return tables;
}

std::vector<NamedTable> AnalysisStep::tables(const ModelAnalyses &analyses)
{
    Table overview{{"run", "method", "scenario", "status", "objective", "objective_value", "total_flux",
                    "sample", "inconsistency_score", "stopped_early"},
                   {}};
    std::vector<NamedTable> tables;
    for (std::size_t i = 0; i < analyses.runs.size(); ++i) {
        const ModelAnalysis &run = *analyses.runs[i];
        const std::string method = methodName(run.options.method);
        overview.rows.push_back({count(i + 1), method, run.options.scenario.name,
                                 std::string(statusName(run.status)), run.objective, run.objectiveValue,
                                 run.totalFlux,
                                 run.options.method == AnalysisMethod::Gimme ? run.options.sample : "",
                                 run.gimme.score, std::string(run.stoppedEarly ? "yes" : "no")});
        const std::string stem = "analysis_" + std::to_string(i + 1) + '_';
        if (!run.table.header.empty())
            tables.push_back({stem + method + ".tsv", run.table});
        if (!run.metabolites.header.empty())
            tables.push_back({stem + "shadow_prices.tsv", run.metabolites});
    }
    tables.insert(tables.begin(), {"analyses.tsv", std::move(overview)});
    return tables;
}

std::vector<NamedTable> CheckStep::tables(const ModelCheckRun &run)
{
    Table table{{"kind", "id", "name", "finding", "detail", "value"}, {}};
    for (const CheckFinding &finding : run.findings)
        table.rows.push_back({std::string(checkKindName(finding.kind)), finding.id, finding.name, finding.key,
                              finding.detail, finding.value});
    return {{"model_check.tsv", std::move(table)}};
}

std::vector<NamedTable> resultTables(const Project &project)
{
    std::vector<NamedTable> tables;
    forEachStep([&]<class Step>() {
        if (const auto &value = project.*Step::result)
            append(tables, Step::tables(*value));
    });
    return tables;
}

} // namespace pathgan
