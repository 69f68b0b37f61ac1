// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clustering.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace pathgan;

namespace {

MatrixD points()
{
    MatrixD x(12, 4);
    x << 0.0, 0.3, -0.3, -0.9, -0.5, -1.0, 0.1, 1.3, -0.5, -0.6, 0.5, 0.4, 0.1, -0.9, 0.0, 0.7, -1.3, -0.5,
        -1.9, -1.3, -1.8, -0.2, -1.3, 0.3, 1.7, 1.3, -1.0, 1.0, 1.5, 1.6, 0.0, 1.0, 0.5, 0.7, 2.6, 0.7, 1.5,
        2.4, 0.9, 1.4, 1.6, 1.6, 0.3, 1.6, 2.9, 0.0, 2.4, 1.6;
    return x;
}

/// Average linkage from its definition: the mean distance of all pairs of members, n³.
std::vector<double> heightsByDefinition(const MatrixD &x)
{
    std::vector<std::vector<Index>> clusters;
    for (Index i = 0; i < x.rows(); ++i)
        clusters.push_back({i});
    std::vector<double> heights;
    while (clusters.size() > 1) {
        std::size_t first = 0, second = 1;
        double least = INFINITY;
        for (std::size_t a = 0; a < clusters.size(); ++a)
            for (std::size_t b = a + 1; b < clusters.size(); ++b) {
                double sum = 0;
                for (const Index i : clusters[a])
                    for (const Index j : clusters[b])
                        sum += (x.row(i) - x.row(j)).norm();
                const double mean = sum / double(clusters[a].size() * clusters[b].size());
                if (mean < least) {
                    least = mean;
                    first = a;
                    second = b;
                }
            }
        heights.push_back(least);
        clusters[first].insert(clusters[first].end(), clusters[second].begin(), clusters[second].end());
        clusters.erase(clusters.begin() + std::ptrdiff_t(second));
    }
    return heights;
}

} // namespace

/// Figures of scipy.cluster.hierarchy.linkage and leaves_list, SciPy 1.17.1.
class TestClustering : public QObject
{
    Q_OBJECT

private slots:
    void mergesAsScipy_data()
    {
        QTest::addColumn<int>("linkage");
        QTest::addColumn<QList<double>>("rows"); // first, second, height, size
        QTest::addColumn<QList<int>>("leaves");
        QTest::newRow("average") << int(Linkage::Average)
                                 << QList<double>{7,  10, 0.678232998313, 2, 1,  3,  0.860232526704, 2,
                                                  2,  13, 0.975917011503, 3, 9,  12, 1.14677641532,  3,
                                                  6,  15, 1.58994602046,  4, 4,  5,  1.80554700853,  2,
                                                  0,  14, 2.16680963718,  4, 17, 18, 2.65775679264,  6,
                                                  8,  11, 2.66458251889,  2, 16, 20, 3.19877414024,  6,
                                                  19, 21, 3.93245644651,  12}
                                 << QList<int>{4, 5, 0, 2, 1, 3, 6, 9, 7, 10, 8, 11};
        QTest::newRow("Ward") << int(Linkage::Ward)
                              << QList<double>{7,  10, 0.678232998313, 2, 1,  3,  0.860232526704, 2,
                                               2,  13, 1.01653004547,  3, 9,  12, 1.27279220614,  3,
                                               4,  5,  1.80554700853,  2, 6,  15, 1.90525588833,  4,
                                               0,  16, 2.49666444148,  3, 8,  11, 2.66458251889,  2,
                                               14, 18, 3.8535697736,   6, 17, 19, 4.59528744114,  6,
                                               20, 21, 8.26428056962,  12}
                              << QList<int>{2, 1, 3, 0, 4, 5, 6, 9, 7, 10, 8, 11};
    }
    void mergesAsScipy()
    {
        QFETCH(const int, linkage);
        QFETCH(const QList<double>, rows);
        QFETCH(const QList<int>, leaves);
        const std::vector<Merge> merges = hierarchicalClustering(points(), static_cast<Linkage>(linkage));
        QCOMPARE(qsizetype(merges.size()) * 4, rows.size());
        for (std::size_t i = 0; i < merges.size(); ++i) {
            const qsizetype at = qsizetype(i) * 4;
            QCOMPARE(double(merges[i].first), rows[at]);
            QCOMPARE(double(merges[i].second), rows[at + 1]);
            QVERIFY(std::abs(merges[i].height - rows[at + 2]) < 1e-10);
            QCOMPARE(double(merges[i].size), rows[at + 3]);
        }
        const std::vector<Index> order = leafOrder(merges);
        QVERIFY(std::equal(order.begin(), order.end(), leaves.begin(), leaves.end()));
    }

    void averageByDefinition()
    {
        std::mt19937 random(3);
        std::normal_distribution<double> normal;
        const MatrixD x = MatrixD::NullaryExpr(40, 5, [&] { return normal(random); });
        const std::vector<Merge> merges = hierarchicalClustering(x, Linkage::Average);
        const std::vector<double> expected = heightsByDefinition(x);
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY(std::abs(merges[i].height - expected[i]) < 1e-10);
    }

    void smallAndMissing()
    {
        QVERIFY(hierarchicalClustering(MatrixD(0, 3), Linkage::Ward).empty());
        QVERIFY(hierarchicalClustering(MatrixD::Zero(1, 3), Linkage::Ward).empty());
        QCOMPARE(leafOrder({}), std::vector<Index>{0});
        MatrixD x(3, 1);
        x << 0, std::nan(""), 5;
        const std::vector<Merge> merges = hierarchicalClustering(x, Linkage::Average);
        QCOMPARE(merges.front(), (Merge{0, 1, 0, 2})); // what is missing counts as 0
        QCOMPARE(merges.back().height, 5.0);
        QVERIFY(hierarchicalClustering(MatrixD::Zero(30, 2), Linkage::Ward).back().height == 0);
    }

    /// Each merge turned so that the mean weight grows from left to right.
    void turnsByWeight()
    {
        const std::vector<Merge> merges = hierarchicalClustering(points(), Linkage::Ward);
        std::vector<double> down;
        for (int i = 0; i < 12; ++i)
            down.push_back(-i);
        const std::vector<Index> order = leafOrder(merges, down);
        QCOMPARE(order, (std::vector<Index>{11, 8, 9, 10, 7, 6, 5, 4, 0, 2, 3, 1}));
        std::vector<Index> sorted = order;
        std::sort(sorted.begin(), sorted.end());
        for (Index i = 0; i < 12; ++i)
            QCOMPARE(sorted[std::size_t(i)], i);
    }
};

PATHGAN_TEST(TestClustering)
#include "tst_clustering.moc"
