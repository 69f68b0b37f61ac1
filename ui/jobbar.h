// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QFrame>
#include <QHash>
#include <QPointer>

class QLabel;
class QProgressBar;
class QTimer;
class QToolButton;
class QVBoxLayout;

namespace pathgan {

class Engine;
class Job;

/// One running or waiting job: what it does, how far it is, how long it still takes, Pause, Keep, Cancel.
class JobRow : public QWidget
{
    Q_OBJECT
public:
    explicit JobRow(Job *job, QWidget *parent = nullptr, bool canStop = true);

private:
    void buildButtons();
    void refresh();

    Job *m_job;
    QLabel *m_title, *m_phase, *m_left;
    QProgressBar *m_bar;
    QToolButton *m_pause, *m_keep, *m_cancel;
};

/// The jobs at the bottom of the window. Jobs that end within a quarter of a second are not shown: a bar that
/// only flashes tells nothing.
class JobBar : public QFrame
{
    Q_OBJECT
public:
    explicit JobBar(Engine &engine, QWidget *parent = nullptr);
    /// Of this engine's jobs one at a time, which stands for those behind it, and cannot be stopped: reading
    /// and writing a project.
    void alsoShow(Engine &engine);

    int count() const { return static_cast<int>(m_rows.size()); }
    void cancelAll();

private:
    void add(Job *job, bool canStop);
    void remove(Job *job);
    void showOther();

    Engine &m_engine;
    QPointer<Engine> m_other;
    QTimer *m_otherDelay; ///< from when it has something to do
    QVBoxLayout *m_layout;
    QHash<Job *, JobRow *> m_rows;
};

/// "1 min 20 s left"; empty while unknown (negative).
QString timeLeftText(double seconds);
/// "About 2 min on this machine, …"; empty where no run like the next one was seen.
QString expectedText(const Project &project, Part part);

} // namespace pathgan
