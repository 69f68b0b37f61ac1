// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <thread>

using namespace pathgan;

class TestEngine : public QObject
{
    Q_OBJECT
private slots:
    void deliversInThisThread();
    void turnsExceptionsIntoErrors();
    void keepsOneAnnouncementInTheQueue();
    void cancels();
    void pauses();
    void runsInOrder();
    void lightOnesRunBesideLongOnes();
    void aCancelledOneThatWaitsLeavesAtOnce();
    void discardsInTheWorker();
    void destructorStopsAndWaits();
};

void TestEngine::deliversInThisThread()
{
    Engine engine;
    QThread *worker = nullptr, *receiver = nullptr;
    int value = 0;
    engine.start<int>(
        QStringLiteral("answer"),
        [&](const TaskContext &) -> Result<int> {
            worker = QThread::currentThread();
            return 42;
        },
        [&](Result<int> result) {
            receiver = QThread::currentThread();
            value = result ? *result : -1;
        });
    QTRY_COMPARE(value, 42);
    QCOMPARE(receiver, QThread::currentThread());
    QVERIFY(worker != receiver);
    QTRY_VERIFY(engine.jobs().isEmpty());
}

void TestEngine::turnsExceptionsIntoErrors()
{
    Engine engine;
    std::optional<Error> error;
    engine.start<int>(
        QStringLiteral("throws"),
        [](const TaskContext &) -> Result<int> { throw std::runtime_error("from a library"); },
        [&](Result<int> result) { error = result.error(); });
    QTRY_VERIFY(error.has_value());
    QCOMPARE(error->code, ErrorCode::Internal);
    QCOMPARE(error->detail, std::string("from a library"));
}

