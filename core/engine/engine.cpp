#include "core/engine/engine.h"

#include <QPointer>

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

Job *Engine::startErased(const QString &title, std::function<Deliver(const TaskContext &)> work)
{
    auto *job = new Job(title, this);
    m_jobs.append(job);
    const QPointer<Job> handle = job;
    // Queued calls to `this` are dropped when the engine is gone; it waits for the pool before that.
    m_pool.start([this, handle, context = job->context(), work = std::move(work)] {
        const auto inGuiThread = [this](std::function<void()> call) {
            QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
        };
        inGuiThread([handle] {
            if (handle)
                handle->beginRunning();
        });
        Deliver deliver = work(context);
        inGuiThread([this, handle, deliver = std::move(deliver)] {
            m_jobs.removeOne(handle.data());
            deliver();
            if (!handle)
                return;
            emit handle->finished();
            emit jobFinished(handle);
            handle->deleteLater();
        });
    });
    emit jobStarted(job);
    return job;
}

} // namespace pathgan
