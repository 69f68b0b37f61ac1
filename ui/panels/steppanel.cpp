// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/steppanel.h"

#include "core/steps/freshness.h"
#include "core/steps/partial.h"
#include "ui/coretext.h"
#include "ui/jobbar.h"
#include "ui/panels/foldingsettings.h"
#include "ui/panels/formscroll.h"
#include "ui/partialtext.h"
#include "ui/plots/figures.h"
#include "ui/plots/plot.h"
#include "ui/selection.h"
#include "ui/stalenesstext.h"
#include "ui/workflow.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace pathgan {

StepPanel::StepPanel(Part part, Session &session, Selection &selection, QWidget *parent)
    : Panel(session, selection, parent), m_part(part), m_form(new OptionsForm(this)),
      m_results(new QTabWidget(this)), m_note(new NoteLabel(QStringLiteral("resultNote"), this)),
      m_stale(new NoteLabel(QStringLiteral("staleNote"), this)),
      m_partial(new NoteLabel(QStringLiteral("partialNote"), this)),
      m_run(makeButton(QStringLiteral("runButton"), QStringLiteral("play"), {}, true, this)),
      m_empty(new EmptyState(QStringLiteral("invitation"), this)),
      m_missing(new EmptyState(QStringLiteral("missing"), this))
{
    m_results->setObjectName(QStringLiteral("results"));
    m_results->setAccessibleName(tr("Results"));
    m_results->setDocumentMode(true);
}

void StepPanel::ready(const QString &explanation, const QString &runText)
{
    build(explanation, runText);
    orderTabs();
    connect(m_run, &QPushButton::clicked, this, [this] { session().run(m_part); });
    connect(m_form, &OptionsForm::changed, this, [this] { commit(); });
    connect(&session(), &Session::optionsChanged, this, [this] {
        adoptOptions();
        m_form->load();
    });
    connect(m_form, &OptionsForm::validChanged, this, &StepPanel::refreshState);
    for (const NoteLabel *label : {m_stale, m_partial})
        connect(label, &NoteLabel::linkActivated, this, [this] { m_run->click(); });
    connect(&session(), &Session::partChanged, this, &StepPanel::refresh);
    connect(&session(), &Session::staleChanged, this, &StepPanel::refreshState);
    connect(&session(), &Session::runningChanged, this, &StepPanel::refreshState);
    refresh();
}

bool StepPanel::isFolded() const
{
    return m_folding->isFolded();
}

void StepPanel::build(const QString &explanation, const QString &runText)
{
    m_header = new PanelHeader(title(), explanation, this);
    m_run->setText(runText);
    m_run->setAccessibleName(runText);

    m_resultPages = new QStackedWidget(this);
    m_resultPages->setObjectName(QStringLiteral("resultPages"));
    m_resultPages->addWidget(m_empty);
    m_resultPages->addWidget(m_results);
    auto *right = new QWidget(this);
    right->setObjectName(QStringLiteral("resultColumn"));
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(8, 0, 0, 0);
    rightLayout->setSpacing(8);
    rightLayout->addWidget(m_stale);
    rightLayout->addWidget(m_partial);
    rightLayout->addWidget(m_note);
    rightLayout->addWidget(m_resultPages, 1);

    auto *scroll =
        new FormScroll(m_form, QStringLiteral("optionsScroll"), QStringLiteral("optionsPage"), this);
    scroll->setAccessibleName(tr("Settings"));
    m_folding = new FoldingSettings(QStringLiteral("options"), scroll, m_run, right, 320, this);
    m_pages = new QStackedWidget(this);
    m_pages->setObjectName(QStringLiteral("stepPages"));
    m_pages->addWidget(m_folding);
    m_pages->addWidget(m_missing);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 12);
    layout->setSpacing(14);
    layout->addWidget(m_header);
    layout->addWidget(m_pages, 1);
}

/// Fields, Run, tabs, then what stands in them.
void StepPanel::orderTabs()
{
    QWidget *before = nullptr;
    const auto next = [&before](QWidget *widget) {
        if (widget->focusPolicy() == Qt::NoFocus)
            return;
        if (before)
            setTabOrder(before, widget);
        before = widget;
    };
    for (QWidget *control : m_form->controls())
        next(control);
    next(m_run);
    next(m_results->tabBar());
}

