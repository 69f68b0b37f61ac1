// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/fluxexplanation.h"
#include "tests/metabolic/smallnetwork.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace pathgan;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// smallnetwork with a way out for a: WASTE competes with growth.
MetabolicModel withWaste()
{
    MetabolicModel model = smallnetwork::make();
    smallnetwork::addReaction(model, "WASTE", 0, 1000, {{1, -1.0}});
    model.buildIndex();
    return model;
}

/// Three samples; in S2 GTHX may carry 1000·0.25/8 = 31.25, BYP 1000·1/16 = 62.5.
Cohort threeSamples()
{
    MatrixD values(3, 3);
    values << 8, 0.25, 0.25, 0, 0.125, 0.125, 16, 1, unknown;
    return smallnetwork::cohortOf(values);
}

const LimitingBound *limitOf(const FluxExplanation &explanation, const std::string &reaction)
{
    for (const LimitingBound &limit : explanation.limits)
        if (limit.reaction == reaction)
            return &limit;
    return nullptr;
}

} // namespace

class TestFluxExplanation : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    GeneTable m_table;

    Result<FluxExplanation> explain(const char *sample, const char *reaction, FluxOptions options = {},
                                    const MetabolicModel &model = withWaste())
    {
        options.medium = MediumPreset::AsDistributed;
        FluxExplainOptions wanted;
        wanted.sample = sample;
        wanted.reaction = reaction;
        return explainFlux(model, threeSamples(), m_table, options, wanted);
    }

