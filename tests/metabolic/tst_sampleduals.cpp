// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/sampleduals_p.h"

#include "core/metabolic/cohort/capacityrules_p.h"
#include "core/metabolic/cohort/fluxexplanation.h"
#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/io/modelreader.h"
#include "tests/metabolic/fluxreference.h"
#include "tests/metabolic/smallnetwork.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace pathgan;
using nlohmann::json;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// smallnetwork with a way out for a: WASTE competes with growth.
MetabolicModel withWaste(double uptake = -100)
{
    MetabolicModel model = smallnetwork::make();
    smallnetwork::addReaction(model, "WASTE", 0, 1000, {{1, -1.0}});
    model.reactions[0].lower = uptake;
    model.buildIndex();
    return model;
}

/// In S2 GTHX may carry 1000·0.25/8 = 31.25 (gene 1), BYP 1000·1/16 = 62.5 (gene 3).
Cohort twoSamples()
{
    MatrixD values(3, 2);
    values << 8, 0.25, 0, 0.125, 16, 1;
    return smallnetwork::cohortOf(values);
}

/// Elasticities, or gradients, of one capacity.
struct Dependence
{
    const FluxRun &run;
    std::size_t sample, reaction;

    VectorD expression() const { return run.duals->expression.col(static_cast<Index>(sample)); }
    const DualSolution &solution() const { return run.duals->of(sample, reaction); }
    double elasticity(const std::string &id, bool isUpper) const
    {
        const CapacityDuals &duals = *run.duals;
        for (const Sensitivity &one :
             boundElasticities(duals, solution(), duals.growth[sample], boundsAt(duals, expression()))) {
            const ExpressedBound &bound = duals.bounds[static_cast<std::size_t>(one.index)];
            if (bound.reaction == id && bound.isUpper == isUpper)
                return one.value;
        }
        return 0;
    }
    double gradient(const std::string &gene) const
    {
        const CapacityDuals &duals = *run.duals;
        for (const Sensitivity &one : geneGradients(duals, solution(), duals.growth[sample],
                                                    boundsAt(duals, expression()), expression()))
            if (duals.genes[static_cast<std::size_t>(one.index)] == gene)
                return one.value;
        return 0;
    }
};

/// Random rule of genes, nested a few times.
std::vector<GeneRule::Node> randomRule(std::mt19937 &engine, int genes, int depth)
{
    using Op = GeneRule::Op;
    const auto below = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(engine); };
    if (depth == 0 || below(4) == 0)
        return {{Op::Gene, below(genes)}};
    const int operands = 2 + below(3);
    std::vector<GeneRule::Node> nodes;
    for (int i = 0; i < operands; ++i) {
        const std::vector<GeneRule::Node> operand = randomRule(engine, genes, depth - 1);
        nodes.insert(nodes.end(), operand.begin(), operand.end());
    }
    nodes.push_back({below(2) == 0 ? Op::And : Op::Or, operands});
    return nodes;
}

/// Concave in each bound: the elasticity lies between the one of a step back and of a step forward. Rows:
/// elasticities_highs.json. Returns the largest distance.
double farthest(const FluxRun &run, std::size_t sample, const json &rows)
{
    double worst = 0;
    for (const json &row : rows) {
        const auto at = std::find(run.reactions.begin(), run.reactions.end(), row[0].get<std::string>());
        const Dependence of{run, sample, static_cast<std::size_t>(at - run.reactions.begin())};
        const double found = of.elasticity(row[1], row[2] == "upper");
        const double forward = row[3], backward = row[4];
        const double low = std::min(forward, backward), high = std::max(forward, backward);
        worst = std::max(worst, std::max(low - found, found - high) / std::max(1.0, std::abs(found)));
    }
    return worst;
}

} // namespace

/// Dual solutions of capacities: closed forms, strong duality and HiGHS' finite differences.
class TestSampleDuals : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    GeneTable m_table;

    FluxOptions options(FluxQuantity quantity = FluxQuantity::Capacity)
    {
        FluxOptions result;
        result.medium = MediumPreset::AsDistributed;
        result.quantity = quantity;
        result.reactions = {"GTHX", "WASTE", "EX_b"};
        return result;
    }

