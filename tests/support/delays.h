// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QString>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>
#include <vector>

namespace pathgan {

/// By how many milliseconds a timer of 5 ms was late in the GUI thread, and how much of that the thread was
/// at work: what a loaded machine does not stretch. It only measures.
class Delays
{
public:
    Delays()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(interval);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
    }

    /// What follows is the program's work, after that; until pause().
    void follow(const QString &what)
    {
        m_what = what;
        m_longest = m_mostWork = 0;
        restart();
        m_timer.start();
    }
    void pause()
    {
        if (!m_timer.isActive())
            return;
        beat();
        m_timer.stop();
        m_each.push_back(m_longest);
        m_eachWork.push_back(m_mostWork);
    }

    void print() const
    {
        std::vector<double> walls, works;
        for (const Wait &wait : m_waits) {
            walls.push_back(wait.wall);
            works.push_back(wait.work);
        }
        printShares("events waited", walls);
        printShares("of this at work", works);
        printShares("longest of each action", m_each);
        printShares("of this at work", m_eachWork);
        std::map<QString, std::vector<Wait>> byKind; // whatever the numbers in it
        for (const Wait &wait : m_waits)
            if (wait.work > tolerated)
                byKind[QString(wait.what).remove(QRegularExpression(QStringLiteral("[0-9]+")))].push_back(
                    wait);
        for (const auto &[kind, waits] : byKind) {
            const auto longest = std::max_element(
                waits.begin(), waits.end(), [](const Wait &a, const Wait &b) { return a.work < b.work; });
            std::fprintf(stderr, "  %3zu × over %.0f ms at work, longest %.1f ms (of %.1f ms) after %s\n",
                         waits.size(), tolerated, longest->work, longest->wall, qPrintable(longest->what));
        }
    }

private:
    static constexpr int interval = 5;
    static constexpr double tolerated = 50;
    struct Wait
    {
        double wall, work;
        QString what;
    };

    static double workNow() // of this thread where the system tells, else of the program
    {
#ifdef CLOCK_THREAD_CPUTIME_ID
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
#else
        return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
#endif
    }
    static void printShares(const char *what, std::vector<double> values)
    {
        if (values.empty())
            return;
        std::sort(values.begin(), values.end());
        const auto at = [&](double share) {
            return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
        };
        const auto over = values.end() - std::upper_bound(values.begin(), values.end(), tolerated);
        std::fprintf(stderr,
                     "%s: %zu, median %.1f ms, 99th percentile %.1f ms, worst %.1f ms, %td over %.0f ms\n",
                     what, values.size(), at(0.5), at(0.99), values.back(), over, tolerated);
    }
    void restart()
    {
        m_clock.start();
        m_work = workNow();
    }
    void beat()
    {
        const double wall = std::max(static_cast<double>(m_clock.nsecsElapsed()) / 1e6 - interval, 0.0);
        const double work = std::min(workNow() - m_work, wall); // none but waits count
        m_waits.push_back({wall, work, wall > interval ? m_what : QString()});
        m_longest = std::max(m_longest, wall);
        m_mostWork = std::max(m_mostWork, work);
        restart();
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_work = 0, m_longest = 0, m_mostWork = 0;
    QString m_what;
    std::vector<Wait> m_waits;
    std::vector<double> m_each, m_eachWork;
};

} // namespace pathgan
