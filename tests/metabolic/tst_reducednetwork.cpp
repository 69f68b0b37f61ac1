// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/reducednetwork_p.h"
#include "core/metabolic/lp/lp_p.h"
#include "core/metabolic/lp/lpduals_p.h"
#include "core/metabolic/model/modelparts.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace pathgan;

namespace {

LpModel chain()
{
    // EX_a → a → b → c → EX_c, a dead end d, two isozymes b → c
    LpModel problem;
    for (int i = 0; i < 4; ++i)
        problem.addRow(0, 0);
    problem.addColumn({{0, -1}}, -10, 1000);       // 0 EX_a
    problem.addColumn({{0, -1}, {1, 2}}, 0, 1000); // 1 a → 2 b
    problem.addColumn({{1, -1}, {2, 1}}, 0, 3);    // 2 b → c
    problem.addColumn({{1, -1}, {2, 1}}, 0, 4);    // 3 b → c
    problem.addColumn({{2, -1}}, 0, 1000, 1);      // 4 EX_c
    problem.addColumn({{1, -1}, {3, 1}}, 0, 1000); // 5 b → d, d has no way out
    return problem;
}

LpModel randomNetwork(unsigned seed)
{
    std::mt19937 engine(seed);
    constexpr int metabolites = 40, reactions = 90;
    std::uniform_int_distribution<int> metabolite(0, metabolites - 1), stoichiometry(1, 3), kind(0, 5);
    LpModel problem;
    for (int i = 0; i < metabolites; ++i)
        problem.addRow(0, 0);
    for (int j = 0; j < reactions; ++j) {
        Stoichiometry entries{{metabolite(engine), -stoichiometry(engine)},
                              {metabolite(engine), stoichiometry(engine)}};
        if (kind(engine) == 0)
            entries.emplace_back(metabolite(engine), stoichiometry(engine));
        problem.addColumn(entries, kind(engine) < 3 ? 0 : -100, 100);
    }
    for (int i = 0; i < metabolites; i += 4)
        problem.addColumn({{i, -1}}, kind(engine) < 3 ? 0 : -10, 100);
    return problem;
}

double optimum(const LpModel &problem)
{
    Lp lp(problem);
    return lp.solveCold() == SolutionStatus::Optimal ? lp.objective() : std::nan("");
}

template <class Share>
void narrow(LpModel &problem, const Share &share)
{
    for (int j = 0; j < problem.size(); ++j) {
        problem.lower[static_cast<std::size_t>(j)] *= share();
        problem.upper[static_cast<std::size_t>(j)] *= share();
    }
}

/// By column of the network, of the maximum.
std::vector<double> networkDuals(const ReducedNetwork &network, const LpModel &problem)
{
    LpModel reduced = network.lp();
    reduced.cost = network.reduceCosts(problem.cost);
    const ReducedNetwork::Bounds bounds = network.reduce(problem.lower, problem.upper);
    reduced.lower = bounds.lower;
    reduced.upper = bounds.upper;
    reduced.rowLower = bounds.rowLower;
    reduced.rowUpper = bounds.rowUpper;
    Lp lp(reduced);
    lp.solveCold();
    const std::vector<double> all = boundDuals(lp);
    const auto columns = all.begin() + lp.rows();
    return network.expand({{columns, all.end()}, {all.begin(), columns}}, bounds);
}

double dualSum(const std::vector<double> &duals, const LpModel &problem)
{
    double sum = 0;
    for (std::size_t j = 0; j < duals.size(); ++j)
        sum += duals[j] * (duals[j] > 0 ? problem.upper[j] : problem.lower[j]);
    return sum;
}

double reducedOptimum(const ReducedNetwork &network, const LpModel &problem)
{
    LpModel reduced = network.lp();
    reduced.cost = network.reduceCosts(problem.cost);
    const ReducedNetwork::Bounds bounds = network.reduce(problem.lower, problem.upper);
    reduced.lower = bounds.lower;
    reduced.upper = bounds.upper;
    reduced.rowLower = bounds.rowLower;
    reduced.rowUpper = bounds.rowUpper;
    return bounds.isEmpty ? std::nan("") : optimum(reduced);
}

} // namespace

class TestReducedNetwork : public QObject
{
    Q_OBJECT

private slots:
    void reducesAChain()
    {
        const LpModel problem = chain();
        const ReducedNetwork fluxes(problem, {4}, Reduction::Fluxes);
        QCOMPARE(fluxes.columnOf(5), -1); // dead end
        QCOMPARE(fluxes.columnOf(0), fluxes.columnOf(1));
        QVERIFY(fluxes.columnOf(2) != fluxes.columnOf(3));
        QCOMPARE(reducedOptimum(fluxes, problem), 7.0);
        const ReducedNetwork optima(problem, {4}, Reduction::Optima);
        QCOMPARE(optima.lp().rows(), 0);
        QCOMPARE(optima.lp().size(), 1);
        QCOMPARE(reducedOptimum(optima, problem), 7.0);
        QCOMPARE(optima.factorOf(1) / optima.factorOf(0), -1.0);
    }

