// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/lp/lpcertificate_p.h"
#include "core/metabolic/lp/lpguard_p.h"
#include "core/metabolic/model/modelparts.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <chrono>
#include <cmath>
#include <limits>
#include <random>
#include <thread>

using namespace pathgan;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// maximise 3x + 5y, x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: 36 at (2, 6) (Hillier & Lieberman's example)
LpModel wyndor()
{
    LpModel problem;
    problem.addRow(-infinity, 12);
    problem.addRow(-infinity, 18);
    problem.addColumn({{1, 3}}, 0, 4, 3);
    problem.addColumn({{1, 1}, {0, 2}, {1, 1}}, 0, infinity, 5); // a duplicate is summed
    return problem;
}

/// Random but feasible: rows hold at 0 within the bounds.
LpModel randomProblem(unsigned seed, int rows, int columns)
{
    std::mt19937 engine(seed);
    std::uniform_int_distribution<int> row(0, rows - 1);
    std::uniform_real_distribution<double> number(-1, 1);
    LpModel problem;
    for (int i = 0; i < rows; ++i)
        problem.addRow(0, 0);
    for (int j = 0; j < columns; ++j) {
        Stoichiometry entries;
        for (int k = 0; k < 4; ++k)
            entries.emplace_back(row(engine), number(engine));
        problem.addColumn(entries, -1 - number(engine), 1 + std::abs(number(engine)), number(engine));
    }
    return problem;
}

} // namespace

class TestLp : public QObject
{
    Q_OBJECT

private slots:
    /// Weak duality, of any point and any multipliers.
    void certificates()
    {
        const LpNumbers problem(wyndor());
        const LpCertificate optimal(problem, {2, 6}, {1.5, 1});
        QVERIFY(optimal.isOptimal());
        QCOMPARE(optimal.objective, 36.0);
        const LpCertificate worse(problem, {2, 5}, {1.5, 1}); // feasible, 31: at most 5 from the optimum
        QVERIFY(worse.isFeasible() && !worse.isOptimal());
        QCOMPARE(worse.gap, 5.0);
        QVERIFY(!LpCertificate(problem, {2, 6}, {1.5, 0.9}).isOptimal()); // y₂ is endless, and worth 0.2
        QVERIFY(!LpCertificate(problem, {4, 6}, {1.5, 1}).isFeasible());
        QVERIFY(!LpCertificate(problem, {2, std::nan("")}, {1.5, 1}).isOptimal());
        LpNumbers minimised(wyndor());
        minimised.maximise = false;
        QVERIFY(LpCertificate(minimised, {0, 0}, {0, 0}).isOptimal());
        QVERIFY(!LpCertificate(minimised, {2, 6}, {1.5, 1}).isOptimal());
    }

    /// x + y ≥ 5 within [0, 2]²: the sum is at most 4. One multiplier proves it, whatever its sign.
    void farkasRays()
    {
        LpModel problem;
        problem.addRow(5, infinity);
        problem.addRow(0, 0);
        problem.addColumn({{0, 1}}, 0, 2);
        problem.addColumn({{0, 1}, {1, 1}}, 0, 2);
        QVERIFY(isFarkasRay(LpNumbers(problem), {1, 0}));
        QVERIFY(isFarkasRay(LpNumbers(problem), {-1, 0}));
        QVERIFY(isFarkasRay(LpNumbers(problem), {1, -1})); // x ≥ 5
        QVERIFY(!isFarkasRay(LpNumbers(problem), {0, 1}));
        QVERIFY(!isFarkasRay(LpNumbers(problem), {0, 0}));
        problem.rowLower[0] = 4; // at (2, 2), but y is 0
        QVERIFY(!isFarkasRay(LpNumbers(problem), {1, 0}));
        QVERIFY(isFarkasRay(LpNumbers(problem), {1, -1}));
        problem.upper[0] = infinity;
        QVERIFY(!isFarkasRay(LpNumbers(problem), {1, -1}));
    }

