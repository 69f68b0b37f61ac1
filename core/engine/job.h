// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <memory>

namespace pathgan {

/// One piece of work in a worker thread, seen from the GUI thread. Keeps only the latest progress and has at
/// most one announcement in the event queue, however often the worker reports. Deleted by the engine after
/// finished().
class Job : public QObject
{
    Q_OBJECT
public:
    Job(QString title, QObject *parent);
    ~Job() override;

    const QString &title() const { return m_title; }
    Progress progress() const;
    /// Seconds left from the pace so far, pauses left out, else from what is expected; −1: not known yet.
    double secondsLeft() const;
    void setExpected(double seconds) { m_expected = seconds; } ///< in all
    double activeSeconds() const;
    bool isRunning() const { return m_running; } ///< false while it waits for its turn
    bool isPaused() const;
    bool isStopping() const;
    /// A Keep request leaves a result: the part finished by then.
    bool canKeep() const { return m_canKeep; }
    void setCanKeep(bool canKeep) { m_canKeep = canKeep; }

    void requestStop(pathgan::StopKind kind);
    void setPaused(bool paused);
    /// For the worker.
    TaskContext context();

signals:
    void progressChanged();
    void pausedChanged(bool paused);
    void cancelled();
    void finished(); ///< emitted once, after the result was delivered

private:
    friend class Engine;
    struct Mailbox;

    void beginRunning();

    void onAnnounced();

    QString m_title;
    std::shared_ptr<TaskControl> m_control;
    std::shared_ptr<Mailbox> m_mailbox;
    QElapsedTimer m_clock;
    qint64 m_pausedMs = 0, m_pausedSince = -1; ///< on m_clock; −1: not paused
    double m_expected = -1;                    ///< seconds; −1: not known
    double m_phaseStart = 0;                   ///< active seconds when the current phase was first seen
    QString m_phase;
    bool m_running = false, m_canKeep = false;
};

} // namespace pathgan
