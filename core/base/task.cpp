// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/task.h"

namespace pathgan {

void TaskControl::requestStop(StopKind kind)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stop != StopKind::Cancel)
            m_stop = kind;
    }
    m_changed.notify_all();
}

void TaskControl::setPaused(bool paused)
{
    {
        const std::lock_guard lock(m_mutex);
        m_paused = paused;
    }
    m_changed.notify_all();
}

StopKind TaskControl::stopRequested() const
{
    const std::lock_guard lock(m_mutex);
    return m_stop;
}

bool TaskControl::isPaused() const
{
    const std::lock_guard lock(m_mutex);
    return m_paused;
}

void TaskControl::waitIfPaused() const
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_paused || m_stop != StopKind::None; });
}

TaskContext::TaskContext(std::shared_ptr<TaskControl> control, Sink sink)
    : m_control(std::move(control)), m_sink(std::move(sink))
{}

void TaskContext::report(const Progress &progress) const
{
    if (m_sink)
        m_sink(progress);
}

void TaskContext::report(const char *phase, double done, double total) const
{
    if (m_sink)
        m_sink(Progress{phase, done, total});
}

StopKind TaskContext::stopRequested() const
{
    return m_control ? m_control->stopRequested() : StopKind::None;
}

bool TaskContext::shouldStop() const
{
    waitIfPaused();
    return stopRequested() != StopKind::None;
}

void TaskContext::waitIfPaused() const
{
    if (m_control)
        m_control->waitIfPaused();
}

} // namespace pathgan
