// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/metabolic/deletionrows.h"
#include "tests/metabolic/fluxreference.h"
#include "tests/metabolic/randomnetwork.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <atomic>

using namespace pathgan;
using deletionrows::find;
using deletionrows::sameBits;

/// Threads, order and stops of a run; what it finds is tested in tst_deletions.
class TestDeletionRuns : public QObject
{
    Q_OBJECT

private slots:
    void sameBitsForAnyThreadCountAndOrder();
    void aSubsetHasTheSameGrowth();
    void cancelled();
    void keepsWhatIsFinished_data();
    void keepsWhatIsFinished();
};

void TestDeletionRuns::sameBitsForAnyThreadCountAndOrder()
{
    const MetabolicModel model = randomnetwork::make(4, 40, 70);
    DeletionOptions options;
    options.kind = DeletionKind::Reactions;
    options.isDouble = true;
    options.threads = 1;
    const Result<DeletionRun> one = deletions(model, options);
    QVERIFY(one.ok());
    for (const unsigned threads : {2U, 3U, 8U}) {
        options.threads = threads;
        const Result<DeletionRun> several = deletions(model, options);
        QVERIFY(several.ok());
        QVERIFY(sameBits(one->rows, several->rows));
    }
    for (int reaction = static_cast<int>(model.reactions.size()) - 1; reaction >= 0; --reaction)
        options.first.push_back(reaction);
    Result<DeletionRun> reversed = deletions(model, options);
    QVERIFY(reversed.ok());
    for (Deletion &row : reversed->rows)
        if (row.second >= 0)
            std::swap(row.first, row.second);
    std::sort(reversed->rows.begin(), reversed->rows.end(), [](const Deletion &a, const Deletion &b) {
        const auto key = [](const Deletion &row) {
            return std::pair(row.first, row.second < 0 ? row.first : row.second);
        };
        return key(a) < key(b);
    });
    QVERIFY(sameBits(one->rows, reversed->rows));
}

void TestDeletionRuns::aSubsetHasTheSameGrowth()
{
    const MetabolicModel model = randomnetwork::make(22, 40, 70);
    DeletionOptions options;
    options.kind = DeletionKind::Reactions;
    const Result<DeletionRun> all = deletions(model, options);
    QVERIFY(all.ok());
    for (const Deletion &row : all->rows) {
        options.first = {row.first};
        const Result<DeletionRun> one = deletions(model, options);
        QVERIFY(one.ok());
        QVERIFY(sameBits(one->rows, {row}));
    }
}

void TestDeletionRuns::cancelled()
{
    const MetabolicModel model = randomnetwork::make(4, 40, 70);
    DeletionOptions options;
    options.kind = DeletionKind::Reactions;
    options.isDouble = true;
    auto control = std::make_shared<TaskControl>();
    std::atomic<int> reports{0};
    const TaskContext context(control, [&](const Progress &) {
        if (++reports == 3)
            control->requestStop(StopKind::Cancel);
    });
    const Result<DeletionRun> run = deletions(model, options, context);
    QVERIFY(!run.ok());
    QCOMPARE(run.error().code, ErrorCode::Cancelled);
    QVERIFY(reports < 10);
    for (const StopKind kind : {StopKind::Cancel, StopKind::Keep}) {
        control = std::make_shared<TaskControl>();
        control->requestStop(kind);
        QCOMPARE(deletions(model, options, TaskContext(control, {})).error().code, ErrorCode::Cancelled);
    }
}

void TestDeletionRuns::keepsWhatIsFinished_data()
{
    QTest::addColumn<int>("stopAt"); // linear programs
    QTest::addColumn<bool>("hasPairs");
    QTest::newRow("among the single ones") << 3 << false;
    QTest::newRow("among the pairs") << 60 << true;
}

/// Every finished row is what the whole run gives; no other row is there.
void TestDeletionRuns::keepsWhatIsFinished()
{
    QFETCH(int, stopAt);
    QFETCH(bool, hasPairs);
    const MetabolicModel model = randomnetwork::make(4, 40, 70);
    DeletionOptions options;
    options.kind = DeletionKind::Reactions;
    options.isDouble = true;
    const Result<DeletionRun> whole = deletions(model, options);
    QVERIFY(whole.ok() && !whole->stoppedEarly);
    QCOMPARE(whole->asked, whole->rows.size());
    for (const unsigned threads : {1U, 3U}) {
        options.threads = threads;
        auto control = std::make_shared<TaskControl>();
        std::atomic<int> reports{0};
        const TaskContext context(control, [&](const Progress &) {
            if (++reports == stopAt)
                control->requestStop(StopKind::Keep);
        });
        const Result<DeletionRun> part = deletions(model, options, context);
        QVERIFY(part.ok() && part->stoppedEarly);
        QCOMPARE(part->asked, whole->rows.size());
        QCOMPARE(part->wildTypeGrowth, whole->wildTypeGrowth);
        QVERIFY(!part->rows.empty() && part->rows.size() < whole->rows.size());
        int pairs = 0;
        for (const Deletion &row : part->rows) {
            const Deletion *same = find(*whole, row.first, row.second);
            QVERIFY(same && sameBits({row}, {*same}));
            pairs += static_cast<int>(row.second >= 0);
        }
        QCOMPARE(pairs > 0, hasPairs);
    }
}

PATHGAN_TEST(TestDeletionRuns)
#include "tst_deletionruns.moc"
