// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <atomic>
#include <stdexcept>
#include <vector>

using namespace pathgan;

class TestParallel : public QObject
{
    Q_OBJECT

private slots:
    void eachOnce_data();
    void eachOnce();
    void exceptionReachesCaller();
    void threadCounts();
};

void TestParallel::eachOnce_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("workers");
    for (const int count : {0, 1, 2, 7, 1000}) {
        for (const int workers : {0, 1, 3, 16})
            QTest::addRow("%d by %d", count, workers) << count << workers;
    }
}

void TestParallel::eachOnce()
{
    QFETCH(int, count);
    QFETCH(int, workers);
    std::vector<std::atomic<int>> hits(static_cast<std::size_t>(count));
    parallelEach(static_cast<std::size_t>(count), static_cast<unsigned>(workers),
                 [&](std::size_t i, unsigned) { ++hits[i]; });
    for (const auto &hit : hits)
        QCOMPARE(hit.load(), 1);
}

void TestParallel::exceptionReachesCaller()
{
    for (const unsigned workers : {1U, 4U}) {
        QVERIFY_EXCEPTION_THROWN(parallelEach(100, workers,
                                              [](std::size_t i, unsigned) {
                                                  if (i == 50)
                                                      throw std::runtime_error("50");
                                              }),
                                 std::runtime_error);
    }
}

void TestParallel::threadCounts()
{
    QCOMPARE(threadCount(3), 3U);
    QVERIFY(threadCount(0) >= 1);
}

PATHGAN_TEST(TestParallel)
#include "tst_parallel.moc"