private slots:
    void initTestCase()
    {
        m_table = smallnetwork::geneTable(m_folder.path().toStdString(), 3);
        QCOMPARE(m_table.size(), std::size_t(3));
    }

    /// The reaction's own bound binds: 10 % more of its gene is 10 % more flux.
    void ownBound()
    {
        const Result<FluxExplanation> found = explain("S2", "GTHX");
        QVERIFY(found.ok());
        QCOMPARE(found->status, SolutionStatus::Optimal);
        QCOMPARE(found->value, 31.25);
        QCOMPARE(found->growth, 93.75);
        QCOMPARE(found->valueStatus, ValueStatus::OnBound);
        QCOMPARE(found->equation, std::string("a_c --> gthrd_c"));
        QCOMPARE(found->score, 0.25);
        QCOMPARE(found->greatestScore, 8.0);
        QVERIFY(found->isByExpression && found->isLimited());
        QCOMPARE(found->mediumUpper, 1000.0);
        QCOMPARE(found->upper, 31.25);
        QCOMPARE(found->dual, 1.0);
        QCOMPARE(found->effects.size(), std::size_t(1));
        QCOMPARE(found->effects[0].gene, std::string("G1"));
        QVERIFY(std::abs(found->effects[0].change - 3.125) < 1e-9);
        // transcripts of G1 are one leaf
        QCOMPARE(found->rule.operands.size(), std::size_t(2));
        QVERIFY(found->rule.operands[0].decides && !found->rule.operands[1].decides);
        QCOMPARE(found->rule.operands[1].name, std::string("G2"));
        QCOMPARE(found->rule.operands[1].score, 0.125);
    }

    /// GTHY has no gene: what holds it back is GTHX's.
    void boundElsewhere()
    {
        const Result<FluxExplanation> found = explain("S2", "GTHY");
        QVERIFY(found.ok());
        QCOMPARE(found->value, 31.25);
        QVERIFY(found->rule.isEmpty() && !found->isByExpression && !found->isLimited());
        QVERIFY(found->effects.empty());
        const LimitingBound *limit = limitOf(*found, "GTHX");
        QVERIFY(limit && limit->isUpper && limit->isByExpression);
        QCOMPARE(limit->bound, 31.25);
        QCOMPARE(limit->dual, 1.0);
        QCOMPARE(limit->genes, std::vector<std::string>{"G1"});
        QVERIFY(std::abs(limit->effect.value - 34.375) < 1e-9);
    }

    /// WASTE may take what 90 % of the growth leaves: 100 − 0.9·93.75 = 15.625. More GTHX is more growth to
    /// keep: the dual goes through the optimum, −0.9.
    void throughGrowth()
    {
        const Result<FluxExplanation> found = explain("S2", "WASTE");
        QVERIFY(found.ok());
        QVERIFY(std::abs(found->value - 15.625) < 1e-9);
        const LimitingBound *limit = limitOf(*found, "GTHX"), *uptake = limitOf(*found, "EX_a_e");
        QVERIFY(limit && uptake);
        QVERIFY(std::abs(limit->dual + 0.9) < 1e-9);
        QVERIFY(std::abs(limit->effect.change + 2.8125) < 1e-9);
        QVERIFY(!uptake->isUpper && !uptake->isByExpression && uptake->genes.empty());
        QVERIFY(std::abs(uptake->dual + 1) < 1e-9); // a lower −100 is more
        QVERIFY(std::isnan(uptake->effect.change));
        QCOMPARE(found->limits[0].reaction, std::string("EX_a_e")); // |−1·−100| is the greatest
    }

    void isoenzymesSummed()
    {
        FluxOptions options;
        options.orRule = OrRule::Sum;
        const Result<FluxExplanation> found = explain("S2", "GTHX", options);
        QVERIFY(found.ok());
        QCOMPARE(found->score, 0.375); // both transcripts of G1 once
        QCOMPARE(found->upper, 46.875);
        QCOMPARE(found->effects.size(), std::size_t(2));
        QVERIFY(std::abs(found->effects[0].change - 3.125) < 1e-9);
        QVERIFY(std::abs(found->effects[1].change - 1.5625) < 1e-9);
    }

    /// On log2(x+1): +10 % is of x.
    void logScores()
    {
        FluxOptions options;
        options.logScores = true;
        const Result<FluxExplanation> found = explain("S2", "GTHX", options);
        QVERIFY(found.ok());
        const double scale = 1000 / std::log2(9.0);
        QVERIFY(std::abs(found->upper - scale * std::log2(1.25)) < 1e-4); // the matrix is of floats
        QVERIFY(std::abs(found->effects[0].change - scale * (std::log2(1.275) - std::log2(1.25))) < 1e-4);
    }

    void fluxVectors()
    {
        FluxOptions options;
        options.quantity = FluxQuantity::PerturbedFba;
        const Result<FluxExplanation> found = explain("S2", "BYP", options);
        QVERIFY(found.ok());
        QCOMPARE(found->value, 62.5);
        QCOMPARE(found->dual, 1.0); // growth per bound
        QVERIFY(std::abs(found->effects[0].change - 6.25) < 1e-6);
        QCOMPARE(QString(found->quantityName()), QString("flux"));
        options.quantity = FluxQuantity::Fba;
        QCOMPARE(explain("S2", "BYP", options)->valueStatus, ValueStatus::OnBound);
        QCOMPARE(explain("S3", "GTHY", options)->valueStatus, ValueStatus::NotUnique);
    }

    /// Many genes make the paper's bound: none of them has an effect of its own.
    void paperRule()
    {
        FluxOptions options;
        options.rule = ExpressionRule::Paper;
        const Result<FluxExplanation> found = explain("S2", "GTHX", options);
        QVERIFY(found.ok());
        QVERIFY(found->isByExpression && found->upper > 1000);
        QVERIFY(std::isnan(found->greatestScore) && found->effects.empty());
    }

    void infeasibleSampleHasNoValue()
    {
        MetabolicModel model = withWaste();
        model.reactions[2].lower = 40; // GTHX
        const Result<FluxExplanation> found = explain("S2", "GTHX", {}, model);
        QVERIFY(found.ok());
        QCOMPARE(found->status, SolutionStatus::Infeasible);
        QCOMPARE(found->valueStatus, ValueStatus::None);
        QVERIFY(std::isnan(found->value) && found->limits.empty());
        QCOMPARE(found->upper, 31.25); // what is wrong can be seen
    }

    void namesThatAreNotThere()
    {
        QCOMPARE(explain("S9", "GTHX").error().detail, std::string("S9"));
        QCOMPARE(explain("S1", "NONE").error().detail, std::string("NONE"));
        QCOMPARE(explain("S1", "NONE").error().code, ErrorCode::UnknownName);
    }

    /// (1 and (2 or 3)) or (1 and (2 or 3)), of which the second is transcripts of the same genes.
    void ruleTree()
    {
        using Op = GeneRule::Op;
        const GeneRule rule({{Op::Gene, 0},
                             {Op::Gene, 2},
                             {Op::Gene, 3},
                             {Op::Or, 2},
                             {Op::And, 2},
                             {Op::Gene, 1},
                             {Op::Gene, 2},
                             {Op::Gene, 3},
                             {Op::Or, 2},
                             {Op::And, 2},
                             {Op::Or, 2}});
        const RuleTree tree =
            makeRuleTree(rule, {5, 5, unknown, 3}, {0, 0, 1, 2}, {"G1", "G1", "G2", "G3"}, OrRule::Maximum);
        QCOMPARE(tree.op, Op::And);
        QCOMPARE(tree.score, 3.0);
        QCOMPARE(tree.operands.size(), std::size_t(2));
        QVERIFY(!tree.operands[0].decides && tree.operands[1].decides);
        QCOMPARE(tree.operands[1].operands.size(), std::size_t(2));
        QVERIFY(std::isnan(tree.operands[1].operands[0].score)); // G2 is not measured
        QCOMPARE(tree.decidingGenes(), std::vector<int>{3});
        QVERIFY(makeRuleTree({}, {}, {}, {}, OrRule::Maximum).isEmpty());
    }
};

PATHGAN_TEST(TestFluxExplanation)
#include "tst_fluxexplanation.moc"
