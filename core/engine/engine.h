// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/job.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <array>
#include <deque>
#include <functional>
#include <memory>
#include <utility>

namespace pathgan {

/// Where a job waits for its turn.
enum class Lane {
    Main, ///< one after another: each may take what the one before gave
    Light ///< beside those: what takes seconds and needs only what is there already
};

/// Runs work in a worker thread a lane, which live as long as the engine (GLPK keeps state per thread), and
/// hands results back in the GUI thread. The jobs of a lane run one after another, in the order they were
/// started: each begins when the result of the one before was delivered. A job that is cancelled while it
/// waits leaves at once.
class Engine : public QObject
{
    Q_OBJECT
public:
    explicit Engine(QObject *parent = nullptr);
    ~Engine() override; ///< stops every job and waits

    template <class T>
    using Work = std::function<Result<T>(const TaskContext &)>;

    /// done is called in this object's thread, unless the engine is gone by then.
    template <class T>
    Job *start(const QString &title, Work<T> work, std::function<void(Result<T>)> done,
               Lane lane = Lane::Main)
    {
        return startPrepared<T>(
            title, [work = std::move(work)] { return work; }, std::move(done), lane);
    }

    /// prepare is called in this object's thread when the job's turn comes: the work takes its inputs then,
    /// not when it was asked for.
    template <class T>
    Job *startPrepared(const QString &title, std::function<Work<T>()> prepare,
                       std::function<void(Result<T>)> done, Lane lane = Lane::Main)
    {
        return startErased(
            title, lane, [prepare = std::move(prepare), done = std::move(done)]() -> ErasedWork {
                return [work = prepare(), done](const TaskContext &context) -> Deliver {
                    auto result = std::make_shared<Result<T>>(context.isCancelled()
                                                                  ? Result<T>(Error{ErrorCode::Cancelled, {}})
                                                                  : guarded<T>(work, context));
                    return [result, done] { done(std::move(*result)); };
                };
            });
    }

    /// Work for this object's own thread, a piece an event, until one says true or fails. Waits for no job.
    using Piece = std::function<Result<bool>(const TaskContext &)>;
    Job *startPieces(const QString &title, Piece piece, std::function<void(Result<void>)> done);

    /// Frees what took long to make, which may take long, too, when its turn comes in the worker thread. The
    /// caller's must be the last reference.
    void discard(std::shared_ptr<const void> value);

    const QList<Job *> &jobs() const { return m_jobs; }
    void stopAll();

signals:
    void jobStarted(pathgan::Job *job);
    void jobFinished(pathgan::Job *job);

private:
    using Deliver = std::function<void()>;
    using ErasedWork = std::function<Deliver(const TaskContext &)>;
    struct Waiting
    {
        QPointer<Job> job;
        std::function<ErasedWork()> prepare;
    };

    static Error errorFromCurrentException();
    template <class T>
    static Result<T> guarded(const Work<T> &work, const TaskContext &context)
    {
        try {
            return work(context);
        } catch (...) {
            return errorFromCurrentException();
        }
    }
    struct Queue
    {
        QThreadPool pool;
        std::deque<Waiting> waiting;
        bool isBusy = false;
    };
    Job *startErased(const QString &title, Lane lane, std::function<ErasedWork()> prepare);
    void startNext(Lane lane);
    struct Pieces;
    void goOn(const std::shared_ptr<Pieces> &pieces);
    void leave(Job *job);
    void finish(const QPointer<Job> &job, const Deliver &deliver);
    Queue &queue(Lane lane) { return m_queues[static_cast<std::size_t>(lane)]; }

    std::array<Queue, 2> m_queues;
    QList<Job *> m_jobs;
};

} // namespace pathgan