void StepPanel::addResult(QWidget *page, const QString &title)
{
    m_results->addTab(page, title);
}

FigurePane *StepPanel::addFigure(Plot *plot, const QString &tab)
{
    auto *pane = new FigurePane(plot, selection(), m_results);
    addResult(pane, tab);
    return pane;
}

std::vector<Plot *> StepPanel::plots() const
{
    std::vector<Plot *> found;
    for (int i = 0; i < m_results->count(); ++i) {
        for (const FigurePane *pane : m_results->widget(i)->findChildren<FigurePane *>()) {
            if (!pane->plot()->isEmpty())
                found.push_back(pane->plot());
        }
        const auto *pane = qobject_cast<FigurePane *>(m_results->widget(i));
        if (pane && !pane->plot()->isEmpty())
            found.push_back(pane->plot());
    }
    return found;
}

bool StepPanel::isWaiting() const
{
    const Project &project = session().project();
    return m_run->isEnabled() && (!project.has(m_part) || isStale(project, m_part));
}

void StepPanel::setResultsShown(bool shown)
{
    m_resultsForced = shown;
    refreshState();
}

void StepPanel::refresh()
{
    const QString origin = figureOrigin(session().project(), m_part);
    const QString mark = figureMark(session().project(), m_part);
    for (const FigurePane *pane : m_results->findChildren<FigurePane *>()) {
        pane->plot()->setWatermark(mark);
        pane->plot()->setOrigin(origin);
    }
    showProject();
    refreshState();
}

void StepPanel::refreshState()
{
    const Project &project = session().project();
    const bool has = project.has(m_part);
    const bool running = session().isRunning(m_part);
    const std::optional<Part> missing = firstMissing(project, m_part);
    const QString expected = missing ? QString() : expectedText(project, m_part);
    if (missing && !has && !running && !m_resultsForced) {
        const MissingText text = missingText(*missing);
        m_missing->setContent(iconName(), text.title, text.text, text.button,
                              [this, part = *missing] { emit panelRequested(part); });
        m_pages->setCurrentWidget(m_missing);
    } else {
        m_pages->setCurrentIndex(0);
    }
    if (session().isLoading(m_part))
        m_empty->setContent(iconName(), tr("Loading…"), tr("The results come out of the project's file."));
    else if (running)
        m_empty->setContent(
            iconName(), tr("Computing…"),
            tr("The results will stand here. Progress is shown at the bottom of the window."));
    else
        m_empty->setContent(iconName(), tr("Nothing computed yet"),
                            (invitation() + QLatin1Char(' ') + expected).trimmed());
    m_resultPages->setCurrentIndex(has || m_resultsForced ? 1 : 0);
    const bool runnable = !missing && !running && m_form->isValid();
    if (!runnable && m_run->hasFocus() && !m_form->controls().empty())
        m_form->controls().front()->setFocus(); // else it would leave the panel
    m_folding->setRunnable(runnable);
    m_run->setToolTip(expected);
    m_folding->setHasResults(has);
    showDoubts(has && !running);
}

/// What the result shown is not: of these settings, of these inputs, of all samples.
void StepPanel::showDoubts(bool shown)
{
    const Project &project = session().project();
    const bool stale = shown && isStale(project, m_part);
    if (stale)
        m_stale->show(NoteLabel::Kind::Warning, stalenessText(staleness(project, m_part), *m_form) +
                                                    QLatin1Char(' ') + tr("<a href=\"run\">Run again</a>"));
    else
        m_stale->clear();
    const QString partial = shown ? partialText(project, m_part) : QString();
    if (partial.isEmpty())
        return m_partial->clear();
    const std::vector<PartialRun> runs = partialRuns(project, m_part);
    const bool goesOn = !stale && runs.front().part == Part::Flux && m_part == Part::Flux;
    m_partial->show(NoteLabel::Kind::Partial,
                    partial +
                        (goesOn ? QLatin1Char(' ') + tr("<a href=\"run\">Compute the rest</a>") : QString()));
}

QString StepPanel::stateDetail() const
{
    const Project &project = session().project();
    if (!project.has(m_part))
        return {};
    QStringList sentences;
    if (isStale(project, m_part))
        sentences << stalenessText(staleness(project, m_part), *m_form);
    sentences << partialText(project, m_part);
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

} // namespace pathgan
