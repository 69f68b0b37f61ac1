// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace pathgan {

/// Measures how long the GUI thread kept its event loop waiting. It only measures: a loaded machine stretches
/// any interval, so tests print the figure and assert no time.
class Watchdog
{
public:
    Watchdog()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(5);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, m_clock.restart());
            ++m_beats;
        });
        m_clock.start();
        m_timer.start();
    }

    qint64 longestMs() const { return m_longest; }
    int beats() const { return m_beats; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
    int m_beats = 0;
};

} // namespace pathgan
