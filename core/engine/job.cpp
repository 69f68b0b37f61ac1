// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/job.h"

#include <QMetaObject>
#include <QPointer>

#include <atomic>
#include <mutex>

namespace pathgan {

/// Where the worker leaves its latest progress. One announcement at a time is under way to the GUI thread.
struct Job::Mailbox
{
    std::mutex mutex;
    Progress latest;
    bool announced = false;
    Job *owner = nullptr; ///< null once the job is gone
};

Job::Job(QString title, QObject *parent)
    : QObject(parent), m_title(std::move(title)), m_control(std::make_shared<TaskControl>()),
      m_mailbox(std::make_shared<Mailbox>())
{
    m_mailbox->owner = this;
    m_clock.start();
}

Job::~Job()
{
    const std::lock_guard lock(m_mailbox->mutex);
    m_mailbox->owner = nullptr;
}

Progress Job::progress() const
{
    const std::lock_guard lock(m_mailbox->mutex);
    return m_mailbox->latest;
}

double Job::activeSeconds() const
{
    const qint64 now = m_clock.elapsed();
    const qint64 paused = m_pausedMs + (m_pausedSince >= 0 ? now - m_pausedSince : 0);
    return static_cast<double>(now - paused) / 1000.0;
}

double Job::secondsLeft() const
{
    const Progress latest = progress();
    const double spent = activeSeconds() - m_phaseStart;
    if (latest.total <= 0 || latest.done <= 0 || spent < 0.5)
        return m_expected > activeSeconds() ? m_expected - activeSeconds() : -1;
    return spent * (latest.total - latest.done) / latest.done;
}

bool Job::isPaused() const
{
    return m_control->isPaused();
}

bool Job::isStopping() const
{
    return m_control->stopRequested() != StopKind::None;
}

void Job::requestStop(StopKind kind)
{
    m_control->requestStop(kind);
    emit progressChanged();
    if (kind == StopKind::Cancel)
        emit cancelled();
}

void Job::setPaused(bool paused)
{
    if (paused == isPaused())
        return;
    m_control->setPaused(paused);
    if (paused) {
        m_pausedSince = m_clock.elapsed();
    } else {
        m_pausedMs += m_clock.elapsed() - m_pausedSince;
        m_pausedSince = -1;
    }
    emit pausedChanged(paused);
}

void Job::beginRunning()
{
    m_clock.start();
    m_pausedMs = 0;
    m_pausedSince = isPaused() ? 0 : -1;
    m_running = true;
    emit progressChanged();
}

TaskContext Job::context()
{
    return TaskContext(m_control, [mailbox = m_mailbox](const Progress &progress) {
        const std::lock_guard lock(mailbox->mutex);
        mailbox->latest = progress;
        if (mailbox->announced || !mailbox->owner)
            return;
        mailbox->announced = true;
        // The owner cannot go while the lock is held, and Qt drops the call when it goes later.
        QMetaObject::invokeMethod(mailbox->owner, &Job::onAnnounced, Qt::QueuedConnection);
    });
}

void Job::onAnnounced()
{
    QString phase;
    {
        const std::lock_guard lock(m_mailbox->mutex);
        m_mailbox->announced = false;
        phase = QString::fromStdString(m_mailbox->latest.phase);
    }
    if (phase != m_phase) {
        m_phase = phase;
        m_phaseStart = activeSeconds();
    }
    emit progressChanged();
}

} // namespace pathgan
