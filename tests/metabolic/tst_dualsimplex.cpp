// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/matrix.h"
#include "core/metabolic/lp/dualsimplex_p.h"
#include "core/metabolic/model/modelparts.h"
#include "tests/support/testmain.h"

#include <Eigen/Dense>
#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace pathgan;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Mostly triangular, as the bases of networks are, with a dense corner.
SparseLines randomColumns(unsigned seed, int size)
{
    std::mt19937 engine(seed);
    std::uniform_int_distribution<int> row(0, size - 1), corner(0, 11), count(0, 2);
    std::uniform_real_distribution<double> number(-3, 3);
    SparseLines columns;
    for (int column = 0; column < 2 * size; ++column) {
        std::vector<double> dense(static_cast<std::size_t>(size), 0.0);
        dense[static_cast<std::size_t>(column % size)] = 4 + number(engine);
        for (int k = count(engine); k >= 0; --k)
            dense[static_cast<std::size_t>(row(engine))] += number(engine);
        for (int k = 0; column % size < 12 && k < 6; ++k)
            dense[static_cast<std::size_t>(corner(engine))] += number(engine);
        for (int i = 0; i < size; ++i)
            if (dense[static_cast<std::size_t>(i)] != 0)
                columns.add(i, dense[static_cast<std::size_t>(i)]);
        columns.endLine();
    }
    return columns;
}

Eigen::MatrixXd denseOf(const SparseLines &columns, const std::vector<int> &basis)
{
    const auto size = static_cast<Eigen::Index>(basis.size());
    Eigen::MatrixXd result = Eigen::MatrixXd::Zero(size, size);
    for (Eigen::Index place = 0; place < size; ++place) {
        const auto column = static_cast<std::size_t>(basis[static_cast<std::size_t>(place)]);
        for (const auto *entry = columns.begin(column); entry != columns.end(column); ++entry)
            result(entry->index, place) = entry->value;
    }
    return result;
}

double largestError(const std::vector<double> &found, const Eigen::VectorXd &expected)
{
    const Eigen::Map<const Eigen::VectorXd> values(found.data(), expected.size());
    return (values - expected).cwiseAbs().maxCoeff() / std::max(1.0, expected.cwiseAbs().maxCoeff());
}

/// Exchange, conversions and a sink to maximise, with bounds of both signs; 0 is feasible.
LpModel randomNetwork(unsigned seed)
{
    std::mt19937 engine(seed);
    constexpr int metabolites = 60, reactions = 150;
    std::uniform_int_distribution<int> metabolite(0, metabolites - 1), stoichiometry(1, 3), kind(0, 5);
    LpModel problem;
    for (int i = 0; i < metabolites; ++i)
        problem.addRow(0, 0);
    for (int j = 0; j < reactions; ++j)
        problem.addColumn({{metabolite(engine), -stoichiometry(engine)},
                           {metabolite(engine), stoichiometry(engine)},
                           {metabolite(engine), kind(engine) == 0 ? 1 : 0}},
                          kind(engine) < 3 ? 0 : -100, kind(engine) == 5 ? infinity : 100);
    for (int i = 0; i < metabolites; i += 4)
        problem.addColumn({{i, -1}}, kind(engine) < 3 ? 0 : -10, 100);
    Stoichiometry biomass;
    for (int i = 0; i < metabolites; i += 5)
        biomass.emplace_back(i, -0.01 * (i + 1));
    problem.addColumn(biomass, 0, 1000, 1);
    return problem;
}

/// Other bounds, within those of the problem.
void narrow(LpModel &problem, std::mt19937 &engine)
{
    std::uniform_real_distribution<double> share(0.0, 1.0);
    for (std::size_t j = 0; j + 1 < problem.columns.size(); ++j) {
        const double cap = 60 * share(engine) * share(engine);
        problem.lower[j] = std::max(problem.lower[j], -cap);
        problem.upper[j] = std::min(problem.upper[j], cap);
    }
}

void setBounds(DualSimplex &search, const LpModel &problem)
{
    for (int column = 0; column < problem.size(); ++column)
        search.setBounds(column, problem.lower[static_cast<std::size_t>(column)],
                         problem.upper[static_cast<std::size_t>(column)]);
    for (int row = 0; row < problem.rows(); ++row)
        search.setRowBounds(row, problem.rowLower[static_cast<std::size_t>(row)],
                            problem.rowUpper[static_cast<std::size_t>(row)]);
}