private slots:
    void initTestCase()
    {
        m_table = smallnetwork::geneTable(m_folder.path().toStdString(), 3);
        QCOMPARE(m_table.size(), std::size_t(3));
    }

    /// WASTE: 100 − 0.9 · (31.25 + 62.5) = 15.625; growth that must be kept counts.
    void closedForm()
    {
        const Result<FluxRun> run = computeFlux(withWaste(), twoSamples(), m_table, options());
        QVERIFY(run.ok() && run->duals);
        const Dependence gthx{*run, 1, 0}, waste{*run, 1, 1}, growth{*run, 1, 2};
        QVERIFY(std::abs(gthx.elasticity("GTHX", true) - 1) < 1e-12);
        QVERIFY(std::abs(waste.elasticity("GTHX", true) + 0.9 * 31.25 / 15.625) < 1e-12);
        QVERIFY(std::abs(waste.elasticity("BYP", true) + 0.9 * 62.5 / 15.625) < 1e-12);
        QVERIFY(std::abs(waste.elasticity("EX_a_e", false) - 100 / 15.625) < 1e-12);
        QVERIFY(std::abs(growth.elasticity("BYP", true) - 62.5 / 93.75) < 1e-12);
        for (const Dependence &of : {gthx, waste, growth}) {
            QVERIFY(of.solution().isProven() && of.solution().gap < 1e-12);
            QVERIFY(!of.solution().isDegenerate);
        }
        QVERIFY(std::abs(waste.solution().growthDual + 1) < 1e-12);
        // gene 3: x = 1, log2(x+1) = 1: 2^1/(2^1 − 1) = 2
        QVERIFY(std::abs(growth.gradient("G3") - std::log10(2.0) * 62.5 / 93.75 * 2) < 1e-12);
        QCOMPARE(growth.gradient("G2"), 0.0); // gene 1 decides
    }

    /// What enters is as much as both ways on take: either of them, or the uptake, may have the dual.
    void tiesAreMarked()
    {
        FluxOptions wanted = options();
        wanted.reactions = {"EX_b"};
        const Result<FluxRun> run = computeFlux(withWaste(-93.75), twoSamples(), m_table, wanted);
        QVERIFY(run.ok() && run->duals);
        QCOMPARE(run->growth[1], 93.75);
        QVERIFY(run->duals->growth[1].isDegenerate && run->duals->growth[1].isProven());
        QVERIFY(run->duals->of(1, 0).isDegenerate);
        QVERIFY(!run->duals->growth[0].isDegenerate);
    }

    void onlyCapacitiesUnderEFlux()
    {
        FluxOptions wanted = options(FluxQuantity::CapacityRange);
        QVERIFY(computeFlux(withWaste(), twoSamples(), m_table, wanted)->duals);
        wanted.rule = ExpressionRule::Paper;
        QVERIFY(!computeFlux(withWaste(), twoSamples(), m_table, wanted)->duals);
        for (const FluxQuantity quantity : {FluxQuantity::PerturbedFba, FluxQuantity::Fba})
            QVERIFY(!computeFlux(withWaste(), twoSamples(), m_table, options(quantity))->duals);
    }

    void samplesWithoutOptimumHaveNone()
    {
        MetabolicModel model = withWaste();
        model.reactions[2].lower = 40; // GTHX
        const Result<FluxRun> run = computeFlux(model, twoSamples(), m_table, options());
        QVERIFY(run.ok() && run->duals);
        QCOMPARE(run->status[1], SolutionStatus::Infeasible);
        QVERIFY(!run->duals->growth[1].isProven() && !run->duals->of(1, 0).isProven());
        QVERIFY(run->duals->of(0, 0).isProven());
    }

    /// An explanation solves in the whole network, a run in the reduced one.
    void explanationsAgree()
    {
        FluxOptions wanted = options();
        const Result<FluxRun> run = computeFlux(withWaste(), twoSamples(), m_table, wanted);
        FluxExplainOptions explain;
        explain.sample = "S2";
        explain.reaction = "WASTE";
        const Result<FluxExplanation> found =
            explainFlux(withWaste(), twoSamples(), m_table, wanted, explain);
        QVERIFY(run.ok() && found.ok());
        const Dependence waste{*run, 1, 1};
        QCOMPARE(found->limits.size(), std::size_t(3));
        for (const LimitingBound &limit : found->limits) {
            QVERIFY(std::abs(limit.elasticity - waste.elasticity(limit.reaction, limit.isUpper)) < 1e-9);
            if (!limit.effect.gene.empty())
                QVERIFY(std::abs(limit.effect.gradient - waste.gradient(limit.effect.gene)) < 1e-9);
        }
        explain.reaction = "GTHX";
        QCOMPARE(explainFlux(withWaste(), twoSamples(), m_table, wanted, explain)->elasticity, 1.0);
        wanted.quantity = FluxQuantity::Fba;
        QVERIFY(std::isnan(explainFlux(withWaste(), twoSamples(), m_table, wanted, explain)->elasticity));
    }

    /// Rules without the genes that are not measured give the scores that the model's rules give.
    void rulesKeepTheirScores()
    {
        std::mt19937 engine(3);
        std::uniform_real_distribution<double> number(0, 10);
        const std::vector<int> geneOf = {0, 0, 1, 2, 2, 3, 4}, genes = {0, 0, 1, 2, 2, -1, 3};
        CapacityDuals duals;
        duals.genes = {"A", "B", "C", "D"};
        int known = 0;
        for (int repeat = 0; repeat < 400; ++repeat) {
            const GeneRule rule(randomRule(engine, 7, 4));
            VectorD expression(4);
            for (double &value : expression)
                value = number(engine);
            if (repeat % 3 == 0)
                expression[repeat % 4] = unknown;
            std::vector<double> values;
            for (const int gene : genes)
                values.push_back(gene < 0 ? unknown : std::exp2(expression[gene]) - 1);
            for (const OrRule orRule : {OrRule::Maximum, OrRule::Sum}) {
                ExpressedBound bound;
                bound.rule = ruleParts(rule, genes, geneOf, orRule);
                const double expected = evaluateRule(rule, values, geneOf, orRule);
                const double found = ruleScore(duals, bound, expression);
                QVERIFY(std::isnan(expected) ? std::isnan(found)
                                             : std::abs(found - expected) <= 1e-12 * (1 + expected));
                known += !std::isnan(expected);
            }
        }
        QVERIFY(known > 600);
    }

    void textbookAgainstFiniteDifferences()
    {
        const std::string path = fluxreference::modelPath("textbook.xml.gz");
        if (path.empty())
            QSKIP("the shared reference models are absent");
        const Result<MetabolicModel> model = readModel(path);
        QVERIFY(model.ok());
        const json expression = fluxreference::load("expression_textbook.json")["expression"];
        const json reference = fluxreference::load("elasticities_highs.json")["textbook"];
        MatrixD values(static_cast<Index>(expression.size()), 1);
        Cohort cohort = smallnetwork::cohortOf(values.setZero());
        auto matrix = std::make_shared<ExpressionMatrix>(*cohort.expression);
        Index row = 0;
        for (const auto &item : expression.items()) {
            matrix->values(row, 0) = item.value().get<float>();
            matrix->genes[static_cast<std::size_t>(row++)] = item.key();
        }
        cohort.expression = matrix;
        FluxOptions wanted = options();
        wanted.scoreScale = ScoreScale::Global;
        wanted.reactions.clear();
        for (const Reaction &reaction : model->reactions)
            wanted.reactions.push_back(reaction.id);
        const Result<FluxRun> run = computeFlux(*model, cohort, m_table, wanted);
        QVERIFY(run.ok() && run->duals);
        QVERIFY(fluxreference::close(run->growth[0], reference["growth"]));
        for (const DualSolution &solution : run->duals->values)
            QVERIFY(solution.isProven());
        const double worst = farthest(*run, 0, reference["rows"]);
        qInfo("largest difference of an elasticity: %g", worst);
        QVERIFY(reference["rows"].size() > 100 && worst < 2e-3);
    }

    void tumoursAgainstFiniteDifferences()
    {
        const std::string path = fluxreference::sharedFile("recon3d/Recon3D.xml.gz");
        const std::string matrix = fluxreference::sharedFile("tcga_mixed/HiSeqV2.gz");
        const std::string map = fluxreference::sharedFile("gene_ids/HiSeqV2-gene-map.tsv");
        if (path.empty() || matrix.empty() || map.empty())
            QSKIP("Recon3D or the tumours are absent");
        const Result<MetabolicModel> model = readModel(path);
        ReadReport report;
        Result<ExpressionMatrix> expression = readExpression(matrix, {}, report);
        const Result<GeneTable> table = GeneTable::readMap(map);
        QVERIFY(model.ok() && expression.ok() && table.ok());
        const Result<Cohort> cohort =
            makeCohort(std::make_shared<const ExpressionMatrix>(std::move(*expression)), nullptr);
        QVERIFY(cohort.ok());
        const json reference = fluxreference::load("elasticities_highs.json")["tumours"];
        FluxOptions wanted;
        for (const json &tumour : reference)
            wanted.samples.push_back(tumour["sample"]);
        const Result<FluxRun> run = computeFlux(*model, *cohort, *table, wanted);
        QVERIFY(run.ok() && run->duals);
        const CapacityDuals &duals = *run->duals;
        boundsAreThoseOfTheSamples(*model, *cohort, *table, wanted, *run);
        double gap = 0, again = 0, worst = 0;
        for (std::size_t i = 0; i < run->samples.size(); ++i) {
            const VectorD bounds = boundsAt(duals, duals.expression.col(static_cast<Index>(i)));
            for (std::size_t k = 0; k < run->reactions.size(); ++k) {
                const double value = run->values(static_cast<Index>(i), static_cast<Index>(k));
                const double sum = dualValue(duals.of(i, k), bounds, 0.9 * run->growth[i]);
                again = std::max(again, std::abs(sum - value) / std::max(1.0, value));
                gap = std::max(gap, duals.of(i, k).gap);
            }
            for (const json &tumour : reference)
                if (tumour["sample"] == run->samples[i])
                    worst = std::max(worst, farthest(*run, i, tumour["rows"]));
        }
        qInfo("gap %g, by the expression %g, largest difference of an elasticity %g", gap, again, worst);
        QVERIFY(gap < 1e-8 && again < 1e-8);
        QVERIFY(worst < 2e-3);
    }

