// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/comparisonpage.h"

#include "core/engine/session.h"
#include "core/metabolic/analysis/analysiscomparison.h"
#include "ui/errortext.h"
#include "ui/models/tables.h"
#include "ui/panels/analysispage.h"
#include "ui/panels/panelparts.h"
#include "ui/panels/tablepane.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace pathgan {

ComparisonPage::ComparisonPage(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_other(new QComboBox(this)),
      m_note(new NoteLabel(QStringLiteral("analysisCompared"), this)),
      m_table(new TablePane(QStringLiteral("comparison"), tr("Comparison of two runs"), this))
{
    setObjectName(QStringLiteral("comparisonPage"));
    m_other->setObjectName(QStringLiteral("analysisOther"));
    m_other->setAccessibleName(tr("Run to compare with"));
    m_other->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_other->setMinimumContentsLength(12);
    auto *label = new QLabel(tr("&With"), this);
    label->setObjectName(QStringLiteral("analysisOtherLabel"));
    label->setBuddy(m_other);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(label);
    bar->addWidget(m_other, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(bar);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
    layout->addStretch(0);
    connect(m_other, &QComboBox::currentIndexChanged, this, &ComparisonPage::refresh);
    connect(m_note, &NoteLabel::linkActivated, this, &ComparisonPage::refresh);
    m_table->hide();
}

void ComparisonPage::takeRuns(const QStringList &names)
{
    const QSignalBlocker quiet(m_other);
    m_other->clear();
    m_other->addItems(names);
    m_other->setCurrentIndex(names.size() > 1 ? 1 : -1);
}

void ComparisonPage::setShown(std::shared_ptr<const ModelAnalysis> run, const QString &name)
{
    m_shown = std::move(run);
    m_shownName = name;
    refresh();
}

std::shared_ptr<const ModelAnalysis> ComparisonPage::other() const
{
    const auto &analyses = m_session.project().analyses;
    const int index = m_other->currentIndex();
    if (index < 0 || !analyses || index >= static_cast<int>(analyses->runs.size()))
        return nullptr;
    return analyses->runs[analyses->runs.size() - 1 - static_cast<std::size_t>(index)];
}

/// Nothing of an earlier pair stays.
void ComparisonPage::refresh()
{
    if (m_job)
        m_job->requestStop(StopKind::Cancel);
    ++m_generation;
    m_isDue = false;
    put(nullptr);
    const auto second = other();
    if (!m_shown || !second || m_shown == second) {
        m_note->show(NoteLabel::Kind::Info,
                     tr("Choose another run to compare with: change the scenario, analyse again, and both "
                        "stand here side by side."));
    } else if (second->status != SolutionStatus::Optimal) {
        m_note->show(NoteLabel::Kind::Warning, analysisHtml(*second));
    } else if (!areComparable(*second, *m_shown)) {
        m_note->show(NoteLabel::Kind::Info,
                     tr("These two runs hold different things: choose a run of the same kind of method."));
    } else if (m_shown->status == SolutionStatus::Optimal) {
        m_note->show(NoteLabel::Kind::Info, tr("Comparing…"));
        m_isDue = !isVisible();
        if (!m_isDue)
            start();
    }
}

void ComparisonPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_isDue, false))
        start();
}

void ComparisonPage::start()
{
    const QPointer<ComparisonPage> self = this;
    m_job = m_session.engine().start<Table>(
        QStringLiteral("Comparing runs"),
        [first = other(), second = m_shown](const TaskContext &context) {
            return compareAnalyses(*first, *second, context);
        },
        [self, &engine = m_session.engine(), generation = m_generation](Result<Table> result) {
            if (self && self->m_generation == generation)
                self->take(std::move(result));
            else if (result) // of a pair that is no longer shown
                engine.discard(std::make_shared<const Table>(*std::move(result)));
        },
        Lane::Light);
}

void ComparisonPage::take(Result<Table> result)
{
    if (!result) {
        m_note->show(NoteLabel::Kind::Warning,
                     result.error().code == ErrorCode::Cancelled
                         ? tr("The comparison was stopped. <a href=\"compare\">Compare again</a>")
                         : errorText(result.error()).toHtmlEscaped());
        return;
    }
    m_note->show(NoteLabel::Kind::Info,
                 tr("A: %1. B: %2. Largest difference first.")
                     .arg(m_other->currentText().toHtmlEscaped(), m_shownName.toHtmlEscaped()));
    put(std::make_shared<const Table>(*std::move(result)));
}

void ComparisonPage::put(std::shared_ptr<const Table> rows)
{
    m_table->setVisible(rows != nullptr);
    showAnalysis(m_table->model(), rows ? rows : std::make_shared<const Table>(),
                 m_shown && takesGenes(m_shown->options.method));
    m_table->fitColumns();
    m_session.engine().discard(std::exchange(m_rows, std::move(rows)));
}

} // namespace pathgan