    void seesBoundsThatContradictWhatWasLeftOut()
    {
        LpModel problem = chain();
        const ReducedNetwork network(problem, {4}, Reduction::Optima);
        problem.lower[5] = 1; // the dead end is asked to run
        QVERIFY(network.reduce(problem.lower, problem.upper).isEmpty);
        problem = chain();
        QVERIFY(!network.reduce(problem.lower, problem.upper).isEmpty);
    }

    void keepsOptimaForNarrowerBounds_data()
    {
        QTest::addColumn<int>("reduction");
        QTest::newRow("fluxes") << static_cast<int>(Reduction::Fluxes);
        QTest::newRow("optima") << static_cast<int>(Reduction::Optima);
    }
    void keepsOptimaForNarrowerBounds()
    {
        QFETCH(int, reduction);
        int informative = 0, smaller = 0;
        for (unsigned seed = 1; seed <= 40; ++seed) {
            LpModel problem = randomNetwork(seed);
            const int target = static_cast<int>(seed) % 90;
            const ReducedNetwork network(problem, {target}, static_cast<Reduction>(reduction));
            smaller += network.lp().size() < problem.size();
            std::mt19937 engine(seed + 1000);
            std::uniform_real_distribution<double> share(0.05, 1);
            problem.cost[static_cast<std::size_t>(target)] = 1;
            for (int repeat = 0; repeat < 3; ++repeat) {
                for (int j = 0; j < problem.size(); ++j) {
                    problem.lower[static_cast<std::size_t>(j)] *= share(engine);
                    problem.upper[static_cast<std::size_t>(j)] *= share(engine);
                }
                const double expected = optimum(problem);
                const double found = reducedOptimum(network, problem);
                QVERIFY2(std::abs(found - expected) <= 1e-6 * std::max(1.0, std::abs(expected)),
                         qPrintable(QString("seed %1: %2, not %3").arg(seed).arg(found).arg(expected)));
                informative += expected > 0.1;
            }
        }
        QVERIFY(informative > 30);
        QVERIFY(smaller > 30);
    }

    /// Duals of the reduced problem become such of the network: at its bounds their sum is the optimum, at
    /// others a bound of it from above.
    void recoversDuals()
    {
        int informative = 0, above = 0;
        for (unsigned seed = 1; seed <= 40; ++seed) {
            LpModel problem = randomNetwork(seed);
            const auto target = static_cast<std::size_t>(seed) % 90;
            const ReducedNetwork network(problem, {static_cast<int>(target)}, Reduction::Optima);
            std::mt19937 engine(seed + 2000);
            std::uniform_real_distribution<double> share(0.05, 1);
            problem.cost[target] = 1;
            narrow(problem, [&] { return share(engine); });
            const std::vector<double> duals = networkDuals(network, problem);
            const double expected = optimum(problem);
            QVERIFY(std::abs(dualSum(duals, problem) - expected) <= 1e-6 * std::max(1.0, std::abs(expected)));
            informative += expected > 0.1;
            for (int repeat = 0; repeat < 3; ++repeat) {
                LpModel other = problem;
                narrow(other, [&] { return share(engine); });
                const double least = optimum(other), bound = dualSum(duals, other);
                QVERIFY(bound >= least - 1e-6 * std::max(1.0, std::abs(least)));
                above += bound > least + 1e-3;
            }
        }
        QVERIFY(informative > 15 && above > 15);
    }

    void recoversFluxes()
    {
        for (unsigned seed = 1; seed <= 20; ++seed) {
            LpModel problem = randomNetwork(seed);
            problem.cost[seed] = 1;
            const ReducedNetwork network(problem, {}, Reduction::Fluxes);
            LpModel reduced = network.lp();
            reduced.cost = network.reduceCosts(problem.cost);
            Lp lp(reduced);
            QCOMPARE(lp.solveCold(), SolutionStatus::Optimal);
            std::vector<double> production(static_cast<std::size_t>(problem.rows()), 0.0);
            for (int j = 0; j < problem.size(); ++j) {
                const int column = network.columnOf(j);
                const double flux = column < 0 ? 0.0 : network.factorOf(j) * lp.value(column);
                QVERIFY(flux >= problem.lower[static_cast<std::size_t>(j)] - 1e-6);
                QVERIFY(flux <= problem.upper[static_cast<std::size_t>(j)] + 1e-6);
                for (const auto &[row, coefficient] : problem.columns[static_cast<std::size_t>(j)])
                    production[static_cast<std::size_t>(row)] += coefficient * flux;
            }
            for (const double value : production)
                QVERIFY(std::abs(value) < 1e-6);
        }
    }
};

PATHGAN_TEST(TestReducedNetwork)
#include "tst_reducednetwork.moc"
