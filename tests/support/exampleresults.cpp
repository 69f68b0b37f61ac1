// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/exampleresults.h"

#include "core/base/statistics.h"
#include "tests/support/normalrandom.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace pathgan;

namespace exampleresults {

namespace {

std::vector<std::string> sampleNames(std::size_t count)
{
    std::vector<std::string> names;
    char text[32];
    for (std::size_t i = 0; i < count; ++i) {
        std::snprintf(text, sizeof text, "TCGA-A%zu-%04zu-01", i % 10, 1000 + 37 * i % 9000);
        names.emplace_back(text);
    }
    return names;
}

const std::vector<std::string> &symbols()
{
    static const std::vector<std::string> names = {
        "GSR",   "GPX1",  "GPX4",    "GCLC",   "GCLM",  "GSS",    "GGT1",  "GGT5", "GSTP1",
        "GSTM1", "GSTA1", "SLC7A11", "NQO1",   "TXN",   "TXNRD1", "PRDX1", "CAT",  "SOD2",
        "G6PD",  "PGD",   "TKT",     "TALDO1", "IDH1",  "ME1",    "HMOX1", "CTH",  "CBS",
        "OPLAH", "ANPEP", "LAP3",    "MGST1",  "MGST2", "ALOX5",  "PTGDS", "ESD",  "GLO1"};
    return names;
}

class FixedNetwork : public TrainedNetwork
{
public:
    const GanOptions &options() const override { return m_options; }
    const std::vector<std::string> &genes() const override { return symbols(); }
    VectorF geneMeans() const override { return VectorF::Zero(static_cast<Index>(symbols().size())); }
    const std::vector<std::string> &reactions() const override { return m_reactions; }
    const std::vector<std::string> &tokens() const override { return m_tokens; }
    const std::vector<std::vector<int>> &tokenGenes() const override { return m_tokenGenes; }
    MatrixD predict(const MatrixF &expression) const override { return MatrixD::Zero(expression.rows(), 0); }
    VectorD meanOutput(const MatrixF &expression, MatrixF *) const override
    {
        return VectorD::Zero(expression.rows());
    }
    VectorD output(int, const MatrixF &expression, MatrixF *) const override
    {
        return VectorD::Zero(expression.rows());
    }
    PathwayAttention attention(const MatrixF &) const override { return {}; }
    MatrixD attentionGeneScores(const MatrixF &expression) const override
    {
        return MatrixD::Zero(expression.rows(), 0);
    }
    Result<std::string> encoded() const override { return std::string(); }

