// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

#include <exception>
#include <new>
#include <stdexcept>

namespace pathgan {

Engine::Engine(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

Engine::~Engine()
{
    stopAll();
    m_pool.waitForDone();
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
        m_pool.start([value = std::move(value)]() mutable { value.reset(); });
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

Job *Engine::startErased(const QString &title, std::function<ErasedWork()> prepare)
{
    auto *job = new Job(title, this);
    m_jobs.append(job);
    m_waiting.push_back({job, std::move(prepare)});
    emit jobStarted(job);
    startNext();
    return job;
}

void Engine::startNext()
{
    if (m_isBusy || m_waiting.empty())
        return;
    m_isBusy = true;
    const Waiting next = std::move(m_waiting.front());
    m_waiting.pop_front();
    next.job->beginRunning();
    // Queued calls to `this` are dropped when the engine is gone; it waits for the pool before that.
    m_pool.start([this, handle = next.job, context = next.job->context(), work = next.prepare()] {
        Deliver deliver = work(context);
        QMetaObject::invokeMethod(
            this, [this, handle, deliver = std::move(deliver)] { finish(handle, deliver); },
            Qt::QueuedConnection);
    });
}

void Engine::finish(const QPointer<Job> &job, const Deliver &deliver)
{
    m_isBusy = false;
    m_jobs.removeOne(job.data());
    deliver();
    if (job) {
        emit job->finished();
        emit jobFinished(job);
        job->deleteLater();
    }
    startNext();
}

} // namespace pathgan