private:
    /// boundsAt gives what the samples were solved with, to rounding.
    static void boundsAreThoseOfTheSamples(const MetabolicModel &model, const Cohort &cohort,
                                           const GeneTable &table, const FluxOptions &wanted,
                                           const FluxRun &run)
    {
        FbaOptions base;
        base.bounds = mediumBounds(model, MediumPreset::Physiological);
        const LpModel problem = fbaProblem(model, base);
        const GeneMapping mapping = mapModelGenes(model, GeneIndex(cohort.expression->genes, table));
        const ExpressionBounds real(model, cohort, mapping, wanted, {problem.lower, problem.upper});
        const CapacityDuals &duals = *run.duals;
        for (std::size_t i = 0; i < run.samples.size(); ++i) {
            const auto at = std::find(cohort.samples.begin(), cohort.samples.end(), run.samples[i]);
            const ExpressionBounds::Bounds expected = real.ofSample(at - cohort.samples.begin());
            const VectorD found = boundsAt(duals, duals.expression.col(static_cast<Index>(i)));
            for (std::size_t k = 0; k < duals.bounds.size(); ++k) {
                const ExpressedBound &bound = duals.bounds[k];
                const auto reaction = static_cast<std::size_t>(model.reactionIndex(bound.reaction));
                const double side = (bound.isUpper ? expected.upper : expected.lower)[reaction];
                QVERIFY(std::abs(found[static_cast<Index>(k)] - side) <= 1e-9 * std::abs(side));
            }
        }
    }
};

PATHGAN_TEST(TestSampleDuals)
#include "tst_sampleduals.moc"
