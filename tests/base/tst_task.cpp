// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/task.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <atomic>
#include <chrono>
#include <future>

using namespace pathgan;
using namespace std::chrono_literals;

class TestTask : public QObject
{
    Q_OBJECT

private slots:
    void defaultDoesNothing();
    void reportsProgress();
    void cancelOverridesKeep();
    void pauseHoldsUntilResumed();
    void stopEndsPause();
};

void TestTask::defaultDoesNothing()
{
    const TaskContext context;
    context.report("Solving samples", 1, 2);
    QVERIFY(!context.shouldStop());
    QCOMPARE(context.stopRequested(), StopKind::None);
}

void TestTask::reportsProgress()
{
    Progress last;
    const TaskContext context(std::make_shared<TaskControl>(),
                              [&](const Progress &progress) { last = progress; });
    context.report("Solving samples", 3, 10);
    QCOMPARE(last.phase, std::string("Solving samples"));
    QCOMPARE(last.done, 3.0);
    QCOMPARE(last.total, 10.0);
}

void TestTask::cancelOverridesKeep()
{
    const auto control = std::make_shared<TaskControl>();
    const TaskContext context(control, {});
    control->requestStop(StopKind::Keep);
    QVERIFY(context.shouldStop());
    QVERIFY(!context.isCancelled());
    control->requestStop(StopKind::Cancel);
    QVERIFY(context.isCancelled());
    control->requestStop(StopKind::Keep);
    QVERIFY(context.isCancelled());
}

void TestTask::pauseHoldsUntilResumed()
{
    const auto control = std::make_shared<TaskControl>();
    const TaskContext context(control, {});
    control->setPaused(true);
    auto waiting = std::async(std::launch::async, [&] { return context.shouldStop(); });
    QCOMPARE(waiting.wait_for(50ms), std::future_status::timeout);
    control->setPaused(false);
    QVERIFY(!waiting.get());
}

void TestTask::stopEndsPause()
{
    const auto control = std::make_shared<TaskControl>();
    const TaskContext context(control, {});
    control->setPaused(true);
    auto waiting = std::async(std::launch::async, [&] { return context.shouldStop(); });
    control->requestStop(StopKind::Cancel);
    QVERIFY(waiting.get());
}

PATHGAN_TEST(TestTask)
#include "tst_task.moc"