LpBasis optimalBasis(const LpModel &problem)
{
    Lp lp(problem);
    return lp.solveCold() == SolutionStatus::Optimal ? lp.basis() : LpBasis{};
}

} // namespace

/// The factors against Eigen's dense ones, the bases found against GLPK's optima.
class TestDualSimplex : public QObject
{
    Q_OBJECT
private slots:
    void factorsSolve();
    void factorsFollowReplacements();
    void singularIsTold();
    void findsOptimalBases();
    void keepsRowBounds();
    void dependsOnTheBoundsOnly();
    void infeasibleIsLeftToTheSolver();
    void needsAnOptimalStart();
    void stops();
};

void TestDualSimplex::factorsSolve()
{
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const SparseLines columns = randomColumns(seed, 80);
        std::vector<int> basis(80);
        std::iota(basis.begin(), basis.end(), seed % 2 == 0 ? 0 : 40);
        BasisFactor factor;
        QVERIFY(factor.factorise(columns, basis));
        const Eigen::MatrixXd dense = denseOf(columns, basis);
        const Eigen::VectorXd right = Eigen::VectorXd::LinSpaced(80, -1, 2);
        std::vector<double> x(right.data(), right.data() + right.size());
        factor.solve(x);
        QVERIFY(largestError(x, dense.fullPivLu().solve(right)) < 1e-9);
        x.assign(right.data(), right.data() + right.size());
        factor.solveTransposed(x);
        QVERIFY(largestError(x, dense.transpose().fullPivLu().solve(right)) < 1e-9);
    }
}

void TestDualSimplex::factorsFollowReplacements()
{
    const SparseLines columns = randomColumns(5, 80);
    std::vector<int> basis(80);
    std::iota(basis.begin(), basis.end(), 0);
    BasisFactor factor;
    QVERIFY(factor.factorise(columns, basis));
    int replaced = 0;
    for (int entering = 80; entering < 160; ++entering) {
        std::vector<double> solved(80, 0.0);
        const auto column = static_cast<std::size_t>(entering);
        for (const auto *entry = columns.begin(column); entry != columns.end(column); ++entry)
            solved[static_cast<std::size_t>(entry->index)] = entry->value;
        factor.solve(solved);
        const int place = entering % 80;
        if (std::abs(solved[static_cast<std::size_t>(place)]) < 0.1)
            continue;
        factor.replace(place, solved);
        basis[static_cast<std::size_t>(place)] = entering;
        ++replaced;
    }
    QVERIFY(replaced > 40);
    QCOMPARE(factor.updates(), replaced);
    const Eigen::MatrixXd dense = denseOf(columns, basis);
    const Eigen::VectorXd right = Eigen::VectorXd::LinSpaced(80, 3, -1);
    std::vector<double> x(right.data(), right.data() + right.size());
    factor.solve(x);
    QVERIFY(largestError(x, dense.fullPivLu().solve(right)) < 1e-8);
    x.assign(right.data(), right.data() + right.size());
    factor.solveTransposed(x);
    QVERIFY(largestError(x, dense.transpose().fullPivLu().solve(right)) < 1e-8);
}

void TestDualSimplex::singularIsTold()
{
    const SparseLines columns = randomColumns(1, 80);
    std::vector<int> basis(80);
    std::iota(basis.begin(), basis.end(), 0);
    basis[7] = 8; // the same column twice
    QVERIFY(!BasisFactor().factorise(columns, basis));
    SparseLines empty;
    empty.endLine();
    basis.assign(1, 0);
    QVERIFY(!BasisFactor().factorise(empty, basis));
}

void TestDualSimplex::findsOptimalBases()
{
    int found = 0, moved = 0;
    for (unsigned seed = 1; seed <= 10; ++seed) {
        const LpModel widest = randomNetwork(seed);
        const auto start = DualStart::make(widest, optimalBasis(widest));
        QVERIFY(start);
        DualSimplex search(start);
        std::mt19937 engine(seed);
        for (int sample = 0; sample < 10; ++sample) {
            LpModel problem = widest;
            narrow(problem, engine);
            Lp cold(problem);
            QVERIFY(cold.solveCold() == SolutionStatus::Optimal);
            setBounds(search, problem);
            const std::optional<LpBasis> basis = search.solve();
            if (!basis)
                continue;
            ++found;
            Lp lp(problem);
            lp.setBasis(*basis);
            QVERIFY(lp.solve(LpMethod::Primal) == SolutionStatus::Optimal);
            QVERIFY(std::abs(lp.objective() - cold.objective()) <= 1e-9 * std::max(1.0, cold.objective()));
            QVERIFY2(lp.iterations() <= 3, qPrintable(QString::number(lp.iterations())));
        }
        moved += search.iterations() > 10;
    }
    QVERIFY2(found >= 98, qPrintable(QString::number(found)));
    QVERIFY(moved >= 5);
}