    std::vector<std::vector<int>> m_tokenGenes;
    std::vector<std::string> m_tokens = {
        "Glutathione metabolism",
        "Reactive Oxygen Species Pathway",
        "HALLMARK_XENOBIOTIC_METABOLISM",
        "Glycolysis",
        "HALLMARK_TNFA_SIGNALING_VIA_NFKB",
        "Pentose phosphate pathway",
        "Fatty Acid Metabolism",
        "Oxidative Phosphorylation",
        "A gene set with a name that is far too long for any axis label of any figure in any journal",
        "Hypoxia",
        "p53 Pathway",
        "DNA Repair",
        "(no set)"};

private:
    GanOptions m_options;
    std::vector<std::string> m_reactions;
};

} // namespace

std::shared_ptr<const FluxRun> flux(std::size_t samples)
{
    auto run = std::make_shared<FluxRun>();
    run->samples = sampleNames(samples);
    run->reactions = {"GTHOr", "GTHOm",   "GTHPi",     "GTHPm",    "GTHS",     "GLUCYS",
                      "GGT5r", "GTHRDtr", "AMPTASECG", "GTHP_CAT", "r0120",    "GLYOX",
                      "LGTHL", "GSTM3",   "RE0916",    "CATp",     "CONSTANT", "HMR_4331"};
    const auto columns = static_cast<Index>(run->reactions.size());
    run->values.resize(static_cast<Index>(samples), columns);
    NormalRandom random(11);
    VectorD loading(columns);
    for (Index j = 0; j < columns; ++j)
        loading[j] = random.normal();
    for (Index i = 0; i < run->values.rows(); ++i) {
        const double common = random.normal();
        for (Index j = 0; j < columns; ++j)
            run->values(i, j) =
                run->reactions[std::size_t(j)] == "CONSTANT"
                    ? 2.5
                    : 4 * std::exp(0.35 * loading[j] * common + 0.2 * random.normal() + 0.15 * double(j));
    }
    for (Index j = 0; j < columns; ++j)
        run->wildTypeValues.push_back(run->values.col(j).maxCoeff() * 1.1);
    run->status.assign(samples, SolutionStatus::Optimal);
    run->growth.assign(samples, 0.6);
    run->varyingReactions = run->reactions.size() - 1;
    run->effectiveRank = 8.3;
    return run;
}

std::shared_ptr<const GanRun> training(const FluxRun &flux)
{
    auto run = std::make_shared<GanRun>();
    NormalRandom random(5);
    for (int epoch = 1; epoch <= 60; ++epoch) {
        const double left = std::exp(-epoch / 12.0);
        run->history.push_back(
            {epoch, 40 * left + 1.5 + 0.6 * random.normal(), -12 * left - 0.5 + 0.5 * random.normal(),
             6 * left + 0.3 + 0.1 * random.uniform(), 14 * left + 0.8 + 0.4 * random.normal(),
             epoch == 1 ? std::nan("") : 0.78 * (1 - left) + 0.02 * random.normal(), left});
    }
    run->bestEpoch = 47;
    run->samples = flux.samples;
    run->reactions = flux.reactions;
    run->predicted = flux.values;
    for (Index i = 0; i < run->predicted.rows(); ++i) {
        for (Index j = 0; j < run->predicted.cols(); ++j)
            run->predicted(i, j) *= std::exp(0.18 * random.normal());
        (i % 7 < 5    ? run->trainSamples
         : i % 7 == 5 ? run->validationSamples
                      : run->testSamples)
            .push_back(static_cast<int>(i));
    }
    for (std::size_t j = 0; j < run->reactions.size(); ++j)
        run->test.byReaction.push_back(run->reactions[j] == "CONSTANT" ? std::nan("")
                                                                       : 0.4 + 0.03 * double(j));
    const auto network = std::make_shared<FixedNetwork>();
    const auto tokens = static_cast<Index>(network->m_tokens.size());
    VectorD weights(tokens);
    for (Index t = 0; t < tokens; ++t)
        weights[t] = std::exp(-0.25 * double(t)) + 0.1;
    weights /= weights.sum();
    PathwayAttention attention{run->samples, network->m_tokens, {}, {}, {}};
    attention.received = weights.transpose().replicate(static_cast<Index>(run->samples.size()), 1);
    attention.pairs = attention.received.cast<float>().replicate(1, tokens);
    attention.byHead = {weights.transpose().replicate(tokens, 1)};
    run->attention = std::make_shared<const PathwayAttention>(std::move(attention));
    run->network = network;
    return run;
}

std::shared_ptr<const ShapRun> explanation(std::size_t samples, std::size_t genes)
{
    auto run = std::make_shared<ShapRun>();
    run->samples = sampleNames(samples);
    for (std::size_t j = 0; j < genes; ++j)
        run->genes.push_back(j < symbols().size()
                                 ? symbols()[j]
                                 : "GENE" + std::to_string(j) + "|" + std::to_string(5000 + j));
    run->outputName = "mean of the outputs (31)";
    run->unit = "standardised units";
    run->baseValue = 0.12;
    const auto rows = static_cast<Index>(samples), columns = static_cast<Index>(genes);
    run->values.resize(rows, columns);
    run->data.resize(rows, columns);
    NormalRandom random(3);
    for (Index j = 0; j < columns; ++j) {
        const double effect = 0.3 * std::exp(-0.12 * double(j)) * (j % 3 == 1 ? -1 : 1);
        for (Index i = 0; i < rows; ++i) {
            const double z = random.normal();
            run->data(i, j) = static_cast<float>(8 + 1.5 * z);
            run->values(i, j) = effect * (z + 0.35 * random.normal());
        }
    }
    run->data(0, 1) = std::numeric_limits<float>::quiet_NaN();
    run->outputs = (run->values.rowwise().sum().array() + run->baseValue).matrix();
    run->additivityError = VectorD::Constant(rows, 0.004);
    return run;
}

std::shared_ptr<const EnrichmentRun> enrichment(bool signedMetric)
{
    NormalRandom random(17);
    std::vector<std::string> genes;
    std::vector<double> metric;
    for (int i = 0; i < 2000; ++i) {
        genes.push_back(i < static_cast<int>(symbols().size()) ? symbols()[std::size_t(i)]
                                                               : "G" + std::to_string(i));
        const double value = random.normal() + (i < 30 ? 1.6 : 0);
        metric.push_back(signedMetric ? value : std::abs(value));
    }
    GeneSetCollection sets;
    sets.library = "h.all.v2024.1.Hs.symbols";
    const char *names[] = {
        "Glutathione metabolism",
        "HALLMARK_REACTIVE_OXYGEN_SPECIES_PATHWAY",
        "HALLMARK_TNFA_SIGNALING_VIA_NFKB",
        "Pentose phosphate pathway",
        "HALLMARK_XENOBIOTIC_METABOLISM",
        "Glycolysis",
        "HALLMARK_E2F_TARGETS",
        "A gene set with a name that is far too long for any axis label of any figure in any journal"};
    for (std::size_t s = 0; s < std::size(names); ++s) {
        GeneSet set{names[s], {}, {}};
        for (std::size_t k = 0; k < 30; ++k)
            set.genes.push_back(genes[s < 2 ? (k * (s + 1)) % 60 : (s * 211 + k * 37) % 2000]);
        std::sort(set.genes.begin(), set.genes.end());
        set.genes.erase(std::unique(set.genes.begin(), set.genes.end()), set.genes.end());
        sets.sets.push_back(std::move(set));
    }
    auto run = std::make_shared<EnrichmentRun>();
    const RankedList list = rankGenes(genes, metric);
    run->topGenes = 100;
    run->source = "mean |SHAP value|";
    const std::vector<std::string> query(list.genes.begin(), list.genes.begin() + 100);
    if (auto result = overRepresentation(query, sets, {}, genes))
        run->ora = std::make_shared<const OraRun>(*std::move(result));
    GseaOptions options;
    options.permutations = 200;
    options.positiveOnly = !signedMetric;
    options.threads = 1;
    if (auto result = prerank(list, sets, options))
        run->gsea = std::make_shared<const GseaRun>(*std::move(result));
    return run;
}

std::shared_ptr<const StressRun> stress(std::size_t samples, bool predicted)
{
    auto run = std::make_shared<StressRun>();
    run->source = predicted ? "predicted flux" : "expression";
    run->samples = sampleNames(samples);
    NormalRandom random(predicted ? 31 : 29);
    const auto rows = static_cast<Index>(samples);
    for (int k = 0; k <= 20; ++k)
        run->loads.push_back(0.4 * k);
    run->survival.resize(rows, 21);
    for (Index i = 0; i < rows; ++i) {
        const double most = 5 + 1.1 * std::sin(double(i)) + 0.4 * random.normal(), bend = 0.4 * most;
        for (Index k = 0; k <= 20; ++k) {
            const double r = run->loads[std::size_t(k)];
            run->survival(i, k) =
                std::clamp(r < bend ? 1.0 - 0.02 * r : (most - r) / (most - bend), 0.0, 1.0);
        }
        run->growth.push_back(0.55 + 0.05 * random.normal());
        run->maximumLoad.push_back(most);
        run->tolerance50.push_back((most + bend) / 2);
        run->tolerance90.push_back(bend * 1.05);
    }
    run->status.assign(samples, SolutionStatus::Optimal);
    run->cohortLoad = quantile(run->tolerance50, 0.5);
    return run;
}

std::shared_ptr<const GroupRun> groups(const FluxRun &flux, int groupCount)
{
    auto run = std::make_shared<GroupRun>();
    run->column = "radiation_therapy";
    static const char *names[] = {"NO", "YES", "UNKNOWN DOSE", "STAGE III",
                                  "A group with a rather long name"};
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < flux.samples.size(); ++i)
        labels.emplace_back(i % 8 == 7 ? "" : names[i % std::size_t(groupCount)]);
    for (const char *source : {"FBA", "predicted"}) {
        for (Index j = -1; j < 2; ++j) {
            std::vector<double> values;
            for (std::size_t i = 0; i < labels.size(); ++i) {
                const auto row = static_cast<Index>(i);
                const double shift = labels[i] == "YES" ? 1.15 : labels[i] == "STAGE III" ? 0.8 : 1.0;
                values.push_back(shift * (j < 0 ? flux.values.row(row).mean() : flux.values(row, j)));
            }
            Result<GroupComparison> comparison = compareGroups(flux.samples, values, labels);
            if (!comparison)
                continue;
            GroupRun::Entry entry{source, j < 0 ? "mean" : flux.reactions[std::size_t(j)],
                                  *std::move(comparison)};
            entry.comparison.valueName = entry.reaction == "mean" ? "mean flux" : entry.reaction;
            entry.comparison.unit = "mmol/gDW/h";
            entry.comparison.columnName = run->column;
            run->entries.push_back(std::move(entry));
        }
    }
    run->confounders.push_back({"_cohort", 0.71, "YES: only STAD, UCS, ACC"});
    return run;
}

Project project(std::size_t samples)
{
    Project result;
    result.flux = flux(samples);
    result.training = training(*result.flux);
    result.explanation = explanation(samples, 120);
    result.enrichment = enrichment(false);
    auto stresses = std::make_shared<StressResults>();
    stresses->expression = stress(samples, false);
    stresses->predicted = stress(samples, true);
    result.stress = stresses;
    result.groups = groups(*result.flux);
    result.isExample = true;
    return result;
}

} // namespace exampleresults
