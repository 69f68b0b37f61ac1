#pragma once

#include "core/base/result.h"
#include "core/engine/job.h"

#include <QList>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>

namespace pathgan {

/// Runs work in one worker thread that lives as long as the engine (GLPK keeps state per thread) and hands
/// results back in the GUI thread. Jobs run one after another, in the order they were started.
class Engine : public QObject
{
    Q_OBJECT
public:
    explicit Engine(QObject *parent = nullptr);
    ~Engine() override; ///< stops every job and waits

    /// done is called in this object's thread, unless the engine is gone by then.
    template <class T>
    Job *start(const QString &title, std::function<Result<T>(const TaskContext &)> work,
               std::function<void(Result<T>)> done)
    {
        return startErased(title,
                           [work = std::move(work), done = std::move(done)](const TaskContext &context) {
                               auto result = std::make_shared<Result<T>>(guarded<T>(work, context));
                               return std::function<void()>([result, done] { done(std::move(*result)); });
                           });
    }

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

    static Error errorFromCurrentException();
    template <class T>
    static Result<T> guarded(const std::function<Result<T>(const TaskContext &)> &work,
                             const TaskContext &context)
    {
        try {
            return work(context);
        } catch (...) {
            return errorFromCurrentException();
        }
    }
    Job *startErased(const QString &title, std::function<Deliver(const TaskContext &)> work);

    QThreadPool m_pool;
    QList<Job *> m_jobs;
};

} // namespace pathgan
