// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace pathgan {

/// How far a step is. phase: an English key which the user interface translates, e.g. "Solving samples".
struct Progress
{
    std::string phase;
    double done = 0;  ///< units finished
    double total = 0; ///< units in all; 0: not known
};

enum class StopKind {
    None,
    Cancel, ///< forget the work
    Keep,   ///< end early, keep what is there so far
};

/// The switches through which a running step is paused and stopped. Thread-safe.
class TaskControl
{
public:
    void requestStop(StopKind kind);
    void setPaused(bool paused);
    StopKind stopRequested() const;
    bool isPaused() const;
    /// Blocks while paused; returns at once when a stop is requested.
    void waitIfPaused() const;

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    StopKind m_stop = StopKind::None;
    bool m_paused = false;
};

/// All that a step knows of the outside. A default-constructed one does nothing. Copies share their control.
/// A step calls shouldStop() once per outer step and reacts within 200 ms. Safe to use from several threads
/// when the progress sink is.
class TaskContext
{
public:
    using Sink = std::function<void(const Progress &)>;

    TaskContext() = default;
    TaskContext(std::shared_ptr<TaskControl> control, Sink sink);

    void report(const Progress &progress) const;
    void report(const char *phase, double done, double total) const;
    StopKind stopRequested() const;
    /// Waits while paused, then says whether to stop (either kind).
    bool shouldStop() const;
    bool isCancelled() const { return stopRequested() == StopKind::Cancel; }
    void waitIfPaused() const;

private:
    std::shared_ptr<TaskControl> m_control;
    Sink m_sink;
};

} // namespace pathgan
