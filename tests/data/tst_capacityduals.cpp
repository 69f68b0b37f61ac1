#include "core/data/capacityduals.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <cmath>

using namespace pathgan;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
using Op = RulePart::Op;

RulePart gene(int index)
{
    return {Op::Gene, index};
}

VectorD vector(std::initializer_list<double> values)
{
    VectorD out(static_cast<Index>(values.size()));
    std::copy(values.begin(), values.end(), out.begin());
    return out;
}

/// log2(x+1) of linear values.
VectorD expressed(std::initializer_list<double> values)
{
    VectorD out = vector(values);
    for (double &value : out)
        value = std::log2(value + 1);
    return out;
}

/// Genes A, B, C; a bound a rule.
CapacityDuals withRules(const std::vector<std::vector<RulePart>> &rules)
{
    CapacityDuals duals;
    duals.genes = {"A", "B", "C"};
    for (const auto &rule : rules)
        duals.bounds.push_back({"R" + std::to_string(duals.bounds.size()), "", true, 1000, 100, rule});
    return duals;
}

} // namespace

class TestCapacityDuals : public QObject
{
    Q_OBJECT

private slots:
    void scores_data();
    void scores();
    void capacities();
    void bothSides();
    void valueIsTheSum();
    void elasticitiesFollowTheBounds();
    void gradientsFollowTheGenes();
    void onlyWhatExpressionSets();
    void sharesOfASum();
    void logarithmicScores();
};

void TestCapacityDuals::scores_data()
{
    QTest::addColumn<std::vector<RulePart>>("rule");
    QTest::addColumn<double>("expected");
    const RulePart a = gene(0), b = gene(1), unmeasured = gene(2);
    const RulePart least{Op::Least, 2}, greatest{Op::Greatest, 2}, sum{Op::Sum, 2};
    // A = 10, B = 40, C unmeasured.
    const std::vector<RulePart> nested{a, b, unmeasured, {Op::Least, 2}, {Op::Sum, 2}, a, {Op::Greatest, 2}};
    QTest::newRow("gene") << std::vector<RulePart>{b} << 40.0;
    QTest::newRow("and") << std::vector<RulePart>{a, b, least} << 10.0;
    QTest::newRow("or") << std::vector<RulePart>{a, b, greatest} << 40.0;
    QTest::newRow("sum") << std::vector<RulePart>{a, b, sum} << 50.0;
    QTest::newRow("unmeasured is ignored") << std::vector<RulePart>{unmeasured, b, least} << 40.0;
    QTest::newRow("nothing measured") << std::vector<RulePart>{unmeasured} << missing;
    QTest::newRow("no rule") << std::vector<RulePart>{} << missing;
    QTest::newRow("(A + (B and C)) or A") << nested << 50.0;
}

void TestCapacityDuals::scores()
{
    QFETCH(std::vector<RulePart>, rule);
    QFETCH(double, expected);
    const CapacityDuals duals = withRules({rule});
    VectorD expression = expressed({10, 40, 0});
    expression[2] = missing;
    const double score = ruleScore(duals, duals.bounds.front(), expression);
    if (std::isnan(expected))
        QVERIFY(std::isnan(score));
    else
        QVERIFY(std::abs(score - expected) < 1e-12 * expected);
}

void TestCapacityDuals::capacities()
{
    QCOMPARE(expressionCapacity(25, 100, 1000, 1e-3), 250.0);
    QCOMPARE(expressionCapacity(0, 100, 1000, 1e-3), 1e-3);
    QCOMPARE(expressionCapacity(0, 0, 1000, 1e-3), 1e-3);
    QVERIFY(std::isnan(expressionCapacity(1, 0, 1000, 1e-3)));
    QVERIFY(std::isnan(expressionCapacity(missing, 100, 1000, 1e-3)));
    QVERIFY(std::isnan(expressionCapacity(1, missing, 1000, 1e-3)));
}

// max(lb, −capacity) where lb < 0, min(ub, capacity) where ub > 0; bounds only narrow.
void TestCapacityDuals::bothSides()
{
    CapacityDuals duals = withRules({{gene(0)}, {gene(0)}, {gene(0)}, {gene(0)}, {gene(2)}, {gene(0)}});
    duals.bounds[1].isUpper = duals.bounds[2].isUpper = false;
    duals.bounds[1].medium = -1000;
    duals.bounds[2].medium = 1.07; // a demand
    duals.bounds[3].medium = 20;   // the medium is narrower
    duals.bounds[5].greatest = missing;
    VectorD expression = expressed({25, 0, 0});
    expression[2] = missing;
    const VectorD bounds = boundsAt(duals, expression);
    const VectorD expected = vector({250, -250, 1.07, 20, 1000, 1000});
    QVERIFY((bounds - expected).cwiseAbs().maxCoeff() < 1e-10);
}

void TestCapacityDuals::valueIsTheSum()
{
    const DualSolution solution{{{0, 0.5}, {2, -2}}, -0.25, 0, false};
    QCOMPARE(dualValue(solution, vector({10, 1000, -3}), 8), 0.5 * 10 + 2 * 3 - 0.25 * 8);
}