    void endlessRays()
    {
        LpModel problem; // maximise x, x − y = 0
        problem.addRow(0, 0);
        problem.addColumn({{0, 1}}, 0, infinity, 1);
        problem.addColumn({{0, -1}}, 0, infinity);
        const LpNumbers numbers(problem);
        QVERIFY(isEndless(numbers, {1, 1}, {1, 1}));
        QVERIFY(isEndless(numbers, {1, 1}, {-2, -2}));  // its opposite
        QVERIFY(!isEndless(numbers, {1, 1}, {1, 0.9})); // leaves the row
        QVERIFY(!isEndless(numbers, {1, 0}, {1, 1}));   // starts outside
        QVERIFY(!isEndless(numbers, {1, 1}, {0, 0}));
        problem.upper[1] = 1e9;
        QVERIFY(!isEndless(LpNumbers(problem), {1, 1}, {1, 1}));
        problem.upper[1] = infinity;
        problem.cost[1] = -1; // nothing is won
        QVERIFY(!isEndless(LpNumbers(problem), {1, 1}, {1, 1}));
    }

    /// GLPK's tolerances are absolute: it would call 0 optimal.
    void smallCostsCount()
    {
        for (const double cost : {1e-3, 1e-6, 1e-8, 1e-10, 1e-12, 1e9}) {
            LpModel problem = wyndor();
            for (double &one : problem.cost)
                one *= cost;
            Lp lp(problem);
            QCOMPARE(lp.solveCold(), SolutionStatus::Optimal);
            QVERIFY(std::abs(lp.objective() - 36 * cost) <= 36e-6 * cost);
        }
    }

    void optimalFaces()
    {
        LpModel problem = wyndor();
        problem.cost = {3, 2}; // along the second row
        Lp lp(problem);
        QCOMPARE(lp.solveCold(), SolutionStatus::Optimal);
        lp.optimalFace().fix(problem);
        QCOMPARE(problem.rowLower[1], 18.0);
        QCOMPARE(problem.rowLower[0], -infinity);
        QCOMPARE(problem.upper[0], 4.0);
        problem.cost = {1, 0};
        for (const bool most : {false, true}) {
            problem.maximise = most;
            Lp end(problem);
            QCOMPARE(end.solveCold(), SolutionStatus::Optimal);
            QCOMPARE(end.value(0), most ? 4.0 : 2.0);
        }
    }

    void solvesKnownProblem()
    {
        Lp lp(wyndor());
        QCOMPARE(lp.solveCold(), SolutionStatus::Optimal);
        QCOMPARE(lp.objective(), 36.0);
        QCOMPARE(lp.value(0), 2.0);
        QCOMPARE(lp.value(1), 6.0);
        QCOMPARE(lp.shadowPrice(0), 1.5);
        QCOMPARE(lp.shadowPrice(1), 1.0);
        QCOMPARE(lp.reducedCost(0), 0.0);
    }

    void mergesDuplicatesAndDropsZeros()
    {
        LpModel problem;
        problem.addRow(0, 0);
        problem.addRow(0, 0);
        problem.addColumn({{1, 2}, {0, 1}, {1, -2}}, 0, 1);
        QCOMPARE(problem.columns.front(), (Stoichiometry{{0, 1.0}}));
    }

    void namesInfeasibleAndUnbounded()
    {
        LpModel problem;
        problem.addRow(5, 5);
        problem.addColumn({{0, 1}}, 0, 4, 1);
        QCOMPARE(Lp(problem).solveCold(), SolutionStatus::Infeasible);
        problem.upper[0] = infinity;
        QCOMPARE(Lp(problem).solveCold(), SolutionStatus::Optimal);
        problem.rowUpper[0] = infinity;
        QCOMPARE(Lp(problem).solveCold(), SolutionStatus::Unbounded);
    }

    void crossedBoundsAreInfeasible()
    {
        Lp lp(wyndor());
        lp.setBounds(0, 3, 2);
        QCOMPARE(lp.solveCold(), SolutionStatus::Infeasible);
        lp.setBounds(0, 0, 4);
        lp.setRowBounds(1, 2, 1);
        QCOMPARE(lp.solve(LpMethod::Dual), SolutionStatus::Infeasible);
        lp.setRowBounds(1, -infinity, 18);
        QCOMPARE(lp.solve(LpMethod::Dual), SolutionStatus::Optimal);
        QCOMPARE(lp.objective(), 36.0);
    }

