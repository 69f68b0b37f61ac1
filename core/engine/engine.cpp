// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

#include <QTimer>

#include <algorithm>
#include <exception>
#include <new>
#include <stdexcept>

namespace pathgan {

Engine::Engine(QObject *parent) : QObject(parent)
{
    for (Queue &lane : m_queues) {
        lane.pool.setMaxThreadCount(1);
        lane.pool.setExpiryTimeout(-1);
    }
}

Engine::~Engine()
{
    stopAll();
    for (Queue &lane : m_queues)
        lane.pool.waitForDone();
}

void Engine::stopAll()
{
    for (Job *job : std::as_const(m_jobs)) {
        job->requestStop(StopKind::Cancel);
        job->setPaused(false);
    }
}

void Engine::discard(std::shared_ptr<const void> value)
{
    if (value)
        queue(Lane::Main).pool.start([value = std::move(value)]() mutable { value.reset(); });
}

Error Engine::errorFromCurrentException()
{
    try {
        throw;
    } catch (const std::bad_alloc &) {
        return {ErrorCode::OutOfMemory, ""};
    } catch (const std::exception &exception) {
        return {ErrorCode::Internal, exception.what()};
    } catch (...) {
        return {ErrorCode::Internal, "unknown exception"};
    }
}

Job *Engine::startErased(const QString &title, Lane lane, std::function<ErasedWork()> prepare)
{
    auto *job = new Job(title, this);
    m_jobs.append(job);
    queue(lane).waiting.push_back({job, std::move(prepare)});
    connect(job, &Job::cancelled, this, [this, job] { leave(job); });
    emit jobStarted(job);
    startNext(lane);
    return job;
}

void Engine::startNext(Lane lane)
{
    Queue &jobs = queue(lane);
    if (jobs.isBusy || jobs.waiting.empty())
        return;
    jobs.isBusy = true;
    const Waiting next = std::move(jobs.waiting.front());
    jobs.waiting.pop_front();
    next.job->beginRunning();
    // Queued calls to `this` are dropped when the engine is gone; it waits for the pool before that.
    jobs.pool.start([this, lane, handle = next.job, context = next.job->context(), work = next.prepare()] {
        Deliver deliver = work(context);
        QMetaObject::invokeMethod(
            this,
            [this, lane, handle, deliver = std::move(deliver)] {
                queue(lane).isBusy = false;
                finish(handle, deliver);
                startNext(lane);
            },
            Qt::QueuedConnection);
    });
}

/// What is done in this thread, and where it stands.
struct Engine::Pieces
{
    QPointer<Job> job;
    Piece piece;
    std::function<void(Result<void>)> done;
};

Job *Engine::startPieces(const QString &title, Piece piece, std::function<void(Result<void>)> done)
{
    auto *job = new Job(title, this);
    m_jobs.append(job);
    emit jobStarted(job);
    job->beginRunning();
    const auto pieces = std::make_shared<Pieces>(Pieces{job, std::move(piece), std::move(done)});
    QTimer::singleShot(0, this, [this, pieces] { goOn(pieces); });
    return job;
}

void Engine::goOn(const std::shared_ptr<Pieces> &pieces)
{
    constexpr int pausedMilliseconds = 100;
    Job *job = pieces->job;
    if (!job)
        return;
    Result<bool> done = false;
    if (job->isStopping())
        done = Error{ErrorCode::Cancelled, {}};
    else if (!job->isPaused())
        done = guarded<bool>(pieces->piece, job->context());
    if (done && !*done) {
        QTimer::singleShot(job->isPaused() ? pausedMilliseconds : 0, this, [this, pieces] { goOn(pieces); });
        return;
    }
    finish(job, [pieces, done] { pieces->done(done ? Result<void>() : Result<void>(done.error())); });
}

/// Of a job that waits: its work is not done, and says so.
void Engine::leave(Job *job)
{
    for (Queue &lane : m_queues) {
        const auto found = std::find_if(lane.waiting.begin(), lane.waiting.end(),
                                        [job](const Waiting &waiting) { return waiting.job == job; });
        if (found == lane.waiting.end())
            continue;
        const Deliver deliver = found->prepare()(job->context());
        lane.waiting.erase(found);
        QMetaObject::invokeMethod(
            this, [this, handle = QPointer<Job>(job), deliver] { finish(handle, deliver); },
            Qt::QueuedConnection);
        return;
    }
}

void Engine::finish(const QPointer<Job> &job, const Deliver &deliver)
{
    m_jobs.removeOne(job.data());
    deliver();
    if (job) {
        emit job->finished();
        emit jobFinished(job);
        job->deleteLater();
    }
}

} // namespace pathgan
