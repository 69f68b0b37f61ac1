// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>

using namespace pathgan;

class TestRandom : public QObject
{
    Q_OBJECT

private slots:
    void sameSeedSameNumbers();
    void streamsDiffer();
    void uniformMoments();
    void belowIsUniform();
    void permutationHoldsEachOnce();
};

void TestRandom::sameSeedSameNumbers()
{
    Random a(42), b(42), c(43);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(a.next(), b.next());
    QVERIFY(a.next() != c.next());
}

void TestRandom::streamsDiffer()
{
    std::set<std::uint64_t> firsts;
    for (std::uint64_t stream = 0; stream < 1000; ++stream)
        firsts.insert(Random(7, stream).next());
    QCOMPARE(firsts.size(), std::size_t{1000});
}

// Bounds of the moments are five standard errors wide; the seeds are fixed.
void TestRandom::uniformMoments()
{
    Random random(1);
    constexpr int n = 100000;
    double sum = 0, squares = 0;
    for (int i = 0; i < n; ++i) {
        const double u = random.uniform();
        QVERIFY(u >= 0 && u < 1);
        sum += u;
        squares += u * u;
    }
    QVERIFY(std::fabs(sum / n - 0.5) < 5 * std::sqrt(1.0 / 12 / n));
    QVERIFY(std::fabs(squares / n - 1.0 / 3) < 5 * std::sqrt(4.0 / 45 / n));
}

void TestRandom::belowIsUniform()
{
    Random random(3);
    std::array<int, 7> counts{};
    constexpr int n = 70000;
    for (int i = 0; i < n; ++i)
        ++counts.at(random.below(7));
    double chiSquared = 0;
    for (const int count : counts)
        chiSquared += (count - 10000.0) * (count - 10000.0) / 10000.0;
    QVERIFY2(chiSquared < 22.46, qPrintable(QString::number(chiSquared))); // 0.999 quantile, 6 degrees
    QCOMPARE(random.below(1), std::uint64_t{0});
}

void TestRandom::permutationHoldsEachOnce()
{
    Random random(4);
    std::vector<std::size_t> order = random.permutation(1000);
    QVERIFY(!std::is_sorted(order.begin(), order.end()));
    std::sort(order.begin(), order.end());
    std::vector<std::size_t> expected(1000);
    std::iota(expected.begin(), expected.end(), std::size_t{0});
    QCOMPARE(order, expected);
    QVERIFY(random.permutation(0).empty());
}

PATHGAN_TEST(TestRandom)
#include "tst_random.moc"
