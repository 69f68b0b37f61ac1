// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobbar.h"

#include "core/engine/engine.h"
#include "core/engine/learnttimes.h"
#include "ui/coretext.h"
#include "ui/panels/panelparts.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr int steps = 1000;
constexpr int delay = 250; // milliseconds

} // namespace

QString timeLeftText(double seconds)
{
    if (seconds < 0 || !std::isfinite(seconds))
        return {};
    const int whole = static_cast<int>(std::ceil(seconds));
    if (whole < 60)
        return JobBar::tr("%1 s left").arg(whole);
    if (whole < 3600)
        return JobBar::tr("%1 min %2 s left").arg(whole / 60).arg(whole % 60);
    return JobBar::tr("%1 h %2 min left").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString expectedText(const Project &project, Part part)
{
    const std::optional<double> seconds = LearntTimes::expected(project, part);
    if (!seconds)
        return {};
    constexpr int longest = 90; // that is told in seconds
    const int whole = static_cast<int>(std::ceil(std::min(*seconds, 1e8)));
    const int minutes = (whole + 30) / 60;
    const QString text = whole < longest ? JobBar::tr("%1 s").arg(whole)
                         : minutes < 60  ? JobBar::tr("%1 min").arg(minutes)
                                         : JobBar::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    return JobBar::tr("About %1 on this machine, as the last run of this kind took.").arg(text);
}

JobRow::JobRow(Job *job, QWidget *parent, bool canStop)
    : QWidget(parent), m_job(job), m_title(new QLabel(coreText(job->title().toStdString()), this)),
      m_phase(makeCaption(QStringLiteral("jobPhase"), {}, this)),
      m_left(makeCaption(QStringLiteral("jobTimeLeft"), {}, this)), m_bar(new QProgressBar(this))
{
    setObjectName(QStringLiteral("jobRow"));
    m_title->setObjectName(QStringLiteral("jobTitle"));
    m_title->setProperty("role", QStringLiteral("subheading"));
    m_phase->setWordWrap(false);
    m_left->setWordWrap(false);
    m_left->setMinimumWidth(fontMetrics().horizontalAdvance(timeLeftText(3599)) + 8);
    m_bar->setObjectName(QStringLiteral("jobProgress"));
    m_bar->setAccessibleName(tr("Progress of: %1").arg(m_title->text()));
    m_bar->setTextVisible(false);
    m_bar->setMinimumWidth(160);
    buildButtons();

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_title);
    row->addWidget(m_phase);
    row->addWidget(m_bar, 1);
    row->addWidget(m_left);
    for (QToolButton *button : {m_pause, m_keep, m_cancel}) {
        row->addWidget(button);
        button->setVisible(canStop && (button != m_keep || job->canKeep()));
    }

    connect(job, &Job::progressChanged, this, &JobRow::refresh);
    connect(job, &Job::pausedChanged, this, &JobRow::refresh);
    auto *clock = new QTimer(this);
    clock->start(1000);
    connect(clock, &QTimer::timeout, this, &JobRow::refresh);
    refresh();
}

void JobRow::buildButtons()
{
    m_pause = makeToolButton(QStringLiteral("jobPause"), QStringLiteral("pause"), tr("Pause"),
                             tr("Pause this job; press again to go on"), this);
    m_keep = makeToolButton(QStringLiteral("jobKeep"), QStringLiteral("keep"), tr("Stop and keep"),
                            tr("End now and keep what is finished"), this);
    m_cancel = makeToolButton(QStringLiteral("jobCancel"), QStringLiteral("stop"), tr("Cancel"),
                              tr("End now and forget this job"), this);
    // Wide enough for either text, so that nothing moves under the mouse.
    m_pause->ensurePolished();
    m_pause->setText(tr("Continue"));
    m_pause->setMinimumWidth(m_pause->sizeHint().width());
    connect(m_pause, &QToolButton::clicked, this, [this] { m_job->setPaused(!m_job->isPaused()); });
    connect(m_keep, &QToolButton::clicked, this, [this] { m_job->requestStop(StopKind::Keep); });
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_job->requestStop(StopKind::Cancel); });
}