    void warmStartsAgreeWithColdOnes()
    {
        const LpModel problem = randomProblem(3, 40, 90);
        Lp warm(problem);
        QCOMPARE(warm.solveCold(), SolutionStatus::Optimal);
        std::mt19937 engine(5);
        std::uniform_int_distribution<int> column(0, problem.size() - 1);
        LpModel changed = problem;
        for (int i = 0; i < 30; ++i) {
            const int j = column(engine);
            const auto at = static_cast<std::size_t>(j);
            changed.upper[at] *= 0.5;
            changed.lower[at] *= 0.5;
            warm.setBounds(j, changed.lower[at], changed.upper[at]);
            const SolutionStatus status = warm.solve(LpMethod::Dual);
            Lp cold(changed);
            QCOMPARE(cold.solveCold(), status);
            if (status == SolutionStatus::Optimal)
                QVERIFY(std::abs(cold.objective() - warm.objective()) < 1e-7);
        }
    }

    void addedRowKeepsTheBasis()
    {
        Lp lp(wyndor());
        QCOMPARE(lp.solveCold(), SolutionStatus::Optimal);
        QCOMPARE(lp.addRow({{0, 1}, {1, 1}}, -infinity, 7), 2);
        QCOMPARE(lp.solve(LpMethod::Dual), SolutionStatus::Optimal);
        QCOMPARE(lp.objective(), 33.0); // (1, 6)
        lp.clearCosts();
        lp.setCost(0, 1);
        QCOMPARE(lp.solve(LpMethod::Primal), SolutionStatus::Optimal);
        QCOMPARE(lp.objective(), 4.0);
    }

    void restoredBasisGivesTheSameBits()
    {
        const LpModel problem = randomProblem(11, 60, 150);
        Lp lp(problem);
        QCOMPARE(lp.solveCold(), SolutionStatus::Optimal);
        const LpBasis basis = lp.basis();
        const auto tightened = [&](int shift) {
            for (int j = 0; j < problem.size(); ++j) {
                const auto at = static_cast<std::size_t>(j);
                const double factor = (j + shift) % 3 == 0 ? 0.3 : 1.0;
                lp.setBounds(j, factor * problem.lower[at], factor * problem.upper[at]);
            }
            lp.setBasis(basis);
            (void)lp.solve(LpMethod::Dual);
            return lp.values();
        };
        const std::vector<double> first = tightened(0);
        (void)tightened(1);
        (void)tightened(2);
        QVERIFY(tightened(0) == first);
    }

    /// GLPK's first basis for this problem is singular to working precision (condition 5e20).
    void recoversFromASingularFirstBasis()
    {
        LpModel problem = randomProblem(1, 1500, 4000);
        for (int j = 0; j < problem.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            problem.cost[at] = 0;
            problem.lower[at] = std::min(problem.lower[at], 0.0); // zero is feasible
        }
        Lp lp(problem);
        QCOMPARE(lp.solveCold(), SolutionStatus::Optimal);
        QCOMPARE(lp.objective(), 0.0);
    }

    void stopsWhenAsked()
    {
        auto control = std::make_shared<TaskControl>();
        const TaskContext context(control, {});
        const LpModel problem = randomProblem(1, 1500, 4000);
        Lp lp(problem);
        std::jthread stopper([control] {
            std::this_thread::sleep_for(std::chrono::milliseconds(60));
            control->requestStop(StopKind::Cancel);
        });
        SolutionStatus status = SolutionStatus::Optimal;
        while (status == SolutionStatus::Optimal) {
            for (int j = 0; j < problem.size(); ++j) // a new cost each time: work until the request comes
                lp.setCost(j, std::sin(static_cast<double>(j) + static_cast<double>(lp.iterations())));
            status = lp.solveCold(context);
        }
        QCOMPARE(status, SolutionStatus::Stopped);
        QCOMPARE(Lp(wyndor()).solveCold(), SolutionStatus::Optimal); // the thread's next problem is sound
    }

    void survivesItsThread()
    {
        std::unique_ptr<Lp> lp;
        std::jthread([&lp] {
            lp = std::make_unique<Lp>(wyndor());
            (void)lp->solveCold();
        }).join();
        QVERIFY(std::isnan(lp->objective())); // GLPK's memory went with the thread
        QCOMPARE(lp->solveCold(), SolutionStatus::Undefined);
    }
};

PATHGAN_TEST(TestLp)
#include "tst_lp.moc"