namespace {

/// A capacity of two bounds and what growth leaves; growth of two bounds, one of them shared.
struct Problem
{
    CapacityDuals duals = withRules({{gene(0), gene(1), {Op::Least, 2}}, {gene(1)}, {gene(2)}});
    DualSolution capacity{{{0, 0.5}, {1, 0.1}}, -0.3, 0, false};
    DualSolution growth{{{1, 0.2}, {2, 0.4}}, 0, 0, false};

    double value(const VectorD &bounds) const
    {
        return dualValue(capacity, bounds, duals.growthFraction * dualValue(growth, bounds, 0));
    }
};

double of(const std::vector<Sensitivity> &values, int index)
{
    for (const Sensitivity &value : values)
        if (value.index == index)
            return value.value;
    return 0;
}

} // namespace

void TestCapacityDuals::elasticitiesFollowTheBounds()
{
    const Problem problem;
    const VectorD bounds = vector({400, 300, 100});
    const auto elasticities = boundElasticities(problem.duals, problem.capacity, problem.growth, bounds);
    QCOMPARE(elasticities.size(), 3U);
    double sum = 0;
    for (std::size_t i = 1; i < 3; ++i)
        QVERIFY(std::abs(elasticities[i - 1].value) >= std::abs(elasticities[i].value));
    for (int i = 0; i < 3; ++i) {
        VectorD up = bounds, down = bounds;
        up[i] *= std::exp(1e-5);
        down[i] *= std::exp(-1e-5);
        const double expected = (std::log(problem.value(up)) - std::log(problem.value(down))) / 2e-5;
        QVERIFY(std::abs(of(elasticities, i) - expected) < 1e-8);
        sum += of(elasticities, i);
    }
    QVERIFY(std::abs(sum - 1) < 1e-12);
}

void TestCapacityDuals::gradientsFollowTheGenes()
{
    const Problem problem;
    const VectorD expression = expressed({40, 55, 10});
    const auto gradients = geneGradients(problem.duals, problem.capacity, problem.growth,
                                         boundsAt(problem.duals, expression), expression);
    QCOMPARE(gradients.size(), 3U);
    for (int i = 0; i < 3; ++i) {
        VectorD up = expression, down = expression;
        up[i] += 1e-5;
        down[i] -= 1e-5;
        const double expected = (std::log10(problem.value(boundsAt(problem.duals, up))) -
                                 std::log10(problem.value(boundsAt(problem.duals, down)))) /
                                2e-5;
        QVERIFY(std::abs(of(gradients, i) - expected) < 1e-8);
    }
}

// Not at the floor, not beyond the medium's bound; float expression at the bound still counts.
void TestCapacityDuals::onlyWhatExpressionSets()
{
    CapacityDuals duals = withRules({{gene(0)}, {gene(1)}, {gene(2)}});
    duals.bounds[1].medium = 20;
    const DualSolution capacity{{{0, 1}, {1, 1}, {2, 1}}, 0, 0, false};
    const VectorD expression = expressed({0, 50, 100.0001});
    const auto gradients = geneGradients(duals, capacity, {}, boundsAt(duals, expression), expression);
    QCOMPARE(gradients.size(), 1U);
    QCOMPARE(gradients.front().index, 2);
    // Where the gene is nearly silent, its steepness is bounded.
    const VectorD faint = expressed({0.01, 50, 0});
    const DualSolution first{{{0, 1}}, 0, 0, false};
    const auto steep = geneGradients(duals, first, {}, boundsAt(duals, faint), faint);
    QVERIFY(std::abs(of(steep, 0) - 5 * std::log10(2.0)) < 1e-12);
}

void TestCapacityDuals::sharesOfASum()
{
    const CapacityDuals duals = withRules({{gene(0), gene(1), {Op::Sum, 2}}});
    const VectorD expression = expressed({10, 30, 0});
    const auto shares = expressionShares(duals, duals.bounds.front(), geneScores(duals, expression));
    QCOMPARE(shares.size(), 2U);
    QVERIFY(std::abs(of(shares, 0) - 0.25) < 1e-12);
    QVERIFY(std::abs(of(shares, 1) - 0.75) < 1e-12);
    // Of equals the first.
    const CapacityDuals equal = withRules({{gene(1), gene(0), {Op::Least, 2}}});
    const auto first = expressionShares(equal, equal.bounds.front(), vector({10, 10, 0}));
    QCOMPARE(first.size(), 1U);
    QCOMPARE(first.front().index, 1);
}

void TestCapacityDuals::logarithmicScores()
{
    CapacityDuals duals = withRules({{gene(0)}});
    duals.logScores = true;
    duals.bounds.front().greatest = 12;
    const VectorD expression = vector({3, 0, 0});
    QCOMPARE(boundsAt(duals, expression)[0], 250.0);
    const DualSolution capacity{{{0, 2}}, 0, 0, false};
    const auto gradients = geneGradients(duals, capacity, {}, boundsAt(duals, expression), expression);
    QVERIFY(std::abs(of(gradients, 0) - 1 / (3 * std::log(10.0))) < 1e-12);
}

PATHGAN_TEST(TestCapacityDuals)
#include "tst_capacityduals.moc"