void TestEngine::keepsOneAnnouncementInTheQueue()
{
    Engine engine;
    std::atomic<bool> reported{false};
    bool done = false;
    Job *job = engine.start<bool>(
        QStringLiteral("chatty"),
        [&](const TaskContext &context) -> Result<bool> {
            for (int i = 1; i <= 100'000; ++i)
                context.report("Counting", i, 100'000);
            reported = true;
            return true;
        },
        [&](Result<bool>) { done = true; });
    QSignalSpy announcements(job, &Job::progressChanged);
    while (!reported)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    QTRY_VERIFY(done);
    // One for the start, one for the hundred thousand reports made while this thread was busy.
    QVERIFY2(announcements.count() <= 3, qPrintable(QString::number(announcements.count())));
}

void TestEngine::cancels()
{
    Engine engine;
    std::atomic<bool> started{false};
    std::optional<ErrorCode> code;
    Job *job = engine.start<int>(
        QStringLiteral("endless"),
        [&](const TaskContext &context) -> Result<int> {
            started = true;
            while (!context.shouldStop())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return Error{ErrorCode::Cancelled, ""};
        },
        [&](Result<int> result) { code = result.error().code; });
    QTRY_VERIFY(started);
    job->requestStop(StopKind::Cancel);
    QVERIFY(job->isStopping());
    QTRY_COMPARE(code, std::optional(ErrorCode::Cancelled));
}

void TestEngine::pauses()
{
    Engine engine;
    std::atomic<int> steps{0};
    bool finished = false;
    Job *job = engine.start<int>(
        QStringLiteral("steps"),
        [&](const TaskContext &context) -> Result<int> {
            while (!context.shouldStop()) {
                ++steps;
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            return steps.load();
        },
        [&](Result<int>) { finished = true; });
    QTRY_VERIFY(steps > 3);
    job->setPaused(true);
    QTest::qWait(30); // the step under way ends
    const int atPause = steps;
    QTest::qWait(60);
    QCOMPARE(steps.load(), atPause);
    job->setPaused(false);
    QTRY_VERIFY(steps > atPause);
    job->setPaused(true);
    job->requestStop(StopKind::Keep); // a stop ends a pause
    QTRY_VERIFY(finished);
}

void TestEngine::runsInOrder()
{
    Engine engine;
    QList<int> order;
    for (int i = 0; i < 5; ++i)
        engine.start<int>(
            QString::number(i), [i](const TaskContext &) -> Result<int> { return i; },
            [&](Result<int> result) { order.append(*result); });
    QTRY_COMPARE(order, QList<int>({0, 1, 2, 3, 4}));
}

void TestEngine::lightOnesRunBesideLongOnes()
{
    Engine engine;
    std::atomic<bool> go{false};
    bool longDone = false;
    QStringList order;
    const auto light = [&](const QString &name) {
        engine.start<int>(
            name, [](const TaskContext &) -> Result<int> { return 1; },
            [&order, name](Result<int>) { order.append(name); }, Lane::Light);
    };
    engine.start<int>(
        QStringLiteral("long"),
        [&](const TaskContext &) -> Result<int> {
            while (!go)
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return 1;
        },
        [&](Result<int>) { longDone = true; });
    engine.start<int>(
        QStringLiteral("after it"), [](const TaskContext &) -> Result<int> { return 1; },
        [&](Result<int>) { order.append(QStringLiteral("after it")); });
    light(QStringLiteral("first"));
    light(QStringLiteral("second"));
    QTRY_COMPARE(order, (QStringList{"first", "second"}));
    QVERIFY(!longDone);
    QCOMPARE(engine.jobs().size(), 2);
    go = true;
    QTRY_COMPARE(order, (QStringList{"first", "second", "after it"}));
    QVERIFY(longDone);
}

void TestEngine::aCancelledOneThatWaitsLeavesAtOnce()
{
    Engine engine;
    std::atomic<bool> go{false}, worked{false};
    std::optional<Error> error;
    bool longDone = false, lastDone = false;
    engine.start<int>(
        QStringLiteral("long"),
        [&](const TaskContext &) -> Result<int> {
            while (!go)
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return 1;
        },
        [&](Result<int>) { longDone = true; });
    Job *waiting = engine.start<int>(
        QStringLiteral("waits"),
        [&](const TaskContext &) -> Result<int> {
            worked = true;
            return 1;
        },
        [&](Result<int> result) { error = result.error(); });
    engine.start<int>(
        QStringLiteral("last"), [](const TaskContext &) -> Result<int> { return 1; },
        [&](Result<int>) { lastDone = true; });
    QSignalSpy finished(&engine, &Engine::jobFinished);
    waiting->requestStop(StopKind::Cancel);
    QTRY_VERIFY(error.has_value());
    QCOMPARE(error->code, ErrorCode::Cancelled);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(engine.jobs().size(), 2);
    QVERIFY(!longDone && !worked);
    go = true;
    QTRY_VERIFY(lastDone);
    QVERIFY(longDone && !worked);
    QTRY_VERIFY(engine.jobs().isEmpty());
}

void TestEngine::discardsInTheWorker()
{
    struct Large
    {
        std::atomic<QThread *> &freedIn;
        ~Large() { freedIn = QThread::currentThread(); }
    };
    std::atomic<QThread *> freedIn = nullptr;
    Engine engine;
    engine.discard(nullptr);
    engine.discard(std::shared_ptr<const Large>(new Large{freedIn}));
    QTRY_VERIFY(freedIn.load() != nullptr);
    QVERIFY(freedIn.load() != QThread::currentThread());
    QVERIFY(engine.jobs().isEmpty());
}

void TestEngine::destructorStopsAndWaits()
{
    std::atomic<bool> begun{false}, left{false};
    bool delivered = false;
    {
        Engine engine;
        engine.start<int>(
            QStringLiteral("endless"),
            [&](const TaskContext &context) -> Result<int> {
                begun = true;
                while (!context.shouldStop())
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                left = true;
                return 0;
            },
            [&](Result<int>) { delivered = true; });
        QTRY_VERIFY(begun);
    }
    QVERIFY(left);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!delivered);
}

PATHGAN_TEST(TestEngine)
#include "tst_engine.moc"