void TestDualSimplex::keepsRowBounds()
{
    LpModel problem = randomNetwork(3);
    const double most = [&] {
        Lp lp(problem);
        lp.solveCold();
        return lp.objective();
    }();
    QVERIFY(most > 0);
    // The least total flux that keeps a share of the optimum.
    const int last = problem.size() - 1;
    for (int column = 0; column < problem.size(); ++column) {
        problem.lower[static_cast<std::size_t>(column)] = 0;
        problem.cost[static_cast<std::size_t>(column)] = 1 + 1e-3 * column;
    }
    problem.maximise = false;
    const int row = problem.addRow(0, infinity);
    problem.columns[static_cast<std::size_t>(last)].emplace_back(row, 1);
    const auto start = DualStart::make(problem, optimalBasis(problem));
    QVERIFY(start);
    DualSimplex search(start);
    for (const double share : {0.05, 0.5, 0.2, 0.0}) {
        LpModel asked = problem;
        asked.setRowBounds(row, share * most, infinity);
        Lp cold(asked);
        const bool isFeasible = cold.solveCold() == SolutionStatus::Optimal;
        setBounds(search, asked);
        const std::optional<LpBasis> basis = search.solve();
        QCOMPARE(basis.has_value(), isFeasible);
        if (!basis)
            continue;
        Lp lp(asked);
        lp.setBasis(*basis);
        QVERIFY(lp.solve(LpMethod::Primal) == SolutionStatus::Optimal);
        QVERIFY(std::abs(lp.objective() - cold.objective()) <= 1e-9 * std::max(1.0, cold.objective()));
    }
}

void TestDualSimplex::dependsOnTheBoundsOnly()
{
    const LpModel widest = randomNetwork(2);
    const auto start = DualStart::make(widest, optimalBasis(widest));
    QVERIFY(start);
    std::mt19937 engine(1);
    LpModel one = widest, other = widest;
    narrow(one, engine);
    narrow(other, engine);
    DualSimplex first(start), second(start);
    setBounds(first, one);
    const std::optional<LpBasis> direct = first.solve();
    QVERIFY(direct.has_value());
    setBounds(second, other);
    QVERIFY(second.solve() != direct);
    setBounds(second, one);
    QVERIFY(second.solve() == direct);
}

void TestDualSimplex::infeasibleIsLeftToTheSolver()
{
    LpModel problem = randomNetwork(4);
    const auto start = DualStart::make(problem, optimalBasis(problem));
    QVERIFY(start);
    DualSimplex search(start);
    Lp lp(problem);
    QVERIFY(lp.solveCold() == SolutionStatus::Optimal && lp.objective() < 900);
    problem.lower.back() = 1.01 * lp.objective() + 1; // more than can be made
    setBounds(search, problem);
    QVERIFY(!search.solve());
    problem.lower.back() = 2;
    problem.upper.back() = 1; // no number at all
    setBounds(search, problem);
    QVERIFY(!search.solve());
}

void TestDualSimplex::needsAnOptimalStart()
{
    const LpModel problem = randomNetwork(3);
    LpBasis basis = optimalBasis(problem);
    QVERIFY(DualStart::make(problem, basis));
    LpModel reversed = problem;
    reversed.maximise = !problem.maximise;
    reversed.lower.back() = -1000;
    QVERIFY(!DualStart::make(reversed, basis));
    std::fill(basis.begin(), basis.end(), Lp::lowerStatus);
    QVERIFY(!DualStart::make(problem, basis));
    QVERIFY(!DualStart::make(problem, {}));
}

void TestDualSimplex::stops()
{
    const LpModel widest = randomNetwork(2);
    const auto control = std::make_shared<TaskControl>();
    control->requestStop(StopKind::Cancel);
    const auto start = DualStart::make(widest, optimalBasis(widest));
    QVERIFY(start);
    DualSimplex search(start);
    LpModel problem = widest;
    std::mt19937 engine(1);
    narrow(problem, engine);
    setBounds(search, problem);
    QVERIFY(search.solve());
    QVERIFY(!search.solve(TaskContext(control, {})));
}

PATHGAN_TEST(TestDualSimplex)
#include "tst_dualsimplex.moc"