void JobRow::refresh()
{
    const Progress progress = m_job->progress();
    const bool waiting = !m_job->isRunning(), stopping = m_job->isStopping(), paused = m_job->isPaused();
    QString phase = coreText(progress.phase);
    if (progress.total > 1)
        phase =
            tr("%1 %2 of %3")
                .arg(phase, countText(std::llround(progress.done)), countText(std::llround(progress.total)));
    else if (progress.total == 1) // a share
        phase = tr("%1 %2 %").arg(phase).arg(static_cast<int>(progress.done * 100));
    if (stopping)
        phase = tr("stopping…");
    else if (paused)
        phase = tr("paused");
    else if (waiting)
        phase = tr("waiting for its turn");
    m_phase->setText(phase);
    m_phase->setMinimumWidth(std::max(m_phase->minimumWidth(), m_phase->sizeHint().width())); // stands still
    if (progress.total > 0) {
        m_bar->setRange(0, steps);
        m_bar->setValue(static_cast<int>(std::clamp(progress.done / progress.total, 0.0, 1.0) * steps));
    } else {
        m_bar->setRange(0, waiting ? 1 : 0);
    }
    m_left->setText(stopping || paused || waiting ? QString() : timeLeftText(m_job->secondsLeft()));
    m_pause->setText(paused ? tr("Continue") : tr("Pause"));
    m_pause->setAccessibleName(m_pause->text());
    m_pause->setIcon(themedIcon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
    for (QToolButton *button : {m_pause, m_keep, m_cancel})
        button->setEnabled(!stopping);
    m_keep->setEnabled(!stopping && !waiting);
}

JobBar::JobBar(Engine &engine, QWidget *parent)
    : QFrame(parent), m_engine(engine), m_otherDelay(new QTimer(this)), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("jobBar"));
    setAccessibleName(tr("Jobs"));
    m_layout->setContentsMargins(16, 6, 10, 6);
    m_layout->setSpacing(4);
    connect(&engine, &Engine::jobStarted, this, [this](Job *job) {
        const QPointer<Job> handle = job;
        QTimer::singleShot(delay, this, [this, handle] {
            if (handle && m_engine.jobs().contains(handle.data()))
                add(handle, true);
        });
    });
    connect(&engine, &Engine::jobFinished, this, &JobBar::remove);
    hide();
}

void JobBar::alsoShow(Engine &engine)
{
    m_other = &engine;
    m_otherDelay->setSingleShot(true);
    m_otherDelay->setInterval(delay);
    connect(m_otherDelay, &QTimer::timeout, this, &JobBar::showOther);
    connect(&engine, &Engine::jobStarted, this, [this] {
        if (m_other->jobs().size() == 1)
            m_otherDelay->start();
    });
    connect(&engine, &Engine::jobFinished, this, [this](Job *job) {
        if (!m_rows.contains(job))
            return;
        delete m_rows.take(job);
        // Its successor begins by then, and takes its place.
        QTimer::singleShot(0, this, [this] {
            showOther();
            setVisible(!m_rows.isEmpty());
        });
    });
}

void JobBar::showOther()
{
    for (Job *job : m_other ? m_other->jobs() : QList<Job *>())
        if (job->isRunning() && !m_rows.contains(job))
            return add(job, false);
}

void JobBar::cancelAll()
{
    m_engine.stopAll();
}

void JobBar::add(Job *job, bool canStop)
{
    auto *row = new JobRow(job, this, canStop);
    m_rows.insert(job, row);
    m_layout->addWidget(row);
    show();
}

void JobBar::remove(Job *job)
{
    if (JobRow *row = m_rows.take(job)) {
        row->hide();
        row->deleteLater();
    }
    setVisible(!m_rows.isEmpty());
}

} // namespace pathgan
